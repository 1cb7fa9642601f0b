import { describe, expect, it } from 'vitest';
import { indicatorKey } from '../../src/store/find-indicators.js';

describe('the name that two indicators share', () => {
  it.each([
    ['Tỷ lệ hộ nghèo', 'tỉ lệ hộ nghèo'],
    ['Tỷ lệ hộ nghèo', 'tỷ lệ hộ nghèo toàn tỉnh'],
    ['Tỷ lệ hộ nghèo', 'Hộ nghèo chiếm tỷ lệ'],
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ số hộ nghèo'],
    ['hộ nghèo', 'Tổng số hộ nghèo trên địa bàn huyện'],
    ['Thu ngân sách', 'thu ngân sách của toàn xã'],
  ])('is one of %s and %s', (one, other) => {
    expect(indicatorKey(one)).toBe(indicatorKey(other));
  });

  it.each([
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ nghèo đa chiều'],
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ cận nghèo'],
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ nghèo vùng dân tộc thiểu số'],
    ['hộ nghèo', 'hộ thoát nghèo'],
    ['Tổng vốn', 'Vốn sự nghiệp'],
  ])('is another of %s and %s', (one, other) => {
    expect(indicatorKey(one)).not.toBe(indicatorKey(other));
  });
});
