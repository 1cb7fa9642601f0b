import { describe, expect, it } from 'vitest';
import { blankNumberAt } from '../../../src/extract/citations/read-number.js';
import { scanMentions } from '../../../src/extract/citations/scan-mentions.js';
import { negatives, positives } from './number-examples.js';

describe('document numbers', () => {
  it.each(positives)('takes %j apart', (text, number, year, symbol, date, family) => {
    const mention = scanMentions(text)[0]!;
    const read = mention.number!;
    expect({
      number: read.digits.replace(/^0+(?=\d)(?!\d+-)/, '') + read.suffix,
      year: String(read.year ?? ''),
      symbol: read.issuerSymbol ?? '',
      date: mention.date?.iso ?? '',
      family: read.family,
    }).toEqual({ number, year, symbol, date, family });
    expect(text.slice(read.start, read.end).replace(/\s/gu, '').length).toBe(read.printed.replace(/\s/gu, '').length);
  });

  it('reads the symbol of a draft whose number is blank', () => {
    expect(blankNumberAt('Số:       /BC-BDT', 0)).toMatchObject({ symbol: 'BC-BDT' });
  });
});

describe('what only looks like a document number', () => {
  it.each(negatives)('leaves %j alone', (text) => {
    expect(scanMentions(text).filter(({ kind }) => kind === 'numbered')).toEqual([]);
  });
});
