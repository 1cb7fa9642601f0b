import { fold } from '../../text/fold.js';
import { issuers } from '../../text/lexicon/generated/issuers.js';
import { remembered } from '../../text/remembered.js';
import { symbolKey } from './symbols.js';

/** The office that wrote the report, as far as its header and its own number say. */
export interface OwnOffice {
  /** folded words of its name, abbreviations written out; [] when unknown */
  readonly words: readonly string[];
  /** keys of the symbols it signs with */
  readonly symbols: ReadonlySet<string>;
}

const long: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bubdt\b/g, 'uy ban dan toc'],
  [/\bubmttq(?:vn)?\b/g, 'uy ban mat tran to quoc'],
  [/\bmttq(?:vn)?\b/g, 'mat tran to quoc'],
  [/\blhpn\b/g, 'lien hiep phu nu'],
  [/\btp\b/g, 'thanh pho'],
  [/\bsld ?tbxh\b/g, 'so lao dong thuong binh xa hoi'],
  [/\bldtbxh\b/g, 'lao dong thuong binh va xa hoi'],
  [/\bgd ?(?:va )?dt\b/g, 'giao duc va dao tao'],
  [/\bptnt\b/g, 'phat trien nong thon'],
];
/** Who signs for the office is the office: "Chủ tịch UBND tỉnh", "Ban Thường vụ Huyện ủy". */
const office =
  /^(?:lanh dao |pho |btv |bch |chu tich |giam doc |truong ban |bo truong |thuong truc |ban thuong vu |ban chap hanh |thu truong |tap the lanh dao )+/;

const wordsOf = remembered((name: string): readonly string[] => {
  let folded = fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  for (const [short, full] of long) folded = folded.replace(short, full);
  return folded.replace(office, '').split(' ').filter(Boolean);
});

/** Words of every body of the table, made once: a report asks for all of them. */
const bodies = issuers
  .filter(({ family }) => family !== 'letter-unit')
  .map(({ symbol, name_vi }) => ({ symbol, words: wordsOf(name_vi.replace(/\(.*$/u, '')) }));

/**
 * @param name the issuer of the report's header; null when none was read
 * @param symbols letter groups of the report's own number that name the issuer
 */
export function ownOffice(name: string | null, symbols: readonly string[]): OwnOffice {
  const words = name === null ? [] : wordsOf(name);
  const known =
    words.length > 1 ? bodies.filter((body) => startsAlike(words, body.words)).map(({ symbol }) => symbol) : [];
  return { words, symbols: new Set([...symbols, ...known].map(symbolKey)) };
}

/** Whether one name is the beginning of the other, word by word: "Ban Dân tộc" and "Ban Dân tộc tỉnh Quảng Ngãi". */
function startsAlike(a: readonly string[], b: readonly string[]): boolean {
  const count = Math.min(a.length, b.length);
  for (let at = 0; at < count; at += 1) if (a[at] !== b[at]) return false;
  return count > 0;
}

/** Whether an issuer as printed is the report's own office. */
export const isOwnOffice = (own: OwnOffice, name: string): boolean => {
  const words = wordsOf(name);
  return (
    startsAlike(own.words, words) &&
    (words.length > 1 || own.words.length === 1 || words[0] === 'ban' || words[0] === 'so')
  );
};

/**
 * Whether "Chi bộ" of "Chi bộ đã ban hành Kế hoạch số 9-KH/CB" is the report's own: words of its name, and a symbol that
 * it signs with.
 */
export function isOwnPart(own: OwnOffice, name: string, symbol: string | null): boolean {
  if (symbol === null || !own.symbols.has(symbolKey(symbol))) return false;
  const words = wordsOf(name);
  return words.length > 1 && ` ${own.words.join(' ')} `.includes(` ${words.join(' ')} `);
}
