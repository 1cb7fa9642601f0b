import type { Citation } from '../model/index.js';

/** What the words behind an issuer's name say of it. */
export interface BehindIssuer {
  /** «(cũ)», «trước đây», «trước khi sáp nhập», «nay là …»: the body is no more, or not under this name */
  readonly former: boolean;
  /** the province it lies in, with its level word: "tỉnh Bình Định"; null when none is named */
  readonly province: string | null;
}

const nothing: BehindIssuer = { former: false, province: null };
const name = String.raw`\p{Lu}[\p{L}'’]*(?:[ \t\n]+\p{Lu}[\p{L}'’]*){0,3}`;
const province = new RegExp(
  String.raw`[ \t\n]*(?:,|thuộc)?[ \t\n]*(?<unit>tỉnh|thành[ \t\n]phố)[ \t\n]+(?<place>${name})`,
  'uy',
);
/** How a report after the mergers of 2025 tells a body from the one that has its name or its land now. */
const former =
  /[ \t\n]*[([]?[ \t\n]*(?:cũ|trước[ \t\n]đây|(?:thời[ \t\n]điểm[ \t\n])?(?:trước|chưa)[ \t\n](?:khi[ \t\n]|thời[ \t\n]điểm[ \t\n]|ngày[ \t\n])?(?:thực[ \t\n]hiện[ \t\n])?(?:hợp[ \t\n]nhất|sáp[ \t\n]nhập|sắp[ \t\n]xếp|chia[ \t\n]tách)|nay[ \t\n](?:là|thuộc))(?![\p{L}])/iuy;
const farthest = 260; // characters: an issuer further from its document belongs to another clause

/** Reads behind the issuer of a citation, wherever the issuer stands: in the reference itself or before it. */
export function behindIssuer(text: string, { issuer, span }: Pick<Citation, 'issuer' | 'span'>): BehindIssuer {
  if (issuer === null) return nothing;
  const end = endOfIssuer(text, issuer, span);
  if (end === -1) return nothing;
  const mark = matchAt(former, text, end);
  if (mark !== null) {
    const behind = end + mark[0].length + (text[end + mark[0].length] === ')' ? 1 : 0);
    return { former: true, province: placeIn(matchAt(province, text, behind)) };
  }
  const place = matchAt(province, text, end);
  if (place === null) return nothing;
  return { former: matchAt(former, text, end + place[0].length) !== null, province: placeIn(place) };
}

const placeIn = (found: RegExpExecArray | null): string | null =>
  found === null ? null : `${found.groups!['unit']!} ${found.groups!['place']!}`.replace(/\s+/gu, ' ');

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The last place where the name stands in the reference, or before it in the same paragraph; -1 when in neither. */
function endOfIssuer(text: string, issuer: string, { start, end }: Citation['span']): number {
  const words = issuer.split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const pattern = new RegExp(words.join(String.raw`\s+`), 'gu');
  const ends = (from: number, to: number): number => {
    let last = -1;
    for (const found of text.slice(from, to).matchAll(pattern)) last = from + found.index + found[0].length;
    return last;
  };
  const within = ends(start, end);
  if (within !== -1) return within;
  const paragraph = text.lastIndexOf('\n\n', start);
  return ends(Math.max(0, start - farthest, paragraph), start);
}
