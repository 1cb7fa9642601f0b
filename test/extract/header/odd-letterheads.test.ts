import { describe, expect, it } from 'vitest';
import { extractHeader } from '../../../src/extract/header/extract-header.js';
import { analyseLayout } from '../../../src/extract/layout.js';
import { type Header, quoteOf } from '../../../src/model/index.js';
import { documentOf, type TestBlock } from '../document-of.js';

const headerOf = (...blocks: readonly string[]): Header => {
  const document = documentOf(...blocks);
  return extractHeader(document, analyseLayout(document)).header;
};

const opening = ['UBND HUYỆN MAI SƠN', 'PHÒNG NỘI VỤ'];
const state = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];
const dated = ['Số: 17/BC-PNV', 'Mai Sơn, ngày 08 tháng 4 năm 2024'];
const body = 'Thực hiện Công văn số 22/UBND-NV ngày 02/4/2024, Phòng Nội vụ báo cáo như sau:';
const read = {
  type: 'BC',
  number: '17/BC-PNV',
  issuer: 'Phòng Nội vụ',
  parent: 'UBND HUYỆN MAI SƠN',
  place: 'Mai Sơn',
  date: '2024-04-08',
  title: 'Kết quả rà soát biên chế',
};

describe('letterheads that saving or conversion damaged', () => {
  it.each([
    ['bars between the columns', [`${opening[0]} | ${state[0]} |`, `${opening[1]} | ${state[1]} |`, dated.join(' | ')]],
    ['bars on lines of their own', [opening[0]!, opening[1]!, '|', ...state, '|', dated[0]!, '|', dated[1]!, '|']],
    [
      'the first word broken off',
      [
        'UBND',
        'HUYỆN MAI SƠN',
        'PHÒNG NỘI VỤ',
        'CỘNG',
        'HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        state[1]!,
        'Số:',
        '17/BC-PNV',
        'Mai',
        'Sơn, ngày 08 tháng 4 năm 2024',
      ],
    ],
    ['the name of the State cut anywhere', [...opening, 'CỘNG HÒA XÃ HỘI CHỦ', 'NGHĨA VIỆT NAM', state[1]!, ...dated]],
    ['blanks lost in the name of the State', [...opening, 'CỘNG HÒA XÃHỘI CHỦ NGHĨA VIỆTNAM', state[1]!, ...dated]],
    [
      'the motto and the date on one line',
      [opening[0]!, `${opening[1]} ------- ${state[0]}`, `${state[1]} ${dated[1]}`, dated[0]!],
    ],
    [
      'the words of a web page above',
      [
        'Báo cáo 17/BC-PNV năm 2024 về kết quả rà soát biên chế của huyện Mai Sơn',
        'Nơi ban hành: Huyện Mai Sơn Người ký: Lò Thị Bình',
        'Ngày hết hiệu lực: Đang cập nhật',
        ...opening,
        ...state,
        ...dated,
      ],
    ],
    ['all of it on one line', [[opening[0], state[0], opening[1], state[1], ...dated].join(' ')]],
    ['the body behind the name of the State', [`${opening[0]} ${state[0]} ${opening[1]} ${state[1]}`, dated.join(' ')]],
    ['a slip in the name of the State', [`${opening[0]} CỘNG HỒ XÃ HỘI CHỦ NGHĨA VIỆT NAM`, opening[1]!, ...dated]],
    ['the name the State had before 1976', [...opening, 'VIỆT NAM DÂN CHỦ CỘNG HOÀ', state[1]!, ...dated]],
    ['a point behind the colon of the number', [...opening, ...state, 'Số:. 17/BC-PNV', dated[1]!]],
    ['the end of the number below the date', [...opening, ...state, 'Số: 17/BC-', dated[1]!, 'PNV']],
    ['the headline of a web page', ['BÁO CÁO KẾT QUẢ RÀ SOÁT NĂM 2024', '|', ...opening, ...state, ...dated]],
    ['both bodies on one line', [opening.join(' '), ...state, ...dated]],
    ['a blank lost behind the first word', ['UBNDHUYỆN MAI SƠN', opening[1]!, ...state, ...dated]],
  ])('reads one with %s', (_, lines) => {
    const parent = lines.some((line) => line.includes('UBNDHUYỆN')) ? 'UBNDHUYỆN MAI SƠN' : read.parent;
    expect(headerOf(...lines, 'BÁO CÁO', 'Kết quả rà soát biên chế', body)).toMatchObject({ ...read, parent });
  });

  it('gives a broken number and its place spans that cover both lines', () => {
    const document = documentOf(
      ...opening,
      ...state,
      'Số:',
      '17/BC-PNV',
      'Mai',
      'Sơn, ngày 08 tháng 4 năm 2024',
      'BÁO CÁO',
      'Kết quả',
      body,
    );
    const { spans } = extractHeader(document, analyseLayout(document)).header;
    expect(quoteOf(document.text, spans.number!)).toBe('17/BC-PNV');
    expect(quoteOf(document.text, spans.place!)).toBe('Mai\nSơn');
    expect(analyseLayout(document).zones.slice(0, 9)).toEqual(Array(9).fill('letterhead'));
  });

  it.each([
    ['a mark that lost a tone to the scanner', ['MẠT', 'BÁO CÁO', 'Kết quả', body], { secrecy: 'MẬT' }],
    ['a mark in the older spelling', ['HOẢ TỐC', 'BÁO CÁO', 'Kết quả', body], { urgency: 'HOẢ TỐC' }],
    ['a mark of secrecy', ['MẬT', 'BÁO CÁO', 'Kết quả', body], { type: 'BC', title: 'Kết quả', secrecy: 'MẬT' }],
    [
      'a type of one word',
      ['LUẬT', 'TIẾP CẬN THÔNG TIN', 'Căn cứ Hiến pháp;'],
      { type: 'L', title: 'TIẾP CẬN THÔNG TIN' },
    ],
    [
      'a blank number',
      ['Số:', 'Mai Sơn, ngày tháng 4 năm 2024', 'BÁO CÁO', 'Kết quả', body],
      { number: null, place: 'Mai Sơn' },
    ],
  ])('joins nothing to %s', (_, lines, fields) => {
    expect(headerOf(...opening, ...state, ...lines)).toMatchObject(fields);
  });
});

describe('titles in capitals', () => {
  const basis = 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;';
  it.each([
    [
      'who decides',
      ['BAN HÀNH QUY CHẾ TIẾP CÔNG DÂN', 'ỦY BAN NHÂN DÂN HUYỆN MAI SƠN', basis],
      'BAN HÀNH QUY CHẾ TIẾP CÔNG DÂN',
    ],
    [
      'who decides over two lines',
      ['VỀ ĐẶT TÊN ĐƯỜNG', 'CHỦ TỊCH ỦY BAN NHÂN DÂN', 'HUYỆN MAI SƠN', basis],
      'VỀ ĐẶT TÊN ĐƯỜNG',
    ],
    [
      'a body that the title is about',
      ['VỀ VIỆC KIỆN TOÀN', 'BAN CHỈ ĐẠO PHÒNG CHỐNG DỊCH', 'Thực hiện kế hoạch, nay kiện toàn.'],
      'VỀ VIỆC KIỆN TOÀN BAN CHỈ ĐẠO PHÒNG CHỐNG DỊCH',
    ],
    [
      'a body that an open line wants',
      ['BAN HÀNH QUY CHẾ LÀM VIỆC CỦA', 'ỦY BAN NHÂN DÂN HUYỆN MAI SƠN', basis],
      'BAN HÀNH QUY CHẾ LÀM VIỆC CỦA ỦY BAN NHÂN DÂN HUYỆN MAI SƠN',
    ],
    ['a line of a form', ['KIỂM TRA TRƯỜNG CHUẨN', 'Đơn vị: Trường THCS Chiềng Ban', basis], 'KIỂM TRA TRƯỜNG CHUẨN'],
  ])('are told from %s', (_, lines, title) => {
    expect(headerOf(...opening, ...state, 'Số: 9/QĐ-UBND', 'QUYẾT ĐỊNH', ...lines)).toMatchObject({
      type: 'QĐ',
      title,
      signers: [],
    });
  });

  it('are read where the type line is lost', () => {
    expect(headerOf(...opening, ...state, 'Số: 9/HD-PNV', 'TỔ CHỨC HỘI NGHỊ CÔNG CHỨC NĂM 2024', body)).toMatchObject({
      type: 'HD',
      title: 'TỔ CHỨC HỘI NGHỊ CÔNG CHỨC NĂM 2024',
    });
    expect(headerOf(...opening, ...state, 'Số: 9/HD-PNV', 'I. MỤC ĐÍCH CỦA VIỆC TỔ CHỨC', body).title).toBeNull();
  });
});

describe('where a title ends', () => {
  it.each([
    [
      'an announcing sentence',
      'Kết quả chăm sóc trẻ em trên địa bàn tỉnh',
      'Ban Văn hóa HĐND tỉnh báo cáo như sau:',
      'Kết quả chăm sóc trẻ em trên địa bàn tỉnh',
    ],
    [
      'a title that closes a quotation',
      'Kết quả Đề án "Trường xanh"',
      'Nhà trường báo cáo:',
      'Kết quả Đề án "Trường xanh"',
    ],
    [
      'nothing, inside a quotation',
      'Kết quả Đề án "Trường xanh,',
      'lớp sạch" năm 2023',
      'Kết quả Đề án "Trường xanh, lớp sạch" năm 2023',
    ],
    [
      'nothing, behind an open line',
      'Kết quả chăm sóc trẻ em của',
      'Hội Chữ thập đỏ năm 2023',
      'Kết quả chăm sóc trẻ em của Hội Chữ thập đỏ năm 2023',
    ],
  ])('is at %s', (_, one, two, title) => {
    expect(headerOf(...opening, ...state, ...dated, 'BÁO CÁO', one, two, 'I. KẾT QUẢ').title).toBe(title);
  });
});

describe('the Youth Union', () => {
  const union = 'ĐOÀN TNCS HỒ CHÍ MINH';
  const rest = [
    'Số: 5-BC/ĐTN',
    'Mai Sơn, ngày 20 tháng 3 năm 2023',
    'BÁO CÁO',
    'Kết quả Tháng Thanh niên',
    'I. KẾT QUẢ',
  ];
  it.each([
    ['for a motto', ['TỈNH ĐOÀN SƠN LA', 'BCH ĐOÀN HUYỆN MAI SƠN', '***', union], 'BCH Đoàn huyện Mai Sơn', 'front'],
    [
      'for the centre',
      ['BAN CHẤP HÀNH TRUNG ƯƠNG', '***', union],
      'Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh',
      'front',
    ],
    ['over its branch', [union, 'BCH ĐOÀN XÃ CHIỀNG BAN', ...state], 'BCH Đoàn xã Chiềng Ban', 'front'],
    ['on one line with its branch', [`TỈNH ĐOÀN SƠN LA ${union}`, 'HUYỆN ĐOÀN MAI SƠN'], 'Huyện đoàn Mai Sơn', 'front'],
  ])('stands %s', (_, lines, issuer, family) => {
    expect(headerOf(...lines, ...rest)).toMatchObject({
      issuer,
      place: 'Mai Sơn',
      title: 'Kết quả Tháng Thanh niên',
      family,
    });
  });
});

describe('offices in a signature', () => {
  const closing = (...lines: string[]) =>
    headerOf(...opening, ...state, ...dated, 'BÁO CÁO', 'Kết quả', body, 'Nơi nhận:', '- Lưu: VT.', ...lines).signers;
  it.each([
    [
      'the first below a power',
      ['KT. TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', 'CHỦ TỊCH HỘI NÔNG DÂN', 'Lê Văn An'],
      'Phó Trưởng Ban',
      'KT.',
    ],
    [
      'the first for a committee',
      ['TM. BAN CHỈ ĐẠO', 'TRƯỞNG BAN', 'PHÓ CHỦ TỊCH UBND HUYỆN', 'Lê Văn An'],
      'Trưởng Ban',
      'TM.',
    ],
    [
      'over two lines',
      ['TUQ. GIÁM ĐỐC', 'CHI CỤC TRƯỞNG CHI CỤC CHĂN NUÔI', 'VÀ THÚ Y', 'Lê Văn An'],
      'Chi cục trưởng Chi cục Chăn nuôi và Thú y',
      'TUQ.',
    ],
    [
      "over two lines of a name's shape",
      ['TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG', 'TRỒNG TRỌT', 'Lê Văn An'],
      'Trưởng Phòng Trồng trọt',
      'TL.',
    ],
    ['cut short', ['KT. HIỆU TRƯỞNG', 'P. HIỆU TRƯỞNG', 'Lê Văn An'], 'P. Hiệu trưởng', 'KT.'],
    ['above a name in capitals', ['GIÁM ĐỐC', 'LÊ VĂN AN'], 'Giám đốc', null],
  ])('count: %s', (_, lines, position, authority) => {
    expect(closing(...lines)).toEqual([{ name: 'Lê Văn An', position, authority }]);
  });
});

describe('the parts of a letterhead', () => {
  it.each([
    ['THƯỜNG TRỰC', 'HỘI ĐỒNG NHÂN DÂN HUYỆN MAI SƠN', 'Thường trực Hội đồng nhân dân huyện Mai Sơn'],
    ['BAN CHẤP HÀNH', 'ĐẢNG BỘ HUYỆN MAI SƠN', 'Ban Chấp hành Đảng bộ huyện Mai Sơn'],
    ['UBND HUYỆN MAI SƠN', 'THANH TRA HUYỆN', 'Thanh tra huyện'],
    ['ỦY BAN KIỂM TRA', 'HUYỆN ỦY MAI SƠN', 'Ủy ban Kiểm tra Huyện ủy Mai Sơn'],
    ['HUYỆN ỦY MAI SƠN', 'ỦY BAN KIỂM TRA', 'Ủy ban Kiểm tra'],
    ['BỘ CHỈ HUY BĐBP TỈNH', 'ĐỒN BIÊN PHÒNG CHIỀNG SƠN', 'Đồn biên phòng Chiềng Sơn'],
  ])('are joined only where the first is no body of its own: %s / %s', (one, two, issuer) => {
    expect(headerOf(one, two, ...state, ...dated, 'BÁO CÁO', 'Kết quả', body).issuer).toBe(issuer);
  });

  it('of a joint document are all its issuers', () => {
    expect(
      headerOf(
        'TÒA ÁN NHÂN DÂN',
        'VIỆN KIỂM SÁT NHÂN DÂN',
        ...state,
        'Số: 01/TTLT-TA-VKS',
        'THÔNG TƯ LIÊN TỊCH',
        'HƯỚNG DẪN GIAO NHẬN HỒ SƠ',
        'Để thi hành Bộ luật, hai ngành hướng dẫn:',
      ),
    ).toMatchObject({ issuer: 'Tòa án nhân dân - Viện kiểm sát nhân dân', parent: null });
  });

  it('of a letter without a subject make it a letter', () => {
    expect(headerOf(...opening, ...state, 'Số: 9/PNV-TC', 'Kính gửi:', '- Các xã;', body)).toMatchObject({
      type: 'CV',
      title: null,
    });
  });

  it.each([
    ['97-QĐ/HU', 'QUY ĐỊNH', 'QĐ'],
    ['97/QyĐ-UBND', 'QUY ĐỊNH', 'QyĐ'],
  ])('give %s its type', (number, type, code) => {
    expect(
      headerOf('HUYỆN ỦY MAI SƠN', 'ĐẢNG CỘNG SẢN VIỆT NAM', `Số ${number}`, type, 'về phân cấp quản lý cán bộ', body)
        .type,
    ).toBe(code);
  });

  it('leave out the line that says who speaks', () => {
    const title = (...lines: string[]) =>
      headerOf('HUYỆN ỦY MAI SƠN', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'Số 3-CT/HU', 'CHỈ THỊ', ...lines, body).title;
    expect(title('CỦA BAN THƯỜNG VỤ HUYỆN ỦY', 'về lãnh đạo đại hội hội cựu chiến binh')).toBe(
      'về lãnh đạo đại hội hội cựu chiến binh',
    );
    expect(title('của Ban Thường vụ nhiệm kỳ qua')).toBe('của Ban Thường vụ nhiệm kỳ qua');
  });
});

describe('closings', () => {
  const list = (...lines: string[]) =>
    headerOf(...opening, ...state, ...dated, 'BÁO CÁO', 'Kết quả', body, 'Nơi nhận:', ...lines);
  it.each([
    [
      'an office behind an item',
      ['- TT HĐND huyện; TRƯỞNG PHÒNG', '- Lưu: VT.', 'Lò Văn Trưởng'],
      ['TT HĐND huyện'],
      'Lò Văn Trưởng',
    ],
    [
      'a name behind the archive line',
      ['- UBND huyện; TRƯỞNG PHÒNG', '- Lưu: VT. Trần Thị Oanh'],
      ['UBND huyện'],
      'Trần Thị Oanh',
    ],
    [
      'no name of a school',
      ['- Trường THPT Nguyễn Thị Minh Khai', '- Lưu: VT.', 'TRƯỞNG PHÒNG', 'Lò Văn Trưởng'],
      ['Trường THPT Nguyễn Thị Minh Khai'],
      'Lò Văn Trưởng',
    ],
    [
      'no office that a list names',
      ['- Các đồng chí: Bí thư, Chủ tịch;', '- Lưu: VT.', 'TRƯỞNG PHÒNG', 'Lò Văn Trưởng'],
      ['Các đồng chí: Bí thư, Chủ tịch'],
      'Lò Văn Trưởng',
    ],
    [
      'copies behind a purpose',
      ['- UBND huyện (b/c) 02 bản;', '- Lưu: VT.', 'TRƯỞNG PHÒNG', 'Lò Văn Trưởng'],
      ['UBND huyện'],
      'Lò Văn Trưởng',
    ],
  ])('part %s', (_, lines, recipients, name) => {
    const { signers, recipients: read } = list(...lines);
    expect(read).toEqual(recipients);
    expect(signers).toMatchObject([{ name, position: 'Trưởng Phòng' }]);
  });

  it('make a text a report where all above the body is lost', () => {
    const text = ['Nhà trường thống nhất lịch nghỉ như sau:', 'Nghỉ từ ngày 25/1.'];
    const close = ['Nơi nhận:', '- Các khoa;', '- Lưu VT.', 'HIỆU TRƯỞNG', '(đã ký)', 'PGS.TS. Lê Văn An'];
    expect(headerOf(...text, ...close)).toMatchObject({
      type: null,
      recipients: ['Các khoa'],
      signers: [{ name: 'Lê Văn An', position: 'Hiệu trưởng' }],
    });
    expect(headerOf(...text, 'Lê Văn An')).toMatchObject({ type: null, signers: [], recipients: [] });
  });

  it('of minutes are signed by who presided, then by who wrote', () => {
    const cell = (row: number, column: number, text: string): TestBlock => ({ text, cell: [row, column] });
    const document = documentOf(
      ...opening,
      ...state,
      'BIÊN BẢN',
      'Họp xét thi đua',
      'Cuộc họp kết thúc hồi 16 giờ./.',
      cell(0, 0, 'THƯ KÝ'),
      cell(1, 0, 'Lò Thị Vân'),
      cell(0, 1, 'CHỦ TRÌ'),
      cell(1, 1, 'Lê Văn Tiến'),
    );
    expect(extractHeader(document, analyseLayout(document)).header.signers).toEqual([
      { name: 'Lê Văn Tiến', position: 'Chủ trì', authority: null },
      { name: 'Lò Thị Vân', position: 'Thư ký', authority: null },
    ]);
  });
});

describe('signatures of minutes in one column', () => {
  const minutes = [...opening, ...state, 'BIÊN BẢN', 'Họp xét thi đua', 'Cuộc họp kết thúc hồi 16 giờ./.'];

  it('name who presided below who wrote', () => {
    expect(
      headerOf(...minutes, 'THƯ KÝ', '(Đã ký)', 'Lò Thị Vân', 'CHỦ TRÌ', '(Đã ký)', 'Lê Văn Tiến').signers,
    ).toEqual([
      { name: 'Lê Văn Tiến', position: 'Chủ trì', authority: null },
      { name: 'Lò Thị Vân', position: 'Thư ký', authority: null },
    ]);
  });

  it.each([
    ['an annex with its own signature follows', ['CHỦ TỊCH', 'Lê Văn Tiến', 'KẾ TOÁN', 'Lò Thị Vân'], 1],
    ['nobody signs below who wrote', ['THƯ KÝ', 'Lò Thị Vân', 'PHỤ LỤC', 'Lê Văn Tiến'], 1],
  ])('end with the first name where %s', (_, closing, count) => {
    expect(headerOf(...minutes, ...closing).signers).toHaveLength(count);
  });
});

describe('bodies in small letters', () => {
  const below = (...names: string[]) =>
    headerOf(...names, ...state, 'Số: 3/BC-CB', 'Mai Sơn, ngày 08 tháng 4 năm 2024', 'BÁO CÁO', 'Kết quả công tác')
      .issuer;

  it.each([
    ['HUYỆN ỦY MAI SƠN', 'Chi bộ Phòng Nội vụ', 'Chi bộ Phòng Nội vụ'],
    ['ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH', 'Chi Bộ Phòng Nội Vụ', 'Chi Bộ Phòng Nội Vụ'],
  ])('are read right below «%s»', (above, name, issuer) => {
    expect(below(above, name)).toBe(issuer);
  });

  it.each(['Ban hành lần 2, năm 2024', 'Khóa X, nhiệm kỳ 2020 - 2025', 'Năm học 2023'])('is none in «%s»', (line) => {
    expect(below('HUYỆN ỦY MAI SƠN', line)).toBe('Huyện ủy Mai Sơn');
  });
});

it('reads a number that has no slash before its letters', () => {
  const numberOf = (line: string) =>
    headerOf('BỘ TÀI CHÍNH', 'TỔNG CỤC THUẾ', ...state, line, 'Hà Nội, ngày 21 tháng 3 năm 2003', 'Kính gửi: Cục Thuế')
      .number;
  expect(numberOf('Số: 512 TCT/DNK')).toBe('512TCT/DNK');
  expect(numberOf('Số: 512TCT/DNK')).toBe('512TCT/DNK');
  expect(numberOf('Số: 512/TCT-DNK')).toBe('512/TCT-DNK');
});

describe('names in capitals', () => {
  it.each([
    ['TRƯỜNG TH THƯỢNG GIÁO', 'Trường TH Thượng Giáo'],
    ['TRƯỜNG MẦM NON HOA BAN', 'Trường Mầm non Hoa Ban'],
    ['TRẠM Y TẾ', 'Trạm Y tế'],
  ])('%s is cased as it is written', (one, issuer) => {
    expect(headerOf('UBND XÃ CHIỀNG BAN', one, ...state, ...dated, 'BÁO CÁO', 'Kết quả', body).issuer).toBe(issuer);
  });
});

describe('a whole head on one line', () => {
  const letterhead = [opening[0], state[0], opening[1], state[1]].join(' ');
  it('gives a letter its subject and its addressee', () => {
    const line = `${letterhead} Số : 17 /PNV-TH Mai Sơn, ngày 08 tháng4 năm 2024 V/v rà soát biên chế. Kính gửi: Sở Nội vụ. Thực hiện kế hoạch, Phòng Nội vụ báo cáo:`;
    expect(headerOf(line)).toMatchObject({
      type: 'CV',
      number: '17/PNV-TH',
      issuer: 'Phòng Nội vụ',
      place: 'Mai Sơn',
      date: '2024-04-08',
      title: 'V/v rà soát biên chế',
    });
  });

  it('gives an act its type and its title', () => {
    const line = `${letterhead} ------- Số: 17/QĐ-PNV ------- Mai Sơn, ngày 08 tháng 4 năm 2024 QUYẾT ĐỊNH Về việc rà soát biên chế Căn cứ Luật Cán bộ, công chức năm 2008;`;
    expect(headerOf(line)).toMatchObject({ type: 'QĐ', number: '17/QĐ-PNV', title: 'Về việc rà soát biên chế' });
  });

  it('is no sentence that speaks of the State', () => {
    const sentence = `Phía trên, bên phải ghi CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, dưới đó ghi Độc lập - Tự do - Hạnh phúc; ${'các dòng khác ghi theo mẫu, '.repeat(8)}`;
    expect(headerOf(...opening, ...state, ...dated, 'HƯỚNG DẪN', 'Trình bày văn bản', sentence)).toMatchObject({
      type: 'HD',
      title: 'Trình bày văn bản',
      issuer: 'Phòng Nội vụ',
    });
  });
});

describe('letters', () => {
  const letterhead = [...opening, ...state];
  it.each([
    ['a symbol that begins like a type’s', ['Số: 26/CT-TTHT', 'V/v chính sách thuế'], { type: 'CV' }],
    ['six digits', ['Số: 101322/CTHN-TTHT', 'V/v chính sách thuế'], { number: '101322/CTHN-TTHT' }],
    [
      'a subject that ends in one word of capitals',
      ['Số: 26/PNV-TH', 'V/v chính sách thuế', 'GTGT', 'Kính gửi: Sở Nội vụ'],
      { title: 'V/v chính sách thuế GTGT', issuer: 'Phòng Nội vụ' },
    ],
    [
      'a subject without its mark',
      ['Số: 26/PNV-TH', 'Rà soát biên chế các cơ quan', 'Mai Sơn, ngày 08 tháng 4 năm 2024', 'Kính gửi: Sở Nội vụ'],
      { type: 'CV', title: 'Rà soát biên chế các cơ quan' },
    ],
    [
      'no subject where the date follows',
      ['Số: 26/PNV-TH', 'Mai Sơn, ngày 08 tháng 4 năm 2024', 'Kính gửi: Sở Nội vụ'],
      { type: 'CV', title: null },
    ],
    [
      'the southern spelling of the address',
      ['Số: 26/PNV-TH', 'V/v chính sách', 'Kính gởi: Sở Nội vụ'],
      { addressees: ['Sở Nội vụ'], title: 'V/v chính sách' },
    ],
    [
      'an address whose first word is broken off',
      ['Số: 26/PNV-TH', 'V/v chính sách', 'Kính', 'gửi: Sở Nội vụ'],
      { addressees: ['Sở Nội vụ'] },
    ],
  ])('have %s', (_, lines, fields) => {
    expect(headerOf(...letterhead, ...lines, 'Phòng Nội vụ nhận được đơn của ông Lò Văn Pâng.')).toMatchObject(fields);
  });

  it('keep their type where a report says "V/v" under it', () => {
    expect(headerOf(...letterhead, 'Số: 26/BC-PNV', 'BÁO CÁO', 'V/v chính sách', body).type).toBe('BC');
  });
});

describe('what stands under a title', () => {
  it.each([
    [
      'a note on the session',
      'Về quy chế làm việc (sửa đổi) (trình phiên họp tháng 8/2016)',
      'Về quy chế làm việc (sửa đổi)',
    ],
    ['a note on the draft', 'Về quy chế làm việc (dự thảo lần 2)', 'Về quy chế làm việc'],
  ])('is left out: %s', (_, line, title) => {
    expect(headerOf(...opening, ...state, ...dated, 'TỜ TRÌNH', line, 'Kính gửi: Sở Nội vụ').title).toBe(title);
  });

  it('is left out: a line of dots to be filled in', () => {
    const lines = [
      'BÁO CÁO',
      'Thành tích xây dựng xóm văn hóa',
      'Xóm (khối)……………, phường (xã)…………',
      'PHẦN I. ĐẶC ĐIỂM',
    ];
    expect(headerOf(...state, 'Vinh, ngày tháng năm 2012', ...lines).title).toBe('Thành tích xây dựng xóm văn hóa');
  });

  it('goes on over a long line in capitals', () => {
    const long = `QUYẾT SỐ 41/NQ-HĐND ${'VỀ CƠ CHẾ LỒNG GHÉP NGUỒN VỐN '.repeat(8)}NĂM 2024`;
    expect(
      headerOf(...opening, ...state, 'QUYẾT ĐỊNH', 'VỀ VIỆC THỰC HIỆN NGHỊ', long, 'Căn cứ Luật Đầu tư công;').title,
    ).toBe(`VỀ VIỆC THỰC HIỆN NGHỊ ${long}`);
  });
});

describe('offices that were saved as one line', () => {
  it.each([
    ['KT. BỘ TRƯỞNG THỨ TRƯỞNG', { position: 'Thứ trưởng', authority: 'KT.' }],
    ['KT. TỔNG CỤC TRƯỞNG PHÓ TỔNG CỤC TRƯỞNG', { position: 'Phó Tổng cục trưởng', authority: 'KT.' }],
    ['TL. BỘ TRƯỞNG KT. VỤ TRƯỞNG VỤ PHÁP CHẾ PHÓ VỤ TRƯỞNG', { position: 'Phó Vụ trưởng', authority: 'KT.' }],
    ['K/T GIÁM ĐỐC PHÓ GIÁM ĐỐC', { position: 'Phó Giám đốc', authority: 'KT.' }],
    ['TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', { position: 'Chủ tịch', authority: 'TM.' }],
    ['KT. BỘ TRƯỞNG, CHỦ NHIỆM', { position: 'Bộ Trưởng, Chủ nhiệm', authority: 'KT.' }],
    ['KT. CHỦ TỊCH - PHÓ CHỦ TỊCH', { position: 'Phó Chủ tịch', authority: 'KT.' }],
    ['KT. TRƯỞNG PHÒNG', { position: 'Trưởng Phòng', authority: 'KT.' }],
  ])('%s', (line, signer) => {
    const closing = ['Nơi nhận:', '- Như trên;', '- Luru: VT.', line, 'Lò Thị Bình'];
    const header = headerOf(...opening, ...state, ...dated, 'BÁO CÁO', 'Kết quả', body, ...closing);
    expect(header.signers).toEqual([{ name: 'Lò Thị Bình', ...signer }]);
    expect(header.recipients).toEqual(['Như trên']);
    const oneLine = headerOf(
      ...opening,
      ...state,
      ...dated,
      'BÁO CÁO',
      'Kết quả',
      body,
      ...closing.slice(0, 3),
      `${line} Trần Thị Bình`,
    );
    expect(oneLine.signers).toEqual([{ name: 'Trần Thị Bình', ...signer }]);
  });
});

it('takes a body in small letters only beside the motto', () => {
  const text =
    'Lớp 5A Trường Tiểu học            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n   Chiềng Ban                      Độc lập - Tự do - Hạnh phúc';
  expect(headerOf(text, 'BIÊN BẢN HỌP LỚP', '1. Thời gian: 14 giờ.').issuer).toBeNull();
});

it('passes over the body between a power and the office that signs', () => {
  const closing = ['K/T VIỆN TRƯỞNG', 'VIỆN KIỂM SÁT NHÂN DÂN HUYỆN', 'PHÓ VIỆN TRƯỞNG', 'Lò Thị Bình'];
  const header = headerOf(
    ...opening,
    ...state,
    ...dated,
    'BÁO CÁO',
    'Kết quả',
    body,
    'Nơi nhận:',
    '- Lưu: VT.',
    ...closing,
  );
  expect(header.signers).toEqual([{ name: 'Lò Thị Bình', position: 'Phó Viện trưởng', authority: 'KT.' }]);
});

it('finds a letterhead of one office below the words of a web page', () => {
  const page = [
    'Luật Đất đai 2024',
    `Quyết định 18/2025/QĐ-TTg ${'về trình tự và thủ tục '.repeat(7)}`,
    'Tình trạng Đã biết',
  ];
  expect(
    headerOf(...page, 'THỦ TƯỚNG CHÍNH PHỦ', ...state, 'Số: 18/QĐ-TTg', 'QUYẾT ĐỊNH', 'VỀ QUY HOẠCH', 'Căn cứ Luật;'),
  ).toMatchObject({ type: 'QĐ', number: '18/QĐ-TTg', issuer: 'Thủ tướng Chính phủ', title: 'VỀ QUY HOẠCH' });
});

describe('letterheads of other offices', () => {
  const party = 'ĐẢNG CỘNG SẢN VIỆT NAM';

  it('reads an office that Party and State share, under its committee', () => {
    const { issuer, parent, signers } = headerOf(
      'HUYỆN ỦY PHÚ LỘC',
      'CƠ QUAN TỔ CHỨC - NỘI VỤ',
      'Số 41-BC/TC-NV',
      party,
      'Phú Lộc, ngày 08 tháng 4 năm 2020',
      'BÁO CÁO',
      'kết quả đại hội chi bộ',
      'Thực hiện Kế hoạch số 12-KH/HU, cơ quan báo cáo như sau:',
      'K/T THỦ TRƯỞNG',
      'PHÓ THỦ TRƯỞNG',
      'Trần Thị Oanh',
    );
    expect([issuer, parent]).toEqual(['Cơ quan Tổ chức - Nội vụ', 'HUYỆN ỦY PHÚ LỘC']);
    expect(signers).toEqual([{ name: 'Trần Thị Oanh', position: 'Phó Thủ trưởng', authority: 'KT.' }]);
  });

  it('reads place and date behind the number', () => {
    const { number, place, date } = headerOf(
      'ỦY BAN NHÂN DÂN XÃ PHÚ LỘC',
      ...state,
      'Số: 41/QĐ-UBND, Phú Lộc, ngày 08 tháng 4 năm 2024',
      'QUYẾT ĐỊNH',
      'Về việc phê duyệt kế hoạch',
    );
    expect([number, place, date]).toEqual(['41/QĐ-UBND', 'Phú Lộc', '2024-04-08']);
  });

  it('reads two columns that recognition ran together with wide blanks', () => {
    const { issuer, number } = headerOf(
      'BAN CƠ YẾU TỈNH  CỘNG  HOÀ XÃ HỘI CHỦ NGHĨA  VIỆT NAM',
      'TRUNG TÂM  MẬT MÃ Độc lập —- Tự do - Hạnh phúc',
      'Số: 41/QĐ-TTMM Phú Lộc, ngày 08 tháng 4 năm 2024',
      'QUYÉT  ĐỊNH',
      'Phê duyệt quy trình',
    );
    expect([issuer, number]).toEqual(['Trung tâm Mật mã', '41/QĐ-TTMM']);
  });

  it('takes no basis for a title where the head is lost', () => {
    expect(
      headerOf('Căn cứ Kế hoạch số 12/KH-UBND của UBND xã về kiểm tra;', 'Hôm nay, tại nhà văn hóa:').title,
    ).toBeNull();
  });

  it('reads a letterhead whose capitals were lost', () => {
    const header = headerOf(
      'Ủy ban nhân dân huyện Phú Lộc',
      'Phòng Nội vụ',
      'Cộng hòa xã hội chủ nghĩa Việt Nam',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 41/BC-PNV',
      'Phú Lộc, ngày 08 tháng 4 năm 2024',
      'Báo cáo',
      'Kết quả thi đua, khen thưởng năm 2023',
      body,
    );
    expect(header).toMatchObject({
      type: 'BC',
      number: '41/BC-PNV',
      issuer: 'Phòng Nội vụ',
      parent: 'Ủy ban nhân dân huyện Phú Lộc',
      title: 'Kết quả thi đua, khen thưởng năm 2023',
    });
  });

  it('reads a title whose last line has a full stop', () => {
    const titleOf = (...lines: readonly string[]) =>
      headerOf('BAN VĂN HÓA - XÃ HỘI', ...state, 'BÁO CÁO', ...lines).title;
    const basis = 'Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;';
    expect(titleOf('Thẩm tra dự thảo nghị quyết về phân bổ dự toán', 'Năm ngân sách 2026.', basis)).toBe(
      'Thẩm tra dự thảo nghị quyết về phân bổ dự toán Năm ngân sách 2026',
    );
    expect(titleOf('Thẩm tra dự thảo nghị quyết', 'Ban đã họp ngày 05/3/2026.', basis)).toBe(
      'Thẩm tra dự thảo nghị quyết',
    );
  });

  it('knows a decision by the words that enact it where its head is lost', () => {
    expect(
      headerOf('Căn cứ Luật Đất đai năm 2024;', 'Xét đề nghị của phòng,', 'QUYẾT ĐỊNH:', 'Điều 1. Phê duyệt.').type,
    ).toBe('QĐ');
    expect(
      headerOf('Nội dung vụ án', 'Các bên trình bày', 'Hai bên', 'Tòa', 'Căn cứ Điều 5', 'QUYẾT ĐỊNH:').type,
    ).toBeNull();
  });
});
