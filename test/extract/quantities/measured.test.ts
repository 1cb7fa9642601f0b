import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../../src/model/index.js';
import { measuredTables } from './measured-sentences.js';
import { moreMeasuredTables } from './more-measured-sentences.js';
import { line, paragraphs, quantitiesOf, read } from './read-paragraphs.js';

/** One line a figure, as the table writes it. */
const told = ({ indicator, subject, period, basis, baseline }: Quantity, withSubject: boolean): string =>
  [
    indicator?.words ?? '-',
    withSubject && subject !== null ? `@${subject.words}` : null,
    period === null ? null : `#${period}`,
    basis === 'actual' ? null : `!${basis}`,
    baseline === null ? null : `~${baseline}`,
  ]
    .filter((part) => part !== null)
    .join(' | ');

describe.each(Object.entries({ ...measuredTables, ...moreMeasuredTables }))('what a figure measures: %s', (_, rows) => {
  it.each(rows.map(([text, ...figures]) => ({ text, figures })))('$text', ({ text, figures }) => {
    const withSubject = figures.some((figure) => figure.includes('@'));
    expect(read(text).map((quantity) => told(quantity, withSubject))).toEqual(figures);
  });
});

const indicators = (...texts: string[]) => quantitiesOf(paragraphs(...texts)).map((quantity) => told(quantity, false));

describe('what the items of a list measure', () => {
  it.each([
    [
      'kinds of what its head breaks down',
      ['Diện tích gieo trồng:', '- Lúa: 320 ha', '- Ngô: 45 ha'],
      ['Diện tích gieo trồng: Lúa', 'Diện tích gieo trồng: Ngô'],
    ],
    [
      'parts of the figure in its head',
      ['- Toàn trường có 62 giáo viên, trong đó:', '+ Nữ: 41 người', '+ Đảng viên: 30 người'],
      ['giáo viên', 'giáo viên: Nữ', 'giáo viên: Đảng viên'],
    ],
    [
      'parts in a paragraph of their own',
      ['Xã có 62 hội viên.', 'Trong đó: nữ 41 người.'],
      ['hội viên', 'hội viên: nữ'],
    ],
    [
      'what its head names, where an item says only how it is meant',
      ['Trồng rừng:', '- Kế hoạch: 120 ha', '- Thực hiện: 134 ha'],
      ['Trồng rừng | !plan', 'Trồng rừng'],
    ],
    [
      'of the time of its head',
      ['Kết quả năm 2022 như sau:', '- Số hộ thoát nghèo: 45 hộ'],
      ['hộ thoát nghèo | #2022'],
    ],
    [
      'deeper items between',
      ['Tổng đàn:', '- Trâu: 120 con', '+ Cày kéo: 80 con', '- Bò: 340 con'],
      ['đàn: Trâu', 'Cày kéo', 'đàn: Bò'],
    ],
    [
      'a line of words over a figure alone',
      ['Khu trung tâm', '7.500 m2', '8,9 m2/học sinh'],
      ['Khu trung tâm', 'Khu trung tâm'],
    ],
    // near misses: measures of their own, another list, a paragraph, a sentence that announces
    ['an item that names its own measure', ['Diện tích gieo trồng:', '- Năng suất lúa: 62 tạ/ha'], ['Năng suất lúa']],
    [
      'an item behind a paragraph',
      [
        'Diện tích gieo trồng:',
        'Đã chỉ đạo các thôn ra quân làm thủy lợi, phòng trừ sâu bệnh, bảo vệ cây trồng, nhất là ở những nơi thiếu nước và có nguy cơ hạn hán kéo dài.',
        '- Lúa: 320 ha',
      ],
      ['Lúa'],
    ],
    ['an item of the same rank as the head', ['- Diện tích gieo trồng:', '- Thủy sản: 12 ha'], ['Thủy sản']],
    [
      'a head that tells what was done',
      ['Hội đã vận động các thôn, các hộ kinh doanh và nhân dân ủng hộ quỹ được kết quả:', '- Đợt một: 12 triệu đồng'],
      ['Đợt một'],
    ],
    [
      'a long line over a figure',
      [
        'Đây là một câu dài không phải là tên của một chỉ tiêu nào cả mà chỉ là lời dẫn cho những điều ở dưới',
        '7.500 m2',
      ],
      ['-'],
    ],
  ])('%s', (_, texts, expected) => {
    expect(indicators(...texts)).toEqual(expected);
  });
});

describe('bare numbers of kinds of people', () => {
  it.each([
    [
      'Trường có 45 giáo viên; trong đó nữ 32, đảng viên 21.',
      ['count 45 giáo viên', 'count 32 giáo viên', 'count 21 giáo viên'],
    ],
    [
      'xử lý 05 đảng viên (khiển trách 03, cảnh cáo 02)',
      ['count 5 đảng viên', 'count 3 đảng viên', 'count 2 đảng viên'],
    ],
    ['Số lượng lớp học lên tới trên 60 và tăng dần', ['count 60 lớp học over']],
    // near misses: a hamlet, a year, more than there are, a measure, a number that goes on
    ['Có 320 hội viên (trong đó thôn 5)', ['count 320 hội viên']],
    ['Có 3.200 hội viên, trong đó năm 2023.', ['count 3200 hội viên']],
    ['Có 12 hội viên, trong đó đảng viên 40.', ['count 12 hội viên']],
    ['Có 12 ha, trong đó lúa 4.', ['measure 12 ha']],
    ['Có 62 hội viên (điện thoại 0912345678)', ['count 62 hội viên']],
  ])('%s', (text, lines) => {
    expect(read(text).map(line)).toEqual(lines);
  });
});

describe('counts behind a noun that a number may name', () => {
  it.each([
    ['lập biên bản 16 trường hợp vi phạm', ['count 16 trường hợp']],
    ['hoàn thành tốt nhiệm vụ 18 chi bộ', ['count 18 chi bộ']],
    ['huy động trẻ ra lớp 320/325 cháu', ['ratio 320/325 cháu']],
    ['thực hiện nhiệm vụ 18 của chương trình', []],
    ['tại bản 5 xã Mường Lói', []],
    ['học sinh lớp 12 trường huyện', []],
  ])('%s', (text, lines) => {
    expect(read(text).map(line)).toEqual(lines);
  });
});

describe('a time behind the figures of a sentence', () => {
  const period = (text: string) => read(text).map((quantity) => quantity.period);
  it.each([
    ['Tặng Giấy khen cho 03 tập thể và 15 cá nhân có thành tích trong phong trào thi đua năm 2019.', ['2019', '2019']],
    ['Có 12 hộ thoát nghèo; năm 2023 có 15 hộ.', [null, '2023']],
    ['Có 12 hộ thoát nghèo, năm 2023 có 15 hộ.', [null, '2023']],
    ['Hỗ trợ 12 hộ theo Chương trình giảm nghèo giai đoạn 2021-2025.', [null]],
    ['Có 12 hộ nghèo, giảm so với năm 2022.', [null]],
    ['Tại Đại hội thi đua yêu nước lần thứ V, giai đoạn 2020-2025, có 12 tập thể được khen.', [null]],
  ])('%s', (text, periods) => {
    expect(period(text)).toEqual(periods);
  });
});
