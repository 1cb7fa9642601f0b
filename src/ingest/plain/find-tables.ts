import { barredTable } from './barred-table.js';
import type { PlainLine } from './plain-lines.js';
import { spacedTable } from './spaced-table.js';
import { tabbedTable } from './tabbed-table.js';
import type { TypedTable } from './typed-table.js';

/**
 * Finds the tables of a text: their cells parted by bars ("| STT | Chỉ tiêu |"), by tabs, or by white space that leaves the
 * same columns free in every line.
 *
 * @param isTaken lines that belong to a letterhead or a signature
 */
export function findTables(lines: readonly PlainLine[], isTaken: (index: number) => boolean): readonly TypedTable[] {
  const tables: TypedTable[] = [];
  // Lines that were no table once are not tried again one by one.
  const next = { bars: 0, tabs: 0, spaces: 0 };
  let ended = 0;
  const isClosed = (index: number) => index < ended || isTaken(index);
  for (let at = 0; at < lines.length; at += 1) {
    if (isClosed(at)) continue;
    let table: TypedTable | null = null;
    if (at >= next.bars) ({ table, to: next.bars } = barredTable(lines, at, isClosed));
    if (table === null && at >= next.tabs) ({ table, to: next.tabs } = tabbedTable(lines, at, isClosed));
    if (table === null && at >= next.spaces) ({ table, to: next.spaces } = spacedTable(lines, at, isClosed));
    if (table === null) continue;
    tables.push(table);
    ended = table.to;
  }
  return tables;
}
