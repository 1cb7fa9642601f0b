import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactDecimal, printExact, readNumber } from '../../src/text/numbers.js';

/** The whole of the text must be the number. */
const value = (text: string) => {
  const reading = readNumber(text, 0);
  return reading?.end === text.length ? reading.exact : null;
};

describe('readNumber', () => {
  it.each([
    ['1.250,75', '1250.75'],
    ['1,250.75', '1250.75'],
    ['1.250.000', '1250000'],
    ['1,250,000', '1250000'],
    ['1 250 000', '1250000'],
    ['1250000', '1250000'],
    ['36,45', '36.45'],
    ['12.5', '12.5'],
    ['0.250', '0.25'],
    ['0,5', '0.5'],
    ['03', '3'],
    ['007', '7'],
    ['0', '0'],
    ['1. 290', '1290'],
    ['36 ,45', '36.45'],
    ['5 trăm', '500'],
    ['2 vạn', '20000'],
    ['338 nghìn', '338000'],
    ['1,5 tỷ', '1500000000'],
    ['1.5 tỉ', '1500000000'],
    ['478,3 nghìn tỷ', '478300000000000'],
    ['478,3 ngàn tỷ', '478300000000000'],
    ['2 tỷ 350 triệu', '2350000000'],
    ['2 tỷ 350 triệu 200 nghìn', '2350200000'],
    ['1 nghìn 2 trăm', '1200'],
    ['3 tỷ rưỡi', '3500000000'],
    ['1.250 triệu', '1250000000'],
    ['hai mươi lăm', '25'],
    ['hai mươi nhăm', '25'],
    ['hai lăm', '25'],
    ['ba mươi mốt', '31'],
    ['hai mươi tư', '24'],
    ['mười', '10'],
    ['mười lăm', '15'],
    ['một trăm', '100'],
    ['một trăm linh năm', '105'],
    ['một trăm lẻ năm', '105'],
    ['hai trăm rưỡi', '250'],
    ['năm mươi bảy', '57'],
    ['hai nghìn ba trăm', '2300'],
    ['hai nghìn không trăm linh ba', '2003'],
    ['một nghìn chín trăm bốn mươi lăm', '1945'],
    ['hai tỷ ba trăm năm mươi triệu', '2350000000'],
    ['một triệu hai trăm nghìn', '1200000'],
    ['tám', '8'],
  ])('reads %s as %s', (text, exact) => {
    expect(value(text)).toBe(exact);
  });

  it.each([
    '27.7.1999', // a date
    '0255.3822.123', // a telephone
    '1.25.000',
    '1,250.75.3',
    'mươi',
    'trăm hộ',
    '9'.repeat(200),
    '',
  ])('finds no number in «%s»', (text) => {
    expect(readNumber(text, 0)).toBeNull();
  });

  it.each([
    ['12 tỷ lệ hộ nghèo', 2], // tỷ lệ is a rate, not a billion
    ['5 triệu tập', 1],
    ['hai mươi năm qua', 8], // twenty years, not twenty-five
    ['2021, 15%', 4],
    ['12 xã', 2],
    ['1 234 567,5 ha', 11],
    ['2 tỷ 3 xã', 4],
    ['15, 20 hộ', 2],
    ['20.', 2],
  ])('stops in time: %s', (text, end) => {
    expect(readNumber(text, 0)?.end).toBe(end);
  });

  it('keeps both values of one mark before three digits', () => {
    expect(readNumber('9.600', 0)).toMatchObject({ exact: '9600', alternative: '9.6' });
    expect(readNumber('2,125', 0)).toMatchObject({ exact: '2.125', alternative: '2125' });
    expect(readNumber('1.250 triệu', 0)).toMatchObject({ exact: '1250000000', alternative: '1250000' });
  });

  it('does not run over its limit', () => {
    expect(readNumber('12 triệu', 0, 2)).toMatchObject({ exact: '12', end: 2 });
    expect(readNumber('hai mươi lăm', 0, 8)).toMatchObject({ exact: '20', end: 8 });
  });

  it('is exact where a binary float is not', () => {
    expect(value('0,1 triệu')).toBe('100000');
    expect(value('1.234.567.890.123.456,789')).toBe('1234567890123456.789');
    expect(value('4,35 nghìn tỷ')).toBe('4350000000000');
  });
});

const groups = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark);
const ones = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** Spells a number below a thousand; `full` keeps the hundreds of a group inside a larger number ("không trăm"). */
function spellGroup(number: number, full: boolean): string {
  const [hundreds, tens, last] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(ones[hundreds]!, 'trăm');
  if (tens === 0) {
    if (last > 0) words.push(...(words.length > 0 ? ['linh', ones[last]!] : [ones[last]!]));
  } else {
    words.push(...(tens === 1 ? ['mười'] : [ones[tens]!, 'mươi']));
    if (last === 1) words.push(tens === 1 ? 'một' : 'mốt');
    else if (last === 5) words.push('lăm');
    else if (last > 0) words.push(ones[last]!);
  }
  return words.join(' ');
}

function spell(number: number): string {
  const parts: string[] = [];
  for (const [size, name] of [
    [1e9, 'tỷ'],
    [1e6, 'triệu'],
    [1e3, 'nghìn'],
    [1, ''],
  ] as const) {
    const group = Math.floor(number / size) % 1000;
    if (group > 0) parts.push(`${spellGroup(group, parts.length > 0)} ${name}`.trim());
  }
  return parts.join(' ');
}

describe('printing a number and reading it back', () => {
  const whole = fc.integer({ min: 1000, max: 10 ** 15 }).map(String);
  const fraction = fc.stringMatching(/^\d{0,5}[1-9]$/);

  it('gives the number in every style of digits', () => {
    fc.assert(
      fc.property(whole, fraction, (digits, after) => {
        const plain = printExact(exactDecimal(`${digits}.${after}`));
        expect(value(`${groups(digits, '.')},${after}`)).toBe(plain);
        expect(value(`${groups(digits, ',')}.${after}`)).toBe(plain);
        expect(value(groups(digits, ' '))).toBe(digits);
        expect(value(digits)).toBe(digits);
      }),
    );
  });

  it('gives the number with one mark, or keeps it as the other value', () => {
    fc.assert(
      fc.property(whole, (digits) => {
        for (const mark of ['.', ',']) {
          const reading = readNumber(groups(digits, mark), 0);
          expect([reading?.exact, reading?.alternative]).toContain(digits);
        }
      }),
    );
  });

  it('gives the number with a leading zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (number) => {
        expect(readNumber(`0${number}`, 0)).toMatchObject({ exact: String(number), padded: true });
      }),
    );
  });

  it('gives the number with scale words', () => {
    const part = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        expect(value(`${a} tỷ ${b} triệu ${c} nghìn`)).toBe(String(a * 1e9 + b * 1e6 + c * 1e3));
        expect(value(`${a} tỷ rưỡi`)).toBe(String(a * 1e9 + 5e8));
      }),
    );
  });

  it('gives the number in words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (number) => {
        expect(value(spell(number))).toBe(String(number));
      }),
    );
    for (let number = 1; number < 1000; number += 1) expect(value(spell(number))).toBe(String(number));
  });

  it('never throws, and never reads past the text', () => {
    const pieces = fc.array(
      fc.constantFrom('1', '234', '.', ',', ' ', 'tỷ', 'rưỡi', 'hai', 'mươi', 'lăm', 'trăm', '\n'),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const reading = readNumber(text, 0);
        expect(reading === null || (reading.end > 0 && reading.end <= text.length)).toBe(true);
      }),
    );
  });
});
