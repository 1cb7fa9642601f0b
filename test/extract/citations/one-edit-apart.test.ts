import { describe, expect, it } from 'vitest';
import { oneEditApart } from '../../../src/extract/citations/one-edit-apart.js';

describe('oneEditApart', () => {
  it.each([
    ['ubdt', 'ubdt', true],
    ['ubdt', 'ubndt', true],
    ['ubndt', 'ubdt', true],
    ['ubdt', 'ubdx', true],
    ['', 'a', true],
    ['ubdt', 'ubtd', false],
    ['ub', 'ubnd', false],
    ['aa', 'aaaa', false],
  ])('%j and %j: %j', (a, b, expected) => {
    expect(oneEditApart(a, b)).toBe(expected);
  });
});
