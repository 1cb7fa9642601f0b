import { bodiesIn } from '../../text/nlp/match-bodies.js';
import { readSentence } from '../../text/nlp/vietnamese-nlp.js';
import type { NamedAward, RecipientKind } from './award-event.js';
import { awardEvents } from './award-events.js';
import { graded, gradeNumber } from './award-names.js';
import { mayNameAward, mayNameTitle } from './candidates.js';
import type { GridCell } from './table-grid.js';

/** What the label of a row says: a whole award, or what it adds to the one of the rows above. */
export interface RowLabel {
  readonly award: NamedAward;
  readonly recipient: RecipientKind | null;
}

const totals = /^(?:tong|cong|tong so|tong cong|trong do)(?![a-z])/;
const bullet = /^\s*(?:[-–+*•]|[a-zđ][.)]|\d{1,2}(?:\.\d{1,2})*[.)])\s*/u;
const gradeLabel = /^hang (nhat|nhi|hai|ba|i{1,3}|[123])$/;
const kindLabel = /^(?:so |sl |cho |doi voi )?(tap the|ca nhan|ho gia dinh)(?: khac)?$/;
const longestLabel = 80;

export const isTotal = ({ folded }: GridCell): boolean => totals.test(folded);

/**
 * The award that a cell is: nothing else stands in it but who gives it.
 *
 * @param titles whether a title that is an ordinary phrase too («gia đình văn hóa») is one here, under a head of awards
 */
export function onlyAward(cell: GridCell | undefined, titles: boolean): NamedAward | null {
  if (cell === undefined || cell.text.length > 120) return null;
  if (!mayNameAward(cell.folded) && !(titles && mayNameTitle(cell.folded))) return null;
  const { events, reading } = awardEvents(cell.text);
  const awards = events.filter((event) => event.kind === 'award');
  if (awards.length !== 1 || events.some(({ kind }) => kind === 'recipient')) return null;
  const award = awards[0]!;
  const others = reading.words.length - (award.last - award.first);
  return others <= 3 && award.code !== 'NTVT' ? award : null;
}

/** Whom a cell alone names: «Tập thể», «- Cá nhân». */
export function kindOfCell(cell: GridCell): RecipientKind | null {
  switch (kindLabel.exec(cell.folded.replace(/^\s*(?:[-–+*•]|[a-z][.)])\s*/, '').replace(/\s*:$/, ''))?.[1]) {
    case 'tap the':
      return 'collective';
    case 'ca nhan':
      return 'individual';
    case 'ho gia dinh':
      return 'household';
    default:
      return null;
  }
}

/** «Hạng Nhì», «- Cá nhân», «Của Thủ tướng Chính phủ» under a row «Huân chương Lao động» or «Bằng khen» goes on with it. */
export function labelUnder(cell: GridCell, group: NamedAward): RowLabel | null {
  if (cell.text.length > longestLabel) return null;
  const kind = kindOfCell(cell);
  if (kind !== null) return { award: group, recipient: kind };
  const text = cell.text.replace(bullet, '').replace(/\s*[:.;]$/u, '');
  const grade = gradeNumber(
    gradeLabel.exec(cell.folded.slice(cell.text.length - cell.text.replace(bullet, '').length))?.[1] ?? '',
  );
  if (grade !== null && /^HC[A-Z]*$/.test(group.code ?? ''))
    return { award: { ...group, ...graded(group.name, group.code, grade) }, recipient: null };
  if (
    group.grantor !== null ||
    !/^(?:của|do|cấp)?\s*\p{L}/iu.test(text) ||
    !/^(?:Bằng khen|Giấy khen|Cờ thi đua)/u.test(group.name)
  )
    return null;
  const body = bodiesIn(readSentence(text), text)[0];
  const before = body === undefined ? null : text.slice(0, body.span.start).trim().toLowerCase();
  return body !== undefined &&
    (before === '' || before === 'của' || before === 'do') &&
    text.length - body.span.end <= 2
    ? { award: { ...group, grantor: body.words }, recipient: null }
    : null;
}
