import { readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  jpegOf,
  officeScan,
  pdfOfPictures,
  picturesOf,
  scanned,
  shareOfWords,
  wordsOf,
} from '../../../fixtures/scan.js';
import { chooseRecogniser, type RecognitionOptions, readDocument } from '../../../src/ingest/index.js';
import { judgeWords } from '../../../src/ingest/pdf/judge-text-layer.js';
import { drawPdf } from './draw-pdf.js';

const report = readFileSync(new URL('../../../fixtures/reports/05-ke-hoach-chuyen-doi-so.pdf', import.meta.url));
const typed = await readDocument({ bytes: report, name: 'bao-cao.pdf' });
const recognition: RecognitionOptions = { mode: 'auto', pagesAtOnce: 2, choice: await chooseRecogniser() };

/** The report with fonts that do not say which letters their glyphs are. */
const unnamed = () => Buffer.from(report.toString('latin1').replaceAll('/ToUnicode ', '/NoUnicode '), 'latin1');

/** The report with fonts that put other letters for their glyphs: the first for the last, and so on. */
function scrambled(): Buffer {
  let file = report.toString('latin1');
  for (const [stream, content] of [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((m) => [
    m[0],
    m[1]!,
  ])) {
    let map: string;
    try {
      map = inflateSync(Buffer.from(content!, 'latin1')).toString('latin1');
    } catch {
      continue;
    }
    if (!map.includes('beginbfchar')) continue;
    const letters = [...map.matchAll(/^<(\w+)> <(\w+)>$/gm)];
    const swapped = letters.map(([, code], at) => `<${code}> <${letters.at(-1 - at)![2]}>`).join('\n');
    const bare = `begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n${letters.length} beginbfchar\n${swapped}\nendbfchar\nendcmap`;
    const packed = deflateSync(bare, { level: 9 }).toString('latin1');
    if (packed.length > content!.length) throw new RangeError('the other map does not fit into the file');
    file = file.replace(stream!, () => stream!.replace(content!, () => packed.padEnd(content!.length, '\n')));
  }
  return Buffer.from(file, 'latin1');
}

/** What a machine that reads English makes of a Vietnamese page. */
const english = [
  'CQNG HOA XA HQI CHU NGHIA VIET NAM',
  'DQc lap - Tu do - Hanh phuc',
  'KE HOACH',
  'Chuyen d6i s6 nam 2024 cua huyen, trien khai thuc hien cac nhiem vu va giai phap',
  'Can cu Quyet dinh so 749/QD-TTg ngay 03 thang 6 nam 2020 cua Thu tuong Chinh phu',
];
async function scanUnder(layer: readonly string[]): Promise<Buffer> {
  const [first] = await picturesOf(report, officeScan.dpi);
  const image = scanned(first!, officeScan);
  return pdfOfPictures([{ image, jpeg: jpegOf(image, officeScan.quality), layer }]);
}

const share = (text: string, page: number) => shareOfWords(typed, page, wordsOf(text));

describe('a page whose text layer does not say what is printed', () => {
  it.each<[what: string, bytes: () => Buffer | Promise<Buffer>]>([
    ['of fonts that do not name their letters', unnamed],
    ['of fonts that name other letters', scrambled],
    ['of a scanner that reads English', () => scanUnder(english)],
    [
      'of a scanner, a portal’s line and a signature',
      () => scanUnder(['https://congbao.chinhphu.vn', 'Nguoi ky: Van phong']),
    ],
  ])('%s: is read off its picture', { timeout: 180_000 }, async (_, bytes) => {
    const read = await readDocument({ bytes: await bytes(), name: 'bao-cao.pdf', recognition });
    expect(read.pages[0]!.recognition).toBeDefined();
    expect(share(read.text, 1)).toBeGreaterThan(0.97);
    expect(read.warnings.map(({ code }) => code)).not.toContain('pdf/garbled-text-layer');
  });

  it.each<[what: string, bytes: () => Buffer | Promise<Buffer>]>([
    ['of fonts that name other letters', scrambled],
    ['of a scanner that reads English', () => scanUnder(english)],
  ])('%s: is told where nothing may be recognised, and counted where that is put off', async (_, make) => {
    const bytes = await make();
    const { warnings } = await readDocument({ bytes, name: 'a.pdf' });
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'pdf/garbled-text-layer', level: 'warning', page: 1 }),
    );
    const later = { ...recognition, postpone: true };
    await expect(readDocument({ bytes, name: 'a.pdf', recognition: later })).rejects.toMatchObject({
      name: 'RecognitionNeeded',
    });
  });

  const lines = (...all: string[]) => drawPdf([{ texts: all.map((text, at) => ({ text, x: 60, y: 80 + at * 20 })) }]);
  it.each<[what: string, bytes: Uint8Array]>([
    [
      'in English',
      lines(
        'The report of the department on the results of this year and the plan for next year',
        'is sent to the members of the council with the tables that are attached',
      ),
    ],
    [
      'typed without marks',
      lines(
        'Bao cao ket qua thuc hien nhiem vu nam 2023 va phuong huong nhiem vu nam 2024',
        'cua Uy ban nhan dan huyen gui Hoi dong nhan dan huyen tai ky hop cuoi nam',
      ),
    ],
    ['of few words', lines('Qwrt zxcv plkj hgfd', 'Mnbv cxzl')],
    ['of figures', lines('1.250,5 34,2 16/2021 889 12,6 1.000 45 67 89 10 11 12 13 14 15 16 17 18 19 20 21 22 23')],
  ])('%s: is none', async (_, bytes) => {
    const read = await readDocument({ bytes, name: 'a.pdf', recognition: { ...recognition, postpone: true } });
    expect(read.warnings).toEqual([]);
  });
});

describe('judgeWords', () => {
  it.each<[text: string, sensible: number]>([
    ['Ủy ban nhân dân tỉnh ban hành Quyết định số 12/QĐ-UBND', 1],
    ['H4nh phfic Dj10c 1Ap', 0],
    ['2023 12,5 m', 1],
    ['Xã Đắk Nia', 2 / 3],
  ])('%s: %f', (text, sensible) => expect(judgeWords(text).sensible).toBeCloseTo(sensible));
});
