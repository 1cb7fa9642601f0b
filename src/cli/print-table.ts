import Table from 'cli-table3';
import type { Terminal } from './terminal.js';

export interface Column {
  readonly title: string;
  /** share of the width that is left after the narrow columns; without it the column is as wide as its longest cell */
  readonly share?: number;
  readonly align?: 'left' | 'right';
}

/** Cells of strangers' text: one line of it, without signs that would steer the terminal. */
const plain = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/**
 * Breaks words that are wider than their column, after a sign where there is one: a number or a file name that were cut
 * off could not be looked up.
 */
function breakWords(text: string, width: number): string {
  return text.replace(/\S+/gu, (word) => {
    const lines: string[] = [];
    let rest = word;
    while (rest.length > width) {
      const sign = /^.*[/\-_.,;:)](?=.)/u.exec(rest.slice(0, width + 1))?.[0].length ?? 0;
      const cut = sign > width / 3 ? Math.min(sign, width) : width;
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    return [...lines, rest].join('\n');
  });
}

/**
 * A table that keeps within the screen: columns with a share wrap, the others do not. A column that is empty from top to
 * bottom (pages, in reports that have none) is left out.
 */
export function printTable(
  terminal: Terminal,
  allColumns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const filled = allColumns.map((_, index) => rows.length === 0 || rows.some((row) => plain(row[index] ?? '') !== ''));
  const columns = allColumns.filter((_, index) => filled[index]);
  const cells = rows.map((row) => row.filter((_, index) => filled[index]).map(plain));
  const widest = columns.map((column, index) =>
    Math.max(column.title.length, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  // Each column costs two blanks and a line, the table one line more.
  const frame = columns.length * 3 + 1;
  const narrow = columns.reduce((sum, column, index) => sum + (column.share === undefined ? widest[index]! : 0), 0);
  const shares = columns.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const left = Math.max(terminal.width - frame - narrow, columns.length * 6);
  const widths = columns.map(({ share }, index) => {
    const wanted = widest[index]! + 2;
    return share === undefined ? wanted : Math.min(wanted, Math.max(8, Math.floor((left * share) / shares) + 2));
  });
  const table = new Table({
    head: columns.map(({ title }) => terminal.paint('bold', title)),
    colWidths: widths,
    colAligns: columns.map(({ align }) => align ?? 'left'),
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [], compact: true },
  });
  for (const row of cells) table.push(row.map((cell, index) => breakWords(cell, widths[index]! - 2)));
  return `${table.toString()}\n`;
}
