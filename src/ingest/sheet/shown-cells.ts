import type { Diagnostic } from '../../model/index.js';
import type { HiddenContent } from '../reader.js';
import type { Cell, Joined } from './cells.js';

/** What a sheet does not show, as it is read. */
export interface HiddenParts {
  hideRow(row: number): void;
  /** from 0, the last included */
  hideColumns(first: number, last: number): void;
  /** The cells of which anything is shown: joined ones may begin in what is hidden and reach out of it. */
  shown(
    cells: readonly Cell[],
    joined: ReadonlyMap<string, Joined>,
  ): { readonly cells: readonly Cell[]; readonly hiddenCells: number };
}

/** Says of a workbook's sheets what was left out; nothing where all is shown. */
export function hiddenWarnings(hiddenCells: number): Diagnostic[] {
  if (hiddenCells === 0) return [];
  const cells = `${hiddenCells} filled ${hiddenCells === 1 ? 'cell' : 'cells'}`;
  return [{ code: 'ingest/hidden-left-out', level: 'info', message: `Left out: ${cells} of hidden rows and columns` }];
}

/** A sheet of today has 16,384. */
const mostColumns = 16_384;

/** @param content `kept`: all counts as shown */
export function hiddenParts(content: HiddenContent = 'left-out'): HiddenParts {
  const rows = new Set<number>();
  const columns = new Set<number>();
  const anyOutside = (hidden: ReadonlySet<number>, first: number, count: number): boolean => {
    for (let at = first; at < first + count; at += 1) if (!hidden.has(at)) return true;
    return false;
  };
  return {
    hideRow: (row) => {
      rows.add(row);
    },
    hideColumns: (first, last) => {
      for (let column = Math.max(0, first); column <= Math.min(last, mostColumns - 1); column += 1) columns.add(column);
    },
    shown: (cells, joined) => {
      if (content === 'kept' || rows.size + columns.size === 0) return { cells, hiddenCells: 0 };
      const shown = cells.filter(({ row, column }) => {
        const span = joined.get(`${row} ${column}`);
        return anyOutside(rows, row, span?.rows ?? 1) && anyOutside(columns, column, span?.columns ?? 1);
      });
      return { cells: shown, hiddenCells: cells.length - shown.length };
    },
  };
}
