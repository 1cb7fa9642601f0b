import { fold } from '../../text/fold.js';

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

// The fixed words of a letterhead and of a signature block (domain/layout.md §2, §4).
const letterhead = /cong h[oò]a xa hoi chu nghia|dang cong san viet nam|doc lap ?[-–—] ?tu do/;
const signature =
  /^noi nhan ?:?|(?:^|\n)(?:tm|t\/m|kt|k\/t|tl|t\/l|tuq|q)(?:[./] ?| )(?:[a-z]{2,} ){1,}|\(?(?:da ky|ky ten|ky, ghi ro)/;
const headWords =
  /^(?:stt|tt|so tt|so thu tu|chi tieu|noi dung|ten |danh muc|don vi|dvt|danh hieu|ho va ten|ho ten|nhiem vu|cong viec|thoi gian|ngay)/;
const columnNumber = /^\(?(?:\d{1,2}|[a-z])\)?(?:\s?=.{0,20})?$/;

const isFigure = (text: string) => /^[-–]?\d[\d.,\s]*%?$/.test(text) && !/^(?:19|20)\d\d$/.test(text);

/**
 * Tells the borderless table that only sets a letterhead or a signature in two columns from a table of data, and how
 * many rows of the latter are its head.
 */
export function classifyTable(
  cells: readonly PlacedCell[],
  rows: number,
  columns: number,
  bordered: boolean | null,
): { readonly kind: 'data' | 'layout'; readonly headRows: number } {
  const folded = cells.map((cell) => ({
    ...cell,
    key: fold(cell.text)
      .replace(/[ \t\u00a0]+/g, ' ')
      .trim(),
  }));
  const first = folded.filter(({ row }) => row === 0);
  const isListed = columns > 1 && rows > 1 && first.some(({ key }) => /^(?:stt|tt|so\s(?:tt|thu\stu))$/.test(key));
  const cued =
    folded.some(({ key }) => letterhead.test(key)) ||
    folded.some(({ key, column }) => signature.test(key) && (column > 0 || key.startsWith('noi nhan')));
  // One row has no head to name its columns.
  const plain =
    (bordered === false || rows === 1) && columns <= 3 && rows <= 3 && !first.some(({ key }) => headWords.test(key));
  if (
    !isListed &&
    ((cued && columns <= 4 && rows <= 12) || columns === 1 || (plain && !cells.some(({ text }) => isFigure(text))))
  )
    return { kind: 'layout', headRows: 0 };

  const named = first.some(({ key }) => headWords.test(key));
  const figures = folded.filter(({ row, text }) => row > 0 && isFigure(text)).length;
  if (rows < 2 || !(named || (figures > 0 && !first.some(({ text }) => isFigure(text)))))
    return { kind: 'data', headRows: 0 };
  let headRows = Math.min(
    first.reduce((most, { rowSpan }) => Math.max(most, rowSpan), 1),
    rows - 1,
    4,
  );
  // "(1) (2) (3)" or "A B 1 2" under the head numbers the columns.
  const next = folded.filter(({ row, key }) => row === headRows && key !== '');
  if (headRows + 1 < rows && next.length > 2 && next.every(({ key }) => columnNumber.test(key))) headRows += 1;
  return { kind: 'data', headRows };
}
