import { describe, expect, it } from 'vitest';
import { paragraphs, plainLayout, quantitiesOf, read } from './read-paragraphs.js';

const last = (text: string) => read(text).at(-1)!;

describe('what a figure measures', () => {
  it.each([
    ['Toàn huyện có 15 mô hình nuôi dê sinh sản.', ['mô hình nuôi dê sinh sản']],
    [
      'trên 90% hộ dân được dùng nước sạch, tăng 3% so với năm 2022',
      ['hộ dân được dùng nước sạch', 'hộ dân được dùng nước sạch'],
    ],
    [
      'Tỷ lệ giải ngân vốn sự nghiệp rất thấp: năm 2022 đạt 36,45% và năm 2023 chỉ đạt 1,67%.',
      ['Tỷ lệ giải ngân vốn sự nghiệp rất thấp', 'Tỷ lệ giải ngân vốn sự nghiệp rất thấp'],
    ],
    ['Vốn đầu tư trên 478 tỷ đồng; vốn sự nghiệp trên 595 tỷ đồng', ['Vốn đầu tư', 'vốn sự nghiệp']],
    ['Tổng diện tích gieo trồng là 1.250 ha, đạt 98% kế hoạch', ['diện tích gieo trồng', 'diện tích gieo trồng']],
    ['- Trong đó: Tỷ lệ hộ nghèo còn 8,5%', ['Tỷ lệ hộ nghèo']],
    ['Tổng giá trị sản xuất (giá so sánh 2010) đạt 120 tỷ đồng', ['giá trị sản xuất (giá so sánh 2010)']],
    ['xảy ra 25 vụ; so với cùng kỳ giảm 05 vụ', ['vụ', 'vụ']],
    ['Nguồn: trung ương 10 tỷ đồng, tỉnh: 5,5 tỷ đồng', ['trung ương', 'tỉnh']],
    ['hỗ trợ người dân với tổng kinh phí 2 tỷ đồng', ['kinh phí']],
    ['12 xã nông thôn mới', ['xã nông thôn mới']],
    ['25%', [null]],
  ])('%s', (text, words) => {
    expect(read(text).map(({ indicator }) => indicator?.words ?? null)).toEqual(words);
  });

  it('leaves the mark of a note out, and the power of a measure in', () => {
    expect(last('tổ chức 09 lớp tập huấn³').indicator?.words).toBe('lớp tập huấn');
    expect(last('Diện tích km² được quy hoạch đạt 12%').indicator?.words).toContain('km²');
  });

  it('quotes the text at its span', () => {
    const text = 'Năm 2023, thu ngân sách trên địa bàn đạt 120 tỷ đồng, vượt 5% dự toán.';
    for (const { indicator } of read(text)) {
      expect(text.slice(indicator!.span!.start, indicator!.span!.end)).toBe(indicator!.words);
    }
  });
});

describe('of which time', () => {
  it.each([
    ['năm 2022 đạt 36,45% và năm 2023 chỉ đạt 1,67%', ['2022', '2023']],
    ['Trong quý II/2024, tổ chức 12 buổi', ['2024-Q2']],
    ['6 tháng đầu năm 2024 có 5 vụ', ['2024-H1']],
    ['06 tháng cuối năm 2023 có 5 vụ', ['2023-H2']],
    ['9 tháng đầu năm 2023 có 5 vụ', ['2023-M01/M09']],
    ['tháng 10 năm 2024 có 5 vụ', ['2024-10']],
    ['giai đoạn 2021 - 2025 hỗ trợ 40 hộ', ['2021/2025']],
    ['thu nhập từ 12 triệu đồng năm 2010 lên 60 triệu đồng vào năm 2018', ['2010', '2018']],
    ['có 12 vụ, tăng 3 vụ so với năm 2022', [null, null]],
    ['Năm 2021 có 3 xã. Có 5 xã đạt chuẩn.', ['2021', null]],
    ['theo Bộ luật Hình sự năm 2015 đã khởi tố 14 vụ', [null]],
    ['công tác thi hành pháp luật năm 2023 có 14 vụ', ['2023']],
  ])('%s', (text, periods) => {
    expect(read(text).map(({ period }) => period)).toEqual(periods);
  });

  it('takes the period of the heading, else of the title, where the sentence names none', () => {
    const document = paragraphs('BÁO CÁO KẾT QUẢ CÔNG TÁC NĂM 2023', 'Có 5 xã đạt chuẩn.');
    const plain = plainLayout(document);
    const titled = { ...plain, zones: ['title', 'body'] as const };
    expect(quantitiesOf(document, { layout: titled })[0]?.period).toBe('2023');
    const headed = { ...titled, headings: [[], ['Kết quả quý II/2024', 'Nông nghiệp']] };
    expect(quantitiesOf(document, { layout: headed })[0]?.period).toBe('2024-Q2');
  });
});

describe('as what: a result, a plan, a target, a promise', () => {
  it.each([
    ['Đã tổ chức 12 buổi', 'actual'],
    ['kế hoạch 120 ha', 'plan'],
    ['phấn đấu đạt 95% hộ gia đình văn hóa', 'target'],
    ['các đơn vị đăng ký 20 mô hình', 'registered'],
    ['đăng ký 20 mô hình, thực hiện 25 mô hình', 'actual'],
    ['đạt 103% kế hoạch', 'actual'],
  ])('%s: %s', (text, basis) => {
    expect(last(text).basis).toBe(basis);
  });

  it.each([
    [['Kết quả đạt được'], 'actual'],
    [['Phương hướng, nhiệm vụ năm 2025'], 'plan'],
    [['Phương hướng, nhiệm vụ năm 2025', 'Mục tiêu cụ thể'], 'target'],
    [['Nội dung đăng ký thi đua'], 'registered'],
    [['Các chỉ tiêu chủ yếu'], 'actual'],
    [['Chỉ tiêu năm 2025'], 'target'],
    [[], 'actual'],
  ])('under the headings %j: %s', (headings, basis) => {
    const document = paragraphs('Kiểm tra đối với 07 xã');
    expect(quantitiesOf(document, { layout: plainLayout(document, headings) })[0]?.basis).toBe(basis);
  });
});

describe('held against what', () => {
  it.each([
    ['tăng 5,2% so với cùng kỳ năm 2023', 'so với cùng kỳ năm 2023'],
    ['đạt 100% kế hoạch giao', 'kế hoạch giao'],
    ['vượt 3% dự toán', 'dự toán'],
    ['so với cùng kỳ giảm 02 vụ', 'so với cùng kỳ'],
    ['có 12 vụ', null],
  ])('%s: %s', (text, baseline) => {
    expect(last(text).baseline).toBe(baseline);
  });

  it('leaves the comparison to the figure next to it', () => {
    expect(read('còn 45 hộ, giảm 10 hộ so với quý I/2024').map(({ baseline }) => baseline)).toEqual([
      null,
      'so với quý I/2024',
    ]);
  });
});
