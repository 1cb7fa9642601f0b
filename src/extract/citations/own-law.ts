import type { Header } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import type { RawMention } from './raw-mention.js';

/** A law is cited by its name, so its own text names it: "Quốc hội ban hành Luật X", "Điều 3. Áp dụng Luật X". */
export interface OwnLaw {
  /** whether a mention names the document itself */
  readonly isOwn: (mention: RawMention) => boolean;
  /**
   * Where the name of the law that an own amending law changes begins: "Luật sửa đổi … của | Luật X số 24/2008/QH12" has
   * the number of X. -1 when the mention is none.
   */
  readonly amendedAt: (text: string, mention: RawMention) => number;
}

const names: Readonly<Record<string, string>> = { L: 'Luật', BL: 'Bộ luật', PL: 'Pháp lệnh' };
const ofLaw = /[ \t\n]của[ \t\n]{1,3}(?=(?:Bộ luật|Luật|Pháp lệnh)(?![\p{L}]))/iu;
const key = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The own name of a law, a code or an ordinance, from its header's type and title; of other papers nothing is own. */
export function ownLaw({ type, title }: Header): OwnLaw {
  const word = names[type ?? ''];
  if (word === undefined || title === null) return { isOwn: () => false, amendedAt: () => -1 };
  const own = key(`${word} ${title}`);
  const isNamed = ({ named }: RawMention): boolean => named !== null && key(named.name) === own;
  return {
    isOwn: (mention) => mention.number === null && mention.date === null && isNamed(mention),
    amendedAt: (text, mention) => {
      if (mention.number === null || !isNamed(mention)) return -1;
      const inner = ofLaw.exec(text.slice(mention.start, mention.coreEnd));
      return inner === null ? -1 : mention.start + inner.index + inner[0].length;
    },
  };
}
