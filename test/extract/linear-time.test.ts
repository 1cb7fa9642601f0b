import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.js';
import { processTime } from '../process-time.js';
import { documentOf } from './document-of.js';

/** Milliseconds of this process's own time, so that a busy machine fails no test. */
function elapsed(text: string): number {
  const document = documentOf(...text.split('\n').filter((line) => line !== ''));
  const begun = processTime();
  extract(document);
  return processTime() - begun;
}

const whole = 1_000_000;
const part = whole / 8;
/** Eight times the text may take three times eight times the time; below the floor a machine measures itself. */
const slack = 3;
const floorMs = 150;
/** Milliseconds that no megabyte takes, however dense its references: a normal one takes half a second. */
const most = 40_000;

const classes = {
  digits: '1234567890',
  letters: 'nghiêng',
  capitals: 'QUYẾTĐỊNH',
  spaces: ' ',
  'line breaks': 'xã có thôn và hộ\n',
  slashes: '/',
  dashes: '-',
  dots: '.',
  quotes: '"“”',
  parentheses: '(',
  Đ: 'Đ',
  'combining marks': 'x\u0323\u0302',
  Chinese: '中',
  surrogates: '𝒜',
};
const halves = [
  'số 12/',
  'Quyết định số ',
  '1/2/3/',
  'QĐ-',
  'của ',
  'ngày 1/',
  'điểm a, b, ',
  'Căn cứ ',
  '(sau đây gọi tắt là ',
  'sửa đổi kèm theo Quyết định số 1, ',
  'có: ',
  'Điều 1 ',
];
const parted = (unit: string, size: number): string => `a ${unit.repeat(Math.ceil(size / unit.length))} a`;

describe('a text of one megabyte', () => {
  it.each([...Object.entries(classes), ...halves.map((half) => [half, half] as const)])(
    'takes time in proportion to its length: %s',
    (_name, unit) => {
      elapsed(parted(unit, 10_000));
      const small = Math.max(elapsed(parted(unit, part)), floorMs);
      expect(elapsed(parted(unit, whole))).toBeLessThan(Math.min(small * 8 * slack, most));
    },
    120_000,
  );

  it('that cites in a line each, without a full stop, is read in linear time', () => {
    const lines = (count: number): string => 'Quyết định số 1/QĐ-UBND về việc a\n'.repeat(count);
    elapsed(lines(100));
    const small = Math.max(elapsed(lines(500)), floorMs);
    expect(elapsed(lines(4_000))).toBeLessThan(small * 8 * slack);
  }, 120_000);
});
