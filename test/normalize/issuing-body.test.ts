import { describe, expect, it } from 'vitest';
import { canonicalNumber } from '../../src/normalize/canonical-number.js';
import type { HomeRecord } from '../../src/normalize/home-record.js';
import { bodyResolver } from '../../src/normalize/issuing-body.js';
import { issuerPhrase } from '../../src/text/issuer-phrase.js';
import { provinceNamed } from '../../src/text/provinces.js';

const sonLa: HomeRecord = {
  level: 'province',
  province: provinceNamed('Sơn La'),
  district: null,
  commune: null,
  body: 'Sở Nội vụ',
  date: '2023-12-15',
};
const muongLa: HomeRecord = { ...sonLa, level: 'district', district: 'huyện Mường La', body: 'UBND huyện Mường La' };
const nowhere: HomeRecord = { ...sonLa, level: null, province: null, body: null };
const resolve = (
  home: HomeRecord,
  number: string | null,
  phrase: string | null,
  date: string | null = '2022-05-01',
  type = 'QĐ',
) =>
  bodyResolver(
    home,
    null,
    'abc',
  )({ phrase, number: number === null ? null : canonicalNumber(number, type), date, type });

describe('issuerPhrase', () => {
  it.each([
    ['Chủ tịch UBND tỉnh', 'UBND', 'province', null],
    ['Ủy ban nhân dân huyện Mường La', 'UBND', 'district', 'Mường La'],
    ['Ban Thường vụ Tỉnh ủy', 'Tỉnh ủy', null, null],
    ['Hội nghị Tỉnh ủy lần thứ 4, khóa XX', 'Tỉnh ủy', null, null],
    ['Giám đốc Sở Tài chính tỉnh Sơn La', 'Sở Tài chính', 'province', 'Sơn La'],
    ['Bộ Lao động - Thương binh và Xã hội', 'Bộ Lao động - Thương binh và Xã hội', null, null],
    ['Bộ trưởng Bộ Nội vụ', 'Bộ Nội vụ', null, null],
    ['UBND xã Chiềng Lao', 'UBND', 'commune', 'Chiềng Lao'],
    ['UBND huyện Mường La, tỉnh Sơn La', 'UBND', 'district', 'Mường La'],
    ['UBND xã Chiềng Lao huyện Mường La tỉnh Sơn La', 'UBND', 'commune', 'Chiềng Lao'],
  ])('takes %s apart', (phrase, name, level, place) => {
    expect(issuerPhrase(phrase)).toMatchObject({ name, level, place });
  });
});

describe('bodyResolver', () => {
  it.each([
    ['10/NQ-CP', null, 'chinh-phu'],
    ['19/CT-TTg', 'Thủ tướng Chính phủ', 'thu-tuong-chinh-phu'],
    ['88/2019/QH14', null, 'quoc-hoi'],
    ['1365/NQ-UBTVQH15', null, 'uy-ban-thuong-vu-quoc-hoi'],
    ['01/2024/TT-UBDT', 'Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc', 'uy-ban-dan-toc'],
    ['21-NQ/TW', 'Bộ Chính trị', 'trung-uong-dang'],
    ['1085/QĐ-UBND', 'UBND tỉnh', 'ubnd-tinh-son-la'],
    ['1085/QĐ-UBND', 'Chủ tịch UBND tỉnh', 'ubnd-tinh-son-la'],
    ['1085/QĐ-UBND', 'UBND tỉnh Hòa Bình', 'ubnd-tinh-hoa-binh'],
    ['1085/QĐ-UBND', null, 'ubnd-tinh-son-la'],
    ['31-KH/TU', 'Ban Thường vụ Tỉnh ủy', 'tinh-uy-son-la'],
    ['31-KH/TU', 'Ban Thường vụ Tỉnh ủy Hòa Bình', 'tinh-uy-hoa-binh'],
    ['12/KH-SNV', null, 'so-noi-vu-tinh-son-la'],
    ['12/QĐ-UBND', 'UBND huyện Mường La', 'ubnd-huyen-muong-la-tinh-son-la'],
    ['37/2012/TTLT-BLĐTBXH-BYT', null, 'bo-lao-dong-thuong-binh-va-xa-hoi-bo-y-te'],
  ])('places %s of %s at a home in Sơn La: %s', (number, phrase, slug) => {
    expect(resolve(sonLa, number, phrase)).toMatchObject({ slug, certain: true });
  });

  it.each([
    [nowhere, '1085/QĐ-UBND', 'UBND tỉnh', 'ubnd~abc'],
    [nowhere, '31-KH/TU', null, 'tinh-uy~abc'],
    [sonLa, '12/KH-XYZ', null, 'xyz~abc'],
    [sonLa, '306-QĐ/BTV', null, 'ban-thuong-vu~abc'],
  ])('never places what cannot be placed', (home, number, phrase, slug) => {
    expect(resolve(home, number, phrase)).toMatchObject({ slug, certain: false });
  });

  it("keeps the province beside the district where a district's report says only UBND", () => {
    const body = resolve(muongLa, '12/QĐ-UBND', null);
    expect(body).toMatchObject({ slug: 'ubnd-huyen-muong-la-tinh-son-la', certain: false });
    expect(body.candidates.map(({ slug }) => slug)).toEqual(['ubnd-tinh-son-la']);
  });

  it("tells a merged province from its namesake, and its reports from the old provinces' documents", () => {
    const lamDong: HomeRecord = { ...sonLa, province: provinceNamed('Lâm Đồng', '2025-09-01'), date: '2025-09-01' };
    expect(resolve(lamDong, '85/QĐ-UBND', 'UBND tỉnh', '2025-08-01').slug).toBe('ubnd-tinh-lam-dong-2025');
    const old = resolve(lamDong, '85/QĐ-UBND', 'UBND tỉnh', '2024-08-01');
    expect(old).toMatchObject({ slug: 'ubnd-tinh-lam-dong', certain: false });
    expect(old.candidates.map(({ slug }) => slug).sort()).toEqual(['ubnd-tinh-binh-thuan', 'ubnd-tinh-dak-nong']);
  });
});

describe('a district of another province', () => {
  it('is placed in its own, not in the home of the report', () => {
    expect(resolve(sonLa, '12/QĐ-UBND', 'UBND huyện Ba Tơ')).toMatchObject({
      slug: 'ubnd-huyen-ba-to-tinh-quang-ngai',
      certain: true,
    });
    expect(resolve(sonLa, null, 'Huyện ủy Ba Tơ')).toMatchObject({
      slug: 'huyen-uy-ba-to-tinh-quang-ngai',
      certain: true,
    });
  });

  it('is the one at home when it has a namesake there', () => {
    const canTho = { ...sonLa, province: provinceNamed('Cần Thơ') };
    expect(resolve(canTho, '12/QĐ-UBND', 'UBND huyện Vĩnh Thạnh').slug).toBe('ubnd-huyen-vinh-thanh-thanh-pho-can-tho');
  });

  it('keeps its candidates when it has namesakes elsewhere only', () => {
    const found = resolve(sonLa, '12/QĐ-UBND', 'UBND huyện Vĩnh Thạnh');
    expect(found).toMatchObject({ certain: false, slug: 'ubnd-huyen-vinh-thanh~abc' });
    expect(found.candidates.map(({ slug }) => slug)).toEqual([
      'ubnd-huyen-vinh-thanh-tinh-binh-dinh',
      'ubnd-huyen-vinh-thanh-thanh-pho-can-tho',
    ]);
  });

  it('that no list knows stays at home', () => {
    expect(resolve(sonLa, '12/QĐ-UBND', 'UBND huyện Xuân Mới').slug).toBe('ubnd-huyen-xuan-moi-tinh-son-la');
  });
});

describe('a body before and after the merger of July 2025', () => {
  const giaLai: HomeRecord = { ...sonLa, province: provinceNamed('Gia Lai', '2025-12-20'), date: '2025-12-20' };
  const resolveAt = (home: HomeRecord, number: string, phrase: string | null, date: string | null, former = false) =>
    bodyResolver(home, null, 'abc')({ phrase, number: canonicalNumber(number, 'QĐ'), date, type: 'QĐ', former });

  it.each<[string | null, string | null, boolean, string, boolean]>([
    ['UBND tỉnh Gia Lai', '2025-08-01', false, 'ubnd-tinh-gia-lai-2025', true],
    ['UBND tỉnh Gia Lai', '2025-06-30', false, 'ubnd-tinh-gia-lai', true],
    ['UBND tỉnh Gia Lai', '2024', false, 'ubnd-tinh-gia-lai', true],
    // the number's year alone is of both
    ['UBND tỉnh Gia Lai', '2025', false, 'ubnd-tinh-gia-lai', false],
    ['UBND tỉnh Gia Lai', '2025', true, 'ubnd-tinh-gia-lai', true],
    ['UBND tỉnh Bình Định', '2025', true, 'ubnd-tinh-binh-dinh', true],
    ['UBND tỉnh', '2024-03-01', true, 'ubnd-tinh-gia-lai', false],
    ['UBND huyện Tây Sơn, tỉnh Gia Lai', '2024-03-01', true, 'ubnd-huyen-tay-son-tinh-binh-dinh', true],
    ['UBND xã Ia Ly', '2025-09-01', false, 'ubnd-xa-ia-ly-tinh-gia-lai-2025', true],
    ['UBND xã Ia Ly', '2025-03-01', false, 'ubnd-xa-ia-ly-tinh-gia-lai', true],
  ])('%s on %s, said to be former: %s', (phrase, date, former, slug, certain) => {
    expect(resolveAt(giaLai, '12/QĐ-UBND', phrase, date, former)).toMatchObject({ slug, certain });
  });

  it('cites nothing that is still to come', () => {
    const early: HomeRecord = { ...sonLa, province: provinceNamed('Gia Lai', '2025-03-20'), date: '2025-03-20' };
    expect(resolveAt(early, '12/QĐ-UBND', 'UBND tỉnh Gia Lai', '2025')).toMatchObject({
      slug: 'ubnd-tinh-gia-lai',
      certain: true,
    });
  });

  it('knows a city that was a town of its province before', () => {
    const hue: HomeRecord = { ...sonLa, province: provinceNamed('Huế', '2025-09-01'), date: '2025-09-01' };
    expect(resolveAt(hue, '12/QĐ-UBND', 'UBND thành phố Huế', '2025-09-01').slug).toBe('ubnd-thanh-pho-hue');
    expect(resolveAt(hue, '12/QĐ-UBND', 'UBND thành phố Huế', '2022-09-01').slug).toBe(
      'ubnd-thanh-pho-hue-tinh-thua-thien-hue',
    );
    expect(resolveAt(hue, '12/QĐ-UBND', 'UBND tỉnh', '2022-09-01').slug).toBe('ubnd-tinh-thua-thien-hue');
  });

  it.each([
    ['12/QĐ-UBND', 'UBND tỉnh Bình Định', '2025-08-15'],
    ['12/QĐ-UBND', 'UBND huyện Tây Sơn', '2025-08-15'],
    ['12/2025/TT-BGTVT', null, '2025-05-05'],
    ['12/2024/TT-BNNMT', null, '2024-05-05'],
  ])('says that the issuer of %s (%s) was not there on %s', (number, phrase, date) => {
    expect(resolveAt(giaLai, number, phrase, date).reasons).toContain('issuer-not-in-office');
  });
});
