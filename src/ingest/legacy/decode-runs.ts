import { joinDoubled, raiseCapitals } from './capitals.js';
import {
  type Choice,
  chooseEncodings,
  type EncodingChooser,
  type FontCapitals,
  type FontRun,
  maybeLegacy,
  type Reason,
} from './choose-encodings.js';
import { decodeLegacy, decodeText } from './decode.js';
import type { OldEncoding } from './encodings.js';
import { fontHint } from './font-encoding.js';
import { isVietnamese } from './judge-words.js';
import { decodeViqr, maybeViqr } from './viqr.js';

/** What was done to a run, for the person who checks. */
export interface Conversion {
  readonly encoding: OldEncoding;
  readonly why: Reason;
  readonly font: string | null;
  /** letters that became others */
  readonly letters: number;
  /** whether its capitals come from the font, which draws them for small letters: `.VnTimeH` */
  readonly capitals: boolean;
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

/** Whether a word begins at the end of one text and goes on in the next. */
const goesOn = (before: string, after: string): boolean => /[^\s]$/u.test(before) && /^[^\s]/u.test(after);

/** Whether the fonts of two neighbours are of one encoding, and a word stands in both: the "Ê" of .VnTimeH before "n §é". */
function shareWord(before: FontRun, after: FontRun): boolean {
  const { encoding } = fontHint(before.font);
  return encoding !== null && encoding === fontHint(after.font).encoding && goesOn(before.text, after.text);
}

const fewSigns = /^[^\s\u0000-\u007f]{1,3}$/;

/**
 * Whether a run is a letter or two of a word that begins or goes on in runs of an old encoding, though its own font is none
 * of them: word processors give soft hyphens, ® and the like a font of their own. "tr", "\u00ad", "êng"; not the mark of a note.
 */
function completesWord(runs: readonly FontRun[], at: number): boolean {
  const [before, sign, after] = [runs[at - 1], runs[at]!, runs[at + 1]];
  if (before === undefined || after === undefined || !fewSigns.test(sign.text)) return false;
  const { encoding } = fontHint(before.font);
  if (encoding === null || encoding !== fontHint(after.font).encoding) return false;
  if (fontHint(sign.font).encoding !== null) return false;
  const begun = /[^\s\u0000-\u0040]*$/.exec(before.text.slice(-12))![0];
  const rest = /^[^\s\u0000-\u0040]*/.exec(after.text.slice(0, 12))![0];
  const whole = decodeLegacy(begun + sign.text + rest, encoding);
  return begun + rest !== '' && whole !== begun + sign.text + rest && isVietnamese(whole);
}

/** Neighbours in one font, as one run: word processors cut runs anywhere. */
function* joined(runs: readonly FontRun[]): Generator<readonly [number, number]> {
  for (let from = 0; from < runs.length; ) {
    let to = from + 1;
    while (
      to < runs.length &&
      (fontHint(runs[to]!.font).name === fontHint(runs[from]!.font).name ||
        shareWord(runs[to - 1]!, runs[to]!) ||
        completesWord(runs, to))
    )
      to += 1;
    yield [from, to];
    from = to;
  }
}

const isRaised = (choice: Choice, font: string | null) => choice.encoding === 'tcvn3' && fontHint(font).capitals;

/** A stretch of a run that was read in one way. */
interface Part {
  readonly run: number;
  readonly cells: readonly string[];
  readonly font: string | null;
  readonly choice: Choice | null;
}

function partsOf(runs: readonly CellRun[], chooser: EncodingChooser): Part[] {
  const parts: Part[] = [];
  const texts = runs.map(({ cells, font }) => ({ text: cells.join(''), font }));
  for (const [from, to] of joined(texts)) {
    const text = texts
      .slice(from, to)
      .map((run) => run.text)
      .join('');
    const stretches = chooser.part({ text, font: runs[from]!.font });
    let at = 0;
    let stretch = 0;
    for (let run = from; run < to; run += 1) {
      const { cells, font } = runs[run]!;
      let begin = 0;
      for (const [index, cell] of cells.entries()) {
        const next = stretches[stretch + 1];
        if (next !== undefined && at >= next.from) {
          parts.push({ run, cells: cells.slice(begin, index), font, choice: stretches[stretch]!.choice });
          begin = index;
          stretch += 1;
        }
        at += cell.length;
      }
      parts.push({ run, cells: begin === 0 ? cells : cells.slice(begin), font, choice: stretches[stretch]!.choice });
    }
  }
  return parts;
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
  const parts = partsOf(runs, chooser);
  if (parts.every(({ choice }) => choice === null)) return runs.map(({ cells }) => ({ cells, conversion: null }));
  const decoded: string[] = [];
  /** of a font that has no toned capitals and draws none */
  const mine: boolean[] = [];
  let lacksCapitals = false;
  for (let from = 0; from < parts.length; ) {
    const encoding = parts[from]!.choice?.encoding;
    let to = from + 1;
    while (to < parts.length && parts[to]!.choice?.encoding === encoding) to += 1;
    const cells = parts.slice(from, to).flatMap((part) => part.cells);
    for (const cell of encoding === undefined ? cells : decodeText(cells, encoding, isVietnamese)) decoded.push(cell);
    const lacking = encoding === 'tcvn3' || encoding === 'vps';
    for (let at = mine.length; at < decoded.length; at += 1) mine.push(lacking);
    if (lacking) lacksCapitals = true;
    from = to;
  }
  let at = 0;
  for (const { cells, font, choice } of parts) {
    // As it was typed, such a font is one like the others: who typed capitals had none with tones.
    if (choice !== null && chooser.capitals === 'drawn' && isRaised(choice, font))
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
  const done = runs.map(() => ({ cells: [] as string[], conversion: null as Conversion | null, most: 0 }));
  for (const { run, cells, font, choice } of parts) {
    const own = decoded.slice(at, at + cells.length);
    at += cells.length;
    const whole = done[run]!;
    for (const cell of own) whole.cells.push(cell);
    if (choice === null) continue;
    const letters = own.filter((cell, place) => cell !== cells[place] && cell !== '').length;
    // Where a run holds two encodings, it is told of as the one that most of it is in.
    const { conversion } = whole;
    const of = conversion === null || letters > whole.most ? { ...choice, font } : conversion;
    whole.most = Math.max(whole.most, letters);
    whole.conversion = {
      ...of,
      letters: letters + (conversion?.letters ?? 0),
      capitals: isRaised(choice, font),
    };
  }
  return done;
}

/**
 * Decodes the runs of a document from TCVN3, VNI, VISCII, VPS, Windows-1258, misread UTF-8 or VIQR, each as its font and its
 * letters say. For readers of formats that name fonts; where nothing is known of them (`font` null) the letters decide.
 *
 * @param paragraphs the runs of each, in the order of the text, soft hyphens (ư of TCVN3) kept
 * @returns the same paragraphs and runs, decoded but not normalised; null when all stand as they are, which costs one
 *   glance at each run
 */
export function decodeRuns(
  paragraphs: readonly (readonly FontRun[])[],
  capitals: FontCapitals = 'drawn',
): readonly (readonly DecodedRun[])[] | null {
  const decoded = decodeFontRuns(paragraphs, capitals);
  if (!paragraphs.some((runs) => runs.some(({ text }) => maybeViqr(text)))) return decoded;
  const asTheyStand = () => paragraphs.map((runs) => runs.map(({ text }): DecodedRun => ({ text, conversion: null })));
  return decodeViqrRuns(decoded ?? asTheyStand()) ?? decoded;
}

function decodeFontRuns(
  paragraphs: readonly (readonly FontRun[])[],
  capitals: FontCapitals,
): readonly (readonly DecodedRun[])[] | null {
  if (!paragraphs.some((runs) => runs.some(maybeLegacy))) return null;
  const chooser = chooseEncodings(
    paragraphs.flatMap((runs) => [...joinTexts(runs)]),
    capitals,
  );
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

/** Decodes paragraphs that were typed in VIQR. Words do not go over the border of two runs. */
function decodeViqrRuns(paragraphs: readonly (readonly DecodedRun[])[]): readonly (readonly DecodedRun[])[] | null {
  const own = paragraphs.flat().filter(({ conversion }) => conversion === null);
  const read = decodeViqr(own.map(({ text }) => text));
  if (read === null) return null;
  const decoded = new Map(own.map((run, index) => [run, read[index]!] as const));
  return paragraphs.map((paragraph) =>
    paragraph.map((run): DecodedRun => {
      const found = decoded.get(run) ?? null;
      if (found === null) return run;
      const { text, letters } = found;
      return { text, conversion: { encoding: 'viqr', why: 'letters', font: null, letters, capitals: false } };
    }),
  );
}

/** Decodes a paragraph of one run whose encoding is known. */
export function decodeWith({ text, font }: FontRun, choice: Choice): DecodedRun {
  const [run] = decodeCellRuns([{ cells: Array.from(text), font }], {
    capitals: 'drawn',
    choose: () => choice,
    part: () => [{ from: 0, choice }],
  });
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
