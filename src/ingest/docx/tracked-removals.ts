import type { Edit } from './xml-edits.js';

/** Rows and cells of tables that were deleted while changes were tracked, in one pass over a part. */
export interface TrackedRemovals {
  /** @param path names of the elements that are open, this one the last */
  open(path: readonly string[], start: number): void;
  /** @returns what takes a deleted cell out; mammoth leaves deleted rows out itself */
  close(name: string, end: number): Edit | null;
  /** whether what is read now is deleted: it has no number */
  inside(): boolean;
}

export function trackRemovals(): TrackedRemovals {
  const rows: { removed: boolean }[] = [];
  const cells: { readonly start: number; removed: boolean }[] = [];
  return {
    open: (path, start) => {
      const [parent, name] = path.slice(-2);
      if (name === 'tr') rows.push({ removed: false });
      else if (name === 'tc') cells.push({ start, removed: false });
      else if (name === 'del' && parent === 'trPr' && rows.length > 0) rows.at(-1)!.removed = true;
      else if (name === 'cellDel' && parent === 'tcPr' && cells.length > 0) cells.at(-1)!.removed = true;
    },
    close: (name, end) => {
      if (name === 'tr') rows.pop();
      const cell = name === 'tc' ? cells.pop() : undefined;
      return cell?.removed === true ? { start: cell.start, end, text: '' } : null;
    },
    inside: () => rows.some(({ removed }) => removed) || cells.some(({ removed }) => removed),
  };
}
