import { describe, expect, it } from 'vitest';
import { namedAward, readTypedFigure } from '../../../src/extract/index.js';

describe('readTypedFigure', () => {
  it.each([
    ['1.250', { exact: '1250', valueMax: null, of: null, unit: null }],
    ['36,45', { exact: '36.45', valueMax: null, of: null, unit: null }],
    ['62/64', { exact: '62', valueMax: null, of: 64, unit: null }],
    ['38,6 tỷ đồng', { exact: '38600000000', unit: { words: 'đồng', code: 'VND', kind: 'money' } }],
    ['15-20 triệu đồng', { exact: '15000000', valueMax: '20000000' }],
    ['97,5%', { exact: '97.5', unit: { words: '%', kind: 'percent' } }],
    ['1.204 hộ', { exact: '1204', unit: { words: 'hộ', kind: 'count' } }],
  ])('reads «%s»', (words, expected) => {
    expect(readTypedFigure(words)).toMatchObject(expected);
  });

  it.each(['', 'nhiều', '12a', '1/2/3', '15 hộ nghèo và 3 xã', 'hộ 15'])('refuses «%s»', (words) => {
    expect(readTypedFigure(words)).toBeNull();
  });
});

describe('namedAward', () => {
  it.each([
    ['CSTĐ cơ sở', null, 'Chiến sĩ thi đua cơ sở', 'CSTDCS'],
    ['bằng khen', 'Thủ tướng Chính phủ', 'Bằng khen', 'BKTTG'],
    ['Cúp vàng của chợ', null, 'Cúp vàng của chợ', null],
  ])('names «%s» of %s', (typed, grantor, award, awardCode) => {
    expect(namedAward(typed, grantor)).toEqual({ award, awardCode });
  });
});
