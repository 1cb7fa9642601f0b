import type { Header, SourceDocument } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import type { DocumentNumber } from './document-number.js';
import { blankNumberAt, documentNumberAt } from './read-number.js';

/** The report's own number, wherever it stands in the report. */
export interface OwnNumber {
  readonly isOwn: (number: DocumentNumber, date: string | null, type: string | null) => boolean;
  /** blocks that hold the "Số: …" line */
  readonly lines: ReadonlySet<number>;
  /** letter groups of the own number that name the issuer */
  readonly issuerSymbols: readonly string[];
}

const soLine = /(?:^|\n)[ \t]*S[ỐốÔôo][ \t]{0,3}:?[ \t]{0,12}/gu;
/** The letterhead stands in the first lines; further down "Số: …" is a table's or a form's. */
const letterheadBlocks = 24;
const key = (printed: string): string =>
  fold(printed)
    .replace(/^0+(?=\d)/, '')
    .replace(/[^a-z0-9/]/g, '-');

/** Reads the own number from the header's record, else from a "Số: …" line in the first blocks before any long paragraph. */
export function ownNumber(document: SourceDocument, header: Header): OwnNumber {
  const lines = new Set<number>();
  const symbols = new Set<string>();
  let own: string | null = null;
  const learn = (number: DocumentNumber | null) => {
    if (number === null) return;
    own ??= key(number.restored);
    if (number.issuerSymbol !== null) symbols.add(number.issuerSymbol);
  };
  if (header.number !== null) {
    const printed = header.number.replace(/\s+/g, '');
    const read = documentNumberAt(printed, 0, 'type-word');
    own = key(read?.restored ?? printed);
    learn(read);
  }
  for (const [index, { span }] of document.blocks.slice(0, letterheadBlocks).entries()) {
    const text = document.text.slice(span.start, span.end);
    if (text.length > 600) break;
    soLine.lastIndex = 0;
    for (let match = soLine.exec(text); match !== null; match = soLine.exec(text)) {
      const blank = blankNumberAt(text, match.index + match[0].search(/S/u));
      if (blank !== null) {
        lines.add(index);
        const groups = blank.symbol.split(/[/-]/);
        symbols.add(groups.length > 1 ? groups[1]! : groups[0]!);
        continue;
      }
      const number = documentNumberAt(text, match.index + match[0].length, 'so');
      if (number === null) continue;
      lines.add(index);
      if (header.number === null) learn(number);
    }
  }
  return {
    lines,
    issuerSymbols: [...symbols],
    isOwn: (number, date) =>
      own !== null && key(number.restored) === own && (date === null || header.date === null || date === header.date),
  };
}
