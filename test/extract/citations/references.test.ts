import { describe, expect, it } from 'vitest';
import { cite } from './extract.js';

const numbers = (text: string) => cite(text).citations.map(({ number, name }) => number ?? name);

describe('lists', () => {
  it.each([
    [
      'các Quyết định số 12, 13 và 14/QĐ-UBND ngày 05/01/2024 của UBND tỉnh',
      ['12/QĐ-UBND', '13/QĐ-UBND', '14/QĐ-UBND'],
    ],
    ['Nghị định số 27/2022/NĐ-CP và 38/2023/NĐ-CP', ['27/2022/NĐ-CP', '38/2023/NĐ-CP']],
    ['các Nghị quyết số 02-NQ/TU, 06-NQ/TU của Tỉnh ủy', ['02-NQ/TU', '06-NQ/TU']],
    ['Thông tư số 01, 02/2024/TT-UBDT', ['01/2024/TT-UBDT', '02/2024/TT-UBDT']],
    ['các Kế hoạch: số 83-KH/TU ngày 26/01/2022; số 84-KH/TU ngày 26/01/2022', ['83-KH/TU', '84-KH/TU']],
    ['từ Quyết định số 12/QĐ-UBND đến Quyết định số 20/QĐ-UBND', ['12/QĐ-UBND', '20/QĐ-UBND']],
    ['các Thông tư, văn bản hướng dẫn của các Bộ ngành Trung ương', []],
  ])('reads %j', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it('gives bare items the type, date and issuer of their list', () => {
    for (const item of cite('các Quyết định số 12, 13 và 14/QĐ-UBND ngày 05/01/2024 của UBND tỉnh').citations)
      expect(item).toMatchObject({ type: 'QĐ', date: '2024-01-05', issuer: 'UBND tỉnh' });
  });

  it('shares an issuer between items of one symbol and no other', () => {
    expect(
      cite('Chỉ thị số 12-CT/TU và Chỉ thị số 13-CT/TU của Tỉnh ủy').citations.map(({ issuer }) => issuer),
    ).toEqual(['Tỉnh ủy', 'Tỉnh ủy']);
    expect(
      cite('Chỉ thị số 19/CT-TTg và Chỉ thị số 14/CT-UBND của UBND tỉnh').citations.map(({ issuer }) => issuer),
    ).toEqual([null, 'UBND tỉnh']);
  });
});

describe('what the items of a list share', () => {
  it.each([
    [
      'Quyết định số 93/QĐ-UBND ngày 24/01/2022, số 866/QĐ-UBND ngày 08/8/2022 của UBND tỉnh',
      ['QĐ 93/QĐ-UBND 2022-01-24 UBND tỉnh', 'QĐ 866/QĐ-UBND 2022-08-08 UBND tỉnh'],
    ],
    [
      'Chỉ thị số 19/CT-TTg và Chỉ thị số 14/CT-UBND ngày 06/8/2021 của UBND tỉnh',
      ['CT 19/CT-TTg', 'CT 14/CT-UBND 2021-08-06 UBND tỉnh'],
    ],
    [
      'Nghị định số 27/2022/NĐ-CP ngày 19/4/2022 và Nghị định số 38/2023/NĐ-CP ngày 24/6/2023 của Chính phủ',
      ['NĐ 27/2022/NĐ-CP 2022-04-19 Chính phủ', 'NĐ 38/2023/NĐ-CP 2023-06-24 Chính phủ'],
    ],
    [
      'Pháp lệnh 34/2007/PL-UBTVQH11, Nghị định 04/2015/NĐ-CP, Nghị định 145/2020/NĐ-CP',
      ['PL 34/2007/PL-UBTVQH11', 'NĐ 04/2015/NĐ-CP', 'NĐ 145/2020/NĐ-CP'],
    ],
    [
      'Điều 5 Nghị định số 1/2020/NĐ-CP và Điều 7 Nghị định số 2/2020/NĐ-CP',
      ['NĐ 1/2020/NĐ-CP Điều 5', 'NĐ 2/2020/NĐ-CP Điều 7'],
    ],
  ])('in %j', (text, expected) => {
    expect(
      cite(text).citations.map(({ type, number, date, issuer, provisions }) =>
        [type, number, date, issuer, ...provisions].filter((field) => field !== null).join(' '),
      ),
    ).toEqual(expected);
  });
});

describe('relations of the worked examples', () => {
  it.each([
    [
      'Kế hoạch số 77/KH-UBND ngày 06/5/2022 của UBND tỉnh về thực hiện Nghị quyết số 02-NQ/TU ngày 17/8/2021 của Hội nghị Tỉnh ủy lần thứ 4 khóa XX',
      ['77/KH-UBND implements 02-NQ/TU'],
    ],
    [
      'Kế hoạch số 75-KH/HU, ngày 05/5/2022 của Ban Thường vụ Huyện ủy thực hiện Chỉ thị số 13-CT/TU, ngày 18/3/2022',
      ['75-KH/HU implements 13-CT/TU'],
    ],
    [
      'Kế hoạch số 83-KH/TU ngày 26/01/2022 của Tỉnh ủy thực hiện Kết luận số 21-KL/TW ngày 25/10/2021',
      ['83-KH/TU implements 21-KL/TW'],
    ],
    [
      'Thông tư số 12/2019/TT-BNV … quy định chi tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP',
      ['12/2019/TT-BNV guides 91/2017/NĐ-CP'],
    ],
    [
      'Quyết định số 31/2020/QĐ-UBND sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo Quyết định số 13/2018/QĐ-UBND',
      ['31/2020/QĐ-UBND amends 13/2018/QĐ-UBND'],
    ],
    [
      'Nghị định số 38/2023/NĐ-CP, sửa đổi, bổ sung một số điều của Nghị định số 27/2022/NĐ-CP',
      ['38/2023/NĐ-CP amends 27/2022/NĐ-CP'],
    ],
    [
      'Quyết định số 12/2024/QĐ-UBND thay thế Quyết định số 48/2021/QĐ-UBND',
      ['12/2024/QĐ-UBND replaces 48/2021/QĐ-UBND'],
    ],
    [
      'Quyết định số 48/2021/QĐ-UBND đã được thay thế bằng Quyết định số 12/2024/QĐ-UBND',
      ['12/2024/QĐ-UBND replaces 48/2021/QĐ-UBND'],
    ],
    [
      'Quyết định số 48/2021/QĐ-UBND thay thế bởi Quyết định số 12/2024/QĐ-UBND',
      ['12/2024/QĐ-UBND replaces 48/2021/QĐ-UBND'],
    ],
    [
      'Nghị định số 91/2017/NĐ-CP quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng',
      ['91/2017/NĐ-CP guides Luật Thi đua, khen thưởng'],
    ],
    [
      'Luật Thi đua, khen thưởng hợp nhất tại văn bản số 16/VBHN-VPQH',
      ['16/VBHN-VPQH amends Luật Thi đua, khen thưởng'],
    ],
    [
      'Thực hiện Kế hoạch số 01/KH-HĐTĐKT ngày 02/3/2023 của Hội đồng Thi đua - Khen thưởng tỉnh về tổ chức thực hiện Chỉ thị số 19/CT-TTg và Chỉ thị số 14/CT-UBND, Ban Dân tộc tỉnh đã ban hành Kế hoạch số 133/KH-BDT',
      ['01/KH-HĐTĐKT implements 19/CT-TTg', '01/KH-HĐTĐKT implements 14/CT-UBND', '133/KH-BDT implements 01/KH-HĐTĐKT'],
    ],
    ['Nghị quyết sửa đổi, bổ sung một số điều của Nghị quyết số 20/2018/NQ-HĐND', []],
    ['Điều chỉnh một số nội dung Quyết định số 866/QĐ-UBND … về việc phê duyệt Kế hoạch thực hiện Chương trình', []],
    ['Quyết định số 396-QĐ/TU ngày 19/10/2021 … về việc ban hành Quy chế công tác dân vận', []],
    ['Nghị quyết số 88/2019/QH14 … về phê duyệt Đề án tổng thể phát triển kinh tế - xã hội …', []],
    ['Trình HĐND tỉnh ban hành Nghị quyết sửa đổi Nghị quyết số 09/2022/NQ-HĐND', []],
    ['Hướng dẫn số 08-HD/BDVTU … về xây dựng mô hình … "Dân vận khéo"', []],
    ['Công văn số 114/BDT-VP … về việc', []],
    ['Quy chế ban hành kèm theo Quyết định số 13/2018/QĐ-UBND', []],
  ])('in %j', (text, expected) => {
    expect(cite(text).relations.map(({ from, relation, to }) => [from, relation, to].join(' '))).toEqual(expected);
  });
});

describe('how the report stands to what the worked examples cite', () => {
  it.each([
    [
      'Theo đề nghị của Sở Nội vụ tỉnh Quảng Ngãi tại Công văn số 2454/SNV-XDCQ ngày 29/10/2021, Ban Dân tộc báo cáo',
      'responds-to responds_to',
    ],
    [
      'Thực hiện Công văn số 2101/SNV-TĐKT … về việc thực hiện sơ kết Phong trào thi đua; Ban Dân tộc tỉnh Quảng Ngãi báo cáo',
      'responds-to responds_to',
    ],
    ['Nghị quyết sửa đổi, bổ sung một số điều của Nghị quyết số 20/2018/NQ-HĐND', 'mentions amends'],
    ['Điều chỉnh một số nội dung Quyết định số 866/QĐ-UBND … về việc phê duyệt Kế hoạch', 'mentions amends'],
    ['chưa phù hợp với Khoản 9, Điều 9 Luật Ngân sách nhà nước', 'mentions refers_to'],
    ['theo quy định tại Nghị định số 32/2019/NĐ-CP ngày 10/4/2019 của Chính phủ', 'based-on based_on'],
    ['đính chính Quyết định số 93/QĐ-UBND', 'mentions corrects'],
    ['Hủy bỏ Nghị quyết liên tịch số 22/2006/NQLT-BGDĐT-HKHVN ngày 12/5/2006', 'mentions repeals'],
    ['gia hạn thời gian thực hiện Quyết định số 861/QĐ-TTg', 'mentions extends'],
    ['kéo dài thời hạn thực hiện Quyết định số 861/QĐ-TTg', 'mentions extends'],
    ['tổ chức thực hiện Quyết định số 861/QĐ-TTg', 'implements implements'],
    ['Báo cáo tổng kết 10 năm thực hiện Chỉ thị số 19-CT/TW', 'mentions reports_on'],
    ['Trình HĐND tỉnh ban hành Nghị quyết sửa đổi Nghị quyết số 09/2022/NQ-HĐND', 'mentions amends'],
    // Who issued may stand far from the document.
    ['Chính phủ đã ban hành 12 nghị định, trong đó có Nghị định số 38/2023/NĐ-CP', 'mentions issues'],
    ['Đã ban hành 12 kế hoạch, trong đó có Kế hoạch số 38/KH-BDT', 'issued issues'],
  ])('in %j', (text, expected) => {
    const [only, ...others] = cite(text, { issuer: 'Ban Dân tộc' }).citations;
    expect(others).toEqual([]);
    expect(`${only?.role} ${only?.relationDetail}`).toBe(expected);
  });
});

describe('named documents', () => {
  it.each([
    ['theo Luật Thi đua, khen thưởng năm 2022 và các văn bản', 'Luật Thi đua, khen thưởng năm 2022', 'L'],
    ['Luật Đất đai 2024 có hiệu lực', 'Luật Đất đai 2024', 'L'],
    ['Bộ luật Dân sự năm 2015', 'Bộ luật Dân sự năm 2015', 'BL'],
    [
      'Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2013',
      'Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2013',
      'L',
    ],
    ['theo Luật Trồng hoa, quy định mới', 'Luật Trồng hoa', 'L'],
    ['Hiến pháp năm 2013', 'Hiến pháp năm 2013', 'HP'],
    [
      'Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX',
      'Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX',
      'NQ',
    ],
    ['Nghị quyết Đại hội XIII của Đảng', 'Nghị quyết Đại hội XIII của Đảng', 'NQ'],
    ['Nghị quyết Trung ương 4 khóa XII về', 'Nghị quyết Trung ương 4 khóa XII', 'NQ'],
  ])('reads %j', (text, name, type) => {
    expect(cite(text).citations).toMatchObject([{ kind: 'named', name, type, number: null }]);
  });

  it.each([
    'Đoàn Luật sư tỉnh',
    'chấp hành pháp luật',
    'Trường Đại học Luật Hà Nội',
    'kỷ luật Đảng',
    'Chương trình mục tiêu quốc gia giảm nghèo',
    'Nghị quyết Đại hội Đảng các cấp',
    'Nghị quyết Hội nghị cán bộ, công chức năm 2022',
  ])('finds none in %j', (text) => {
    expect(cite(text).citations).toEqual([]);
  });

  it('keeps a year that is no year of the law out of its name', () => {
    expect(cite('tuyên truyền Luật Tiếp công dân năm 2023').citations[0]!.name).toBe('Luật Tiếp công dân');
  });
});

describe('provisions', () => {
  it.each([
    ['chưa phù hợp với Khoản 9, Điều 9 Luật Ngân sách nhà nước', ['khoản 9', 'Điều 9']],
    [
      'điểm a, b khoản 1, khoản 3 Điều 9 và Điều 12 Luật Đất đai',
      ['điểm a', 'điểm b', 'khoản 1', 'khoản 3', 'Điều 9', 'Điều 12'],
    ],
    ['từ Điều 5 đến Điều 9 Luật Đất đai', ['Điều 5', 'Điều 9']],
    ['Phụ lục số 02 kèm theo Công văn số 15/SNV-TH', ['Phụ lục số 02']],
    ['bổ sung điều kiện theo Luật Đất đai', []],
    ['quy định tại Danh mục C ban hành kèm theo Nghị định số 51/1999/NĐ-CP', []],
  ])('reads %j', (text, provisions) => {
    expect(cite(text).citations[0]!.provisions).toEqual(provisions);
  });
});

describe('issuer and date', () => {
  it.each([
    ['Sở Nội vụ tỉnh Gia Lai đã ban hành Kế hoạch số 12/KH-SNV', 'Sở Nội vụ tỉnh Gia Lai', null],
    ['Ngày 21/6/2023, Ủy ban Dân tộc đã có Công văn số 17/UBDT-DTTS', 'Ủy ban Dân tộc', '2023-06-21'],
    [
      'Theo đề nghị của Sở Nội vụ tỉnh Gia Lai tại Công văn số 24/SNV-TH ngày 29/10/2021',
      'Sở Nội vụ tỉnh Gia Lai',
      '2021-10-29',
    ],
    ['Quyết định số 93/QĐ-UBND của UBND tỉnh ngày 24/01/2022', 'UBND tỉnh', '2022-01-24'],
    ['Kế hoạch số 9/KH-UBND do UBND huyện ban hành', 'UBND huyện', null],
    ['Quyết định số 7/QĐ-BVH của Bộ Văn hóa, Thể thao và Du lịch về việc', 'Bộ Văn hóa, Thể thao và Du lịch', null],
    ['Quyết định số 7/QĐ-UBND ngày 31/02/2023 của UBND xã', 'UBND xã', null],
    // what tells a body from its namesake is no part of its name
    ['Nghị quyết số 10-NQ/TU của Tỉnh ủy Kon Tum cũ', 'Tỉnh ủy Kon Tum', null],
    ['Nghị quyết số 10-NQ/TU của Tỉnh ủy Kon Tum trước sáp nhập', 'Tỉnh ủy Kon Tum', null],
    ['Kế hoạch số 9/KH-STC của Sở Tài chính nay là', 'Sở Tài chính', null],
  ])('reads %j', (text, issuer, date) => {
    expect(cite(text).citations[0]).toMatchObject({ issuer, date });
  });
});

describe('short forms', () => {
  it('resolves a bare number by the full form elsewhere', () => {
    const { citations } = cite(['Kế hoạch số 45 ngày 10/10/2023', 'ban hành Kế hoạch số 45/KH-SNV ngày 10/10/2023']);
    expect(citations.map(({ number, resolved }) => [number, resolved])).toEqual([
      ['45', '45/KH-SNV'],
      ['45/KH-SNV', null],
    ]);
  });

  it('does not choose between two candidates', () => {
    expect(
      cite(['Kế hoạch số 45', 'Kế hoạch số 45/KH-SNV', 'Kế hoạch số 45/KH-STC']).citations[0]!.resolved,
    ).toBeNull();
  });

  it('marks "Quyết định này" and its like as anaphora', () => {
    expect(
      cite('Nghị định số 30/2020/NĐ-CP. Nghị định nói trên quy định').citations.map(({ kind, resolved }) => [
        kind,
        resolved,
      ]),
    ).toEqual([
      ['numbered', null],
      ['anaphora', '30/2020/NĐ-CP'],
    ]);
  });
});

describe('the own number', () => {
  it('is no citation, in the letterhead or further down', () => {
    const own = ['Số: 62/TTr-SNV', 'Căn cứ Nghị định số 30/2020/NĐ-CP;', '(Kèm theo Tờ trình số 62/TTr-SNV)'];
    expect(cite(own).citations.map(({ number }) => number)).toEqual(['30/2020/NĐ-CP']);
  });
});

describe('the own name of a law', () => {
  const law = { type: 'L', title: 'PHÁ SẢN', number: '51/2014/QH13' };
  const names = (text: string, header = law) => cite(text, header).citations.map(({ number, name }) => number ?? name);
  it.each([
    ['Quốc hội ban hành Luật phá sản.', []],
    ['Điều 3. Áp dụng Luật phá sản', []],
    ['Quyết định theo Luật phá sản số 21/2004/QH11', ['21/2004/QH11']],
    ['Quyết định theo Luật phá sản năm 2004', ['Luật phá sản năm 2004']],
    ['Quốc hội ban hành Luật đất đai.', ['Luật đất đai']],
  ])('is no citation: %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('is one in any other paper', () => {
    expect(names('Áp dụng Luật phá sản', { ...law, type: 'NĐ' })).toEqual(['Luật phá sản']);
  });

  it('gives the number of the law that it amends to that law', () => {
    const text = 'Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật quốc tịch Việt Nam số 24/2008/QH12.';
    const own = {
      type: 'L',
      title: 'SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT QUỐC TỊCH VIỆT NAM',
      number: '56/2014/QH13',
    };
    expect(cite(text, own).citations).toMatchObject([
      { quote: 'Luật quốc tịch Việt Nam số 24/2008/QH12', number: '24/2008/QH12', role: 'mentions' },
    ]);
    expect(cite(text).citations[0]!.quote).toMatch(/^Luật sửa đổi/u);
  });
});

describe('symbols in two pieces', () => {
  it.each([
    ['Công văn số 3/LĐCL BTh ngày 07/01/2025 của Liên đoàn', '3/LĐCLBTh', null],
    ['Công văn số 3/LĐCL UBND tỉnh', '3/LĐCL', null],
    ['Công văn số 3/LĐCL Bình Thuận', '3/LĐCL', null],
    ['Quyết định số 18/20202QĐ-UBND ngày 20/7/2020', '18/20202QĐ-UBND', '18/2020/QĐ-UBND'],
    ['Nghị quyết số 9/2021lNQ-HĐND của HĐND tỉnh', '9/2021lNQ-HĐND', '9/2021/NQ-HĐND'],
  ])('reads %j', (text, number, repaired) => {
    expect(cite(text).citations[0]).toMatchObject({
      number,
      repaired: repaired === null ? null : { number: repaired },
    });
  });

  it.each([
    ['Quyết định số 178 TTg ngày 12/4/1996 của Thủ tướng', '178TTg'],
    ['theo Nghị định 24CP ngày 18/3/1994', '24CP'],
    ['Chỉ thị 15-CT ngày 15/1/1989 của Chủ tịch Hội đồng Bộ trưởng', '15-CT'],
    ['Quyết định số 327-CT ngày 15/9/1992', '327-CT'],
    // of the Party's
    ['Quyết định số 15-CT/TW', '15-CT/TW'],
  ])('reads an old number whose symbol is its organ alone: %j', (text, number) => {
    expect(numbers(text)).toEqual([number]);
  });

  it.each([
    ['Nghị định số 12/2053/NĐ-CP của Chính phủ', '12/2053/NĐ-CP'],
    ['theo 19/202/QĐ-TTg', '19/202/QĐ-TTg'],
    ['Luật số 31/2204/QH11', '31/2204/QH11'],
  ])('reads a number whose year is a slip as it is printed: %j', (text, number) => {
    expect(numbers(text)).toEqual([number]);
  });

  it.each(['tỷ lệ 1/500/2020', 'tại thửa số 12/2053/BĐ', 'mục 3/400/KH'])(
    'takes figures before no known symbol for no year: %j',
    (text) => {
      expect(numbers(text)).toEqual([]);
    },
  );

  it.each(['Quyết định số 18/20202 của UBND', 'tỷ lệ 18/20202QĐ'])('leaves %j alone', (text) => {
    expect(numbers(text)).toEqual([]);
  });
});

describe('laws under other spellings', () => {
  it.each([
    ['Căn cứ Luật Tổ chức HĐND và UBND ngày 26/11/2003', 'Luật Tổ chức HĐND và UBND'],
    ['Luật Tổ chức Hội đồng nhân dân, Ủy ban nhân dân', 'Luật Tổ chức Hội đồng nhân dân, Ủy ban nhân dân'],
    ['quán triệt Luật Lưu trữ (sửa đổi) cho', 'Luật Lưu trữ (sửa đổi)'],
    [
      'Luật sửa đổi, bổ sung một số điều của các luật liên quan đến quy hoạch ngày 20/11/2018',
      'Luật sửa đổi, bổ sung một số điều của các luật liên quan đến quy hoạch',
    ],
    [
      'THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẠI BIỂU TOÀN QUỐC LẦN THỨ XII CỦA ĐẢNG',
      'NGHỊ QUYẾT ĐẠI HỘI ĐẠI BIỂU TOÀN QUỐC LẦN THỨ XII CỦA ĐẢNG',
    ],
    ['theo luật đất đai 2013 thì', 'luật đất đai 2013'],
    ['phổ biến Luật Sửa đổi Bộ luật Hình sự, công ước', 'Luật Sửa đổi Bộ luật Hình sự'],
    ['Pháp lệnh Phòng, chống tệ nạn đã', 'Pháp lệnh Phòng, chống tệ nạn'],
    ['quán triệt Nghị quyết đại hội Đảng bộ xã khóa XXII', 'Nghị quyết đại hội Đảng bộ xã khóa XXII'],
  ])('reads %j', (text, name) => {
    expect(numbers(text)).toEqual([name]);
  });
});

describe('bare numbers of projects and directives', () => {
  it.each([
    ['quá trình thực hiện Đề án 06 vẫn còn tồn tại', ['06']],
    ['kết quả thực hiện Chỉ thị 05 một cách toàn diện', ['05']],
    ['Tổ công tác triển khai Đề án 06 tỉnh họp', ['06']],
    ['Thông báo 03 trường hợp nghỉ việc', []],
    ['Báo cáo 12 nội dung', []],
  ])('reads %j', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it('goes by the decision that approved the project', () => {
    const { citations } = cite(['Quyết định số 06/QĐ-TTg ngày 06/01/2022 phê duyệt Đề án', 'triển khai Đề án 06 tỉnh']);
    expect(citations.at(-1)).toMatchObject({ type: 'ĐA', number: '06', resolved: '06/QĐ-TTg' });
  });
});

describe('a damaged symbol', () => {
  const resolved = (...paragraphs: string[]) => cite(paragraphs).citations.at(-1)!.resolved;
  it.each([
    ['Quyết định số 24/QĐ-UBDT ngày 5/1/2021', 'theo Quyết định số 24/QĐ-UBNDT', '24/QĐ-UBDT'],
    ['Quyết định số 24/QĐ-UBDT ngày 5/1/2021', 'theo Quyết định số 24/QĐ-UBNDT ngày 6/1/2021', null],
    ['Quyết định số 25/QĐ-UBDT', 'theo Quyết định số 24/QĐ-UBNDT', null],
    ['Kế hoạch số 24/KH-UBDT', 'theo Quyết định số 24/QĐ-UBNDT', null],
    ['Quyết định số 24/QĐ-UBDT', 'theo Quyết định số 24/QĐ-UBND', null],
  ])('beside %j: %j', (witness, damaged, expected) => {
    expect(resolved(witness, damaged)).toBe(expected);
  });
});

it('reads provisions of several levels', () => {
  expect(cite('Tại tiết 2.2.1, điểm 2.2, khoản 2, Điều 30 Quy định số 7-QĐ/TW').citations[0]!.provisions).toEqual([
    'tiết 2.2.1',
    'điểm 2.2',
    'khoản 2',
    'Điều 30',
  ]);
});

it('takes no office that follows for the maker of a law', () => {
  expect(cite('thi hành Luật Lưu trữ của Sở Nội vụ').citations[0]!.issuer).toBeNull();
  expect(cite('thi hành Luật Lưu trữ của Quốc hội').citations[0]!.issuer).toBe('Quốc hội');
});

it('takes the subject "luật đất đai" for no law, whatever number follows', () => {
  expect(numbers('tìm hiểu luật đất đai; luật đất đai 2005 và 12 luật')).toEqual([]);
});

it('ends a number before the next where only white space lies between', () => {
  expect(numbers('Quyết định số 5/QĐ-UBND của UBND Quận 12 “về việc thành lập”')).toEqual(['5/QĐ-UBND']);
});

describe('number and year alone', () => {
  it.each([
    ['theo Nghị định 15/2020 của Chính phủ', ['15/2020']],
    ['Thông tư số 22/2021 quy định về đánh giá', ['22/2021']],
    ['Nghị định 15/2020/NĐ-CP', ['15/2020/NĐ-CP']],
    ['Kế hoạch 11/2023 của phòng', []],
    ['quyết định 11/2023', []],
    ['Nghị định 15/2020-2021', []],
  ])('reads %j', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it('is given the full number that the report prints elsewhere, of the same year', () => {
    const { citations } = cite(['Nghị định số 15/2020/NĐ-CP và Nghị định số 15/2022/NĐ-CP', 'theo Nghị định 15/2020']);
    expect(citations.at(-1)).toMatchObject({ number: '15/2020', resolved: '15/2020/NĐ-CP' });
  });
});

describe('issuers', () => {
  const issuer = (text: string) => cite(text).citations[0]?.issuer;
  it.each([
    ['Quyết định số 3/QĐ-TTN của Tổng thanh tra Nhà nước ban hành', 'Tổng thanh tra Nhà nước'],
    ['Tờ trình số 3/TTr-SNN của Sở Nông nghiệp & Môi trường về', 'Sở Nông nghiệp & Môi trường'],
    [
      'Công văn số 2/TCT của Tổ công tác rà soát thủ tục hành chính của Thủ tướng Chính phủ về',
      'Tổ công tác rà soát thủ tục hành chính của Thủ tướng Chính phủ',
    ],
    ['Quyết định số 5/QĐ-BCĐ của Ban Chỉ đạo tổng kết Chiến lược biển về việc', 'Ban Chỉ đạo tổng kết Chiến lược biển'],
    ['Kế hoạch số 12-KH/ĐU của đảng uỷ Công ty về', 'đảng uỷ Công ty'],
    ['Chỉ thị số 12-CT/TU của Tỉnh Ủy Gia Lai về', 'Tỉnh Ủy Gia Lai'],
    [
      'Nghị quyết liên tịch số 3/2019/NQLT-CP-UBTVQH của Chính phủ, Ủy ban Thường vụ Quốc hội và Đoàn Chủ tịch quy định',
      'Chính phủ, Ủy ban Thường vụ Quốc hội và Đoàn Chủ tịch',
    ],
    ['Nghị định số 4/2019/NĐ-CP của Chính phủ, Bộ Nội vụ hướng dẫn', 'Chính phủ'],
    ['Quyết định số 5/QĐ-UBND của UBND Quận 12 về việc', 'UBND Quận 12'],
    [
      'Luật số 7/2015/QH13 của Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam quy định',
      'Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam',
    ],
    [
      'Quyết định số 2/QĐ-PCLB của Ban Chỉ huy Phòng, chống lụt, bão thành phố về',
      'Ban Chỉ huy Phòng, chống lụt, bão thành phố',
    ],
    [
      'NGHỊ QUYẾT SỐ 5-NQ/TW CỦA BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG (KHÓA XI) VỀ ĐỔI MỚI',
      'BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG (KHÓA XI)',
    ],
    [
      'Quyết định số 5/2012/KDTM-PT của Tòa Phúc thẩm Tòa án nhân dân tối cao tại Đà Nẵng về vụ án',
      'Tòa Phúc thẩm Tòa án nhân dân tối cao tại Đà Nẵng',
    ],
    [
      'Quyết định số 5/QĐ-VKS của Viện kiểm sát nhân dân cấp cao tại Hà Nội',
      'Viện kiểm sát nhân dân cấp cao tại Hà Nội',
    ],
    ['Quyết định số 5/QĐ-UBND của UBND tỉnh Quảng Ninh tại Hà Nội', 'UBND tỉnh Quảng Ninh'],
    [
      'Xét đề nghị của Ban Chỉ huy Phòng, chống lụt, bão và Tìm kiếm cứu nạn huyện tại Tờ trình số 9/TTr-PCLB',
      'Ban Chỉ huy Phòng, chống lụt, bão và Tìm kiếm cứu nạn huyện',
    ],
    ['Văn phòng Chính phủ vừa phát đi Thông báo số 13/TB-VPCP', 'Văn phòng Chính phủ'],
  ])('reads %j', (text, expected) => {
    expect(issuer(text)).toBe(expected);
  });
});
