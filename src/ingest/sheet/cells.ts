import type { Look } from '../flow/tree-builder.js';
import type { NumberForm } from './number-format.js';

/** A stretch of a cell's text in one look; null: that of the cell. */
export interface Piece {
  readonly text: string;
  readonly look: Look | null;
}

export const charactersOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { text }) => sum + text.length, 0);

export interface CellForm {
  readonly look: Look;
  readonly number: NumberForm;
  readonly bordered: boolean;
  /** left, center, right, both */
  readonly align: string | null;
}

export interface Cell {
  /** from 0 */
  readonly row: number;
  readonly column: number;
  readonly pieces: readonly Piece[];
  readonly form: CellForm | null;
}

/** How many rows and columns a joined cell covers. */
export interface Joined {
  readonly rows: number;
  readonly columns: number;
}

export interface Sheet {
  readonly name: string;
  /** filled ones that are shown */
  readonly cells: readonly Cell[];
  /** by the place of their first cell, `row column` */
  readonly joined: ReadonlyMap<string, Joined>;
}

/** Filled cells of a workbook; more than this is data for a database, not a report. */
export const mostCells = 2_000_000;
