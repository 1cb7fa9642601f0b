/** One change of a property: [MS-DOC] 2.2.5.1. */
export interface Sprm {
  readonly code: number;
  /** without the length that stands before operands of variable size */
  readonly operand: Uint8Array;
}

const sizes = [1, 1, 2, 4, 2, 2, -1, 3] as const;
const defineTable = 0xd608;
const changeTabs = 0xc615;

/** The changes of a list of them, as far as it is whole. */
export function* sprmsOf(list: Uint8Array): Generator<Sprm> {
  let at = 0;
  while (at + 3 <= list.length) {
    const code = list[at]! | (list[at + 1]! << 8);
    at += 2;
    let size: number = sizes[code >> 13]!;
    if (size < 0) {
      if (code === defineTable) {
        size = (list[at]! | ((list[at + 1] ?? 0) << 8)) - 1;
        at += 2;
      } else {
        size = list[at]!;
        // Tabs that need more than 255 bytes: their end is where the list's is.
        if (code === changeTabs && size === 255) return;
        at += 1;
      }
    }
    if (size < 0 || at + size > list.length) return;
    yield { code, operand: list.subarray(at, at + size) };
    at += size;
  }
}

export const wordOf = (operand: Uint8Array, at = 0): number => (operand[at] ?? 0) | ((operand[at + 1] ?? 0) << 8);
