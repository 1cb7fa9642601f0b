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
    ['hỗ trợ người dân với tổng kinh phí 2 tỷ đồng', ['kinh phí hỗ trợ người dân']],
    ['12 xã nông thôn mới', ['xã nông thôn mới']],
    ['25%', [null]],
    // what several counts share; what a colon, a verb or a whole says of a bare one
    ['Có 03 tập thể và 12 cá nhân được tặng Bằng khen', ['tập thể được tặng Bằng khen', 'cá nhân được tặng Bằng khen']],
    ['Tặng Giấy khen cho 03 tập thể; 12 cá nhân được nhận Cờ', ['tập thể được tặng Giấy khen', 'cá nhân được nhận Cờ']],
    ['Đàn trâu 2.310 con, đàn dê 4.875 con, tăng 3,4%', ['Đàn trâu', 'đàn dê', 'đàn dê']],
    ['Tổng số vụ cháy rừng: 12 vụ, giảm 03 vụ so với năm 2022', ['vụ cháy rừng', 'vụ cháy rừng']],
    ['Số hộ nghèo giảm từ 102 hộ xuống còn 41 hộ', ['hộ nghèo', 'hộ nghèo']],
    ['Toàn xã còn 85 hộ nghèo, chiếm tỷ lệ 3,2%', ['hộ nghèo', 'tỷ lệ hộ nghèo']],
    ['đã đào tạo nghề cho 500 lao động', ['đào tạo nghề cho lao động']],
    [
      'số đối tượng bị xử phạt 190 đối tượng, trong đó 150 cá nhân và 40 tổ chức',
      ['đối tượng bị xử phạt', 'đối tượng bị xử phạt: cá nhân', 'đối tượng bị xử phạt: tổ chức'],
    ],
    ['Đã sửa chữa 12 căn nhà với tổng kinh phí 600 triệu đồng', ['sửa chữa căn nhà', 'kinh phí sửa chữa căn nhà']],
    ['Nhân dân hiến 3.450 m2 đất, 500 kg gạo', ['hiến đất', 'gạo']],
    // animals are told together; a measure that was reached by a verb is the measure; a place is no measure
    ['Tiêm vắc xin dại cho chó, mèo: được 1.204/2.310 con', ['Tiêm vắc xin dại cho chó, mèo']],
    ['Tổng đàn trâu, bò 1.120 con; trong năm, ngô đạt 35 ha', ['đàn trâu, bò', 'ngô']],
    ['Diện tích sắn đã trồng 120 ha', ['Diện tích sắn đã trồng']],
    ['nước mắm 2 triệu lít, nước sạch 3 triệu m3', ['nước mắm', 'nước sạch']],
    [
      'Một số xã có diện tích trồng mía giảm: Sông Hinh giảm 120 ha; Phú Hòa giảm 45 ha',
      ['diện tích trồng mía', 'diện tích trồng mía'],
    ],
    ['dài 12 km; diện tích tự nhiên gồm 393 ha', ['dài', 'diện tích tự nhiên']],
    ['tạm giữ 4 xe máy và 2 ô tô', ['tạm giữ xe máy', 'tạm giữ ô tô']],
    ['Phân bổ 21,5 tỷ đồng vốn sự nghiệp cho 06 huyện', ['Phân bổ vốn sự nghiệp', 'Phân bổ vốn sự nghiệp cho huyện']],
    ['Huy động 5 tỷ đồng từ nguồn xã hội hóa', ['Huy động từ nguồn xã hội hóa']],
    ['Nhu cầu kinh phí là 9 tỷ đồng, đã cấp 6 tỷ đồng', ['Nhu cầu kinh phí', 'Nhu cầu kinh phí: cấp']],
    [
      'trên 80% hồ sơ cấp tỉnh, 60% hồ sơ cấp huyện được xử lý trên mạng',
      ['hồ sơ cấp tỉnh được xử lý trên mạng', 'hồ sơ cấp huyện được xử lý trên mạng'],
    ],
    ['đã hoàn thành 12/12 nhiệm vụ', ['hoàn thành nhiệm vụ']],
    // a cost, a ground, a comparison and a place are no part of what is counted
    [
      'xây dựng 12 ngôi nhà Đại đoàn kết trị giá 600 triệu đồng',
      ['ngôi nhà Đại đoàn kết', 'trị giá ngôi nhà Đại đoàn kết'],
    ],
    ['kiểm tra 64 cơ sở kinh doanh theo Luật An toàn thực phẩm năm 2010', ['cơ sở kinh doanh']],
    ['mở 05 lớp xóa mù chữ tại huyện An Lão', ['lớp xóa mù chữ']],
    ['có 7 thôn, làng được công nhận đạt chuẩn', ['thôn, làng được công nhận đạt chuẩn']],
    ['toàn huyện đạt 91 tiêu chí, bình quân 18,2 tiêu chí/xã', ['tiêu chí', 'tiêu chí']],
    [
      'trao Cờ thi đua cho 05 tập thể và Bằng khen cho 02 cá nhân xuất sắc',
      ['tập thể được trao Cờ thi đua', 'cá nhân được trao Bằng khen'],
    ],
    ['đạt 73% dự toán huyện giao và tăng 13% so với cùng kỳ', [null, null]],
    // branches and groups are named with commas; two that have figures of their own are two
    ['Giá trị sản xuất nông, lâm, thủy sản đạt 41 tỷ đồng', ['Giá trị sản xuất nông, lâm, thủy sản']],
    ['Nông nghiệp tăng 3,1%, lâm nghiệp tăng 2,4%', ['Nông nghiệp', 'lâm nghiệp']],
    ['Nhóm may mặc, giày dép, mũ nón giảm 0,3%', ['Nhóm may mặc, giày dép, mũ nón']],
    ['Ngành chăn nuôi phát triển ổn định, sản lượng đạt 512 tấn', ['sản lượng']],
    // a share of a structure is its member's
    [
      'Cơ cấu lao động: ngành nông nghiệp 41%; công nghiệp, xây dựng 33%; dịch vụ 26%',
      ['Cơ cấu lao động: ngành nông nghiệp', 'Cơ cấu lao động: công nghiệp, xây dựng', 'Cơ cấu lao động: dịch vụ'],
    ],
    // what the clause before says of a measure; a body's deed there names none
    ['Sản lượng ngô đã tăng so với vụ trước, ước đạt trên 640 tấn', ['Sản lượng ngô']],
    ['Quản lý tốt diện tích quế, hiện có 318 ha', ['diện tích quế']],
    ['Trạm khuyến nông đã tăng cường hướng dẫn, ước đạt trên 640 tấn', [null]],
    // a sentence without a subject goes on about the figure before it, one with a subject does not
    ['Diện tích khoai lang là 44 ha. Đạt 97,5% so với kế hoạch.', ['Diện tích khoai lang', 'Diện tích khoai lang']],
    ['Diện tích khoai lang là 44 ha. Độ che phủ rừng đạt 51%.', ['Diện tích khoai lang', 'Độ che phủ rừng']],
    // a source is no part of the name, nor a time or a body
    ['theo báo cáo của hợp tác xã dự kiến năng suất lạc đạt 26 tạ/ha', ['năng suất lạc']],
    ['Chi hội có 62 hội viên, tăng 7 hội viên', ['hội viên', 'hội viên']],
    ['Doanh thu vận tải tháng 5 tăng 2,8%, trong đó quí I tăng 3,4%', ['Doanh thu vận tải', 'Doanh thu vận tải']],
    ['diện tích rừng trồng mới là 73 ha', ['diện tích rừng trồng mới']],
    ['Tỷ lệ bao phủ mới là 73%', ['Tỷ lệ bao phủ']],
  ])('%s', (text, words) => {
    expect(read(text).map(({ indicator }) => indicator?.words ?? null)).toEqual(words);
  });

  it.each([
    ['số thôn đạt từ 8 tiêu chí trở lên là 12 thôn', 'thôn đạt từ 8 tiêu chí trở lên'],
    ['số thôn đạt từ 8 tiêu chí trở lên, còn lại là 12 thôn', 'thôn còn lại'],
  ])('may be told with a figure of its own: %s', (text, words) => {
    expect(last(text).indicator?.words).toBe(words);
  });

  it('leaves the mark of a note out, and the power of a measure in', () => {
    expect(last('tổ chức 09 lớp tập huấn³').indicator?.words).toBe('lớp tập huấn');
    expect(last('Diện tích km² được quy hoạch đạt 12%').indicator?.words).toContain('km²');
  });

  it('quotes the text at its span, where the words are one stretch of it', () => {
    const text = 'Năm 2023, thu ngân sách trên địa bàn đạt 120 tỷ đồng, vượt 5% dự toán.';
    for (const { indicator } of read(text)) {
      expect(text.slice(indicator!.span!.start, indicator!.span!.end)).toBe(indicator!.words);
    }
  });

  it('spans all that its words were taken from', () => {
    const text = 'đã đào tạo nghề cho 500 lao động';
    const [{ indicator } = { indicator: null }] = read(text);
    expect(text.slice(indicator!.span!.start, indicator!.span!.end)).toBe('đào tạo nghề cho 500 lao động');
  });
});

describe('whose figure it is', () => {
  it.each([
    ['Toàn huyện có 15 mô hình', ['Toàn huyện']],
    ['Gồm: huyện An Lão 03 lớp, huyện Vân Canh 02 lớp', ['huyện An Lão', 'huyện Vân Canh']],
    ['Công an tỉnh đã phát hiện 12 vụ', ['Công an tỉnh']],
    ['mở 05 lớp tại xã An Toàn', ['xã An Toàn']],
    ['tăng 5 hộ ở thôn 3', ['thôn 3']],
    ['Tổ chức 12 buổi, có 300 người dự', [null, null]],
    ['Hội nghị có 300 người dự', [null]],
    ['Khối lượng thực hiện đạt 63%', [null]],
  ])('%s', (text, subjects) => {
    expect(read(text).map(({ subject }) => subject?.words ?? null)).toEqual(subjects);
  });
});

describe('against which unit a rate is', () => {
  it.each([
    ['thu nhập đạt 45 triệu đồng/người/năm', ['người', 'năm']],
    ['giảm 2,5%/năm', ['năm']],
    ['năng suất 68,2 tạ/ha', ['ha']],
    ['giảm bình quân hàng năm 2,5%', ['năm']],
    ['hỗ trợ 300.000 đồng mỗi tháng', ['tháng']],
    ['mỗi suất trị giá 500.000 đồng', ['suất']],
    ['Diện tích cây hàng năm đạt 120 ha', []],
    ['hỗ trợ 30 hộ', []],
    ['8/12 xã', []],
  ])('%s', (text, units) => {
    expect(read(text)[0]?.per.map(({ unit }) => unit)).toEqual(units);
  });

  it('knows the unit by its code', () => {
    expect(read('đạt 45 triệu đồng/người/năm')[0]?.per).toEqual([
      { unit: 'người', unitCode: 'person' },
      { unit: 'năm', unitCode: 'year' },
    ]);
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
    ['Năm 2023 có 3 xã. Trong đó, 2 xã ở miền núi.', ['2023', '2023']],
    ['6 tháng đầu năm có 5 vụ', [null]],
    ['Trong quí II/2024, tổ chức 12 buổi', ['2024-Q2']],
    ['Năm 2023, phong trào có chuyển biến. Toàn xã có 3 mô hình. Năm 2024 có 5 mô hình.', ['2023', '2024']],
    ['giá trị sản xuất (giá so sánh năm 2010) đạt 120 tỷ đồng', [null]],
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

  it('gives "6 tháng đầu năm" and "quý II" the year of the title', () => {
    const document = paragraphs('BÁO CÁO KẾT QUẢ CÔNG TÁC NĂM 2023', '6 tháng đầu năm có 5 vụ; quý III có 2 vụ.');
    const layout = { ...plainLayout(document), zones: ['title', 'body'] as const };
    expect(quantitiesOf(document, { layout }).map(({ period }) => period)).toEqual(['2023-H1', '2023-Q3']);
  });
});

describe('of the time of its title', () => {
  const periodUnder = (...title: string[]) => {
    const document = paragraphs(...title, 'Gieo trồng 12 ha');
    const zones = document.blocks.map((_, index) => (index === 0 ? ('title' as const) : ('body' as const)));
    return quantitiesOf(document, { layout: { ...plainLayout(document), zones } }).at(-1)?.period ?? null;
  };

  it.each([
    ['Kết quả 9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm 2018', '2018-M01/M09'],
    ['Kết quả 6 tháng đầu năm, nhiệm vụ quý III/2019', '2019-H1'],
    ['Kết quả năm 2022, nhiệm vụ năm 2023', '2022'],
  ])('%s: %s', (title, period) => {
    expect(periodUnder(title)).toBe(period);
  });

  it.each([
    [['BÁO CÁO TÓM TẮT', 'Tình hình kinh tế - xã hội năm 2019.'], '2019'],
    [['BÁO CÁO TÓM TẮT', 'Năm 2019 mưa nhiều. Lúa mất mùa.'], null],
    [['Báo cáo về cây lúa', 'Tình hình mưa lũ năm 2019.'], null],
  ])('takes the line under the kind alone for the title: %j', (lines, period) => {
    expect(periodUnder(...lines)).toBe(period);
  });
});

describe('as what: a result, a plan, a target, a promise', () => {
  it.each([
    ['Đã tổ chức 12 buổi', 'actual'],
    ['kế hoạch 120 ha', 'plan'],
    ['phấn đấu đạt 95% hộ gia đình văn hóa', 'target'],
    ['các đơn vị đăng ký 20 mô hình', 'registered'],
    ['với tổng vốn đăng ký là 1 tỷ đồng', 'actual'],
    ['cấp 12 giấy chứng nhận đăng ký hộ kinh doanh với số vốn 3 tỷ đồng', 'actual'],
    ['Trong quý IV sẽ kiểm tra 25 đơn vị', 'plan'],
    ['đề nghị bổ sung 3 tỷ đồng', 'plan'],
    ['nhu cầu 9 tỷ đồng, đã cấp 6 tỷ đồng', 'actual'],
    ['giao 20 nhiệm vụ, hoàn thành 18 nhiệm vụ', 'actual'],
    ['đăng ký 20 mô hình, thực hiện 25 mô hình', 'actual'],
    ['đạt 103% kế hoạch', 'actual'],
    ['tăng 6,2% (vượt mục tiêu Nghị quyết 0,4%)', 'actual'],
    ['mục tiêu Nghị quyết 6,5%', 'target'],
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
