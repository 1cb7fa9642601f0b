import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mixedLines } from '../../../fixtures/mixed-lines.js';
import { readDocument } from '../../../src/ingest/index.js';
import { drawPdf } from '../pdf/draw-pdf.js';

const folder = join(import.meta.dirname, '../../../fixtures/mixed-fonts');
const meant = mixedLines.map((line) => line.meant);
/** The last has a font of its own for one letter within a word: a PDF drawn by hand has one font. */
const oneFont = mixedLines.filter(({ typed }) => typed.length === 1);

describe('lines in fonts of all kinds', () => {
  it.each(readdirSync(folder).sort())('%s gives each as it is meant', async (name) => {
    const { text } = await readDocument({ bytes: readFileSync(join(folder, name)), name });
    expect(text.split('\n').filter((line) => line !== 'A')).toEqual(meant);
  });
  it.each(readdirSync(folder).sort())('%s marks what was converted, and nothing else', async (name) => {
    const { text, warnings } = await readDocument({ bytes: readFileSync(join(folder, name)), name });
    const marked = warnings.filter(({ code }) => code.startsWith('ingest/from-')).map(({ span }) => span!);
    const isMarked = (quote: string) => {
      const start = text.indexOf(quote);
      expect(start).toBeGreaterThanOrEqual(0);
      return marked.some((span) => span.start < start + quote.length && start < span.end);
    };
    for (const quote of [
      'Nhà nước ưu tiên',
      'UỶ BAN',
      'Trường Sơn',
      'chủ nghĩa',
      'từ −2',
      'Nội vụ',
      'đơn vị',
      'Số',
      'ngày 5',
    ])
      expect([quote, isMarked(quote)]).toEqual([quote, true]);
    for (const quote of [
      'señor',
      'báo cáo kết quả',
      'hiện nhiệm',
      'Windows',
      'µg/m³',
      'UNDP',
      '12/2004/NĐ-CP',
      'Chính phủ',
    ])
      expect([quote, isMarked(quote)]).toEqual([quote, false]);
  });
  it.each(oneFont.map(({ typed: [run], meant: text }) => [run![0], run![1], text] as const))(
    'a PDF in %s: %s',
    async (font, typed, text) => {
      const bytes = drawPdf([{ texts: [{ text: typed, x: 20, y: 80, size: 6 }] }], font);
      expect((await readDocument({ bytes, name: 'a.pdf' })).text.replace(/\s+/g, ' ')).toBe(text);
    },
  );
});
