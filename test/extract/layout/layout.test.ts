import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseLayout } from '../../../src/extract/layout.js';
import { processTime } from '../../process-time.js';
import { documentOf, type TestBlock } from '../document-of.js';

const stateReport = [
  'UBND TỈNH SƠN LA',
  'SỞ NỘI VỤ',
  '-------',
  'Số: 45/BC-SNV',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Sơn La, ngày 05 tháng 3 năm 2024',
  'BÁO CÁO',
  'Kết quả công tác cải cách hành chính quý I năm 2024',
  'Kính gửi: Văn phòng UBND tỉnh',
  'Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2024 của UBND tỉnh, Sở Nội vụ báo cáo như sau:',
  'I. ĐẶC ĐIỂM TÌNH HÌNH',
  '1. Thuận lợi',
  'Sở được UBND tỉnh quan tâm.',
  '2. Khó khăn',
  '2.1. Về biên chế',
  'a) Thiếu 02 công chức.',
  '- Một bộ phận còn kiêm nhiệm;',
  'II. KẾT QUẢ',
  '2 mô hình mới được xây dựng.',
  'Nơi nhận:',
  '- Như trên;',
  '- Lưu: VT.',
  'KT. GIÁM ĐỐC',
  'PHÓ GIÁM ĐỐC',
  'Lò Văn Nam',
  'Phụ lục I',
  'Danh sách kèm theo',
];

describe('analyseLayout', () => {
  it('gives each line of a State report its zone', () => {
    const { zones } = analyseLayout(documentOf(...stateReport));
    expect(zones).toEqual([
      ...Array(8).fill('letterhead'),
      'title',
      'addressee',
      ...Array(10).fill('body'),
      ...Array(3).fill('recipients'),
      ...Array(3).fill('signature'),
      'annex',
      'annex',
    ]);
  });

  it('follows sections with missing numbers and leaves bullets and sentences alone', () => {
    const { sections, headings } = analyseLayout(documentOf(...stateReport));
    expect(sections.slice(10, 20)).toEqual([null, 'I', 'I.1', 'I.1', 'I.2', 'I.2.1', 'I.2.1.a', 'I.2.1.a', 'II', 'II']);
    expect(headings[16]).toEqual(['ĐẶC ĐIỂM TÌNH HÌNH', 'Khó khăn', 'Về biên chế', 'Thiếu 02 công chức']);
    expect(sections.at(-1)).toBe('Phụ lục I');
  });

  it('reads the cells of a layout table down its columns', () => {
    const cell = (row: number, column: number, text: string): TestBlock => ({ text, cell: [row, column] });
    const { zones } = analyseLayout(
      documentOf(
        cell(0, 0, 'SỞ Y TẾ\nTRUNG TÂM KIỂM SOÁT\nBỆNH TẬT'),
        cell(0, 1, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'),
        cell(1, 0, 'Số: 7/KSBT-VP\nV/v cung cấp số liệu\nphòng bệnh'),
        cell(1, 1, 'Huế, ngày 1 tháng 2 năm 2023'),
        'Kính gửi: Sở Y tế',
        'Trung tâm báo cáo 12 nội dung.',
      ),
    );
    expect(zones).toEqual(['letterhead', 'letterhead', 'letterhead', 'letterhead', 'addressee', 'body']);
  });

  it.each([
    [
      'a Party report',
      ['*', 'Số 12-BC/HU', 'BÁO CÁO', 'kết quả quý I', 'Thực hiện chương trình năm, Huyện ủy báo cáo:'],
      ['letterhead', 'letterhead', 'letterhead', 'title', 'body'],
    ],
    [
      'a report without letterhead',
      ['B Á O  C Á O', 'Tổng kết năm', 'I. TÌNH HÌNH', 'Năm qua tốt.'],
      ['letterhead', 'title', 'body', 'body'],
    ],
    [
      'a first basis that ends in its day without a sign',
      [
        'CHÍNH PHỦ',
        'Số: 11/2017/NĐ-CP',
        'NGHỊ ĐỊNH',
        'VỀ ĐĂNG KÝ HỢP ĐỒNG',
        'Căn cứ Luật tổ chức Chính phủ ngày 19 tháng 6 năm 2015',
        'Căn cứ Bộ luật dân sự ngày 24 tháng 11 năm 2015;',
      ],
      ['letterhead', 'letterhead', 'letterhead', 'title', 'body', 'body'],
    ],
    [
      'a news item',
      ['Huyện Mai Sơn tổng kết công tác dân vận', 'Sáng 5/3, UBND huyện tổ chức hội nghị.', 'Số hộ nghèo giảm 2%.'],
      ['title', 'body', 'body'],
    ],
    [
      'a letter whose columns stand on one line',
      [
        'UBND TỈNH X          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'SỞ CÔNG THƯƠNG       Độc lập - Tự do - Hạnh phúc',
        'Số: 3/SCT-VP         Hà Nam, ngày 2 tháng 5 năm 2021',
        'V/v báo cáo số liệu',
        'Kính gửi: Bộ Công Thương',
        'Sở báo cáo.',
      ],
      ['letterhead', 'letterhead', 'letterhead', 'title', 'addressee', 'body'],
    ],
    [
      'a title over several lines',
      ['BÁO CÁO', 'KẾT QUẢ NĂM 2023,', 'NHIỆM VỤ NĂM 2024', 'Phần I', 'KẾT QUẢ'],
      ['letterhead', 'title', 'title', 'body', 'body'],
    ],
    [
      'the signature before the recipients',
      [
        'BÁO CÁO',
        'Tổng kết năm 2023',
        'Sở báo cáo./.',
        'TRƯỞNG BAN',
        'Nơi nhận:',
        '- Sở Nội vụ;',
        '- Lưu: VT.',
        'Trương Văn Lưu',
      ],
      ['letterhead', 'title', 'body', 'signature', 'recipients', 'recipients', 'recipients', 'signature'],
    ],
  ])('finds the zones of %s', (_, blocks, zones) => {
    expect(analyseLayout(documentOf(...blocks)).zones).toEqual(zones);
  });

  it.each([
    'Số lượng cán bộ tăng so với năm trước.',
    'Số: lượng người tham gia đạt 30, trong đó có nữ.',
    'Ngày 5/3, UBND huyện họp.',
    'Ban Chỉ đạo họp với các xã.',
  ])('takes no body line for a letterhead: %s', (line) => {
    const { zones } = analyseLayout(documentOf('BÁO CÁO', 'Tổng kết', 'I. TÌNH HÌNH', line));
    expect(zones[3]).toBe('body');
  });

  it('always gives one zone, section and heading trail a block', () => {
    const line = fc.oneof(fc.constantFrom(...stateReport), fc.string({ maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const document = documentOf(...lines);
        const { zones, sections, headings } = analyseLayout(document);
        expect([zones.length, sections.length, headings.length]).toEqual(Array(3).fill(document.blocks.length));
      }),
    );
  });

  it.each(['a', ' ', '-', '1.', 'I', 'A B ', 'Số: ', 'ngày ', 'Nơi nhận\n', 'KT. '])(
    'reads half a megabyte of %j in time',
    (piece) => {
      const started = processTime();
      analyseLayout(documentOf('BÁO CÁO', piece.repeat(Math.ceil(500_000 / piece.length))));
      expect(processTime() - started).toBeLessThan(2500);
    },
  );
});
