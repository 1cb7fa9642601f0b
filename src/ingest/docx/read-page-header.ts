import type { FontRun } from '../legacy/choose-encodings.js';
import { attribute, localName, parseXml } from './parse-xml.js';
import type { Styles } from './read-styles.js';
import { type FontNames, fontOf } from './run-fonts.js';

/** The paragraphs of a page header that hold text, whatever tables they stand in. */
export function readPageHeader(xml: string, path: string, styles: Styles, themeFonts: FontNames): FontRun[][] {
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
        if (runs.some(({ text }) => text.trim() !== '')) paragraphs.push(runs);
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
