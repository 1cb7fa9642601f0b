type Attributes = Readonly<Record<string, string>>;

/** Rows or columns of a sheet, as they are declared one after another, most of them many times over. */
export interface ShownLines {
  /** A group begins or ends; a folded one shows nothing. */
  beginGroup(attributes: Attributes): void;
  endGroup(): void;
  /** @returns whether the lines are shown */
  add(attributes: Attributes, count: number): boolean;
  /** How many are shown of those from `first` on, lower bound included; what was never declared is shown. */
  shownOf(first: number, count: number): number;
}

/** @source ODF 1.3 part 3, 19.615 `table:display`, 19.749 `table:visibility` */
export function shownLines(): ShownLines {
  /** in their order, the upper bound excluded; neighbours are one */
  const hidden: { readonly start: number; end: number; readonly hiddenBefore: number }[] = [];
  const folded: boolean[] = [];
  let next = 0;
  /** hidden ones before a line */
  const hiddenBefore = (line: number): number => {
    let [low, high] = [0, hidden.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (hidden[middle]!.start < line) low = middle + 1;
      else high = middle;
    }
    const last = hidden[low - 1];
    return last === undefined ? 0 : last.hiddenBefore + Math.min(line, last.end) - last.start;
  };
  return {
    beginGroup: (attributes) => {
      folded.push(attributes['table:display'] === 'false');
    },
    endGroup: () => {
      folded.pop();
    },
    add: (attributes, count) => {
      const shown = !folded.includes(true) && !/^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '');
      const last = hidden.at(-1);
      if (!shown && last?.end === next) last.end += count;
      else if (!shown) hidden.push({ start: next, end: next + count, hiddenBefore: hiddenBefore(next) });
      next += count;
      return shown;
    },
    shownOf: (first, count) => count - hiddenBefore(first + count) + hiddenBefore(first),
  };
}
