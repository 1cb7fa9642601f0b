import type { DraftRun } from '../draft.js';
import { type Lifted, liftNotes } from '../lift-notes.js';

interface TextWithPages<Origin> {
  readonly runs: readonly DraftRun[];
  readonly origin: Origin;
}

/** Where the letters of a text stand: to each letter, white space apart, its page. */
class PageCursor {
  private run = 0;
  private used = 0;
  constructor(private readonly runs: readonly DraftRun[]) {}

  private lettersIn(text: string): number {
    return text.replace(/\s/g, '').length;
  }

  /** Cuts a text that continues the stream at its page breaks. */
  take(text: string, anchorOf: number | undefined): DraftRun[] {
    const taken: DraftRun[] = [];
    let from = 0;
    while (from < text.length) {
      while (this.run < this.runs.length - 1 && this.used >= this.lettersIn(this.runs[this.run]!.text)) {
        this.run += 1;
        this.used = 0;
      }
      const current = this.runs[this.run];
      const left = current === undefined ? Number.POSITIVE_INFINITY : this.lettersIn(current.text) - this.used;
      let to = from;
      let letters = 0;
      while (to < text.length && (letters < left || this.run >= this.runs.length - 1)) {
        if (!/\s/.test(text[to]!)) letters += 1;
        to += 1;
      }
      if (to === from) to = text.length;
      this.used += letters;
      const piece = { text: text.slice(from, to), page: current?.page ?? null };
      taken.push(anchorOf === undefined ? piece : { ...piece, anchorOf });
      from = to;
    }
    return taken;
  }
}

/**
 * Lifts notes out of running text, as in a PDF that was made of a plain text: `liftNotes` with the pages kept.
 *
 * @param paragraphs in reading order; a text of no runs is a table or the like and stays where it is
 */
export function liftTypedNotes<Origin>(
  paragraphs: readonly TextWithPages<Origin>[],
): ReturnType<typeof liftNotes<Origin>> {
  const textOfRuns = (runs: readonly DraftRun[]) => runs.map((run) => run.text).join('');
  const { items, notes } = liftNotes(
    paragraphs.map((paragraph, index) => ({ text: textOfRuns(paragraph.runs), origin: index })),
  );
  // Body items hold the body's paragraphs in order, notes theirs: each stream is walked on its own.
  const noteOrigins = new Set(items.flatMap((item) => (item.kind === 'note' ? [item.origin] : [])));
  const body = new PageCursor(paragraphs.flatMap(({ runs }, index) => (noteOrigins.has(index) ? [] : runs)));
  return {
    notes,
    items: items.map((item): Lifted<Origin> => {
      const { origin } = paragraphs[item.origin]!;
      if (item.kind === 'note') {
        const page = paragraphs[item.origin]!.runs[0]?.page ?? null;
        return { ...item, origin, runs: item.runs.map((run) => ({ ...run, page })) };
      }
      return { ...item, origin, runs: item.runs.flatMap((run) => body.take(run.text, run.anchorOf)) };
    }),
  };
}
