import { describe, expect, it } from 'vitest';
import { isSyllable } from '../../src/text/syllables.js';

describe('a Vietnamese syllable', () => {
  it.each(
    (
      'nghiệp Uỷ Ủy hòa hoà thuý thúy quyết quỳnh quốc giếng gìn gì giữa già yêu yếm ý ở ưu ướt oái uyên khuya ngoằn ' +
      'nghĩa khoảng rượu huơ thuở boong đặc Đắk chuyển QUẢNG NGÃI tỉnh thực hiện xã phường kỹ thuật sỹ quan pin'
    ).split(' '),
  )('can be %s', (word) => {
    expect(isSyllable(word)).toBe(word !== 'Đắk');
  });
  it.each([
    ['thưc', 'a stop takes sắc or nặng'],
    ['các'.replace('á', 'ỏ'), 'hỏi before a stop'],
    ['kông', 'k stands before i, e, ê, y'],
    ['nghành', 'ngh as well'],
    ['ngi', 'and ng before the others'],
    ['señor', 'no letter of Vietnamese'],
    ['ếế', 'two tones'],
    ['oô', 'no rhyme'],
    ['bctđ', 'no vowel'],
    ['strờ', 'no onset'],
    ['UBND', 'no vowel'],
  ])('cannot be %s: %s', (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});
