import { describe, expect, it } from 'vitest';
import { successorsOf } from '../../src/text/succession.js';

describe('who took the work of a body over', () => {
  it.each<[string, string | null, string[]]>([
    ['UBND tỉnh Bình Định', '2022-08-15', ['UBND tỉnh Gia Lai, 2025-07-01']],
    ['Sở Nội vụ tỉnh Quảng Nam', '2022', ['Sở Nội vụ thành phố Đà Nẵng, 2025-07-01']],
    ['UBND tỉnh Gia Lai', '2022-08-15', ['UBND tỉnh Gia Lai, 2025-07-01']],
    ['Tỉnh ủy Kon Tum', '2021', ['Tỉnh ủy Quảng Ngãi, 2025-07-01']],
    ['Tỉnh ủy Quảng Nam', '2021', ['Thành ủy Đà Nẵng, 2025-07-01']],
    ['Bộ Giao thông vận tải', '2022', ['Bộ Xây dựng, 2025-03-01']],
    ['Ủy ban Dân tộc', '2022', ['Bộ Dân tộc và Tôn giáo, 2025-03-01']],
    ['Bộ Bưu chính, Viễn thông', '2005', ['Bộ Thông tin và Truyền thông, 2007-08-02']],
    // still there, or the body that followed
    ['UBND tỉnh Gia Lai', '2025-08-15', []],
    ['UBND tỉnh Cao Bằng', '2022', []],
    ['Bộ Tài chính', '2022', []],
    ['Chính phủ', '2022', []],
    // no one body followed
    ['UBND huyện Tây Sơn tỉnh Bình Định', '2022', []],
    ['Huyện ủy Mường La', '2022', []],
  ])('%s of %s', (issuer, on, expected) => {
    expect(successorsOf(issuer, on).map(({ name, since }) => `${name}, ${since}`)).toEqual(expected);
  });
});
