import type { LegacyEncoding } from './encodings.js';

/** What a font's name says of the text set in it. */
export interface FontHint {
  /** the name without what a PDF puts before it */
  readonly name: string;
  readonly encoding: LegacyEncoding | null;
  /** a TCVN3 font that draws capitals for small letters: `.VnTimeH` */
  readonly capitals: boolean;
}

const known = new Map<string, FontHint>();

/** Reads a font's name: ".VnTimeH", "ABCDEF+.VnTime-Bold", "VNI-Times", "VPS Long An". */
export function fontHint(font: string | null): FontHint {
  const key = font ?? '';
  let hint = known.get(key);
  if (hint === undefined) {
    hint = hintOf(key);
    // Subset prefixes are random: names come without end in a worker that lives for an archive.
    if (known.size > 2000) known.clear();
    known.set(key, hint);
  }
  return hint;
}

function hintOf(font: string): FontHint {
  const name = font.replace(/^[A-Z]{6}\+/, '').trim();
  const family = name
    .replace(/\([^()]*\)$/, '')
    .replace(/[-,\s]*(?:bold|italic|oblique|regular|normal|roman)+(?:mt)?$/gi, '')
    .replace(/[-,\s]+$/, '');
  return {
    name,
    encoding: encodingOf(family),
    capitals: /^\.?vn.*H$/.test(family.replace(/^\.?VN/, 'vn').replace(/^\.?Vn/, 'vn')),
  };
}

function encodingOf(family: string): LegacyEncoding | null {
  if (/^VNI(?![a-z])/i.test(family)) return 'vni';
  if (/^VPS/i.test(family)) return 'vps';
  if (/viscii/i.test(family)) return 'viscii';
  return /^\.?Vn[A-Z\d\s(-]|^\.Vn|tcvn/i.test(family) ? 'tcvn3' : null;
}
