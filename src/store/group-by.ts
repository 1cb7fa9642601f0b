/** Rows by a key, each list in the order of the rows. */
export function groupBy<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Map<string, Row[]>;
export function groupBy<Row, Value>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => string,
  made: (row: Row) => Value,
): Map<string, Value[]>;
export function groupBy<Row>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => string,
  made: (row: Row) => unknown = (row) => row,
): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [made(row)]);
    else list.push(made(row));
  }
  return groups;
}
