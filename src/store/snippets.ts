import { fold } from '../text/fold.js';
import type { Snippet } from './search-questions.js';
import type { SearchTerm } from './word-index.js';

/** number, start, end of a run of text on a page */
export type PageRun = readonly [number, number, number];

const snippetLength = 240;
const snippetsAReport = 2;
/** Places looked at in one report. */
const mostPlaces = 2000;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly term: number;
  readonly exact: boolean;
}

/** The pieces of the text that hold most of the terms, those as typed before those without marks. */
export function findSnippets(text: string, pages: readonly PageRun[], terms: readonly SearchTerm[]): Snippet[] {
  const places = findPlaces(text, terms);
  const windows = places
    .map((place, index) => {
      let last = index;
      while (last + 1 < places.length && (places[last + 1]?.end ?? 0) - place.start <= snippetLength) last++;
      const within = places.slice(index, last + 1);
      const distinct = new Set(within.map(({ term }) => term)).size;
      const exact = new Set(within.filter((found) => found.exact).map(({ term }) => term)).size;
      return { within, start: place.start, score: distinct * 100 + exact * 50 + Math.min(within.length, 20) };
    })
    .sort((a, b) => b.score - a.score || a.start - b.start);
  const chosen: typeof windows = [];
  for (const window of windows) {
    if (chosen.length === snippetsAReport) break;
    if (chosen.every((other) => Math.abs(other.start - window.start) > snippetLength)) chosen.push(window);
  }
  return chosen
    .sort((a, b) => a.start - b.start)
    .map(({ within, start }) => {
      const span = widen(text, start, within.at(-1)?.end ?? start);
      return {
        text: text.slice(span.start, span.end),
        span,
        marks: within
          .filter((place) => place.end <= span.end)
          .map((place) => ({ start: place.start - span.start, end: place.end - span.start })),
        page: pages.findLast(([, from]) => from <= start)?.[0] ?? null,
      };
    });
}

function findPlaces(text: string, terms: readonly SearchTerm[]): Place[] {
  const folded = fold(text);
  const lower = text.toLowerCase();
  const alternatives = terms.map(({ words }, index) => `(?<t${index}>${words.join('[^\\p{L}\\p{N}\\p{M}]{1,20}')})`);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}\\p{M}])`, 'gu');
  const places: Place[] = [];
  for (const match of folded.matchAll(pattern)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const term = terms.findIndex((_, index) => match.groups?.[`t${index}`] !== undefined);
    const printed = lower.slice(start, end).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    places.push({
      start,
      end,
      term,
      exact: terms[term]?.printed.every((word, index) => word === printed[index]) ?? false,
    });
    if (places.length === mostPlaces) break;
  }
  return places;
}

/** Out to the snippet's length on both sides, to the borders of words, and not over the end of a line before the hit. */
function widen(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const room = Math.max(0, snippetLength - (end - start));
  let from = Math.max(0, start - Math.floor(room / 3));
  let to = Math.min(text.length, Math.max(end, from + snippetLength));
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (line > from) from = line;
  else while (from > 0 && from < start && !/\s/.test(text[from - 1] ?? '')) from++;
  while (to > end && to < text.length && !/\s/.test(text[to] ?? '')) to--;
  return { start: from, end: to };
}
