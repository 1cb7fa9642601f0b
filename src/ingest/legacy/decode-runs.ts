import { joinDoubled, raiseCapitals } from './capitals.js';
import { type Choice, chooseEncodings, type EncodingChooser, type FontRun, maybeLegacy } from './choose-encodings.js';
import { decodeText } from './decode.js';
import { fontHint } from './font-encoding.js';
import { isVietnamese } from './judge-words.js';

/** What was done to a run, for the person who checks. */
export interface Conversion extends Choice {
  readonly font: string | null;
  /** letters that became others */
  readonly letters: number;
}

export interface DecodedRun {
  readonly text: string;
  /** null: the run stands as it was */
  readonly conversion: Conversion | null;
}

/** A stretch of cells (single characters) in one font. */
export interface CellRun {
  readonly cells: readonly string[];
  readonly font: string | null;
}

/** Neighbours in one font, as one run: word processors cut runs anywhere. */
function* joined<T extends { readonly font: string | null }>(runs: readonly T[]): Generator<readonly [number, number]> {
  for (let from = 0; from < runs.length; ) {
    let to = from + 1;
    while (to < runs.length && fontHint(runs[to]!.font).name === fontHint(runs[from]!.font).name) to += 1;
    yield [from, to];
    from = to;
  }
}

/**
 * Decodes the runs of one paragraph. Letters that begin in one run and end in the next (VNI) stand in the first.
 *
 * @returns to each run its cells, as many as it had: a letter in the place of its first character, then empty ones
 */
export function decodeCellRuns(
  runs: readonly CellRun[],
  chooser: EncodingChooser,
): readonly { readonly cells: readonly string[]; readonly conversion: Conversion | null }[] {
  const conversions: (Omit<Conversion, 'letters'> | null)[] = [];
  for (const [from, to] of joined(runs)) {
    const text = runs
      .slice(from, to)
      .map(({ cells }) => cells.join(''))
      .join('');
    const { font } = runs[from]!;
    const choice = chooser.choose({ text, font });
    for (let at = from; at < to; at += 1) conversions.push(choice === null ? null : { ...choice, font });
  }
  if (conversions.every((conversion) => conversion === null))
    return runs.map(({ cells }) => ({ cells, conversion: null }));
  const decoded: string[] = [];
  /** of a font that has no toned capitals and draws none */
  const mine: boolean[] = [];
  let lacksCapitals = false;
  for (let from = 0; from < runs.length; ) {
    const encoding = conversions[from]?.encoding;
    let to = from + 1;
    while (to < runs.length && conversions[to]?.encoding === encoding) to += 1;
    const cells = runs.slice(from, to).flatMap((run) => run.cells);
    for (const cell of encoding === undefined ? cells : decodeText(cells, encoding, isVietnamese)) decoded.push(cell);
    const lacking = encoding === 'tcvn3' || encoding === 'vps';
    for (let at = mine.length; at < decoded.length; at += 1) mine.push(lacking);
    if (lacking) lacksCapitals = true;
    from = to;
  }
  let at = 0;
  for (const [index, { cells, font }] of runs.entries()) {
    if (conversions[index]?.encoding === 'tcvn3' && fontHint(font).capitals)
      for (let cell = at; cell < at + cells.length; cell += 1) {
        decoded[cell] = decoded[cell]!.toUpperCase();
        mine[cell] = false;
      }
    at += cells.length;
  }
  if (lacksCapitals) {
    joinDoubled(decoded, mine);
    raiseCapitals(decoded, mine);
  }
  at = 0;
  return runs.map(({ cells }, index) => {
    const own = decoded.slice(at, at + cells.length);
    at += cells.length;
    const done = conversions[index]!;
    if (done === null) return { cells, conversion: null };
    const letters = own.filter((cell, place) => cell !== cells[place] && cell !== '').length;
    return { cells: own, conversion: { ...done, letters } };
  });
}

/**
 * Decodes the runs of a document from TCVN3, VNI, VISCII, VPS, Windows-1258 or misread UTF-8, each as its font and its
 * letters say. For readers of formats that name fonts; where nothing is known of them (`font` null) the letters decide.
 *
 * @param paragraphs the runs of each, in the order of the text, soft hyphens (ư of TCVN3) kept
 * @returns the same paragraphs and runs, decoded but not normalised; null when all stand as they are, which costs one
 *   glance at each run
 */
export function decodeRuns(paragraphs: readonly (readonly FontRun[])[]): readonly (readonly DecodedRun[])[] | null {
  if (!paragraphs.some((runs) => runs.some(maybeLegacy))) return null;
  const chooser = chooseEncodings(paragraphs.flatMap((runs) => [...joinTexts(runs)]));
  let converted = false;
  const decoded = paragraphs.map((runs) =>
    decodeCellRuns(
      runs.map(({ text, font }) => ({ cells: Array.from(text.normalize('NFC')), font })),
      chooser,
    ).map(({ cells, conversion }, index): DecodedRun => {
      if (conversion !== null) converted = true;
      return { text: conversion === null ? runs[index]!.text : cells.join(''), conversion };
    }),
  );
  return converted ? decoded : null;
}

/** Decodes a paragraph of one run whose encoding is known. */
export function decodeWith({ text, font }: FontRun, choice: Choice): DecodedRun {
  const [run] = decodeCellRuns([{ cells: Array.from(text), font }], { choose: () => choice });
  return { text: run!.cells.join(''), conversion: run!.conversion };
}

function* joinTexts(runs: readonly FontRun[]): Generator<FontRun> {
  for (const [from, to] of joined(runs))
    yield {
      text: runs
        .slice(from, to)
        .map(({ text }) => text)
        .join(''),
      font: runs[from]!.font,
    };
}
