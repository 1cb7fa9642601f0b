import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/index.js';
import { readDocument } from '../../../src/ingest/index.js';
import type { Citation, Provision } from '../../../src/model/index.js';
import { cite } from './extract.js';
import { positives } from './number-examples.js';

const folder = new URL('../../../fixtures/reports/', import.meta.url);
const names = readdirSync(folder);
const texts = names.filter((name) => /\.(?:txt|md)$/.test(name));
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const read = async (text: string, name = 'report.txt') => {
  const document = await readDocument({ bytes: Buffer.from(text), name });
  return { document, ...extract(document) };
};
const said = (citations: readonly Citation[]) =>
  citations.map(({ kind, type, number, name, date, issuer, provisions, role }) => ({
    kind,
    type,
    number: number?.normalize('NFC').replace(/[\u2010-\u2015]/gu, '-') ?? null,
    name,
    date,
    issuer,
    provisions,
    role,
  }));
const nodesOf = (tree: readonly Provision[]): Provision[] => tree.flatMap((node) => [node, ...nodesOf(node.children)]);

describe('the fixture reports', () => {
  it.each(texts)('%s as NFD and mixed gives the mentions of NFC', async (name) => {
    const text = textOf(name).normalize('NFC');
    const expected = said((await read(text, name)).citations);
    const mixed = text
      .split(' ')
      .map((word, index) => (index % 2 === 0 ? word.normalize('NFD') : word))
      .join(' ');
    expect(said((await read(text.normalize('NFD'), name)).citations)).toEqual(expected);
    expect(said((await read(mixed, name)).citations)).toEqual(expected);
  });

  it.each(texts)('%s with spaces and en dashes in its numbers gives the same mentions', async (name) => {
    const text = textOf(name).normalize('NFC');
    const expected = said((await read(text, name)).citations);
    const number = /(?<=[0-9])([/-])(?=\p{Lu}\p{L}*[-/]\p{Lu})(\p{Lu}[\p{L}]*)([-/])/gu;
    expect(said((await read(text.replace(number, '$1$2$3 '), name)).citations)).toEqual(expected);
    const dashed = text.replace(number, (_, a: string, code: string, b: string) => `${a}${code}${b.replace('-', '–')}`);
    expect(said((await read(dashed, name)).citations)).toEqual(expected);
  });

  it.each(names)('%s: every span quotes its text, parts included', async (name) => {
    const document = await readDocument({ bytes: readFileSync(new URL(name, folder)), name });
    for (const { span, quote, provisionTree } of extract(document).citations) {
      expect(document.text.slice(span.start, span.end)).toBe(quote);
      for (const { label, to, span: own } of nodesOf(provisionTree))
        if (to === null) expect(document.text.slice(own.start, own.end).replace(/\s+/gu, ' ')).toBe(label);
    }
  });

  it.each(names)('%s with letters for digits cites no number', async (name) => {
    const document = await readDocument({ bytes: readFileSync(new URL(name, folder)), name });
    const lettered = { ...document, text: document.text.replace(/[0-9]/g, 'x') };
    expect(extract(lettered).citations.filter(({ kind }) => kind === 'numbered')).toEqual([]);
  });
});

describe('made numbers', () => {
  const made = fc.record({
    type: fc.constantFrom<readonly [string, string]>(
      ['Quyết định', 'QĐ'],
      ['Kế hoạch', 'KH'],
      ['Báo cáo', 'BC'],
      ['Tờ trình', 'TTr'],
    ),
    digits: fc.integer({ min: 1, max: 9999 }),
    issuer: fc.constantFrom('UBND', 'HĐND', 'SNV', 'BDT', 'BTC'),
  });

  it('NFD gives what NFC gives', async () => {
    await fc.assert(
      fc.asyncProperty(made, async ({ type: [word, code], digits, issuer }) => {
        const text = `Thực hiện ${word} số ${digits}/${code}-${issuer} ngày 05/3/2021 của UBND tỉnh.`;
        const [one] = said((await read(text)).citations);
        expect(one).toMatchObject({ number: `${digits}/${code}-${issuer}`, type: code, date: '2021-03-05' });
        expect(said((await read(text.normalize('NFD'))).citations)).toEqual([one]);
      }),
      { numRuns: 40 },
    );
  });

  it('spaces, en dashes and line breaks around the separators change nothing', () => {
    const gap = fc.constantFrom('', ' ', '\n', '\u00a0');
    fc.assert(
      fc.property(
        made,
        gap,
        gap,
        fc.constantFrom('-', '–', '\u2011'),
        ({ type: [word, code], digits, issuer }, a, b, dash) => {
          const text = `${word} số ${digits}${a}/${code}${b}${dash}${issuer} ngày 05/3/2021`;
          expect(said(cite(text).citations)).toMatchObject([
            { number: `${digits}/${code}-${issuer}`, date: '2021-03-05' },
          ]);
        },
      ),
    );
  });

  it('the worked examples hold in NFD', async () => {
    for (const [text] of positives) {
      const line = `Theo nội dung sau: ${text}`;
      expect(said((await read(line.normalize('NFD'))).citations)).toEqual(said((await read(line)).citations));
    }
  });
});
