// The labelled reports of a folder (FOLDER/gold, FOLDER/corpus), printed and scored: what the measuring scripts share.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { extract } from '../src/extract/index.js';
import { readDocument } from '../src/ingest/index.js';
import type { SourceDocument } from '../src/model/index.js';

export interface Score {
  readonly mentions: Readonly<
    Record<string, { readonly precision: number; readonly recall: number; readonly f1: number }>
  >;
}

/** The reports that are measured, and where what was found in them goes. */
export interface Measured {
  readonly names: readonly string[];
  text(name: string): string;
  /** Keeps what is found in a report that was printed in this way. */
  keep(way: string, name: string, document: SourceDocument): void;
  score(way: string): Score;
  /** what was missed and what is too many, a line each */
  misses(way: string): readonly string[];
}

/** @param work a folder for what is found and the labels of those reports */
export function measuredReports(folder: string, only: readonly string[], work: string): Measured {
  const names = readdirSync(join(folder, 'gold'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'))
    .filter((name) => only.length === 0 || only.includes(name));
  const gold = join(work, 'gold');
  mkdirSync(gold);
  for (const name of names) copyFileSync(join(folder, 'gold', `${name}.json`), join(gold, `${name}.json`));
  const run = (way: string, option: string): string => {
    const script = join(folder, 'gold', 'score.mjs');
    const done = spawnSync(process.execPath, [script, gold, join(work, way), option], { encoding: 'utf8' });
    if (done.status !== 0 && option === '--json') throw new Error(done.stderr || done.stdout);
    return done.stdout;
  };
  return {
    names,
    text: (name) => readFileSync(join(folder, 'corpus', `${name}.txt`), 'utf8'),
    keep(way, name, document) {
      mkdirSync(join(work, way), { recursive: true });
      writeFileSync(join(work, way, `${name}.json`), JSON.stringify(extract(document)));
    },
    score: (way) => JSON.parse(run(way, '--json')) as Score,
    misses: (way) =>
      run(way, '--misses')
        .split('\n')
        .filter((line) => /\b(?:missed|extra)\b/u.test(line))
        .map((line) => line.slice(0, 160)),
  };
}

/** Keeps what is found in the reports as they were typed, under `text`. */
export async function keepTexts(measured: Measured): Promise<void> {
  for (const name of measured.names) {
    const bytes = Buffer.from(measured.text(name));
    measured.keep('text', name, await readDocument({ bytes, name: `${name}.txt` }));
  }
}

const kinds = ['citations', 'quantities', 'awards'] as const;

/** Prints how a way of printing fares beside the text, and whether each kind of mention keeps within the loss. */
export function holdsAgainstText(measured: Measured, way: string, loss: number): boolean {
  const [text, printed] = [measured.score('text'), measured.score(way)];
  let holds = true;
  for (const kind of kinds) {
    const [before, after] = [text.mentions[kind]!.f1, printed.mentions[kind]!.f1];
    const short = before - after > loss;
    const line = `${kind.padEnd(10)}  text F1 ${before.toFixed(3)}   ${way} F1 ${after.toFixed(3)}`;
    console.log(short ? `${line}   FALLS SHORT` : line);
    if (short) holds = false;
  }
  for (const line of measured.misses(way)) console.log(line);
  return holds;
}

/** What a printer has no sign for: form feeds and the like, which XML cannot hold either. */
export const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\ufeff]/gu, '');

/** PDFs of the reports in 14 points of a font, by LibreOffice, in their order. */
export async function printed(
  measured: Measured,
  font: string,
  work: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Buffer[]> {
  mkdirSync(work, { recursive: true });
  for (const name of measured.names) {
    const lines = printable(measured.text(name)).split('\n');
    const document = new Document({
      styles: { default: { document: { run: { font, size: 28 } } } },
      sections: [{ children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })) }],
    });
    writeFileSync(join(work, `${name}.docx`), await Packer.toBuffer(document));
  }
  const files = measured.names.map((name) => join(work, `${name}.docx`));
  const profile = `-env:UserInstallation=file://${work}/profile`;
  const made = spawnSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', work, ...files], {
    timeout: 300_000,
    env: { ...process.env, ...environment },
  });
  if (made.status !== 0) throw new Error('LibreOffice could not make PDFs');
  return measured.names.map((name) => readFileSync(join(work, `${name}.pdf`)));
}
