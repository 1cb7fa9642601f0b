import nlp from 'compromise/one';
import { describe, expect, it } from 'vitest';
import { termsOf } from '../../../src/text/nlp/terms.js';

interface Term {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
}
const plain = ({ text, pre, post }: Term): Term => ({ text, pre, post });
/** What compromise makes of a text before it reads numbers and contractions into it. */
const world = nlp.world() as {
  readonly methods: { readonly one: { readonly tokenize: { fromString(text: string, of: unknown): Term[][] } } };
};
const ofCompromise = (text: string): Term[] => world.methods.one.tokenize.fromString(text, world).flat().map(plain);

describe('termsOf', () => {
  it.each([
    'Chủ tịch UBND tỉnh tặng Bằng khen cho 12 tập thể và 30 cá nhân',
    '(trong đó: 05 tập thể, 12 cá nhân), đạt 98,5%; còn lại 1,5%',
    'giai đoạn 2021 - 2025 và giai đoạn 2016-2020',
    'danh hiệu “Lao động tiên tiến” - "Đơn vị quyết thắng"',
    '+ Bằng khen: 10/12 hồ sơ',
    'tặng 3 giải (+500), 2 giải (800)',
    '«Gia đình văn hóa» * • ...',
    'Q.1, ThS. Nguyễn Văn A., 20-11',
    '– ; –',
    'trị giá 50$ một suất',
  ])('splits %j as compromise does', (text) => {
    expect(termsOf(text, 0).map(plain)).toEqual(ofCompromise(text));
  });

  it.each([
    ['ĐƯỢC', 'duoc'],
    ['Ủy', 'uy'],
    ['12,5', '125'],
    ['v.v', 'vv'],
    ['Th.S', 'ths'],
  ])('writes %j as %j', (text, normal) => {
    expect(termsOf(text, 0)[0]!.normal).toBe(normal);
  });

  it('tells where each term stands', () => {
    expect(termsOf('(gồm 12 tập thể)', 100).map(({ text, start }) => [text, start])).toEqual([
      ['gồm', 101],
      ['12', 105],
      ['tập', 108],
      ['thể', 112],
    ]);
  });
});
