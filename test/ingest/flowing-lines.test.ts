import { describe, expect, it } from 'vitest';
import { type FlowingLine, groupFlowingLines, isRestOf, joinText, markerOf } from '../../src/ingest/flowing-lines.js';

/** Lines of a text file: columns from their leading spaces, gaps from blank lines. */
function linesOf(text: string): FlowingLine[] {
  const lines: FlowingLine[] = [];
  let gapBefore = 0;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') gapBefore += 1;
    else {
      lines.push({ text: line, left: raw.length - raw.trimStart().length, right: raw.trimEnd().length, gapBefore });
      gapBefore = 0;
    }
  }
  return lines;
}
const paragraphs = (text: string) =>
  groupFlowingLines(linesOf(text)).map((group) => group.map((l) => l.text).reduce(joinText));

describe('joinText', () => {
  it.each([
    ['Công văn số 2101/SNV-', 'TĐKT ngày 07/11/2023', 'Công văn số 2101/SNV-TĐKT ngày 07/11/2023'],
    ['phát triển kinh tế -', 'xã hội', 'phát triển kinh tế - xã hội'],
    ['Thông tư số 11/2022/', 'TT-BLĐTBXH', 'Thông tư số 11/2022/TT-BLĐTBXH'],
    ['Nghị định số 126/2024/NĐ', '-CP của Chính phủ', 'Nghị định số 126/2024/NĐ-CP của Chính phủ'],
    ['Bộ Lao động', '- Thương binh và Xã hội', 'Bộ Lao động - Thương binh và Xã hội'],
    ['và/', 'hoặc', 'và/ hoặc'],
  ])('%s + %s', (a, b, joined) => expect(joinText(a, b)).toBe(joined));
});

describe('markerOf', () => {
  it.each([
    ['I. ĐẶC ĐIỂM TÌNH HÌNH', 'I.'],
    ['I- Kết quả', 'I-'],
    ['2.1. Thuận lợi', '2.1.'],
    ['1.Thực hiện', '1.'],
    ['đ) Các chỉ tiêu khác', 'đ)'],
    ['- Văn phòng UBND tỉnh;', '-'],
    ['+Việc triển khai', '+'],
    ['Điều 9. Tổ chức thực hiện', 'Điều 9.'],
    ['Phần thứ nhất', 'Phần thứ nhất'],
    ['(2) Kế hoạch kiểm tra', '(2)'],
  ])('%s opens with %s', (text, label) => expect(markerOf(text)?.label).toBe(label));
  it.each([
    '2 mô hình dừng hoạt động',
    '126/2024/NĐ-CP thì',
    '2.500 hộ nghèo',
    '03/CT-UBND ngày',
    '15/8/2022 của',
    'Xã Long Mai',
    '-----',
    'Điều tra viên',
  ])('%s is running text', (text) => expect(markerOf(text)).toBeNull());
});

describe('isRestOf', () => {
  it.each([
    ['vùng sâu, vùng xa,', 'khó khăn và đặc biệt khó khăn', true],
    ['Công văn số 2454/SNV-', 'XDCQ ngày 29/10/2021', true],
    ['126/2024/NĐ-', 'CP thì Chủ tịch Ủy ban nhân dân tỉnh', true],
    ['BAN CHỈ ĐẠO -', 'UBND TỈNH', false],
    ['BÁO CÁO', 'kết quả công tác quý II', false],
    ['theo quy định.', 'trong năm', false],
    ['gồm các nội dung', 'a) Về kinh tế', false],
    ['Ban Dân tộc tỉnh', 'Sở Nội vụ', false],
    ['Kết luận cuộc họp giao ban về chuyển đổi số', 'Ngày 01/4/2023, Giám đốc sở đã họp', false],
    ['Thực hiện Kế hoạch của Ủy ban nhân dân số', '128/KH-UBND ngày 12/4/2023', true],
    ['Thực hiện Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng', 'Chính phủ phê duyệt Chương trình', true],
    ['Căn cứ Kế hoạch số 17/KH-UBND ngày 21/3/2019 của UBND tỉnh Đắk', 'Nông về tuyển dụng công chức', true],
    ['thực hiện Kế hoạch số 17-KH/TU ngày 21/3/2019 của Ban Thường vụ', 'Tỉnh ủy về chuyển đổi số', true],
    ['Kế hoạch số 17/KH-UBND ngày 21/3/2019 của UBND tỉnh Đắk Nông', 'Sở Nội vụ báo cáo như sau', false],
    ['Đồng chí Nguyễn Văn An, Phó Bí thư Thường trực, Chủ tịch', 'Nguyễn Văn Bình, Phó Chủ tịch', false],
    ['Văn phòng', 'UBND tỉnh', false],
    ['Thực hiện Kế hoạch số 128/KH-UBND ngày', '12/4/2023 của UBND tỉnh', true],
  ])('%s | %s', (a, b, rest) => expect(isRestOf(a, b)).toBe(rest));
});

describe('groupFlowingLines', () => {
  it('joins wrapped lines and keeps paragraphs that are set in apart', () => {
    expect(
      paragraphs(
        [
          '     Sở Nội vụ nhận được Công văn số 12/CV-HND ngày 12/02/2025 của Hội',
          'Nông dân tỉnh về việc xin phép tổ chức đại hội theo Nghị định số 7/2024/NĐ-',
          'CP của Chính phủ và hướng dẫn của Bộ Nội vụ.',
          '     1. Về hồ sơ',
          '     Hồ sơ gửi kèm theo Công văn số 12/CV-HND của Hội Nông dân tỉnh Lao động',
          '- Thương binh và Xã hội là đủ để tổ chức đại hội.',
        ].join('\n'),
      ),
    ).toEqual([
      'Sở Nội vụ nhận được Công văn số 12/CV-HND ngày 12/02/2025 của Hội Nông dân tỉnh về việc xin phép tổ chức đại hội theo Nghị định số 7/2024/NĐ-CP của Chính phủ và hướng dẫn của Bộ Nội vụ.',
      '1. Về hồ sơ',
      'Hồ sơ gửi kèm theo Công văn số 12/CV-HND của Hội Nông dân tỉnh Lao động - Thương binh và Xã hội là đủ để tổ chức đại hội.',
    ]);
  });
  it('starts a new paragraph at each item of a list and at short lines', () => {
    expect(paragraphs('Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Văn Bình')).toEqual([
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'GIÁM ĐỐC',
      'Trần Văn Bình',
    ]);
  });
  it('joins over a gap only what cannot stand alone', () => {
    expect(
      paragraphs('Tổ chức cung cấp thông tin cho người có uy tín để thực hiện\n\ncác nhiệm vụ sau.\n\nNgày hội'),
    ).toEqual(['Tổ chức cung cấp thông tin cho người có uy tín để thực hiện các nhiệm vụ sau.', 'Ngày hội']);
  });
});
