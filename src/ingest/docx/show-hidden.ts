import { localName, parseXml } from './parse-xml.js';
import { applyEdits, type Edit } from './xml-edits.js';

/** What is deleted, moved away or hidden in a part, and what Word calls the same of what it shows; the last says nothing of text. */
const shownAs: ReadonlyMap<string, string> = new Map([
  ['del', 'ins'],
  ['moveFrom', 'moveTo'],
  ['delText', 't'],
  ['delInstrText', 'instrText'],
  ['cellDel', 'cellIns'],
  ['vanish', 'noProof'],
]);

/**
 * A part, or the styles, as they would be if nothing were hidden and no change had been tracked: what was deleted stands
 * where it stood, and what was moved in both its places.
 *
 * @source ECMA-376 part 1, 17.13.5 (revisions), 17.3.2.41 (vanish)
 */
export function showHidden(xml: string, part: string): string {
  const edits: Edit[] = [];
  const rename = (name: string, end: number): void => {
    const shown = shownAs.get(localName(name));
    if (shown === undefined) return;
    const at = xml.indexOf(name, xml.lastIndexOf('<', end - 1)) + name.length;
    edits.push({ start: at - localName(name).length, end: at, text: shown });
  };
  parseXml(xml, part, {
    open: (name, _, end) => rename(name, end),
    close: (name, end, selfClosing) => {
      if (!selfClosing) rename(name, end);
    },
  });
  return applyEdits(xml, edits);
}
