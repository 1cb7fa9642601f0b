import { toSuperscript } from '../note-marks.js';
import { type InkShape, inkShapes } from './ink-shapes.js';
import { inkThreshold, type PageImage } from './page-image.js';
import { vietnamese } from './read-hocr.js';
import type { RecognisedLine, RecognisedWord, Recogniser } from './recogniser.js';

/**
 * A raised figure, in heights of the line's figures: it stands this far over the baseline and is this tall. Quotation marks
 * are shorter, letters stand on the line, tones stand over a letter.
 *
 * @source Word sets marks at 0.65 of the letter size; the raised figures of Unicode are as tall
 */
const raised = { over: 0.25, least: 0.45, most: 0.95, narrowest: 0.1, widest: 0.7, highest: 1.7 } as const;
/** Figures of one mark stand this near. */
const near = 0.35;
/** How much of the line is shown beside a mark when it is read: a figure alone is read worse than beside words. */
const shown = 9;
/** Pixels; on a picture narrower than this no text is looked for. */
const leastWidth = 900;
/** So many are no marks of notes: a page of quotation marks, or grain. */
const mostMarks = 60;

/** A run of raised shapes beside a word. */
interface RaisedMark {
  readonly line: number;
  readonly word: number;
  readonly box: InkShape;
  /** of the figures that stand on the line, in pixels */
  readonly tall: number;
  /** of the line, under the mark */
  readonly baseline: number;
  /** letters and figures of its word that stand on the line before it, as far as they do not touch */
  readonly standing: number;
}

/** A mark and what is shown beside it when it is read, in pixels of the page. */
interface MarkRow {
  readonly mark: RaisedMark;
  /** by how much it is made larger */
  readonly grow: number;
  /** it stands before its word, as at the head of a note */
  readonly leads: boolean;
  readonly from: number;
  readonly wide: number;
  /** width of the figures, made larger */
  readonly figure: number;
}

/**
 * Finds the marks of notes by their place on the picture and writes them as raised figures: "20121" → "2012¹". The
 * recognition program takes them for figures of the number before, for quotation marks, or for nothing. What was found is
 * read once more, in the size of the line, all marks of a page on one picture.
 */
export async function raiseMarks(
  recogniser: Recogniser,
  picture: PageImage,
  lines: readonly RecognisedLine[],
  timeoutMs: number,
): Promise<readonly RecognisedLine[]> {
  const ink = inkThreshold(picture.pixels);
  const marks = lines.flatMap((line, at) => marksOf(picture, line, at, ink));
  if (marks.length === 0 || marks.length > mostMarks) return lines;
  const figures = await readMarks(recogniser, picture, lines, marks, timeoutMs);
  return lines.map((line, at) => {
    const found = marks.flatMap((mark, i) =>
      mark.line === at && figures[i] !== null ? [{ ...mark, figures: figures[i]! }] : [],
    );
    return found.length === 0 ? line : { ...line, words: withMarks(line.words, found) };
  });
}

const middleOf = ({ left, right }: { readonly left: number; readonly right: number }): number => (left + right) / 2;

function marksOf(picture: PageImage, line: RecognisedLine, at: number, ink: number): RaisedMark[] {
  const { words, height, slope } = line;
  if (words.some(({ letters }) => letters === undefined)) return [];
  const middle = (words[0]!.left + words.at(-1)!.right) / 2;
  const baselineAt = (x: number) => line.baseline + slope * (x - middle);
  const strips = words.map((word, i) => {
    const left = i === 0 ? word.left - height : word.left;
    const right = Math.min(words[i + 1]?.left ?? Number.POSITIVE_INFINITY, word.right + height);
    const baseline = baselineAt((left + right) / 2);
    const strip = { left, right, top: baseline - 1.3 * height, bottom: baseline + 0.4 * height };
    return inkShapes(picture, strip, ink, Math.max(6, (height / 12) ** 2));
  });
  const onTheLine = strips
    .flat()
    .filter((shape) => Math.abs(shape.bottom - baselineAt(middleOf(shape))) < 0.12 * height)
    .map(({ top, bottom }) => bottom - top)
    .filter((tall) => tall > 0.4 * height)
    .sort((a, b) => a - b);
  const tall = onTheLine[Math.floor(onTheLine.length * 0.7)];
  if (tall === undefined) return [];

  return strips.flatMap((shapes, word) => {
    const marks: RaisedMark[] = [];
    for (const shape of shapes) {
      const baseline = baselineAt(middleOf(shape));
      const [high, wide] = [shape.bottom - shape.top, shape.right - shape.left];
      const isRaised =
        shape.bottom < baseline - raised.over * tall &&
        shape.top > baseline - raised.highest * tall &&
        high >= raised.least * tall &&
        high <= raised.most * tall &&
        wide >= raised.narrowest * tall &&
        wide <= raised.widest * tall;
      if (!isRaised) continue;
      const last = marks.at(-1);
      if (last !== undefined && shape.left - last.box.right < near * tall) {
        const { box } = last;
        const [top, bottom] = [Math.min(box.top, shape.top), Math.max(box.bottom, shape.bottom)];
        marks[marks.length - 1] = { ...last, box: { left: box.left, right: shape.right, top, bottom } };
      } else {
        const standing = shapes.filter(
          ({ right, bottom, top }) => right <= shape.left && bottom - top > tall / 2,
        ).length;
        marks.push({ line: at, word, box: shape, tall, baseline, standing });
      }
    }
    return marks;
  });
}

/** Puts marks into their words in place of what they were taken for. */
function withMarks(
  words: readonly RecognisedWord[],
  marks: readonly (RaisedMark & { readonly figures: string })[],
): RecognisedWord[] {
  const marked: RecognisedWord[] = [];
  for (const [at, word] of words.entries()) {
    const own = marks.filter((mark) => mark.word === at);
    if (own.length === 0) {
      marked.push(word);
      continue;
    }
    const text = textWith(word, own);
    const left = Math.min(word.left, ...own.map(({ box }) => box.left));
    const right = Math.max(word.right, ...own.map(({ box }) => box.right));
    const before = marked.at(-1);
    const alone = /^[⁰¹²³⁴-⁹⁽⁾]+[.,;:]?$/u.test(text);
    if (alone && before !== undefined && left - before.right < own[0]!.tall)
      marked[marked.length - 1] = { ...before, text: before.text + text, right };
    else marked.push({ ...word, text, left, right });
  }
  return marked;
}

/** Marks of sentences may stand behind the mark of a note, and their boxes reach over it. */
const punctuation = /^[.,;:…)\]]+$/u;
/** What a mark is taken for beside the letters of its word. */
const takenFor = /[\d!?'’"”“*°#|]$/u;

function textWith(word: RecognisedWord, marks: readonly (RaisedMark & { readonly figures: string })[]): string {
  const letters = [...word.letters!];
  let text = '';
  for (const { box, figures, tall, standing } of [...marks].sort((a, b) => a.box.left - b.box.left)) {
    const slack = 0.1 * tall;
    const before: string[] = [];
    while (letters.length > 0 && middleOf(letters[0]!) < box.left - slack) before.push(letters.shift()!.text);
    const after: string[] = [];
    while (letters.length > 0 && middleOf(letters[0]!) <= box.right + slack) {
      const { text: sign } = letters.shift()!;
      if (punctuation.test(sign)) after.push(sign);
    }
    // The boxes of letters are rough: more figures than there are shapes on the line are the mark.
    const bare = before.join('');
    const figuresAlone = /^\d+$/u.test(bare);
    while (
      before.length > 0 &&
      takenFor.test(before.at(-1)!) &&
      (figuresAlone ? before.length > standing : /\p{L}/u.test(bare))
    )
      before.pop();
    text += vietnamese(before.join('')) + toSuperscript(figures) + after.join('');
  }
  return text + vietnamese(letters.map((letter) => letter.text).join(''));
}

/** What was read where a mark stands, as its figures; null where that is no mark of a note. */
function figuresOf(read: string): string | null {
  const figures = read
    .replace(/[.,;:'’‘"“”\s]/gu, '')
    .replace(/[IlÌÍỈĨỊ|!]/gu, '1')
    .replace(/[Oo]/gu, '0');
  return /^(?:[1-9]\d{0,2}|\([1-9]\d{0,2}\))$/u.test(figures) ? figures : null;
}

async function readMarks(
  recogniser: Recogniser,
  picture: PageImage,
  lines: readonly RecognisedLine[],
  marks: readonly RaisedMark[],
  timeoutMs: number,
): Promise<readonly (string | null)[]> {
  const margin = 40;
  const rows = marks.map((mark): MarkRow => {
    const { box, tall } = mark;
    const { words } = lines[mark.line]!;
    const word = words[mark.word]!;
    const leads = mark.standing === 0;
    const reach = shown * tall;
    const context = leads
      ? { left: Math.ceil(box.right) + 1, right: Math.min(words.at(-1)!.right, box.right + reach) }
      : { left: Math.max(Math.min(word.left, box.left), box.left - reach), right: Math.floor(box.left) - 1 };
    const grow = tall / (box.bottom - box.top);
    const wide = Math.max(0, Math.round(context.right - context.left));
    return {
      mark,
      grow,
      leads,
      from: Math.round(context.left),
      wide,
      figure: Math.ceil(grow * (box.right - box.left)),
    };
  });
  const pitch = Math.ceil(2.6 * Math.max(...marks.map(({ tall }) => tall)));
  const width = Math.ceil(
    Math.max(leastWidth, ...rows.map(({ mark, wide, figure }) => wide + figure + 2 * mark.tall + 2 * margin)),
  );
  const height = pitch * marks.length + 2 * margin;
  const sheet: PageImage = { width, height, dpi: picture.dpi, pixels: new Uint8Array(width * height).fill(255) };
  const places = rows.map((row, at) => drawRow(sheet, picture, row, margin, margin + at * pitch));
  const read = (await recogniser.recognise(sheet, timeoutMs)).flatMap(({ words }) => words);
  return places.map((place) => {
    const letters = read
      .filter(({ top, bottom }) => (top + bottom) / 2 > place.top - 10 && (top + bottom) / 2 < place.bottom + 10)
      .flatMap(({ letters }) => letters ?? [])
      .filter((letter) => middleOf(letter) > place.left && middleOf(letter) < place.right);
    return figuresOf(letters.map(({ text }) => text).join(''));
  });
}

/** One mark with what stands beside it, on a line of the sheet; where its figures are then. */
function drawRow(sheet: PageImage, picture: PageImage, row: MarkRow, left: number, top: number): InkShape {
  const { mark, grow, leads, from, wide, figure } = row;
  const { box, tall, baseline } = mark;
  const foot = top + Math.ceil(1.7 * tall);
  const gap = Math.round(0.5 * tall);
  const start = leads ? left : left + wide + gap;
  const context = leads ? left + figure + gap : left;
  for (let y = -Math.ceil(1.5 * tall); y < Math.ceil(0.4 * tall); y += 1) {
    const fromY = Math.round(baseline) + y;
    if (fromY < 0 || fromY >= picture.height) continue;
    for (let x = 0; x < wide; x += 1)
      sheet.pixels[(foot + y) * sheet.width + context + x] = picture.pixels[fromY * picture.width + from + x]!;
  }
  const around = Math.round(0.12 * tall);
  const high = Math.ceil(tall);
  for (let y = -around; y < high + around; y += 1)
    for (let x = -around; x < figure + around; x += 1)
      sheet.pixels[(foot - high + y) * sheet.width + start + x] = grayAt(
        picture,
        box.left + x / grow,
        box.top + y / grow,
      );
  return { left: start - around, right: start + figure + around, top: foot - high, bottom: foot };
}

/** Between the pixels, by their shares. */
function grayAt({ width, height, pixels }: PageImage, x: number, y: number): number {
  const left = Math.max(0, Math.min(width - 2, Math.floor(x)));
  const top = Math.max(0, Math.min(height - 2, Math.floor(y)));
  const [shareX, shareY] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const at = top * width + left;
  return Math.round(
    (pixels[at]! * (1 - shareX) + pixels[at + 1]! * shareX) * (1 - shareY) +
      (pixels[at + width]! * (1 - shareX) + pixels[at + width + 1]! * shareX) * shareY,
  );
}
