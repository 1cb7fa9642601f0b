import { attribute, localName, parseXml } from './parse-xml.js';

/** The Latin fonts of a theme, by "major" and "minor". */
export type FontNames = Readonly<Partial<Record<'major' | 'minor', string>>>;

/** Reads a theme's fonts. */
export function readThemeFonts(xml: string | undefined, part: string): FontNames {
  const fonts: Partial<Record<'major' | 'minor', string>> = {};
  let within: 'major' | 'minor' | null = null;
  if (xml !== undefined)
    parseXml(xml, part, {
      open(name, attributes) {
        const local = localName(name);
        if (local === 'majorFont') within = 'major';
        else if (local === 'minorFont') within = 'minor';
        else if (local === 'latin' && within !== null) fonts[within] ??= attribute(attributes, 'typeface') ?? '';
      },
      close(name) {
        if (/^(?:major|minor)Font$/.test(localName(name))) within = null;
      },
    });
  return fonts;
}

/**
 * The font of a run's letters outside ASCII, where old encodings have their Vietnamese letters; undefined: not told.
 *
 * @param attributes of `w:rFonts`
 * @source ECMA-376 part 1, 17.3.2.26: a theme's font goes before a named one, U+00A0 to U+00FF are of `hAnsi`
 */
export function fontOf(attributes: Readonly<Record<string, string>>, theme: FontNames): string | undefined {
  for (const script of ['hAnsi', 'ascii']) {
    const themed = /^(major|minor)/.exec(attribute(attributes, `${script}Theme`) ?? '')?.[1];
    const font =
      (themed === undefined ? undefined : theme[themed as 'major' | 'minor']) ?? attribute(attributes, script);
    if (font !== undefined) return font;
  }
  return undefined;
}
