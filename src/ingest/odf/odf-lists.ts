import type { OdfCounter } from './odf-styles.js';

type Attributes = Readonly<Record<string, string>>;

interface OpenList {
  readonly style: string;
  /** the number its next item was given */
  start: number | null;
  /** whether the item that is open has had its number */
  counted: boolean;
}

/** What automatic numbering prints before a paragraph. */
export type ListLabel = NonNullable<ReturnType<OdfCounter['next']>>;

/** The lists of an OpenDocument, of which one may stand in another's item, and the numbers of their items. */
export interface OdfLists {
  begin(attributes: Attributes): void;
  /** @param counted false for the head of a list, which has no number */
  beginItem(attributes: Attributes, counted: boolean): void;
  end(): void;
  /** What stands before the next paragraph: the first of an item has its number, and others none. */
  label(): ListLabel | null;
  /** The number of a heading outside of lists. @param level from 1 */
  headingLabel(level: number): ListLabel | null;
}

export function createOdfLists(counter: OdfCounter): OdfLists {
  const lists: OpenList[] = [];
  return {
    begin: (attributes) => {
      const style = attributes['text:style-name'] ?? lists.at(-1)?.style ?? '';
      const goesOn = attributes['text:continue-numbering'] === 'true' || attributes['text:continue-list'] !== undefined;
      if (lists.length === 0 && !goesOn) counter.restart(style);
      lists.push({ style, start: null, counted: true });
    },
    beginItem: (attributes, counted) => {
      const list = lists.at(-1);
      if (list === undefined) return;
      list.counted = !counted;
      list.start = attributes['text:start-value'] === undefined ? null : Number(attributes['text:start-value']);
    },
    end: () => {
      lists.pop();
    },
    label: () => {
      const list = lists.at(-1);
      if (list === undefined || list.counted) return null;
      list.counted = true;
      const { start } = list;
      list.start = null;
      return list.style === '' ? null : counter.next(list.style, lists.length, start);
    },
    headingLabel: (level) => (lists.length === 0 ? counter.next('*outline*', level, null) : null),
  };
}
