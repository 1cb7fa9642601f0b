import type { SourceDocument } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import type { GridCell, GridRow } from './table-grid.js';

/** A table whose cells stand one a line, as programs leave it that know no tables. */
export interface StackedGrid {
  readonly rows: readonly GridRow[];
  readonly columns: number;
  readonly start: number;
  /** the blocks of its lines */
  readonly blocks: readonly number[];
}

const numbering = /^(?:STT|TT|Stt|Số TT|Số thứ tự)\.?$/u;
const mostColumns = 8;
const longestHead = 60;
const longestCell = 200;
const fewestRows = 2;

/**
 * Finds tables that were printed one cell a line: «STT», «Họ và tên», «Danh hiệu», «1», «Nguyễn Văn A», «Lao động tiên tiến», «2» …
 * Each row begins with its number; a row that lacks a cell keeps the others in their order.
 *
 * @returns grids with their head in the first row, in the order of the text. Linear
 */
export function stackedGrids(document: SourceDocument): readonly StackedGrid[] {
  const lines = document.blocks.flatMap(({ span, kind }, block) => {
    const text = kind === 'table-cell' ? '' : document.text.slice(span.start, span.end).trim();
    return text === '' ? [] : [{ text, block, span }];
  });
  const grids: StackedGrid[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (!numbering.test(lines[at]!.text)) continue;
    let first = at + 1;
    while (
      first < lines.length &&
      first - at <= mostColumns &&
      lines[first]!.text.length <= longestHead &&
      !isNumber(first, 1)
    )
      first += 1;
    const columns = first - at;
    if (columns < 3 || columns > mostColumns || !isNumber(first, 1)) continue;
    const rows: GridRow[] = [rowOf(at, first, 0)];
    let from = first;
    for (let number = 1; isNumber(from, number); number += 1) {
      let end = from + 1;
      while (
        end < lines.length &&
        end - from < columns &&
        lines[end]!.text.length <= longestCell &&
        !isNumber(end, number + 1)
      )
        end += 1;
      rows.push(rowOf(from, end, number));
      from = end;
    }
    if (rows.length <= fewestRows) continue;
    grids.push({
      rows,
      columns,
      start: lines[at]!.span.start,
      blocks: lines.slice(at, from).map(({ block }) => block),
    });
    at = from - 1;
  }
  return grids;

  function isNumber(at: number, number: number): boolean {
    return new RegExp(`^0?${number}[.)]?$`).test(lines[at]?.text ?? '');
  }

  function rowOf(from: number, to: number, row: number): GridRow {
    return new Map(
      lines
        .slice(from, to)
        .map(({ text, block, span }, column): [number, GridCell] => [
          column,
          { text, folded: fold(text), block, span, row, column },
        ]),
    );
  }
}
