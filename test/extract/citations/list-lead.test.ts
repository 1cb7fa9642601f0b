import { describe, expect, it } from 'vitest';
import { cite } from './extract.js';

const header = { issuer: 'Sở Nội vụ tỉnh Gia Lai' };
const roles = (...paragraphs: string[]) => cite(paragraphs, header).citations.map(({ role }) => role);

describe('what the line above a list says of its items', () => {
  const items = ['- Nghị định số 12/2021/NĐ-CP của Chính phủ;', '- Luật Lưu trữ năm 2024;', '- Kế hoạch số 5/KH-SNV.'];
  it.each([
    ['I. CĂN CỨ PHÁP LÝ', ['based-on', 'based-on', 'based-on']],
    ['2. Cơ sở pháp lý', ['based-on', 'based-on', 'based-on']],
    ['III. CƠ SỞ PHÁP LÝ XÂY DỰNG ĐỀ ÁN VÀ CÁC VĂN BẢN VỀ CÔNG TÁC LƯU TRỮ', ['based-on', 'based-on', 'based-on']],
    ['Căn cứ:', ['based-on', 'based-on', 'based-on']],
    ['Các căn cứ xây dựng kế hoạch:', ['based-on', 'based-on', 'based-on']],
    ['Thực hiện các văn bản chỉ đạo của cấp trên, gồm:', ['implements', 'implements', 'implements']],
    // The office issues neither decrees nor laws.
    ['Sở Nội vụ đã ban hành các văn bản sau:', ['mentions', 'mentions', 'issued']],
  ])('reads %j', (line, expected) => {
    expect(roles(line, ...items)).toEqual(expected);
  });

  it('reads a list that begins behind its colon and is cut anywhere', () => {
    expect(
      roles(
        'Sau đợt sinh hoạt, tập thể cam kết nghiêm túc thực hiện: Chỉ thị số 7-CT/TU về kỷ cương;',
        'Quy định số 9-QĐ/TU của Ban Thường vụ',
        'Tỉnh ủy về nêu gương; Kết luận số 11-KL/TU về phòng, chống lãng phí;',
        'Kế hoạch số 5/KH-SXD.',
        'Hướng dẫn số 8-HD/BTCTU có hiệu lực.',
      ),
    ).toEqual(['implements', 'implements', 'implements', 'implements', 'mentions']);
  });

  it.each([
    [
      'a colon with no document behind it',
      'Sở Nội vụ đã ban hành nhiều văn bản: Tổ chức, biên chế, tiền lương;',
      'Nghị quyết số 8/NQ-CP có hiệu lực',
    ],
    ['a heading of something else', 'I. CĂN CỨ CÁCH MẠNG', '- Quyết định số 8/QĐ-TTg'],
    [
      'a sentence about a basis',
      '1. Cơ sở pháp lý của việc thu phí còn thiếu; cần bổ sung.',
      '- Quyết định số 8/QĐ-TTg',
    ],
    ['another office that issued them', 'Bộ Nội vụ đã ban hành các văn bản sau:', '- Thông tư số 3/2024/TT-BNV'],
    [
      'a paragraph that has begun anew',
      'Căn cứ:',
      'Tỉnh có 12 huyện và 3 thị xã.',
      'Quyết định số 8/QĐ-TTg có hiệu lực',
    ],
    ['an item that leads to the document itself', 'Căn cứ:', '- Đã phổ biến Quyết định số 8/QĐ-TTg'],
  ])('says nothing of %s', (_, ...paragraphs) => {
    expect(roles(...paragraphs)).toEqual(['mentions']);
  });
});
