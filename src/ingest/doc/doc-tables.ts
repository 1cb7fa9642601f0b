import type { Node } from '../docx/mammoth-tree.js';
import { type MeasuredRow, measuredRow, type RowForm, tableOfRows } from '../flow/table-rows.js';
import { sprmsOf, wordOf } from './sprms.js';

export interface WordRowForm extends RowForm {
  readonly drawn: boolean;
}

/** What the end of a row says of it. @source [MS-DOC] 2.6.3 (table properties), 2.9.321 (TDefTableOperand), 2.9.311 (TC80) */
export function rowFormOf(changes: Uint8Array): WordRowForm {
  let form: WordRowForm = { left: 0, isHeader: false, cells: [], drawn: false };
  for (const { code, operand } of sprmsOf(changes)) {
    switch (code) {
      case 0x3404:
        form = { ...form, isHeader: operand[0] === 1 };
        break;
      case 0xd605:
      case 0xd613: {
        const step = code === 0xd605 ? 4 : 8;
        const kind = code === 0xd605 ? 1 : 5;
        for (let at = kind; at < operand.length; at += step)
          if (operand[at] !== 0 && operand[at] !== 255) form = { ...form, drawn: true };
        break;
      }
      case 0xd608:
        form = { ...form, ...cellsOf(operand) };
        break;
    }
  }
  return form;
}

function cellsOf(operand: Uint8Array): Partial<RowForm> {
  const count = Math.min(63, operand[0] ?? 0);
  const edge = (index: number) => (wordOf(operand, 1 + index * 2) << 16) >> 16;
  let drawn = false;
  const cells = Array.from({ length: count }, (_, index) => {
    const at = 1 + (count + 1) * 2 + index * 20;
    const flags = at + 2 <= operand.length ? wordOf(operand, at) : 0;
    for (const side of [0, 1, 2, 3]) {
      const kind = operand[at + 4 + side * 4 + 1] ?? 0;
      if (kind !== 0 && kind !== 255) drawn = true;
    }
    return {
      right: edge(index + 1),
      joinsLeft: (flags & 3) === 2,
      joinsAbove: (flags & 0x60) === 0x20,
    };
  });
  return { left: edge(0), cells, ...(drawn ? { drawn } : {}) };
}

interface OpenTable {
  readonly number: number;
  readonly rows: MeasuredRow[];
  cells: Node[][];
  cell: Node[];
}

const deepest = 20;

/** Puts paragraphs, which know how deep in tables they stand, into these tables. */
export interface DocTables {
  /** the innermost table at this depth, from 1; opened if need be */
  numberOf(depth: number): number;
  add(node: Node, depth: number): void;
  endCell(depth: number): void;
  endRow(depth: number, form: WordRowForm): void;
  finish(): Node[];
}

export function createDocTables(addTable: () => number, setBordered: (table: number) => void): DocTables {
  const body: Node[] = [];
  const open: OpenTable[] = [];
  const at = (asked: number): OpenTable | null => {
    const depth = Math.min(asked, deepest);
    while (open.length < depth) open.push({ number: addTable(), rows: [], cells: [], cell: [] });
    close(depth);
    return open.at(-1) ?? null;
  };
  const close = (depth: number): void => {
    while (open.length > depth) {
      const { rows, cells, cell } = open.pop()!;
      const rest = cell.length > 0 ? [...cells, cell] : cells;
      if (rest.length > 0) rows.push(measuredRow(rest, { left: 0, isHeader: false, cells: [] }));
      const place = open.at(-1)?.cell ?? body;
      if (rows.length > 0) place.push(tableOfRows(rows));
    }
  };
  return {
    numberOf: (depth) => at(depth)!.number,
    add: (node, depth) => {
      (at(depth)?.cell ?? body).push(node);
    },
    endCell: (depth) => {
      const table = at(Math.max(1, depth))!;
      table.cells.push(table.cell);
      table.cell = [];
    },
    endRow: (depth, form) => {
      const table = at(Math.max(1, depth))!;
      if (table.cell.length > 0) table.cells.push(table.cell);
      if (table.cells.length > 0) table.rows.push(measuredRow(table.cells, form));
      if (form.drawn) setBordered(table.number);
      table.cells = [];
      table.cell = [];
    },
    finish: () => {
      close(0);
      return body;
    },
  };
}
