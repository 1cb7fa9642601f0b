import { describe, expect, it } from 'vitest';
import { provincesOfDistrict } from '../../src/text/districts.js';
import { districts } from '../../src/text/lexicon/generated/districts.js';

const names = (district: string) => provincesOfDistrict(district).map(({ name }) => name);

describe('the provinces that hold a district', () => {
  it.each([
    ['Ba Tơ', ['Quảng Ngãi']],
    ['huyện Mường La', ['Sơn La']],
    ['HUYỆN MƯỜNG LA', ['Sơn La']],
    ['thị xã Kỳ Anh', ['Hà Tĩnh']],
    ['Quận 1', ['Hồ Chí Minh']],
    ['TP Quy Nhơn', ['Bình Định']],
    ['huyện Phục Hoà', ['Cao Bằng']],
    ["huyện Cư M'gar", ['Đắk Lắk']],
    ['huyện Vĩnh Thạnh', ['Bình Định', 'Cần Thơ']],
    ['huyện Xuân Mới', []],
    ['huyện', []],
    ['', []],
  ])('%s: %j', (district, expected) => {
    expect(names(district)).toEqual(expected);
  });

  it('covers every province of the list of 63, each district once a province', () => {
    expect(districts).toHaveLength(63);
    for (const { province_code: code, districts: list } of districts) {
      const all = list.split('|');
      expect(new Set(all).size, code).toBe(all.length);
      expect(
        all.every((name) => name === name.trim() && name === name.normalize('NFC') && name !== ''),
        code,
      ).toBe(true);
    }
  });
});
