import type { Table } from '../../model/index.js';
import { isTime, readUnit, type Unit, unitOfWords } from './unit-lexicon.js';

const unitHead = /^(?:đvt|đơn vị tính|đơn vị|đv tính)$/;
const inBrackets = /[([]\s*(?:đvt\s*:?\s*)?(?<unit>[^()[\]]{1,30}?)\s*[)\]]/u;
const caption = /(?:đvt|đơn vị tính|đơn vị)\s*:\s*(?<unit>[^\n.;)]{1,30})/u;

export function unitOf(words: string): Unit | null {
  const trimmed = words.trim();
  const unit = readUnit(trimmed, trimmed.toLowerCase(), 0, trimmed.length);
  return unit === null || isTime(unit) ? null : unit;
}

/** The unit that a head names: in brackets, as its per cent sign, or as what it counts ("Số hộ nghèo"). */
export function unitOfHead(head: string): Unit | null {
  const bracketed = inBrackets.exec(head.toLowerCase())?.groups?.['unit'];
  if (bracketed !== undefined) {
    const unit = unitOf(bracketed);
    if (unit !== null) return unit;
  }
  if (/%|tỷ lệ|tỉ lệ/.test(head.toLowerCase())) return unitOf('%');
  const counted = /(?:^|\s)(?:(?:tổng )?số(?: lượng)?|sl)(?: là)? (?<noun>\p{L}.*)$/u.exec(head.toLowerCase())
    ?.groups?.['noun'];
  return counted === undefined ? null : unitOf(counted);
}

/** "ĐVT: triệu đồng" over the table. */
export function captionUnit(above: string): Unit | null {
  const words = caption.exec(above)?.groups?.['unit'];
  return words === undefined ? null : unitOf(words);
}

/**
 * The column that holds each row's unit: "ĐVT" by its head; under "Đơn vị" stand offices and places as often, and then its
 * cells are no units.
 *
 * @param lowerHeads the columns' heads
 */
export function findUnitColumn(
  table: Table,
  headRows: number,
  at: (row: number, column: number) => { readonly text: string } | null,
  lowerHeads: readonly string[],
): number {
  return lowerHeads.findIndex((head, column) => {
    if (!unitHead.test(head.trim())) return false;
    if (head.trim() !== 'đơn vị') return true;
    let filled = 0;
    let units = 0;
    for (let row = headRows; row < table.rows; row += 1) {
      const words = at(row, column)?.text.trim() ?? '';
      if (!/[\p{L}%]/u.test(words)) continue;
      filled += 1;
      if (unitOfWords(words) !== null) units += 1;
    }
    return units * 2 > filled;
  });
}
