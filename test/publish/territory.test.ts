import { describe, expect, it } from 'vitest';
import { territoryOf } from '../../src/publish/territory.js';

describe('whose a figure is', () => {
  it.each([
    ['toàn tỉnh', 'Sở Y tế tỉnh Phú An', 'tỉnh Phú An'],
    ['Toàn tỉnh', 'Sở Lao động - Thương binh và Xã hội tỉnh Phú An', 'tỉnh Phú An'],
    ['Toàn tỉnh', 'Ủy ban nhân dân tỉnh Phú An', 'tỉnh Phú An'],
    ['toàn huyện', 'UBND huyện Sông Lam, tỉnh Phú An', 'huyện Sông Lam'],
    ['toàn tỉnh', 'UBND huyện Sông Lam, tỉnh Phú An', 'tỉnh Phú An'],
    ['trên địa bàn', 'UBND xã Tân Mỹ', 'xã Tân Mỹ'],
    ['trên địa bàn tỉnh', 'Ban Dân tộc tỉnh Phú An', 'tỉnh Phú An'],
    ['toàn thành phố', 'UBND THÀNH PHỐ Hồng Hà', 'thành phố Hồng Hà'],
    // the office's own, where no place is meant or none is known
    [null, 'Sở Y tế tỉnh Phú An', 'Sở Y tế tỉnh Phú An'],
    [null, 'UBND tỉnh Phú An', 'tỉnh Phú An'],
    ['toàn ngành', 'Sở Y tế tỉnh Phú An', 'Sở Y tế tỉnh Phú An'],
    ['toàn tỉnh', 'Sở Y tế', 'Sở Y tế'],
    ['toàn tỉnh', null, null],
    ['xã An Tân', 'Sở Y tế tỉnh Phú An', 'xã An Tân'],
    ['toàn quốc', 'Bộ Y tế', 'cả nước'],
    ['toàn tỉnh', 'Trường Chính trị tỉnh', 'Trường Chính trị tỉnh'],
  ])('%s of %s', (subject, issuer, territory) => {
    expect(territoryOf(subject, issuer)).toBe(territory);
  });
});
