import type { DraftBlock, DraftDocument, DraftRun } from '../draft.js';
import { numberOfMark, toSuperscript } from '../note-marks.js';
import type { FootNote } from './find-notes.js';

const raised = /⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}⁾|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|(?<=\S)\(?\*{1,3}\)?/gu;
const unitOfPower = /(?<![\p{L}\p{N}])(?:[kcdm]?m|hm)$/iu; // m², km²: a power, no mark

/** The notes of a document, and which of them wait for their mark. */
export class PageNotes {
  private readonly all: { mark: string; bracketed: boolean; paragraphs: string[]; page: number; anchored: boolean }[] =
    [];

  get count(): number {
    return this.all.length;
  }

  /** The page of the last note so far; null before the first. */
  get lastPage(): number | null {
    return this.all.at(-1)?.page ?? null;
  }

  marks(): DraftDocument['notes'] {
    return this.all.map(({ mark }) => ({ kind: 'footnote', mark }));
  }

  unanchored(): number[] {
    return this.all.flatMap((note, index) => (note.anchored ? [] : [index]));
  }

  add(note: FootNote): void {
    const last = this.all.at(-1);
    if (note.mark !== null)
      this.all.push({ ...note, mark: note.mark, paragraphs: [...note.paragraphs], anchored: false });
    else if (last !== undefined) {
      const [rest, ...others] = note.paragraphs;
      last.paragraphs[last.paragraphs.length - 1] += ` ${rest ?? ''}`;
      last.paragraphs.push(...others);
    }
  }

  /** Cuts a run at the marks of notes on its page. */
  anchor(run: DraftRun): { readonly runs: DraftRun[]; readonly notes: number[] } {
    const waiting = this.all.flatMap((note, i) => (note.page === run.page && !note.anchored ? [i] : []));
    if (waiting.length === 0) return { runs: [run], notes: [] };
    const runs: DraftRun[] = [];
    const notes: number[] = [];
    let from = 0;
    for (const { index, 0: found } of run.text.matchAll(raised)) {
      if (unitOfPower.test(run.text.slice(Math.max(0, index - 4), index))) continue;
      const mark = numberOfMark(found) || found.replace(/[()]/g, '');
      const note = waiting.find((i) => this.all[i]!.mark === mark && !this.all[i]!.anchored);
      if (note === undefined) continue;
      this.all[note]!.anchored = true;
      if (index > from) runs.push({ text: run.text.slice(from, index), page: run.page });
      runs.push({ text: found, page: run.page, anchorOf: note });
      from = index + found.length;
      notes.push(note);
    }
    if (from < run.text.length) runs.push({ text: run.text.slice(from), page: run.page });
    return { runs, notes };
  }

  blocksOf(index: number): DraftBlock[] {
    const { mark, bracketed, paragraphs, page } = this.all[index]!;
    const printed = toSuperscript(bracketed ? `(${mark})` : mark);
    return paragraphs.map((text, i) => ({
      kind: 'footnote',
      runs: [{ text: i === 0 ? `${printed} ${text}` : text, page }],
      style: {},
      note: index,
    }));
  }
}
