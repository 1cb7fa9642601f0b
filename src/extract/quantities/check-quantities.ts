import type { Diagnostic, Quantity, SourceDocument } from '../../model/index.js';
import { contradictedLists } from './check-lists.js';
import { contradictedParts } from './check-parts.js';
import { contradictedShare } from './check-shares.js';
import { checkTableShares } from './check-table-shares.js';
import { checkTableTotals } from './check-table-totals.js';
import { tableRows } from './table-rows.js';

/**
 * Holds the figures of a report against each other: a percentage against its own ratio, parts against their sum, in a
 * sentence or in the list under it, a table's total against its rows. Trouble is told, and no value is changed.
 *
 * @param quantities in reading order
 */
export function checkQuantities(
  document: SourceDocument,
  lower: string,
  quantities: readonly Quantity[],
): Diagnostic[] {
  const found: Diagnostic[] = [];
  quantities.forEach((quantity, index) => {
    if (quantity.rule === 'quantity/table-cell') return;
    const share = contradictedShare(lower, quantities, index);
    if (share !== null) found.push(share);
    const parts = contradictedParts(lower, quantities, index);
    if (parts !== null) found.push(parts);
  });
  return [...found, ...contradictedLists(document, lower, quantities), ...checkTables(document, quantities)];
}

function checkTables(document: SourceDocument, quantities: readonly Quantity[]): Diagnostic[] {
  const byBlock = new Map<number, Quantity>();
  for (const quantity of quantities) if (quantity.rule === 'quantity/table-cell') byBlock.set(quantity.block, quantity);
  if (byBlock.size === 0) return [];
  return document.tables.flatMap((table) => {
    if (table.kind !== 'data') return [];
    const rows = tableRows(document, table, byBlock);
    return [...checkTableTotals(rows), ...checkTableShares(rows)];
  });
}
