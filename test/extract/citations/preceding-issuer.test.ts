import { describe, expect, it } from 'vitest';
import { precedingIssuer } from '../../../src/extract/citations/preceding-issuer.js';

const read = (clause: string) => {
  const text = `${clause} Kế hoạch số 12/KH-UBND`;
  const found = precedingIssuer(text, 0, clause.length + 1);
  return found === null ? null : { ...found, name: text.slice(found.start, found.end) };
};

describe('the office before the verb that leads to a document', () => {
  it.each([
    ['Ngày 12/3/2024, UBND tỉnh đã ban hành', 'UBND tỉnh', '2024-03-12'],
    ['ủy ban nhân dân huyện đã có', 'ủy ban nhân dân huyện', null],
    ['Uỷ  ban nhân dân tỉnh Lào Cai ban hành', 'Uỷ  ban nhân dân tỉnh Lào Cai', null],
    ['Uy ban nhân dân tỉnh ban hành', 'Uy ban nhân dân tỉnh', null],
    ['Tại kỳ họp, hội đồng nhân dân tỉnh thông qua', 'hội đồng nhân dân tỉnh', null],
    ['Cùng kỳ, liên đoàn lao động tỉnh gửi', 'liên đoàn lao động tỉnh', null],
    ['đảng ủy xã đã chủ động xây dựng', 'đảng ủy xã', null],
    ['đồng chí Bí thư Tỉnh ủy ký', 'Bí thư Tỉnh ủy', null],
    ['Công ty TNHH Hoa Sen có', 'Công ty TNHH Hoa Sen', null],
    ['Công ty TNHH Hoa Sen (sau đây gọi tắt là Công ty Hoa Sen) đã ký', 'Công ty TNHH Hoa Sen', null],
    ['Ngày 12/3/2024, UBND tỉnh (họp phiên thứ năm) đã ban hành', 'UBND tỉnh', '2024-03-12'],
    ['Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc ban hành', 'Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc', null],
    ['Sau khi thống nhất với Sở Nội vụ thì Sở Tài chính phát hành', 'Sở Tài chính', null],
  ])('%s → %s', (clause, name, date) => {
    expect(read(clause)).toMatchObject({ name, acts: true, drafted: false, date });
  });

  it.each(['Sở Nội vụ trình UBND tỉnh ban hành', 'Hội Cựu chiến binh tỉnh tham mưu UBND tỉnh ban hành'])(
    'knows that another office drafted: %s',
    (clause) => {
      expect(read(clause)).toMatchObject({ name: 'UBND tỉnh', acts: true, drafted: true });
    },
  );

  it.each([
    'các nhiệm vụ có', // «vụ» is a department, but not here
    'UBND tỉnh; sau đó đã ban hành',
    'UBND tỉnh (họp phiên thứ năm), sau đó đã ban hành',
    'các sở của tỉnh (trừ UBND tỉnh) đã ban hành',
    'UBND tỉnh nhận được', // no verb of issuing
    'nhân dân trong xã đã có',
    'ban hành',
  ])('reads none: %s', (clause) => {
    expect(read(clause)).toBeNull();
  });

  it('takes the office that acts, not the one that waits for it', () => {
    expect(read('UBND tỉnh chờ Trung ương ban hành')).toMatchObject({ name: 'Trung ương' });
  });
});
