/** Kinds of stories that each section has, in their order: [MS-DOC] 2.3.5; the six before are rules above notes. */
const kinds = ['evenHeader', 'oddHeader', 'evenFooter', 'oddFooter', 'firstHeader', 'firstFooter'] as const;
const separators = 6;
/** A report has a few; the rest is damage. */
const mostSections = 100;

/**
 * Where the page headers stand in the story of headers: of each section the first page's, then those of the others. A
 * section without one of its own shows that of the section before.
 *
 * @param places PlcfHdd
 * @param length characters of the story
 * @source [MS-DOC] 2.8.22 (PlcfHdd)
 */
export function pageHeaderPlaces(
  places: Uint8Array,
  length: number,
): { readonly start: number; readonly end: number }[] {
  const view = new DataView(places.buffer, places.byteOffset, places.byteLength);
  const at = (index: number): number => view.getUint32(index * 4, true);
  // A story ends where the next begins.
  const stories = Math.floor(places.length / 4) - 1;
  const sections = Math.min(mostSections, Math.floor((stories - separators) / kinds.length));
  const order = [kinds.indexOf('firstHeader'), kinds.indexOf('oddHeader'), kinds.indexOf('evenHeader')];
  const found: { start: number; end: number }[] = [];
  let reached = 0;
  for (let section = 0; section < sections; section += 1) {
    const first = separators + section * kinds.length;
    const own = order
      .map((kind) => ({ start: at(first + kind), end: Math.min(length, at(first + kind + 1)) }))
      // Stories that lie over one another would make much of little.
      .filter(({ start, end }) => start >= reached && start < end);
    found.push(...own);
    reached = Math.max(reached, ...own.map(({ end }) => end));
  }
  return found;
}
