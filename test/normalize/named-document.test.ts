import { describe, expect, it } from 'vitest';
import { namedDocument } from '../../src/normalize/named-document.js';

describe('namedDocument', () => {
  it.each([
    ['Luật Thi đua, khen thưởng năm 2022', null, 2023, '06/2022/QH15', true],
    ['Luật Thi đua, Khen thưởng', 2003, 2010, '15/2003/QH11', true],
    ['Luật Ngân sách nhà nước', null, 2022, '83/2015/QH13', true],
    ['Luật Tiếp công dân', null, 2021, '42/2013/QH13', true],
    ['Luật Thi đua, khen thưởng', null, 2023, '06/2022/QH15', false],
    ['Luật Bay lên sao Hỏa năm 2021', null, 2022, null, true],
    ['Luật Bay lên sao Hỏa', null, 2022, null, false],
  ])('settles %s (%s) of a report of %s as %s', (name, year, reportYear, number, certain) => {
    expect(namedDocument(name, 'L', year, reportYear)).toMatchObject({ number, certain });
  });

  it.each([
    ['Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2013', 2014, '39/2013/QH13'],
    ['Luật Sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều', 2023, '60/2020/QH14'],
    ['Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch', 2020, '35/2018/QH14'],
    ['Luật sửa đổi, bổ sung một số điều của Luật Bay lên sao Hỏa', 2023, null],
  ])('knows the amending law %s', (name, reportYear, number) => {
    expect(namedDocument(name, 'L', null, reportYear)).toMatchObject({ number, type: 'L' });
  });

  it('tells two laws of one name and year by the day, and keeps both without one', () => {
    const local = (date: string | null) => namedDocument('Luật Tổ chức chính quyền địa phương', 'L', 2025, 2025, date);
    expect(local('2025-02-19')).toMatchObject({ number: '65/2025/QH15', certain: true, candidates: [] });
    expect(local('2025-06-16')).toMatchObject({ number: '72/2025/QH15', certain: true, candidates: [] });
    expect(local(null)).toMatchObject({
      number: '72/2025/QH15',
      certain: false,
      candidates: [{ number: '65/2025/QH15' }],
      reasons: ['law-by-year', 'law-several-versions'],
    });
  });

  it.each([
    ['Hiến pháp năm 2013', 2023, 2013],
    ['Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam', 2023, 2013],
    ['Hiến pháp', 2010, 1992],
    ['Hiến pháp', 1993, 1992],
    ['Hiến pháp', 1985, 1980],
    ['Hiến pháp', 1950, 1946],
  ])('knows %s in a report of %s as that of %s', (name, reportYear, year) => {
    expect(namedDocument(name, 'HP', null, reportYear)).toMatchObject({ type: 'HP', year, certain: true });
  });

  it.each<[string, number | null, number, number]>([
    // in force from 1 January 2014, passed in November 2013
    ['Hiến pháp', 2013, 1992, 2013],
    // in force within the year
    ['Hiến pháp', 1992, 1980, 1992],
    ['Hiến pháp', null, 2013, 1992],
    // there is no such one
    ['Hiến pháp năm 2003', 2010, 2003, 1992],
  ])('is not sure which Constitution %s of a report of %s is', (name, reportYear, year, other) => {
    expect(namedDocument(name, 'HP', null, reportYear)).toMatchObject({
      year,
      certain: false,
      candidates: [{ year: other }],
    });
  });

  it('keeps the version that may also be meant', () => {
    expect(namedDocument('Luật Thi đua, khen thưởng', 'L', null, 2023).candidates.map(({ number }) => number)).toEqual([
      '15/2003/QH11',
    ]);
  });

  it.each([
    ['Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng', 'nghi-quyet-dai-hoi-13', 'Đại hội Đảng toàn quốc'],
    ['Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII', 'nghi-quyet-dai-hoi-13', 'Đại hội Đảng toàn quốc'],
    ['Nghị quyết Đại hội XIII', 'nghi-quyet-dai-hoi-13', 'Đại hội Đảng toàn quốc'],
    ['Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX', 'nghi-quyet-dai-hoi-20', null],
    [
      'Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XIII',
      'nghi-quyet-hoi-nghi-5-khoa-13',
      'Trung ương Đảng',
    ],
    ['Nghị quyết Trung ương 4 khóa XII', 'nghi-quyet-hoi-nghi-4-khoa-12', 'Trung ương Đảng'],
  ])('knows %s by its ordinal and term', (name, slug, issuer) => {
    expect(namedDocument(name, 'NQ', null, 2023)).toMatchObject({ slug, issuer, certain: true });
  });
});
