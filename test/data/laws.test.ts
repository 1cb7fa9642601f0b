import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type LawsRow, laws } from '../../src/text/lexicon/generated/laws.js';

const text = readFileSync(new URL('../../data/laws.csv', import.meta.url), 'utf8');
const rows = parse(text, { columns: true }) as LawsRow[];
const numbered = rows.filter(({ number }) => number !== '');

/** First and last year in which a term of the National Assembly passed laws. */
const terms: Readonly<Record<string, readonly [number, number]>> = {
  '10': [1997, 2002],
  '11': [2002, 2007],
  '12': [2007, 2011],
  '13': [2011, 2016],
  '14': [2016, 2021],
  '15': [2021, 2026],
};
const modern = /^(\d{2,3})\/(\d{4})\/(?:QH|UBTVQH|PL-UBTVQH)(\d{2})$/u;
/** Before 1998 laws were numbered by their promulgation, if at all. */
const old = /^\d{1,3}-(?:L\/CTN|LCT\/HĐNN\d)$/u;

describe('the catalogue of laws', () => {
  it('is what the rules read (else: npm run lexicons)', () => {
    expect(laws).toEqual(rows);
  });

  it('is in NFC, with names that begin with their type', () => {
    expect(text).toBe(text.normalize('NFC'));
    const heads: Readonly<Record<string, string>> = { HP: 'Hiến pháp', BL: 'Bộ luật ', L: 'Luật ', PL: 'Pháp lệnh ' };
    for (const { type, name } of rows) {
      expect(name.startsWith(heads[type] ?? '?'), `${type}: ${name}`).toBe(true);
      expect(name).toBe(name.trim().replace(/\s+/gu, ' '));
      expect(name, 'the year has a column of its own').not.toMatch(/(?:19|20)\d\d/u);
    }
  });

  it.each(numbered.map((row) => [row.number, row] as const))('%s has a number of its time', (number, row) => {
    const match = modern.exec(number);
    if (match === null) {
      expect(number).toMatch(old);
      expect(Number(row.year)).toBeLessThan(1998);
      return;
    }
    const [, , year, term] = match;
    expect(year).toBe(row.year);
    const [first, last] = terms[term!] ?? [0, 0];
    expect(Number(year)).toBeGreaterThanOrEqual(first);
    expect(Number(year)).toBeLessThanOrEqual(last);
    expect(number.includes('UBTVQH')).toBe(row.type === 'PL');
  });

  it('has no number twice, and no law twice', () => {
    const numbers = numbered.map(({ number }) => number);
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
    const names = rows.map(({ name, year, number }) => `${name} ${year} ${number}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('dates a law in its year, and says where it was found', () => {
    for (const { name, year, date, checked } of rows) {
      if (date !== '') {
        expect(date).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u);
        expect(date.slice(0, 4), name).toBe(year);
      }
      expect(['', 'tvpl', 'vbpl', 'corpus', 'cited', 'census']).toContain(checked);
    }
  });

  it('numbers the laws of a term in the order of their dates', () => {
    const dated = numbered.filter(({ date, number, type }) => date !== '' && modern.test(number) && type !== 'PL');
    for (const term of Object.keys(terms)) {
      const ofTerm = dated
        .filter(({ number }) => number.endsWith(`QH${term}`))
        .map(({ number, date, name }) => ({ at: Number(number.split('/')[0]), date, name }))
        .sort((a, b) => a.at - b.at);
      // A sitting's laws are numbered together at its end, whatever the day each was passed: a sitting lasts some weeks.
      for (const [index, { at, date, name }] of ofTerm.entries())
        for (const later of ofTerm.slice(index + 1))
          expect(
            (Date.parse(date) - Date.parse(later.date)) / 86_400_000,
            `${at} ${name} (${date}) before ${later.at} ${later.name} (${later.date})`,
          ).toBeLessThanOrEqual(45);
    }
  });
});
