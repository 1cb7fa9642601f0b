import type { SourceDocument } from '../../model/index.js';
import { sectionMarker } from './section-marker.js';
import type { Zone } from './zone.js';

interface Step {
  readonly depth: number;
  /** null for a heading without a number */
  readonly label: string | null;
  words: string | null;
}

const longestHeading = 260;

/** The words of a heading: a whole short paragraph, or what stands before the colon of a longer one. */
function headingWords(text: string, isHeading: boolean): string | null {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (words === '') return null;
  if (isHeading || (words.length <= 120 && !/[;.]$/u.test(words)) || words.length <= 60)
    return words.replace(/[\s:.;]+$/u, '').slice(0, longestHeading);
  const colon = words.slice(0, 121).indexOf(':');
  if (colon > 0) return words.slice(0, colon);
  // "1. Công tác tuyên truyền. Trong năm …": the heading is the first, short sentence.
  const sentence = /^.{3,100}?\.(?=\s+\p{Lu})/u.exec(words.slice(0, 140));
  return sentence === null ? null : sentence[0].slice(0, -1);
}

/**
 * Follows the section markers of the body with a stack: numbers may be missing, repeated or out of order, and only
 * the kind of a marker says how deep it stands.
 *
 * @param zones one a block; only body and annex carry sections
 */
export function followSections(
  document: SourceDocument,
  zones: readonly Zone[],
): { readonly sections: readonly (string | null)[]; readonly headings: readonly (readonly string[])[] } {
  const stack: Step[] = [];
  const sections: (string | null)[] = [];
  const headings: (readonly string[])[] = [];
  let path: string | null = null;
  let trail: readonly string[] = [];
  let awaitsTitle = false;
  let inAnnex = false;

  const settle = () => {
    const labels: string[] = [];
    for (const { label } of stack) {
      if (label === null) continue;
      // "2.1" under "2" says both.
      if (labels.length > 0 && label.startsWith(`${labels.at(-1)}.`)) labels.pop();
      labels.push(label);
    }
    path = labels.length === 0 ? null : labels.join('.');
    trail = stack.flatMap(({ words }) => (words === null || words === '' ? [] : [words]));
  };
  const push = (step: Step) => {
    while (stack.length > 0 && stack.at(-1)!.depth >= step.depth) stack.pop();
    stack.push(step);
    settle();
  };

  document.blocks.forEach((block, index) => {
    const zone = zones[index]!;
    const inTable = block.cell !== undefined && document.tables[block.cell.table]?.kind === 'data';
    if (zone !== 'body' && zone !== 'annex') {
      sections.push(null);
      headings.push([]);
      return;
    }
    if (inTable || block.kind === 'footnote' || block.kind === 'header' || block.kind === 'footer') {
      sections.push(path);
      headings.push(trail);
      return;
    }
    const text = document.text.slice(block.span.start, block.span.end);
    if (zone === 'annex' && !inAnnex) {
      // An annex counts its sections anew.
      inAnnex = true;
      stack.length = 0;
      settle();
    }
    let own: string | null = null;
    let ownTrail: readonly string[] | null = null;
    let lineNumber = 0;
    for (const line of text.split('\n')) {
      const trimmed = line.trim();
      const marker = sectionMarker(trimmed);
      const styled = block.kind === 'heading' || block.style.bold === true;
      if (marker !== null) {
        const rest = trimmed.slice(marker.length);
        const words = headingWords(rest, block.kind === 'heading');
        push({ depth: marker.depth, label: marker.label, words });
        awaitsTitle = (marker.depth < 3 || marker.depth === -1) && rest.trim() === '';
        // "1. Ưu điểm 1.1. Tập thể": a second marker one step below on the same short line.
        const glued =
          trimmed.length < 200 &&
          new RegExp(`\\s(${marker.label.replaceAll('.', '\\.')}\\.1)\\.\\s`, 'u').exec(trimmed);
        if (glued && marker.depth >= 5 && marker.depth < 9) {
          const inner = sectionMarker(trimmed.slice(glued.index + 1));
          stack.at(-1)!.words = headingWords(trimmed.slice(marker.length, glued.index), true);
          if (inner !== null)
            push({
              depth: inner.depth,
              label: inner.label,
              words: headingWords(trimmed.slice(glued.index + 1 + inner.length), false),
            });
        }
      } else if (trimmed.length <= longestHeading && trimmed !== '') {
        const upper = trimmed === trimmed.toUpperCase() && /\p{L}{2}/u.test(trimmed) && !/^[-+*•(]/u.test(trimmed);
        if (awaitsTitle && (upper || styled)) {
          const head = stack.at(-1)!;
          head.words = head.words === null ? trimmed : `${head.words} ${trimmed}`;
          settle();
        } else if (
          block.kind === 'heading' ||
          (block.style.bold === true && trimmed.length <= 120 && !/[.;,]$/u.test(trimmed) && !/^[-+*•]/u.test(trimmed))
        ) {
          awaitsTitle = false;
          // A heading without a number stands under the last chapter or Roman number, or where its level says.
          const depth = block.kind === 'heading' && block.level !== undefined && block.level <= 1 ? 2.9 : 8;
          push({ depth, label: null, words: trimmed.replace(/[\s:.;]+$/u, '') });
        } else awaitsTitle = false;
      } else awaitsTitle = false;
      if (lineNumber === 0) {
        own = path;
        ownTrail = trail;
      }
      lineNumber += 1;
    }
    sections.push(own);
    headings.push(ownTrail ?? trail);
  });

  // A note belongs to the sentence that carries its mark.
  const blockAt = (offset: number) => {
    let low = 0;
    let high = document.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (document.blocks[middle]!.span.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  for (const note of document.notes) {
    if (note.anchor === null) continue;
    const carrier = blockAt(note.anchor.start);
    if (carrier < 0) continue;
    for (const index of note.blocks) {
      sections[index] = sections[carrier]!;
      headings[index] = headings[carrier]!;
    }
  }
  return { sections, headings };
}
