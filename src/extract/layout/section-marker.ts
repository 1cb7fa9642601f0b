import { fold } from '../../text/fold.js';

/** A marker at the start of a line: what kind of step it is, and its label in a section's path. */
export interface SectionMarker {
  /** smaller stands above larger: part 0, chapter 1, "A." 2, "I." 3, "Điều" 4, "1." 5, "1.1." 6, "1.1.1." 7, "a)" 9 … */
  readonly depth: number;
  readonly label: string;
  /** characters of the line before the heading's words */
  readonly length: number;
}

const part =
  /^(phan|chuong|muc|tieu muc)\s+(?:thu\s+)?([ivxlc]{1,6}|\d{1,2}|nhat|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)(?![\p{L}\p{N}])\s*[:.\-–—]?\s*/u;
const annex = /^(phu luc|phu bieu|bieu so|bieu)(?:\s+so)?\s*([ivx]{1,5}|\d{1,3}[a-z]?)?\s*(?:[:.\-–—]\s*|$)/u;
const article = /^dieu\s+(\d{1,3}[a-zđ]?)\s*[.:]\s*/u;
const roman = /^([IVX]{1,5})\s{0,2}[.\-–—/)]\s*(?=["“*(]?\p{L}{2})/u;
const capital = /^([A-HĐ])\s{0,2}[.\-–—/)]\s+(?=\p{Lu}{2})/u;
const dotted = /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)/]\s*|\s+)(?=["“*(]?\p{L})/u;
const plain = /^(\d{1,2})\s?(?:[.)/]|[-–—](?=\s))\s*(?=["“*(]?\p{L})/u;
const bracket = /^\((\d{1,2})\)\s*(?=["“*(]?\p{L})/u;
const letter = /^([a-zđ])\s?[)./]\s*(?=["“*(]?\p{L})/u;
/** What every marker begins with; most lines are turned away here. */
const mayBegin =
  /^(?:\d|\(\d|[\p{L}]\s{0,2}[.)/\-–—]|[IVX]{2,5}\s{0,2}[.\-–—/)]|ph|ch[uư]|m[uụ]c|ti[eể]u|bi[eể]u|[đd]i[eề]u)/iu;
const partDepth: Readonly<Record<string, number>> = { phan: 0, chuong: 1, muc: 2, 'tieu muc': 2 };

/**
 * The section marker a line begins with; null when it begins with none. A number needs its point, bracket or slash
 * ("2 mô hình" begins a sentence), and a bullet is no section.
 */
export function sectionMarker(line: string): SectionMarker | null {
  if (!mayBegin.test(line)) return null;
  const text = line.slice(0, 80);
  const folded = fold(text);
  let found = part.exec(folded);
  if (found !== null && (line.length < 160 || /[:.]/u.test(found[0]))) {
    const words = text.slice(0, found[0].length).replace(/[\s:.\-–—]+$/u, '');
    return {
      depth: partDepth[found[1]!] ?? 0,
      label:
        words[0]!.toUpperCase() +
        words
          .slice(1)
          .toLowerCase()
          .replace(/ [ivxlc]+$/u, (number) => number.toUpperCase()),
      length: found[0].length,
    };
  }
  found = annex.exec(folded);
  if (found !== null && /^\p{Lu}/u.test(text) && (found[2] !== undefined || found[0].length === folded.length)) {
    const label = `Phụ lục${found[2] === undefined ? '' : ` ${found[2].toUpperCase()}`}`;
    return { depth: -1, label, length: found[0].length };
  }
  found = article.exec(folded);
  if (found !== null && /^[ĐD]/u.test(text)) return { depth: 4, label: `Điều ${found[1]!}`, length: found[0].length };
  found = roman.exec(text);
  if (found !== null) return { depth: 3, label: found[1]!, length: found[0].length };
  found = capital.exec(text);
  if (found !== null) return { depth: 2.5, label: found[1]!, length: found[0].length };
  found = dotted.exec(text);
  if (found !== null && (/[.)/]\s*$/u.test(found[0]) || /^["“*(]?\p{Lu}/u.test(text.slice(found[0].length))))
    return { depth: 4 + found[1]!.split('.').length, label: found[1]!, length: found[0].length };
  found = plain.exec(text);
  if (found !== null) return { depth: 5, label: found[1]!, length: found[0].length };
  found = bracket.exec(text);
  if (found !== null) return { depth: 10, label: `(${found[1]!})`, length: found[0].length };
  found = letter.exec(text);
  if (found !== null) return { depth: 9, label: found[1]!, length: found[0].length };
  return null;
}
