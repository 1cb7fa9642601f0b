import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.js';
import type { Conflict } from '../../src/model/index.js';
import { normalizeReport } from '../../src/normalize/index.js';
import { documentOf } from '../extract/document-of.js';
import { headerOf } from './citation-of.js';

/** Conflicts of a provincial report of 15 December 2023 that says this, read by the rules. */
function conflictsOf(sentence: string): readonly Conflict[] {
  const document = documentOf(sentence);
  return normalizeReport(document, { ...extract(document), header: headerOf() }).conflicts;
}

describe('what a report contradicts itself in', () => {
  it.each<[string, Conflict['code'], readonly string[]]>([
    [
      'Căn cứ Quyết định số 77/QĐ-UBND ngày 31/02/2022 của UBND tỉnh Sơn La về giao chỉ tiêu.',
      'impossible-date',
      ['31/02/2022'],
    ],
    [
      'Căn cứ Quyết định số 77/QĐ-UBND của UBND tỉnh Sơn La, ngày 29 tháng 02 năm 2023.',
      'impossible-date',
      ['29 tháng 02 năm 2023'],
    ],
    [
      'Thực hiện Quyết định số 77/QĐ-UBND ngày 03/01/2024 của UBND tỉnh Sơn La.',
      'date-after-report',
      ['2024-01-03', '2023-12-15'],
    ],
    ['Thực hiện Nghị định số 12/2029/NĐ-CP của Chính phủ.', 'date-after-report', ['12/2029/NĐ-CP', '2023-12-15']],
    ['Thực hiện Nghị định số 12/2053/NĐ-CP của Chính phủ.', 'impossible-year', ['12/2053/NĐ-CP']],
    ['Thực hiện Nghị định số 12/1203/NĐ-CP của Chính phủ.', 'impossible-year', ['12/1203/NĐ-CP']],
    ['Thực hiện Quyết định số 19/202/QĐ-TTg ngày 05/5/2020 của Thủ tướng.', 'impossible-year', ['19/202/QĐ-TTg']],
    ['Căn cứ Luật số 31/2204/QH11.', 'impossible-year', ['31/2204/QH11']],
    ['Căn cứ Luật số 31/2022/QH13.', 'impossible-year', ['31/2022/QH13', 'QH13: 2011–2016']],
    [
      'Căn cứ Quyết định 15/QĐ-UBND ngày 3/4/2105 của UBND tỉnh Sơn La về giao chỉ tiêu.',
      'impossible-date',
      ['3/4/2105'],
    ],
    ['Căn cứ Quyết định 15/QĐ-UBND ngày 3/4/1905 của UBND tỉnh Sơn La.', 'impossible-date', ['1905-04-03']],
    [
      'Thực hiện Nghị định số 12/2021/NĐ-CP ngày 03/3/2022 của Chính phủ.',
      'year-conflict',
      ['12/2021/NĐ-CP', '2022-03-03'],
    ],
    [
      'Căn cứ Kế hoạch số 77/KH-UBND ngày 05/5/2022 của Bộ Tài chính.',
      'issuer-conflict',
      ['77/KH-UBND', 'Bộ Tài chính'],
    ],
    [
      'Căn cứ Nghị quyết số 19/NQ-HĐND ngày 05/5/2022 của UBND tỉnh Sơn La.',
      'issuer-conflict',
      ['19/NQ-HĐND', 'UBND tỉnh Sơn La'],
    ],
    ['Căn cứ Thông tư số 19/2022/TT-BTC ngày 05/5/2022 của Bộ Y tế.', 'issuer-conflict', ['19/2022/TT-BTC', 'Bộ Y tế']],
    ['Căn cứ Kế hoạch số 77/QĐ-UBND ngày 05/5/2022 của UBND tỉnh Sơn La.', 'type-conflict', ['KH', '77/QĐ-UBND']],
    ['Căn cứ Thông tư số 34 TC/TCT ngày 02/11/1996 của Bộ Y tế.', 'issuer-conflict', ['34/TC-TCT', 'Bộ Y tế']],
    [
      'Theo Quyết định số 77/QĐ-TTg ngày 05/5/2022 và theo Quyết định số 77/QĐ-TTg ngày 15/5/2022.',
      'date-conflict',
      ['2022-05-05', '2022-05-15'],
    ],
    [
      'Theo Quyết định số 77/QĐ-TTg ngày 05/5/2021 và theo Quyết định số 77/QĐ-TTg ngày 05/5/2022.',
      'year-slip',
      ['2021-05-05', '2022-05-05'],
    ],
  ])('%s', (sentence, code, said) => {
    expect(conflictsOf(sentence).map((conflict) => [conflict.code, conflict.said])).toEqual([[code, said]]);
  });

  it.each([
    'Căn cứ Quyết định số 77/QĐ-UBND ngày 28/02/2022 của UBND tỉnh Sơn La.',
    // a term ends and begins within a year
    'Căn cứ Luật số 31/2016/QH13.',
    'Căn cứ Luật số 31/2016/QH14.',
    // a day of something else
    'Quyết định số 77/QĐ-UBND của UBND tỉnh Sơn La được triển khai từ ngày 31/02/2022.',
    'Quyết định số 77/QĐ-UBND. Ngày 31/02/2022 tổ chức họp.',
    // said so every day
    'Thực hiện Quyết định số 77/QĐ-TTg ngày 05/5/2022 của Chính phủ.',
    'Căn cứ Quyết định số 77/QĐ-UBND ngày 05/5/2022 của Chủ tịch UBND tỉnh Sơn La.',
    'Căn cứ Kết luận số 21-KL/TW ngày 05/5/2022 của Bộ Chính trị.',
    'Căn cứ Nghị quyết số 21-NQ/TU ngày 05/5/2022 của Thành ủy Đà Nẵng.',
    // the ministry that took another's work over
    'Căn cứ Thông tư số 02/2022/TT-BNNPTNT ngày 05/5/2022 của Bộ Nông nghiệp và Môi trường.',
    'Căn cứ Quyết định số 999-TC/QĐ-CĐKT ngày 02/11/1996 của Bộ Tài chính.',
    // old circulars have the ministry's letters first: TC is Tài chính, not Thông cáo
    'Căn cứ Thông tư số 34 TC/TCT ngày 02/11/1996 của Bộ Tài chính.',
    'Căn cứ Thông tư số 34TC/TCT ngày 02/11/1996.',
    'Căn cứ Công văn số 210 TC/NS ngày 02/11/1996 của Bộ Tài chính.',
    // two years' decisions under one number are two
    'Theo Quyết định số 77/QĐ-TTg ngày 05/5/2021 và Quyết định số 77/QĐ-TTg ngày 12/6/2022.',
  ])('finds nothing in: %s', (sentence) => {
    expect(conflictsOf(sentence)).toEqual([]);
  });

  it('names the document and the mention, leaves the value as printed and tells the reader', () => {
    const document = documentOf('Thực hiện Nghị định số 12/2021/NĐ-CP ngày 03/3/2022 của Chính phủ.');
    const found = extract(document);
    const { conflicts, diagnostics } = normalizeReport(document, { ...found, header: headerOf() });
    expect(conflicts).toEqual([
      {
        code: 'year-conflict',
        document: '/akn/vn/act/nghi-dinh/chinh-phu/2021/12-2021-nd-cp',
        citation: 0,
        said: ['12/2021/NĐ-CP', '2022-03-03'],
      },
    ]);
    expect(found.citations[0]?.date).toBe('2022-03-03');
    expect(diagnostics).toMatchObject([{ code: 'normalize/year-conflict', level: 'warning' }]);
  });
});
