import { describe, expect, it } from 'vitest';
import type { Header } from '../../src/model/index.js';
import { homeRecord } from '../../src/normalize/home-record.js';
import { documentOf } from '../extract/document-of.js';
import { headerOf } from './citation-of.js';

const bare = { parent: null, issuer: null, place: null, number: null } as const;
const home = (header: Partial<Header>, text = 'Không nêu nơi nào.') => {
  const { province, ...rest } = homeRecord(documentOf(text), headerOf(header));
  return { province: province?.name ?? null, level: rest.level, district: rest.district, commune: rest.commune };
};

describe('homeRecord', () => {
  it.each<[string, Partial<Header>, string, object]>([
    ['the superior body', {}, '', { level: 'province', province: 'Sơn La', district: null }],
    ['the place line', { parent: null, place: 'Gia Lai' }, '', { level: 'province', province: 'Gia Lai' }],
    [
      'the first sentences',
      { ...bare, issuer: 'Ban Dân tộc' },
      'Trên địa bàn tỉnh Hà Giang có 12 xã; tỉnh Hà Giang đã giao vốn.',
      { province: 'Hà Giang' },
    ],
    [
      "a district's letterhead",
      { parent: 'UBND HUYỆN MƯỜNG LA', issuer: 'Phòng Nội vụ', place: 'Mường La' },
      '',
      { level: 'district', district: 'huyện Mường La', province: 'Sơn La' },
    ],
    [
      "a district's letterhead, whatever provinces the text speaks of",
      { parent: 'UBND HUYỆN BA TƠ', issuer: 'Phòng Nội vụ', place: 'Ba Tơ' },
      'Đoàn công tác tỉnh Lào Cai đến học tập; tỉnh Lào Cai có 9 huyện.',
      { level: 'district', district: 'huyện Ba Tơ', province: 'Quảng Ngãi' },
    ],
    [
      "a district's province of its own day, though the text speaks of the one that holds the land now",
      { parent: 'UBND HUYỆN TÂY SƠN', issuer: 'Phòng Nội vụ', place: 'Tây Sơn', date: '2024-12-20' },
      'Huyện Tây Sơn giáp tỉnh Gia Lai; đoàn tỉnh Gia Lai đến làm việc.',
      { level: 'district', district: 'huyện Tây Sơn', province: 'Bình Định' },
    ],
    [
      'of districts with a namesake, the one in a province that the text names',
      { parent: 'UBND HUYỆN VĨNH THẠNH', issuer: 'Phòng Nội vụ', place: 'Vĩnh Thạnh' },
      'Thành phố Cần Thơ giao chỉ tiêu; đoàn tỉnh Lào Cai và tỉnh Hà Giang đến thăm.',
      { level: 'district', province: 'Cần Thơ' },
    ],
    [
      'no province for a district with a namesake when nothing tells',
      { parent: 'UBND HUYỆN CHÂU THÀNH', issuer: 'Phòng Nội vụ', place: 'Châu Thành' },
      '',
      { level: 'district', province: null },
    ],
    [
      "a district's Party committee",
      { parent: 'HUYỆN ỦY CHƯ SÊ', issuer: 'Ban Dân vận', place: 'Chư Sê' },
      'Tỉnh Gia Lai đã chỉ đạo; tỉnh Gia Lai giao chỉ tiêu.',
      { level: 'district', district: 'huyện Chư Sê', province: 'Gia Lai' },
    ],
    [
      "a board of a district's council",
      { parent: 'HĐND HUYỆN MƯỜNG LA', issuer: 'Ban Kinh tế - Xã hội', place: 'Mường La' },
      '',
      { level: 'district', district: 'huyện Mường La', commune: null },
    ],
    [
      'a commune',
      { parent: null, issuer: 'Ủy ban nhân dân xã Chiềng Lao', place: 'Chiềng Lao' },
      'UBND tỉnh Sơn La giao.',
      { level: 'commune', commune: 'xã Chiềng Lao', province: 'Sơn La' },
    ],
    [
      'a ministry, wherever it signs',
      { parent: null, issuer: 'Bộ Nội vụ', place: 'Hà Nội' },
      'Tỉnh Sơn La đã báo cáo.',
      { level: 'central', province: null },
    ],
    ['a city', { parent: 'UBND THÀNH PHỐ ĐÀ NẴNG', place: 'Đà Nẵng' }, '', { level: 'province', province: 'Đà Nẵng' }],
    [
      "a town that has its province's name",
      { parent: 'UBND THÀNH PHỐ SƠN LA', issuer: 'Phòng Nội vụ', place: 'Sơn La' },
      '',
      { level: 'district', district: 'thành phố Sơn La', province: 'Sơn La' },
    ],
    [
      'nothing when two provinces are named alike',
      { ...bare },
      'Tỉnh Sơn La và tỉnh Lai Châu ký kết.',
      { province: null, level: null },
    ],
  ])('reads the home from %s', (_, header, text, expected) => {
    expect(home(header, text === '' ? undefined : text)).toMatchObject(expected);
  });
});
