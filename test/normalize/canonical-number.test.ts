import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalNumber } from '../../src/normalize/canonical-number.js';

describe('canonicalNumber', () => {
  it.each([
    ['1085/QĐ-UBND', 'QĐ', '1085/QĐ-UBND'],
    ['93/QÐ-UBND', 'QĐ', '93/QĐ-UBND'],
    ['866/QĐ–UBND', 'QĐ', '866/QĐ-UBND'],
    ['83 - KH / TU', 'KH', '83-KH/TU'],
    ['5-CT/TW', 'CT', '05-CT/TW'],
    ['0005-CT/TW', 'CT', '05-CT/TW'],
    ['27/2022/ND-CP', 'NĐ', '27/2022/NĐ-CP'],
    ['09/2022/NQ-HDND', 'NQ', '09/2022/NQ-HĐND'],
    ['37/2020/QD-TTg', 'QĐ', '37/2020/QĐ-TTg'],
    ['113/KH-CB', 'KH', '113-KH/CB'],
    ['4132-QĐ/UBND', 'QĐ', '4132/QĐ-UBND'],
    ['03/CT-TW', 'CT', '03-CT/TW'],
    ['664/1998/QĐ/UB', 'QĐ', '664/1998/QĐ-UB'],
    ['135/QĐ/UBND/2008', 'QĐ', '135/2008/QĐ-UBND'],
    ['15a/2014/NQ-HĐND', 'NQ', '15a/2014/NQ-HĐND'],
    ['66.25/2026/NQ-CP', 'NQ', '66.25/2026/NQ-CP'],
    ['66.7/2025/NQ-CP', 'NQ', '66.7/2025/NQ-CP'],
    ['88/2019/QH14', 'NQ', '88/2019/QH14'],
    ['2101/SNV-TĐKT', 'CV', '2101/SNV-TĐKT'],
    ['4321/SNN&PTNT-KHTC', null, '4321/SNN&PTNT-KHTC'],
    ['306-QĐ/BTV', 'QĐ', '306-QĐ/BTV'],
    ['60/HD-BTV', 'HD', '60/HD-BTV'],
    ['07-CTrPH-UBND-MTTQ', 'CTrPH', '07-CTrPH-UBND-MTTQ'],
    ['225-KH/TWĐTN-TNNT', 'KH', '225-KH/TWĐTN-TNNT'],
    ['02/TTr-TTr', 'TTr', '02/TTr-TTr'],
    ['11/HD-MTTW-BTT', 'HD', '11/HD-MTTW-BTT'],
    ['1045', 'KH', '1045'],
  ])('writes %s of type %s as %s', (printed, type, canonical) => {
    expect(canonicalNumber(printed, type)?.printed).toBe(canonical);
  });

  it.each([
    ['12/DA-UBND', 'ĐA', 'ĐA'],
    ['12/DA-UBND', 'DA', 'DA'],
    ['12/HD-STC', 'HĐ', 'HĐ'],
    ['12/HD-STC', 'HD', 'HD'],
  ])('lets the type word decide between codes of one fold: %s with %s', (printed, type, code) => {
    expect(canonicalNumber(printed, type)?.type).toBe(code);
  });

  it.each<[string, string | null, string, string | null, string | null]>([
    ['34 TC/TCT', 'TT', '34/TC-TCT', null, 'BTC'],
    ['34-TC/CĐKT', 'TT', '34/TC-CĐKT', null, 'BTC'],
    ['12 TM/XNK', 'TT', '12/TM-XNK', null, 'BTM'],
    // an office's unit for finance writes so too: whose it is, the words beside it say
    ['210 TC/NS', 'CV', '210/TC-NS', null, 'TC'],
    // the type behind it says that the letters are the ministry's, with a type word and without
    ['87 TC/QĐ/CĐKT', 'QĐ', '87/TC-QĐ-CĐKT', 'QĐ', 'BTC'],
    ['87-TC/QĐ-CĐKT', null, '87/TC-QĐ-CĐKT', 'QĐ', 'BTC'],
    // near misses: the letters are the type
    ['34-TC/TCT', 'TC', '34-TC/TCT', 'TC', 'TCT'],
    ['34-TC/TCT', null, '34-TC/TCT', 'TC', 'TCT'],
    ['34/CT-UBND', 'QĐ', '34/CT-UBND', 'CT', 'UBND'],
    ['34/KH-TCT', 'QĐ', '34-KH/TCT', 'KH', 'TCT'],
  ])('reads the ministry in front of an old number, %s with %s', (printed, word, canonical, type, issuer) => {
    expect(canonicalNumber(printed, word)).toMatchObject({ printed: canonical, type, issuer });
  });

  it.each(['TCVN 6909:2001', 'QĐ-UBND', '', '12//QĐ', 'năm 2023'])('takes %j for no number', (printed) => {
    expect(canonicalNumber(printed, null)).toBeNull();
  });

  it('neither adds nor drops a year', () => {
    expect(canonicalNumber('48/2021/QĐ-UBND', 'QĐ')).toMatchObject({ year: 2021, family: 'legal' });
    expect(canonicalNumber('48/QĐ-UBND', 'QĐ')).toMatchObject({ year: null, family: 'administrative' });
  });

  it.each([
    ['12/2053/ND-CP', '12/2053/NĐ-CP', '2053'],
    ['31/2204/QH11', '31/2204/QH11', '2204'],
    ['19/202/QĐ-TTg', '19/202/QĐ-TTg', '202'],
  ])('takes figures that can be no year for one that slipped, not for a symbol: %s', (printed, canonical, figures) => {
    expect(canonicalNumber(printed, null)).toMatchObject({
      printed: canonical,
      year: null,
      impossibleYear: figures,
      family: 'legal',
    });
  });

  it('is its own canonical form', () => {
    const part = fc.constantFrom('QĐ', 'UBND', 'TU', 'ND', 'CP', 'KH', 'BTV', 'SNV', 'X&Y', '2021', '2053', 'HDND');
    const printed = fc.tuple(
      fc.integer({ min: 1, max: 99999 }),
      fc.array(fc.tuple(fc.constantFrom('-', '/', ' / ', '–'), part), { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(printed, ([digits, parts]) => {
        const once = canonicalNumber(`${digits}${parts.map((each) => each.join('')).join('')}`, null);
        if (once !== null) expect(canonicalNumber(once.printed, null)?.printed).toBe(once.printed);
      }),
    );
  });
});
