import type { DraftRun } from './draft.js';
import { endsFinally, glueBetween, isCapitals, isRestOf } from './flowing-lines.js';
import { numberOfMark, raisedMarkAtStart, toSuperscript } from './note-marks.js';

/** A paragraph, and what the reader wants to find again beside it. */
export interface Paragraph<Origin> {
  readonly text: string;
  readonly origin: Origin;
}

export type Lifted<Origin> =
  | { readonly kind: 'body'; readonly runs: readonly DraftRun[]; readonly origin: Origin }
  | { readonly kind: 'note'; readonly runs: readonly DraftRun[]; readonly origin: Origin; readonly note: number };

/** A place in the body that may be a note's mark. */
interface BodyMark {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly number: string;
}
interface NoteStart {
  readonly paragraph: number;
  readonly markEnd: number;
  readonly number: string;
  readonly mark: BodyMark | null;
}

const raised = /⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}⁾|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/gu;
const unitOfPower = /(?<![\p{L}\p{N}])(?:[kcdm]?m|hm)$/iu; // m², km², cm³: a power, no mark
const bracketed = /(?<=\S)\[\d{1,3}\]/gu;
const glued =
  /(?<=[\p{L}"”)\]])\d{1,2}(?![\p{L}\p{N}]|[.,]\d)|(?<=\p{L}\s?(?:19|20)\d\d)\d{1,2}(?![\p{L}\p{N}]|[.,/-]\d)/gu;
const gluedBracket = /(?<=\p{L})\(\d{1,2}\)(?=[\s.,;:]|$)/gu;

function marksOf(text: string, paragraph: number, pattern: RegExp): BodyMark[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    paragraph,
    start: index,
    end: index + found.length,
    number: numberOfMark(found),
  })).filter(
    ({ start }) => start > 0 && !(pattern === raised && unitOfPower.test(text.slice(Math.max(0, start - 4), start))),
  );
}

/** How a line may open a note, in plain signs; such a line is a note only when the body before it has the mark. */
const plainStarts: readonly { readonly pattern: RegExp; readonly marks: RegExp }[] = [
  { pattern: /^\[\d{1,3}\]:?(?=\s*\S)/u, marks: bracketed },
  { pattern: /^\(\d{1,2}\)(?=\s*\S)/u, marks: gluedBracket },
  { pattern: /^\d{1,2}(?=\s+\p{Lu})/u, marks: glued },
];

/** Paragraphs may end between the mark and its note on the next page, but not a chapter away. */
const farthest = 80;

/** The marks of the body that wait for their notes, by number, in reading order. */
class OpenMarks {
  private readonly queues = new Map<string, { readonly marks: BodyMark[]; next: number }>();

  add(mark: BodyMark): void {
    const queue = this.queues.get(mark.number);
    if (queue === undefined) this.queues.set(mark.number, { marks: [mark], next: 0 });
    else queue.marks.push(mark);
  }

  /** The first mark of this number that is not yet taken: numbering may begin anew on each page. */
  takeFirst(number: string, paragraph: number): BodyMark | null {
    const queue = this.queues.get(number);
    if (queue === undefined) return null;
    while (queue.next < queue.marks.length && paragraph - queue.marks[queue.next]!.paragraph > farthest)
      queue.next += 1;
    return queue.marks[queue.next++] ?? null;
  }

  /** The mark of this number that stands nearest before the note. */
  takeLast(number: string, paragraph: number): BodyMark | null {
    const queue = this.queues.get(number);
    const last = queue?.marks.at(-1);
    if (queue === undefined || last === undefined || paragraph - last.paragraph > farthest) return null;
    queue.marks.length = 0;
    return last;
  }
}

function findNotes<Origin>(paragraphs: readonly Paragraph<Origin>[]): NoteStart[] {
  const notes: NoteStart[] = [];
  const raisedMarks = new OpenMarks();
  const plainMarks = new Map(plainStarts.map(({ marks }) => [marks, new OpenMarks()]));
  for (const [index, { text }] of paragraphs.entries()) {
    const start = raisedMarkAtStart.exec(text)?.[0];
    if (start !== undefined && text.length > start.length) {
      const number = numberOfMark(start);
      const mark = raisedMarks.takeFirst(number, index) ?? plainMarks.get(glued)!.takeLast(number, index);
      notes.push({ paragraph: index, markEnd: start.length, number, mark });
      continue;
    }
    const plainStart = plainStarts.find(({ pattern }) => pattern.test(text));
    if (plainStart !== undefined) {
      const found = plainStart.pattern.exec(text)![0];
      const number = numberOfMark(found);
      const last = notes.at(-1);
      const inTurn = number === '1' || (last !== undefined && Number(number) === Number(last.number) + 1);
      // A figure glued to a word is weak evidence, so it counts only in turn.
      const mark =
        inTurn || plainStart.marks === bracketed ? plainMarks.get(plainStart.marks)!.takeLast(number, index) : null;
      if (mark !== null) {
        notes.push({ paragraph: index, markEnd: found.length, number, mark });
        continue;
      }
    }
    for (const mark of marksOf(text, index, raised)) raisedMarks.add(mark);
    for (const [pattern, marks] of plainMarks) for (const mark of marksOf(text, index, pattern)) marks.add(mark);
  }
  return notes;
}

/** The longest note seen ran over nine paragraphs; what stands farther down is body again. */
const longestNote = 12;

/** To each paragraph its note; -1 for the body. */
function ownersOf<Origin>(paragraphs: readonly Paragraph<Origin>[], notes: readonly NoteStart[]): Int32Array {
  const owners = new Int32Array(paragraphs.length).fill(-1);
  for (const [index, note] of notes.entries()) {
    owners[note.paragraph] = index;
    const next = notes[index + 1]?.paragraph ?? paragraphs.length;
    const tail = lastBodyBefore(paragraphs, owners, note.paragraph);
    const limit = Math.min(next, note.paragraph + longestNote + 1);
    // The body broke off before the notes: all up to where it goes on is notes.
    let end = note.paragraph + 1;
    if (tail !== null && !endsFinally(tail) && !isCapitals(tail)) {
      for (let at = note.paragraph + 1; at < limit; at += 1) {
        const before = paragraphs[at - 1]!.text;
        if (isRestOf(tail, paragraphs[at]!.text) && (at === note.paragraph + 1 || endsFinally(before))) {
          end = at;
          break;
        }
      }
    }
    // Bullets under a note that begins with one, up to the next note.
    const first = paragraphs[note.paragraph]!.text.slice(note.markEnd).trim();
    const near = next < paragraphs.length && next <= limit && /^[-–+]/.test(first);
    if (near && paragraphs.slice(end, next).every(({ text }) => /^[-–+]/.test(text))) end = next;
    for (let at = note.paragraph + 1; at < end; at += 1) owners[at] = index;
  }
  return owners;
}

function lastBodyBefore<Origin>(
  paragraphs: readonly Paragraph<Origin>[],
  owners: Int32Array,
  before: number,
): string | null {
  for (let at = before - 1; at >= 0 && at >= before - 60; at -= 1) if (owners[at] === -1) return paragraphs[at]!.text;
  return null;
}

/**
 * Lifts typed footnotes out of running paragraphs: "¹ Kế hoạch số …" between two halves of a sentence becomes a note,
 * laid right after the paragraph that carries its mark, and the halves are one again. A note in plain signs ("[1]",
 * "(1)", "1") counts only when the body before it has the mark, which is raised then ("NĐ-CP1" → "NĐ-CP¹").
 * Linear in the text, apart from the marks of one number.
 *
 * @source domain/references.md §6
 */
export function liftNotes<Origin>(paragraphs: readonly Paragraph<Origin>[]): {
  readonly items: readonly Lifted<Origin>[];
  readonly notes: readonly { readonly kind: 'footnote'; readonly mark: string }[];
} {
  const starts = findNotes(paragraphs);
  const owners = ownersOf(paragraphs, starts);
  const marksIn = new Map<number, { start: number; end: number; note: number }[]>();
  for (const [note, { mark }] of starts.entries()) {
    if (mark === null) continue;
    const marks = marksIn.get(mark.paragraph) ?? [];
    marks.push({ start: mark.start, end: mark.end, note });
    marksIn.set(mark.paragraph, marks);
  }

  const runsOf = (index: number): DraftRun[] => {
    const { text } = paragraphs[index]!;
    const runs: DraftRun[] = [];
    let from = 0;
    for (const { start, end, note } of (marksIn.get(index) ?? []).sort((a, b) => a.start - b.start)) {
      if (start > from) runs.push({ text: text.slice(from, start), page: null });
      const mark = text.slice(start, end).replace(/[[\]]/g, '');
      runs.push({ text: toSuperscript(mark), page: null, anchorOf: note });
      from = end;
    }
    if (from < text.length) runs.push({ text: text.slice(from), page: null });
    return runs;
  };

  interface Body {
    text: string;
    runs: DraftRun[];
    last: number;
    readonly origin: Origin;
  }
  const bodies: Body[] = [];
  /** to each paragraph the body it is in or stands under */
  const bodyAt: (Body | null)[] = [];
  const notesAfter = new Map<Body | null, number[]>();
  for (let index = 0; index < paragraphs.length; index += 1) {
    if (owners[index] !== -1) {
      bodyAt.push(bodies.at(-1) ?? null);
      continue;
    }
    const { text, origin } = paragraphs[index]!;
    const previous = bodies.at(-1);
    if (previous !== undefined && previous.last < index - 1 && isRestOf(previous.text, text)) {
      previous.runs.push({ text: glueBetween(previous.text, text), page: null }, ...runsOf(index));
      previous.text = text;
      previous.last = index;
      bodyAt.push(previous);
    } else {
      const body: Body = { text, runs: runsOf(index), last: index, origin };
      bodies.push(body);
      bodyAt.push(body);
    }
  }
  for (const [note, { mark, paragraph }] of starts.entries()) {
    // A note whose mark is lost, or stands in another note, follows the text it stood under.
    const body = bodyAt[mark === null || owners[mark.paragraph] !== -1 ? paragraph : mark.paragraph] ?? null;
    const after = notesAfter.get(body);
    if (after === undefined) notesAfter.set(body, [note]);
    else after.push(note);
  }
  const noteItems = (body: Body | null): Lifted<Origin>[] =>
    (notesAfter.get(body) ?? []).flatMap((note) => {
      const items: Lifted<Origin>[] = [];
      const start = starts[note]!;
      for (let at = start.paragraph; at < paragraphs.length && owners[at] === note; at += 1) {
        const { text, origin } = paragraphs[at]!;
        const runs =
          at === start.paragraph
            ? [
                {
                  text: `${toSuperscript(text.slice(0, start.markEnd).replace(/[[\]:]/g, ''))} ${text.slice(start.markEnd).trimStart()}`,
                  page: null,
                },
              ]
            : [{ text, page: null }];
        items.push({ kind: 'note', runs, origin, note });
      }
      return items;
    });
  return {
    items: [
      ...noteItems(null),
      ...bodies.flatMap((body): Lifted<Origin>[] => [
        { kind: 'body', runs: body.runs, origin: body.origin },
        ...noteItems(body),
      ]),
    ],
    notes: starts.map(({ number }) => ({ kind: 'footnote', mark: number })),
  };
}
