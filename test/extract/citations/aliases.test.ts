import { describe, expect, it } from 'vitest';
import { cite } from './extract.js';

const uses = (...paragraphs: string[]) =>
  cite(paragraphs).citations.map(({ kind, quote, resolved }) => [kind, quote, resolved]);
const programme =
  'Thực hiện Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ phê duyệt Chương trình mục tiêu quốc gia (sau đây gọi tắt là Chương trình 1719)';

describe('short names that a report defines', () => {
  it.each([
    ['a programme by its number', programme, 'kết quả Chương trình 1719 năm 2023', 'Chương trình 1719', '1719/QĐ-TTg'],
    [
      'a decree',
      'Nghị định số 38/2023/NĐ-CP ngày 24/6/2023 của Chính phủ sửa đổi Nghị định số 27/2022/NĐ-CP (sau đây gọi là Nghị định 38)',
      'theo Nghị định 38',
      'Nghị định 38',
      '38/2023/NĐ-CP',
    ],
    [
      'a plan, before words that a bare number alone could count',
      'UBND tỉnh ban hành Kế hoạch số 77/KH-UBND về dân tộc (gọi tắt là Kế hoạch 77).',
      'Kế hoạch 77 đi vào cuộc sống',
      'Kế hoạch 77',
      '77/KH-UBND',
    ],
    [
      'a scheme with quotes and another wording',
      'Quyết định số 45/QĐ-UBND phê duyệt Đề án phát triển rừng (dưới đây viết tắt là “Đề án 45”)',
      'triển khai Đề án 45',
      'Đề án 45',
      '45/QĐ-UBND',
    ],
  ])('finds %s', (_, defined, later, quote, resolved) => {
    expect(uses(defined, later).at(-1)).toEqual(['numbered', quote, resolved]);
  });

  it('cites the document at the definition too', () => {
    expect(uses(programme)).toEqual([
      ['numbered', 'Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ', null],
      ['numbered', 'Chương trình 1719', '1719/QĐ-TTg'],
    ]);
  });

  it.each([
    [
      'a kind',
      'Căn cứ Kế hoạch số 77/KH-UBND về công tác dân tộc (sau đây gọi tắt là Kế hoạch)',
      'Kế hoạch được triển khai; thực hiện Kế hoạch.',
      'Kế hoạch',
      '77/KH-UBND',
    ],
    [
      'what a decision approves',
      'Quyết định số 45/QĐ-UBND phê duyệt Đề án phát triển rừng (gọi tắt là Đề án)',
      'Kết quả: Đề án đã hoàn thành và Đề án này.',
      'Đề án',
      '45/QĐ-UBND',
    ],
  ])('takes %s without a number for an anaphor', (_, defined, later, quote, resolved) => {
    const found = uses(defined, later).slice(1);
    expect(found[0]).toEqual(['anaphora', quote, resolved]);
    expect(found).toHaveLength(2);
  });

  it.each([
    [
      'a body',
      'Quyết định số 4/QĐ-UBND của UBND tỉnh về Ban Chỉ đạo (sau đây gọi tắt là Ban Chỉ đạo)',
      'Ban Chỉ đạo họp',
    ],
    ['a movement', 'Chỉ thị số 4/CT-UBND về phát động (gọi tắt là Phong trào thi đua)', 'Phong trào thi đua lan rộng'],
    ['small letters', 'Quyết định số 4/QĐ-UBND về phân cấp (sau đây gọi tắt là kế hoạch cấp xã)', 'kế hoạch cấp xã'],
    [
      'the report itself',
      'UBND tỉnh ban hành Kế hoạch cải cách (sau đây gọi tắt là Kế hoạch)',
      'Kế hoạch được triển khai',
    ],
    [
      'another document of the same words',
      'Căn cứ Kế hoạch số 77/KH-UBND về dân tộc (sau đây gọi tắt là Kế hoạch)',
      'xây dựng Kế hoạch phát triển kinh tế, Kế hoạch 5 năm',
    ],
    [
      'a use before its definition',
      'Kế hoạch được triển khai',
      'Kế hoạch số 7/KH-UBND về dân tộc (gọi tắt là Kế hoạch)',
    ],
  ])('makes no mention of %s', (_, defined, later) => {
    expect(cite([defined, later]).citations.filter(({ rule }) => rule === 'citation/alias')).toEqual([]);
  });
});

describe('laws called by their year', () => {
  const resolved = (text: string) =>
    cite(text).citations.flatMap((each) => (each.kind === 'anaphora' ? [[each.quote, each.resolved]] : []));

  it.each([
    [
      'Luật Lưu trữ năm 2011 được thay bằng Luật Lưu trữ năm 2024; so với Luật 2011, Luật năm 2024 có nhiều điểm mới',
      [
        ['Luật 2011', 'Luật Lưu trữ năm 2011'],
        ['Luật năm 2024', 'Luật Lưu trữ năm 2024'],
      ],
    ],
    ['Luật số 33/2024/QH15 đã ban hành; Luật 2024 quy định', [['Luật 2024', '33/2024/QH15']]],
    ['Luật Lưu trữ năm 2024 và Luật Đất đai năm 2024; Luật 2024 quy định', [['Luật 2024', null]]],
    [
      'Căn cứ Luật Lưu trữ năm 2024 (sau đây gọi là Luật năm 2024), Luật năm 2024 đã rõ',
      [
        ['Luật năm 2024', 'Luật Lưu trữ năm 2024'],
        ['Luật năm 2024', 'Luật Lưu trữ năm 2024'],
      ],
    ],
    ['trong Luật 2011 trang', []],
    ['các luật năm 2024', []],
  ])('reads %j', (text, expected) => {
    expect(resolved(text)).toEqual(expected);
  });
});

describe('bare numbers', () => {
  it.each([
    ['thực hiện Kế hoạch 77 nói trên', ['77']],
    ['quán triệt Nghị quyết 18 và Nghị quyết 19 của Trung ương', ['18', '19']],
    ['học tập Chỉ thị 05 của Bộ Chính trị', ['05']],
    ['Nghị quyết 18, 19 khóa XII', ['18', '19']],
    ['Nghị quyết 30a cho các huyện nghèo', ['30a']],
    ['Đề án 06 thúc đẩy chuyển đổi số', ['06']],
    ['Chương trình 1719 đạt kết quả', ['1719']],
    ['Dự án 3 Chương trình 1719', []],
    ['Đề án 1956', ['1956']],
    ['Quyết định 2 vấn đề', []],
    ['Báo cáo 6 tháng', []],
    ['Báo cáo 10 năm thực hiện', []],
    ['Báo cáo 30 ngày qua', []],
    ['Hướng dẫn 12 huyện lập dự toán', []],
    ['Chương trình 135 giai đoạn II', []],
    ['Kế hoạch 5 năm', []],
    ['Kế hoạch 2024 của Sở', []],
    ['Nghị quyết 5 điểm', []],
  ])('reads %j', (text, numbers) => {
    expect(cite(text).citations.map(({ number }) => number)).toEqual(numbers);
  });
});
