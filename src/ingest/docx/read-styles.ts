import { attribute, isOn, localName, parseXml } from './parse-xml.js';
import { type FontNames, fontOf } from './run-fonts.js';

/** What a paragraph style, with the styles it rests on, says of a paragraph. */
export interface ParagraphStyle {
  readonly name: string;
  /** 0..8; absent for body text */
  readonly outlineLevel?: number;
  readonly numId?: string;
  readonly numLevel?: number;
  /** the style that brought `numId`, which a numbering level may name */
  readonly numStyle?: string;
  readonly align?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** points */
  readonly fontSize?: number;
  readonly font?: string;
  readonly hidden?: boolean;
  readonly capitals?: boolean;
}

export interface Styles {
  /** of a paragraph with this style, or with none */
  paragraph(id: string | undefined): ParagraphStyle;
  /** the font of a run with this character style, or with none, in a paragraph with this style; null: not told */
  font(paragraphId: string | undefined, runId: string | undefined): string | null;
  /** whether a run with this character style in a paragraph with this style is hidden or in capitals, by the two */
  look(
    paragraphId: string | undefined,
    runId: string | undefined,
  ): { readonly hidden: boolean; readonly capitals: boolean };
  /** the numbering that a list style stands for */
  list(id: string): string | undefined;
}

type Mutable = { -readonly [Key in keyof ParagraphStyle]: ParagraphStyle[Key] };
interface Entry extends Mutable {
  id: string;
  type: string;
  basedOn?: string;
}

/** Reads the styles part; the first of two styles with one id counts, as in Word. */
export function readStyles(xml: string | undefined, part: string, themeFonts: FontNames = {}): Styles {
  const entries = new Map<string, Entry>();
  let current: Entry | null = null;
  let defaultId: string | undefined;
  let defaultFont: string | undefined;
  let inDefaults = false;
  if (xml !== undefined)
    parseXml(xml, part, {
      open(name, attributes) {
        const value = attribute(attributes, 'val');
        const local = localName(name);
        if (local === 'style') {
          const id = attribute(attributes, 'styleId') ?? '';
          const type = attribute(attributes, 'type') ?? 'paragraph';
          current = { id, type, name: id };
          if (type === 'paragraph' && /^(?:1|true|on)$/.test(attribute(attributes, 'default') ?? '')) defaultId ??= id;
          if (!entries.has(`${type} ${id}`)) entries.set(`${type} ${id}`, current);
          return;
        }
        if (local === 'rPrDefault') inDefaults = true;
        if (inDefaults && local === 'rFonts') defaultFont = fontOf(attributes, themeFonts);
        if (current === null) return;
        switch (local) {
          case 'name':
            current.name = value ?? current.id;
            break;
          case 'basedOn':
            if (value !== undefined) current.basedOn = value;
            break;
          case 'outlineLvl':
            current.outlineLevel = Number(value ?? 9);
            break;
          case 'numId':
            if (value !== undefined) current.numId = value;
            break;
          case 'ilvl':
            current.numLevel = Number(value ?? 0);
            break;
          case 'jc':
            if (value !== undefined) current.align = value;
            break;
          case 'b':
            current.bold = isOn(attributes);
            break;
          case 'i':
            current.italic = isOn(attributes);
            break;
          case 'vanish':
            current.hidden = isOn(attributes);
            break;
          case 'caps':
            current.capitals = isOn(attributes);
            break;
          case 'rFonts': {
            const font = fontOf(attributes, themeFonts);
            if (font !== undefined) current.font = font;
            break;
          }
          case 'sz':
            current.fontSize = Number(value) / 2;
            break;
        }
      },
      close(name) {
        if (localName(name) === 'style') current = null;
        if (localName(name) === 'rPrDefault') inDefaults = false;
      },
    });

  const ofCharacter = <Key extends 'font' | 'hidden' | 'capitals'>(
    key: Key,
    id: string | undefined,
    depth = 0,
  ): Entry[Key] | undefined => {
    const entry = id === undefined ? undefined : entries.get(`character ${id}`);
    if (entry === undefined || depth > 20) return undefined;
    return entry[key] ?? ofCharacter(key, entry.basedOn, depth + 1);
  };
  const resolved = new Map<string, ParagraphStyle>();
  const resolve = (id: string, seen: ReadonlySet<string>): ParagraphStyle => {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const entry = entries.get(`paragraph ${id}`);
    if (entry === undefined || seen.has(id)) return { name: id };
    const { id: _, type: __, basedOn, ...own } = entry;
    const base = basedOn === undefined ? {} : resolve(basedOn, new Set([...seen, id]));
    const style = { ...base, ...own, ...(own.numId === undefined ? {} : { numStyle: id }) };
    resolved.set(id, style);
    return style;
  };
  const paragraph = (id: string | undefined): ParagraphStyle => {
    const wanted = id ?? defaultId;
    return wanted === undefined ? { name: '' } : resolve(wanted, new Set());
  };
  return {
    paragraph,
    font: (paragraphId, runId) => ofCharacter('font', runId) ?? paragraph(paragraphId).font ?? defaultFont ?? null,
    // Both are toggles: a style of letters that sets what the paragraph's sets already takes it back.
    look: (paragraphId, runId) => ({
      hidden: (ofCharacter('hidden', runId) ?? false) !== (paragraph(paragraphId).hidden ?? false),
      capitals: (ofCharacter('capitals', runId) ?? false) !== (paragraph(paragraphId).capitals ?? false),
    }),
    list: (id) => entries.get(`numbering ${id}`)?.numId,
  };
}
