import { fold } from '../../text/fold.js';
import { localName, parseXml } from './parse-xml.js';

const letterhead = /cong h[oò]a xa hoi chu nghia|dang cong san viet nam/;

/** The paragraphs of the one page header that holds a letterhead, when the body's top has none; else nothing. */
export function readHeaderText(
  headers: readonly { readonly path: string; readonly xml: string }[],
  bodyTop: string,
): readonly string[] {
  if (letterhead.test(fold(bodyTop.normalize('NFC')))) return [];
  for (const { path, xml } of headers) {
    // Most headers hold a page number; only a letterhead is worth reading.
    if (xml.length < 400) continue;
    const paragraphs: string[] = [];
    let text = '';
    let inText = false;
    let skipped = 0;
    parseXml(xml, path, {
      open(name) {
        const local = localName(name);
        if (local === 'Choice' || local === 'del') skipped += 1;
        inText = local === 't' && skipped === 0;
        if (local === 'br' || local === 'cr') text += '\n';
        if (local === 'tab') text += ' ';
      },
      close(name) {
        const local = localName(name);
        inText = false;
        if (local === 'Choice' || local === 'del') skipped -= 1;
        if (local === 'p') {
          if (text.trim() !== '') paragraphs.push(text);
          text = '';
        }
      },
      text(piece) {
        if (inText) text += piece;
      },
    });
    if (letterhead.test(fold(paragraphs.join('\n').normalize('NFC')))) return paragraphs;
  }
  return [];
}
