// Fits the weights of the evidence to labelled mentions, prints how far the confidence can be trusted, and writes
// src/extract/citations/confidence-weights.ts and scripts/calibration/sample.csv:
//   npx tsx scripts/calibrate-confidence.ts FOLDER    (with FOLDER/gold and FOLDER/corpus; docs/measuring.md)
//   npx tsx scripts/calibrate-confidence.ts           (refits to the kept sample)
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractCitations } from '../src/extract/citations/extract-citations.js';
import { candidateAt } from '../src/extract/citations/numbered-mentions.js';
import type { RawMention } from '../src/extract/citations/raw-mention.js';
import { scanMentions } from '../src/extract/citations/scan-mentions.js';
import { extractHeader } from '../src/extract/header/extract-header.js';
import { analyseLayout } from '../src/extract/layout.js';
import { readDocument } from '../src/ingest/index.js';
import { type Citation, evidenceKind, type SourceDocument } from '../src/model/index.js';
import { cite } from '../test/extract/citations/extract.js';
import { negatives, positives } from '../test/extract/citations/number-examples.js';
import {
  fitWeights,
  heldOut,
  printSample,
  type Reliability,
  readSample,
  reliability,
  type SampleRow,
} from './calibration/fit.js';
import { without, withReferences } from './calibration/hard-cases.js';

const root = join(import.meta.dirname, '..');
const samplePath = join(root, 'scripts/calibration/sample.csv');
const folds = 5;
/** One number in this many is taken to be damaged: scans are the smaller part of an archive. */
const damagedOneIn = 10;
/** What the rules refuse counts for so much: it shows what speaks against a mention, but no reader ever sees it. */
const refusedCounts = 0.2;

const rows = new Map<string, SampleRow>();
function note(group: number, { evidence }: Citation, printed: boolean, isRight: boolean, weight = 1): void {
  const fold = group % folds;
  const key = `${fold}|${printed}|${evidence.join(' ')}`;
  const row = rows.get(key) ?? { fold, printed, evidence, right: 0, wrong: 0 };
  const add = (before: number, now: boolean): number => Math.round((before + (now ? weight : 0)) * 100) / 100;
  rows.set(key, { ...row, right: add(row.right, isRight), wrong: add(row.wrong, !isRight) });
}

const numberKey = (text: string | null): string =>
  (text ?? '')
    .normalize('NFC')
    .replace(/Ð/g, 'Đ')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d)/, '');
const keyOf = ({ number, name }: Pick<Citation, 'number' | 'name'>): string => numberKey(number ?? name);
const isSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** What the rules find, and every other number behind "số", a type word or before a symbol that they refuse. */
function laxly(text: string): RawMention[] {
  const found = [...scanMentions(text)];
  for (const { index } of text.matchAll(
    /(?<![\p{L}\p{N}/.,-])[0-9](?=[0-9a-zđ]*[ \t\n]?[/-][ \t\n]?\p{Lu})|(?<=(?:số|định|hoạch|cáo|thị|án|quyết|thông báo|văn):?[ \t\n])[0-9]/giu,
  )) {
    if (found.some(({ start, end }) => start <= index && index < end)) continue;
    const candidate = candidateAt(text, index);
    if (candidate === null || found.some(({ start, end }) => start < candidate.end && candidate.start < end)) continue;
    found.push(candidate);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Notes each citation of a laxer reading: printed where the rules find it too, right where the labels name it. */
function weigh(group: number, lax: readonly Citation[], strict: readonly Citation[], labels: readonly string[]): void {
  const left = [...labels];
  const printed = new Set(strict.map(({ span }) => span.start));
  for (const one of lax) {
    if (one.kind === 'anaphora') continue;
    const at = left.indexOf(keyOf(one));
    if (at >= 0) left.splice(at, 1);
    const isPrinted = printed.has(one.span.start);
    note(group, one, isPrinted, at >= 0, isPrinted ? 1 : refusedCounts);
  }
}

function citationsOf(document: SourceDocument, scan: (text: string) => readonly RawMention[]): readonly Citation[] {
  const layout = analyseLayout(document);
  return extractCitations(document, layout, extractHeader(document, layout).header, scan).citations;
}

// A small generator with a fixed seed (mulberry32): the same damage every time.
let seed = 20221115;
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** What recognition makes of a sign. */
const slips: Readonly<Record<string, string>> = {
  '0': 'O', '1': 'l', '3': '8', '5': '6', '6': '8', '7': '1', Đ: 'DĐÐ', D: 'O', Q: 'O', U: 'V', N: 'H', B: 'E', T: 'I', C: 'G', H: 'N', K: 'X', V: 'Y', P: 'F', S: '5', L: 'I',
}; // biome-ignore format: a table

/** Damages one sign of a number, the length kept; null when it holds none that recognition slips on. */
function damaged(text: string): string | null {
  const places = Array.from(text, (_, at) => at).filter((at) => slips[text[at]!] !== undefined);
  if (places.length === 0) return null;
  const at = places[Math.floor(random() * places.length)]!;
  const choices = slips[text[at]!]!.replace(text[at]!, '');
  return text.slice(0, at) + choices[Math.floor(random() * choices.length)]! + text.slice(at + 1);
}

/** Reads a report again with every fifth number damaged, five times, and notes what became of those. */
function weighDamaged(group: number, document: SourceDocument, sound: readonly Citation[]): void {
  const full = sound.filter(({ number }) => number !== null && /\p{Lu}/u.test(number));
  for (let round = 0; round < 5; round += 1) {
    let { text } = document;
    const hurt: { readonly at: number; readonly key: string }[] = [];
    for (const one of full.filter((_, index) => index % 5 === round)) {
      const within = text.slice(one.span.start, one.span.end);
      const printed = /[0-9]+[a-zđ]?[ \n]?[/-][\p{L}0-9/&\n -]*?(?=[ ,.;)]|$)/u.exec(within);
      const put = printed === null ? null : damaged(printed[0]);
      if (printed === null || put === null) continue;
      const at = one.span.start + printed.index;
      text = text.slice(0, at) + put + text.slice(at + put.length);
      hurt.push({ at, key: keyOf(one) });
    }
    const again = citationsOf({ ...document, text }, scanMentions);
    for (const { at, key } of hurt) {
      const one = again.find(({ span }) => span.start <= at && at < span.end);
      if (one === undefined || one.kind !== 'numbered') continue;
      note(group, one, true, numberKey(one.resolved ?? one.repaired?.number ?? one.number) === key, 1 / damagedOneIn);
    }
  }
}

const folder = process.argv[2];
if (folder !== undefined) {
  if (!existsSync(join(folder, 'gold'))) throw new TypeError(`no labels at ${folder}/gold`);
  const names = readdirSync(join(folder, 'gold')).filter((name) => name.endsWith('.json'));
  for (const [group, name] of names.entries()) {
    const file = name.replace(/json$/, 'txt');
    const document = await readDocument({ bytes: readFileSync(join(folder, 'corpus', file)), name: file });
    const labels = JSON.parse(readFileSync(join(folder, 'gold', name), 'utf8')).citations as Citation[];
    const sound = citationsOf(document, scanMentions);
    weigh(group, citationsOf(document, laxly), sound, labels.map(keyOf));
    weighDamaged(group, document, sound);
  }
  for (const [group, text] of [...negatives, ...without].entries())
    weigh(group, cite(text, {}, [], laxly).citations, cite(text).citations, []);
  for (const [group, [text, numbers]] of withReferences.entries())
    weigh(group, cite(text, {}, [], laxly).citations, cite(text).citations, numbers.map(numberKey));
  // The worked examples hold their numbers as printed; what the rules find in them is tested elsewhere.
  for (const [group, [text]] of positives.entries())
    for (const one of cite(text).citations) note(group, one, true, isSign(keyOf(one)[0]));
  writeFileSync(
    samplePath,
    printSample([...rows.values()].sort((a, b) => a.fold - b.fold || (a.evidence.join() < b.evidence.join() ? -1 : 1))),
  );
}

const sample = readSample(readFileSync(samplePath, 'utf8'));
const kinds: readonly string[] = evidenceKind.options;
const { bias, weights } = fitWeights(sample, kinds);
writeFileSync(
  join(root, 'src/extract/citations/confidence-weights.ts'),
  `// Made from scripts/calibration/sample.csv by scripts/calibrate-confidence.ts. Do not edit: run it again.
import type { EvidenceKind } from '../../model/index.js';

/** Log-odds that each kind of evidence adds to those of a mention without any. */
export const confidenceWeights: {
  readonly bias: number;
  readonly weights: Readonly<Record<EvidenceKind, number>>;
} = {
  bias: ${bias},
  weights: {
${Object.entries(weights)
  .map(([kind, weight]) => `    ${/-/.test(kind) ? `'${kind}'` : kind}: ${weight},\n`)
  .join('')}  },
};
`,
);

function print(title: string, { bins, brier, error }: Reliability): void {
  console.log(`\n${title}\n  confidence   mentions   mean   right`);
  for (const [index, { low, count, said, right }] of bins.entries())
    console.log(
      `  ${low.toFixed(2)}–${(bins[index + 1]?.low ?? 1).toFixed(2)}  ${count.toFixed(1).padStart(9)}  ${said.toFixed(3)}  ${right.toFixed(3)}`,
    );
  console.log(`  Brier score ${brier.toFixed(4)}, mean error ${error.toFixed(3)}`);
}
const weighed = heldOut(sample, kinds);
print('all candidates, each fold weighed by the others', reliability(weighed));
print('what the rules print', reliability(weighed.filter(({ row }) => row.printed)));
