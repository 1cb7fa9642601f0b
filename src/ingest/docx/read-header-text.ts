import { fold } from '../../text/fold.js';
import { type DecodedRun, decodeRuns } from '../legacy/decode-runs.js';
import { attribute, localName, parseXml } from './parse-xml.js';
import type { Styles } from './read-styles.js';
import { type FontNames, fontOf } from './run-fonts.js';

const letterhead = /cong h[oò]a xa hoi chu nghia|dang cong san viet nam/;

const textOf = (runs: readonly { readonly text: string }[]): string => runs.map(({ text }) => text).join('');

/**
 * The paragraphs of the one page header that holds a letterhead, when the body's top has none; else nothing. Decoded
 * like the body, of which a header says nothing new.
 */
export function readHeaderText(
  headers: readonly { readonly path: string; readonly xml: string }[],
  bodyTop: string,
  styles: Styles,
  themeFonts: FontNames,
): readonly (readonly DecodedRun[])[] {
  if (letterhead.test(fold(bodyTop.normalize('NFC')))) return [];
  for (const { path, xml } of headers) {
    // Most headers hold a page number; only a letterhead is worth reading.
    if (xml.length < 400) continue;
    const found = paragraphsOf(xml, path, styles, themeFonts);
    const paragraphs = decodeRuns(found) ?? found.map((runs) => runs.map(({ text }) => ({ text, conversion: null })));
    if (letterhead.test(fold(paragraphs.map(textOf).join('\n').normalize('NFC')))) return paragraphs;
  }
  return [];
}

function paragraphsOf(
  xml: string,
  path: string,
  styles: Styles,
  themeFonts: FontNames,
): { text: string; font: string | null }[][] {
  const paragraphs: { text: string; font: string | null }[][] = [];
  let runs: { text: string; font: string | null }[] = [];
  let paragraphStyle: string | undefined;
  let runStyle: string | undefined;
  let font: string | undefined;
  let inRun = false;
  let inText = false;
  let skipped = 0;
  const add = (text: string) => {
    const own = font ?? styles.font(paragraphStyle, runStyle);
    const last = runs.at(-1);
    if (last !== undefined && last.font === own) last.text += text;
    else runs.push({ text, font: own });
  };
  parseXml(xml, path, {
    open(name, attributes) {
      const local = localName(name);
      inText = local === 't' && skipped === 0;
      switch (local) {
        case 'Choice':
        case 'del':
          skipped += 1;
          break;
        case 'pStyle':
          paragraphStyle = attribute(attributes, 'val');
          break;
        case 'r':
          inRun = true;
          font = undefined;
          runStyle = undefined;
          break;
        case 'rFonts':
          if (inRun) font = fontOf(attributes, themeFonts);
          break;
        case 'rStyle':
          runStyle = attribute(attributes, 'val');
          break;
        case 'br':
        case 'cr':
          add('\n');
          break;
        case 'tab':
          add(' ');
          break;
        case 'softHyphen':
          if (skipped === 0) add('\u00ad');
          break;
      }
    },
    close(name) {
      const local = localName(name);
      inText = false;
      if (local === 'r') inRun = false;
      if (local === 'Choice' || local === 'del') skipped -= 1;
      if (local === 'p') {
        if (textOf(runs).trim() !== '') paragraphs.push(runs);
        runs = [];
        paragraphStyle = undefined;
      }
    },
    text(piece) {
      if (inText) add(piece);
    },
  });
  return paragraphs;
}
