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
  ])('reads one with %s', (_, lines) => {
    expect(headerOf(...lines, 'BÁO CÁO', 'Kết quả rà soát biên chế', body)).toMatchObject(read);
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

describe('names in capitals', () => {
  it.each([
    ['TRƯỜNG TH THƯỢNG GIÁO', 'Trường TH Thượng Giáo'],
    ['TRƯỜNG MẦM NON HOA BAN', 'Trường Mầm non Hoa Ban'],
    ['TRẠM Y TẾ', 'Trạm Y tế'],
  ])('%s is cased as it is written', (one, issuer) => {
    expect(headerOf('UBND XÃ CHIỀNG BAN', one, ...state, ...dated, 'BÁO CÁO', 'Kết quả', body).issuer).toBe(issuer);
  });
});
