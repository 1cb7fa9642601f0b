import { type Citation, pageAt, type SourceDocument } from '../../model/index.js';
import { editDistance } from '../../text/edit-distance.js';
import { fold } from '../../text/fold.js';
import { isIssuer, isUnit, typeCodeOf } from './symbols.js';

/** A letter group this long is not another one by chance when they are one letter apart. */
const tellingLength = 4;

/** Number and symbol apart: "93/QĐĐ-UBND" is "93" and ["/", "QĐĐ", "-", "UBND"]. */
const partsOf = (number: string): string[] => number.split(/([/-])/u);

const isLetters = (part: string): boolean => /^\p{L}{2,}$/u.test(part);
const isKnown = (group: string): boolean => typeCodeOf(group) !== null || isIssuer(group) || isUnit(group);

/** Capitals that are taken for one another. */
const alike = ['QGOC', 'IL', 'HN', 'PF', 'DĐ'];

function withOneOther(group: string): string[] {
  return [...group].flatMap((letter, at) =>
    alike
      .filter((letters) => letters.includes(letter))
      .flatMap((letters) => [...letters].filter((other) => other !== letter))
      .map((other) => group.slice(0, at) + other + group.slice(at + 1)),
  );
}

/** A capital with its stroke or accent is now and then read twice: "QĐĐ", "QĐD", "BCĐĐ". */
function withoutDouble(group: string): string[] {
  const letters = [...group];
  const keys = letters.map((letter) => fold(letter).toLowerCase());
  return letters.flatMap((_, at) =>
    at > 0 && keys[at] === keys[at - 1] ? [letters.filter((__, other) => other !== at).join('')] : [],
  );
}

/**
 * Puts right what reading a picture did to the letters of numbers: a capital read twice, and a letter more, less or
 * other than the same symbol has elsewhere in the report. On typed pages the print is the office's own and stays.
 */
export function repairRecognised(citations: readonly Citation[], document: SourceDocument): readonly Citation[] {
  const recognised = new Set(
    document.pages.flatMap(({ number, recognition }) => (recognition === undefined ? [] : [number])),
  );
  if (recognised.size === 0) return citations;
  const groups = new Map<string, number>();
  for (const { number, kind } of citations)
    if (kind === 'numbered' && number !== null)
      for (const part of partsOf(number)) if (isLetters(part)) groups.set(part, (groups.get(part) ?? 0) + 1);

  const mended = (group: string): { readonly group: string; readonly kind: 'mention' | 'symbol' } | null => {
    if (!isLetters(group) || isKnown(group)) return null;
    const own = groups.get(group) ?? 0;
    const others = [...groups].filter(
      ([other, times]) =>
        other !== group &&
        (times > own || isKnown(other)) &&
        Math.max(other.length, group.length) >= tellingLength &&
        editDistance(fold(other), fold(group), 1) === 1,
    );
    if (others.length === 1) return { group: others[0]![0], kind: 'mention' };
    const known = [...withoutDouble(group), ...(group.length < tellingLength ? [] : withOneOther(group))].filter(
      isKnown,
    );
    return known.length > 0 ? { group: known[0]!, kind: 'symbol' } : null;
  };

  return citations.map((citation) => {
    const { kind, span } = citation;
    if (kind !== 'numbered' || citation.number === null) return citation;
    if (!recognised.has(pageAt(document, span.start) ?? 0)) return citation;
    const { repaired } = citation;
    // The body beside it says how its symbol should be: that is no other body's with a letter less.
    if (repaired?.witness.kind === 'issuer') return citation;
    // What the rules for print have put right was the picture's fault too.
    const number = repaired?.number ?? citation.number;
    let witness: 'mention' | 'symbol' | null = null;
    const said: string[] = [];
    const parts = partsOf(number).map((part) => {
      const mend = mended(part);
      if (mend === null) return part;
      witness = mend.kind;
      said.push(mend.group);
      return mend.group;
    });
    if (witness === null) return { ...citation, number };
    const right = parts.join('');
    return {
      ...citation,
      number: right,
      repaired: { number: right, witness: { kind: witness, said: said.join(', '), citation: null } },
    };
  });
}
