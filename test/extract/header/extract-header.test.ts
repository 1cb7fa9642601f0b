import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractHeader } from '../../../src/extract/header/extract-header.js';
import { analyseLayout } from '../../../src/extract/layout.js';
import { type Header, header as headerRecord, quoteOf } from '../../../src/model/index.js';
import { processTime } from '../../process-time.js';
import { documentOf, type TestBlock } from '../document-of.js';

function headerOf(...blocks: readonly TestBlock[]): Header {
  const document = documentOf(...blocks);
  const { header, diagnostics } = extractHeader(document, analyseLayout(document));
  expect(diagnostics.filter(({ level }) => level !== 'info')).toEqual([]);
  return header;
}

const state = [
  'UBND TỈNH SƠN LA',
  'SỞ NÔNG NGHIỆP',
  'VÀ PHÁT TRIỂN NÔNG THÔN',
  '-------',
  'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Số: 45 /BC-SNN',
  'Sơn La, ngày 05 tháng 3 năm 2024',
  'BÁO CÁO',
  'Kết quả sản xuất vụ xuân,',
  'phương hướng vụ mùa năm 2024',
  'Kính gửi:',
  '- Văn phòng UBND tỉnh;',
  '- Sở Tài chính.',
  'Thực hiện Công văn số 12/UBND-KT ngày 01/3/2024, Sở Nông nghiệp và Phát triển nông thôn báo cáo:',
  'I. KẾT QUẢ',
  'Nơi nhận:',
  '- Như trên;',
  '- Thường trực Tỉnh ủy (b/c);',
  '- Lãnh đạo Sở (đ/c Nam);',
  '- Lưu: VT, KH (02b).',
  'KT. GIÁM ĐỐC',
  'PHÓ GIÁM ĐỐC',
  '(Đã ký)',
  'Lò Văn Trưởng',
];

describe('extractHeader', () => {
  it('reads every field of a State report', () => {
    expect(headerOf(...state)).toMatchObject({
      type: 'BC',
      number: '45/BC-SNN',
      issuer: 'Sở Nông nghiệp và Phát triển nông thôn',
      parent: 'UBND TỈNH SƠN LA',
      place: 'Sơn La',
      date: '2024-03-05',
      title: 'Kết quả sản xuất vụ xuân, phương hướng vụ mùa năm 2024',
      addressees: ['Văn phòng UBND tỉnh', 'Sở Tài chính'],
      signers: [{ name: 'Lò Văn Trưởng', position: 'Phó Giám đốc', authority: 'KT.' }],
      recipients: ['Như trên', 'Thường trực Tỉnh ủy', 'Lãnh đạo Sở (đ/c Nam)'],
      secrecy: null,
      urgency: null,
      family: 'state',
    });
  });

  it('says where it read them', () => {
    const document = documentOf(...state);
    const { spans } = extractHeader(document, analyseLayout(document)).header;
    const quotes = Object.fromEntries(
      Object.entries(spans).map(([field, span]) => [field, quoteOf(document.text, span)]),
    );
    expect(quotes).toEqual({
      type: 'BÁO CÁO',
      number: '45 /BC-SNN',
      issuer: 'SỞ NÔNG NGHIỆP\nVÀ PHÁT TRIỂN NÔNG THÔN',
      parent: 'UBND TỈNH SƠN LA',
      place: 'Sơn La',
      date: 'ngày 05 tháng 3 năm 2024',
      title: 'Kết quả sản xuất vụ xuân,\nphương hướng vụ mùa năm 2024',
    });
  });

  it('reads the Party layout', () => {
    expect(
      headerOf(
        'HUYỆN ỦY MƯỜNG LA',
        '*',
        'Số 128-BC/HU',
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        'Mường La, ngày 20 tháng 6 năm 2024',
        'MẬT',
        'BÁO CÁO',
        'kết quả công tác quý II/2024',
        'Thực hiện chương trình công tác, Huyện ủy báo cáo như sau:',
        'Nơi nhận:',
        '- Ban Thường vụ Tỉnh ủy (để b/c),',
        '- Lưu VT.',
        'T/M BAN THƯỜNG VỤ',
        'PHÓ BÍ THƯ',
        'Quàng Thị Lưu',
      ),
    ).toMatchObject({
      number: '128-BC/HU',
      issuer: 'Huyện ủy Mường La',
      family: 'party',
      secrecy: 'MẬT',
      title: 'kết quả công tác quý II/2024',
      recipients: ['Ban Thường vụ Tỉnh ủy'],
      signers: [{ name: 'Quàng Thị Lưu', position: 'Phó Bí thư', authority: 'TM.' }],
    });
  });

  it('reads a letter: subject under the number, columns on one line', () => {
    expect(
      headerOf(
        'UBND TỈNH HÀ NAM               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '    SỞ TƯ PHÁP                    Độc lập - Tự do - Hạnh phúc',
        'HỎA TỐC',
        'Số: 788/STP-VP               Hà Nam, ngày 16 tháng 5 năm 2023',
        'V/v báo cáo kết quả rà soát',
        'văn bản quý I năm 2023',
        'Kính gửi: Bộ Tư pháp.',
        'Sở Tư pháp nhận được Văn bản số 2377/UBND-NC ngày 13/5/2023.',
        'Nơi nhận:                         GIÁM ĐỐC',
        '- Như trên;',
        '- Lưu: VT.',
        '                                  Trần Thị Mai',
      ),
    ).toMatchObject({
      type: 'CV',
      number: '788/STP-VP',
      issuer: 'Sở Tư pháp',
      title: 'V/v báo cáo kết quả rà soát văn bản quý I năm 2023',
      addressees: ['Bộ Tư pháp'],
      recipients: ['Như trên'],
      urgency: 'HỎA TỐC',
      signers: [{ name: 'Trần Thị Mai', position: 'Giám đốc', authority: null }],
    });
  });

  it('reads the cells of the two layout tables down their columns', () => {
    const cell = (row: number, column: number, text: string): TestBlock => ({ text, cell: [row, column] });
    expect(
      headerOf(
        cell(0, 0, 'SỞ Y TẾ HUẾ\nTRUNG TÂM KIỂM SOÁT\nBỆNH TẬT'),
        cell(0, 1, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'),
        cell(1, 0, 'Số: 7/KSBT-VP\nV/v cung cấp số liệu\nphòng bệnh'),
        cell(1, 1, 'Huế, ngày 1 tháng 2 năm 2023'),
        'Kính gửi: Sở Y tế',
        'Trung tâm báo cáo 12 nội dung.',
      ),
    ).toMatchObject({
      number: '7/KSBT-VP',
      issuer: 'Trung tâm Kiểm soát bệnh tật',
      parent: 'SỞ Y TẾ HUẾ',
      title: 'V/v cung cấp số liệu phòng bệnh',
      date: '2023-02-01',
      type: 'CV',
    });
  });

  it('takes a signed text whose first line names its type for a report', () => {
    const lines = [
      'Báo cáo kết quả công tác khuyến học năm 2022',
      'Thực hiện kế hoạch năm, Hội Khuyến học huyện Mường La báo cáo như sau:',
      'Đã thành lập 12 chi hội.',
    ];
    expect(headerOf(...lines, 'CHỦ TỊCH', 'Lường Văn Pản')).toMatchObject({
      type: 'BC',
      title: 'kết quả công tác khuyến học năm 2022',
      issuer: 'Hội Khuyến học huyện Mường La',
      family: 'front',
      signers: [{ name: 'Lường Văn Pản', position: 'Chủ tịch', authority: null }],
    });
    expect(headerOf(...lines)).toMatchObject({ type: null, title: lines[0], issuer: null });
  });

  it('reads on where a reader ended the closing table early', () => {
    const cell = (column: number, text: string): TestBlock => ({ text, cell: [0, column] });
    expect(
      headerOf(
        'BÁO CÁO',
        'Kết quả năm 2023',
        'Sở báo cáo./.',
        cell(0, 'Nơi nhận:'),
        cell(0, '- Các Sở: CT, XD,'),
        cell(0, 'NN&PTNT;'),
        cell(1, 'KT. GIÁM ĐỐC'),
        cell(1, 'PHÓ GIÁM ĐỐC'),
        '- Lưu: VP.',
        'Nguyễn Thị Loan',
      ),
    ).toMatchObject({
      recipients: ['Các Sở: CT, XD, NN&PTNT'],
      signers: [{ name: 'Nguyễn Thị Loan', position: 'Phó Giám đốc', authority: 'KT.' }],
    });
  });

  it('joins what narrow columns broke', () => {
    expect(
      headerOf(
        'ỦY BAN NHÂN DÂN',
        'TỈNH SƠN LA',
        '|',
        'CỘNG HÒA XÃ HỘI',
        'CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Số: 12/KH-UBND',
        'Sơn La, ngày',
        '13 tháng 7 năm 2023',
        'KẾ HOẠCH',
        'GIÁM SÁT CHƯƠNG TRÌNH',
        'GIẢM NGHÈO NĂM 2023',
        'Thực hiện Nghị định số',
        '27/2022/NĐ-CP ngày 19/4/2022 của Chính phủ;',
      ),
    ).toMatchObject({
      issuer: 'Ủy ban nhân dân tỉnh Sơn La',
      parent: null,
      place: 'Sơn La',
      date: '2023-07-13',
      title: 'GIÁM SÁT CHƯƠNG TRÌNH GIẢM NGHÈO NĂM 2023',
    });
  });

  it('leaves blank what the letterhead leaves blank, and takes no cited number for its own', () => {
    expect(
      headerOf(
        'UBND TỈNH SƠN LA',
        'Số:      /BC-UBND',
        'Sơn La, ngày     tháng 12 năm 2023',
        'BÁO CÁO',
        'Kết quả năm 2023',
        'Thực hiện Kế hoạch số 12/KH-UBND, UBND tỉnh báo cáo:',
      ),
    ).toMatchObject({ number: null, date: '2023-12', type: 'BC' });
    expect(headerOf('BÁO CÁO', 'Kết quả năm', 'Số: 12 công chức được cử đi học.').number).toBeNull();
  });

  it('finds the body that speaks where the letterhead is lost', () => {
    expect(
      headerOf(
        'BÁO CÁO',
        'Kết quả công tác dân tộc năm 2021',
        'Theo đề nghị của Sở Nội vụ tỉnh Sơn La tại Công văn số 24/SNV-XD, Ban Dân tộc báo cáo như sau:',
        'Ban Dân tộc tỉnh đã tổ chức 12 lớp.',
      ).issuer,
    ).toBe('Ban Dân tộc tỉnh Sơn La');
    expect(
      headerOf('BÁO CÁO', 'Kết quả quý II', 'Thực hiện chương trình năm; Hội Nông dân huyện báo cáo:').issuer,
    ).toBe('Hội Nông dân huyện');
    expect(headerOf('BÁO CÁO', 'Kết quả quý II', 'Năm qua đạt nhiều kết quả.').issuer).toBeNull();
  });

  it('gives a news item its title and nothing else', () => {
    expect(
      headerOf(
        'thứ hai, 29 07 2019 12:00',
        'Huyện Mai Sơn tổng kết công tác dân vận ( )',
        'Sáng 5/3, UBND huyện họp; Số 12/QĐ-UBND được công bố.',
      ),
    ).toMatchObject({
      type: null,
      number: null,
      issuer: null,
      title: 'Huyện Mai Sơn tổng kết công tác dân vận',
      signers: [],
      recipients: [],
      family: null,
    });
  });

  it.each<[string, readonly string[], string, string | null]>([
    ['one office', ['TRƯỞNG BAN', 'Lê Văn An'], 'Trưởng Ban', null],
    ['the collective', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Lê Văn An'], 'Chủ tịch', 'TM.'],
    [
      'a deputy for the head',
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Văn An'],
      'Phó Chủ tịch',
      'KT.',
    ],
    ['by order', ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG', 'Lê Văn An'], 'Chánh Văn phòng', 'TL.'],
    ['acting', ['Q. TRƯỞNG BAN', 'Lê Văn An'], 'Trưởng Ban', 'Q.'],
    [
      'two offices in one',
      ['CHỦ TỊCH HỘI NÔNG DÂN HUYỆN', 'kiêm', 'PHÓ TRƯỞNG BAN', 'Lê Văn An'],
      'Chủ tịch Hội Nông dân huyện kiêm Phó Trưởng Ban',
      null,
    ],
    ['a rank before the name', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Thượng tá Lê Văn An'], 'Phó Giám đốc', 'KT.'],
  ])('reads a signature by %s', (_, lines, position, authority) => {
    const { signers } = headerOf(
      'BÁO CÁO',
      'Kết quả năm 2023',
      'Sở báo cáo./.',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      ...lines,
    );
    expect(signers).toEqual([{ name: 'Lê Văn An', position, authority }]);
  });

  it('has the shape of its record and quotes itself, whatever stands in the text', () => {
    const line = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...state) },
      fc.string({ maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const document = documentOf(...lines);
        const { header } = extractHeader(document, analyseLayout(document));
        expect(() => headerRecord.parse(header)).not.toThrow();
        for (const { start, end } of Object.values(header.spans)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(document.text.length);
        }
      }),
    );
  });

  it.each(['a', '.', '(', '1/', 'Số: 1/A-', 'A-', 'ngày ', 'ỦY BAN ', '- x;\n', 'KT. A\n', 'Nơi nhận: '])(
    'reads half a megabyte of %j in time',
    (piece) => {
      const hostile = piece.repeat(Math.ceil(500_000 / piece.length));
      const started = processTime();
      headerOf('UBND TỈNH SƠN LA', 'Số: 1/BC-UBND', 'BÁO CÁO', hostile);
      headerOf(hostile);
      headerOf('BÁO CÁO', 'Kết quả', 'Nơi nhận:', hostile);
      expect(processTime() - started).toBeLessThan(4000);
    },
  );
});
