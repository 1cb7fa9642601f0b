import { listNumber } from '../flow/list-label.js';
import { type Look, plainLook } from '../flow/tree-builder.js';

type Attributes = Readonly<Record<string, string>>;

export interface OdfStyle {
  readonly look: Look;
  /** of letters, and of a spreadsheet's whole sheets */
  readonly hidden: boolean;
  /** of the paragraph's own style, as people see it; automatic styles have their parent's */
  readonly name: string;
  readonly align: string | null;
  /** 1..10; null for none */
  readonly outlineLevel: number | null;
  readonly bordered: boolean;
}

interface Raw {
  parent: string | null;
  readonly automatic: boolean;
  readonly display: string;
  look: Partial<Look>;
  hidden?: boolean;
  align?: string;
  outlineLevel?: number;
  bordered?: boolean;
}

interface ListLevel {
  readonly bullet: string | null;
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly shown: number;
  readonly start: number;
}

export interface OdfStyles {
  of(family: string, name: string | undefined): OdfStyle;
  /** a level of a list's style, from 1 */
  listLevel(style: string, level: number): ListLevel | undefined;
  /** Reads the styles of one part, as it goes by; returns whether the tag was one of theirs. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
}

const alignments: Readonly<Record<string, string>> = {
  start: 'left',
  left: 'left',
  center: 'center',
  end: 'right',
  right: 'right',
  justify: 'both',
};

/** Collects fonts, styles and lists from the parts of an OpenDocument. @source ODF 1.3 part 3, 16 and 19–20 */
export function createOdfStyles(): OdfStyles {
  const raw = new Map<string, Raw>();
  const fonts = new Map<string, string>();
  const lists = new Map<string, Map<number, ListLevel>>();
  const resolved = new Map<string, OdfStyle>();
  let current: Raw | null = null;
  let list: Map<number, ListLevel> | null = null;
  let automatic = false;

  const change = (attributes: Attributes): void => {
    if (current === null) return;
    const value = (name: string) => attributes[name];
    const look: { -readonly [Key in keyof Look]?: Look[Key] } = { ...current.look };
    const font = value('style:font-name') ?? value('fo:font-family');
    if (font !== undefined) look.font = fonts.get(font) ?? font.replace(/^'|'$/g, '');
    if (value('fo:font-weight') !== undefined) look.bold = /bold|[6-9]00/.test(value('fo:font-weight')!);
    if (value('fo:font-style') !== undefined) look.italic = /italic|oblique/.test(value('fo:font-style')!);
    if (value('fo:text-transform') !== undefined) look.caps = value('fo:text-transform') === 'uppercase';
    const size = /^([\d.]+)pt$/.exec(value('fo:font-size') ?? '');
    if (size !== null) look.size = Number(size[1]);
    const position = value('style:text-position');
    if (position !== undefined)
      look.raised = /^(?:super|[1-9])/.test(position)
        ? 'superscript'
        : /^(?:sub|-)/.test(position)
          ? 'subscript'
          : 'baseline';
    current.look = look;
    if (value('text:display') !== undefined) current.hidden = value('text:display') === 'none';
  };

  const of = (family: string, name: string | undefined, depth = 0): OdfStyle => {
    const key = `${family} ${name ?? ''}`;
    const known = resolved.get(key);
    if (known !== undefined) return known;
    const own = name === undefined ? undefined : raw.get(key);
    const fallback: OdfStyle = {
      look: plainLook,
      hidden: false,
      name: '',
      align: null,
      outlineLevel: null,
      bordered: false,
    };
    const parent =
      own?.parent != null && depth < 30 ? of(family, own.parent, depth + 1) : depth < 30 ? defaultOf(family) : fallback;
    const style: OdfStyle =
      own === undefined
        ? parent
        : {
            look: { ...parent.look, ...own.look },
            hidden: own.hidden ?? parent.hidden,
            name: own.automatic && parent.name !== '' ? parent.name : own.display,
            align: own.align ?? parent.align,
            outlineLevel: own.outlineLevel ?? parent.outlineLevel,
            bordered: own.bordered ?? parent.bordered,
          };
    resolved.set(key, style);
    return style;
  };
  const defaultOf = (family: string): OdfStyle => {
    const own = raw.get(`${family} *default*`);
    return {
      look: { ...plainLook, ...own?.look },
      hidden: false,
      name: '',
      align: own?.align ?? null,
      outlineLevel: null,
      bordered: false,
    };
  };

  return {
    of: (family, name) => of(family, name),
    listLevel: (style, level) => lists.get(style)?.get(level),
    open: (name, attributes) => {
      switch (name) {
        case 'office:automatic-styles':
          automatic = true;
          break;
        case 'style:font-face':
          fonts.set(attributes['style:name'] ?? '', (attributes['svg:font-family'] ?? '').replace(/^'|'$/g, ''));
          break;
        case 'style:default-style':
        case 'style:style': {
          const own = name === 'style:style' ? (attributes['style:name'] ?? '') : '*default*';
          const level = Number(attributes['style:default-outline-level'] || Number.NaN);
          current = {
            parent: attributes['style:parent-style-name'] ?? null,
            automatic,
            display: attributes['style:display-name'] ?? own.replaceAll('_20_', ' '),
            look: {},
            ...(level >= 1 ? { outlineLevel: level } : {}),
          };
          raw.set(`${attributes['style:family'] ?? ''} ${own}`, current);
          break;
        }
        case 'style:text-properties':
          if (list === null) change(attributes);
          break;
        case 'style:paragraph-properties': {
          const align = alignments[attributes['fo:text-align'] ?? ''];
          if (current !== null && align !== undefined) current.align = align;
          break;
        }
        case 'style:table-properties':
          if (current !== null && attributes['table:display'] !== undefined)
            current.hidden = attributes['table:display'] === 'false';
          break;
        case 'style:table-cell-properties':
          if (current !== null)
            current.bordered = Object.entries(attributes).some(
              ([key, value]) => /^fo:border(?:-(?:left|right|top|bottom))?$/.test(key) && !/^(?:none|0)/.test(value),
            );
          break;
        case 'text:list-style':
          list = new Map();
          lists.set(attributes['style:name'] ?? '', list);
          break;
        case 'text:outline-style':
          list = new Map();
          lists.set('*outline*', list);
          break;
        case 'text:list-level-style-number':
        case 'text:outline-level-style':
        case 'text:list-level-style-bullet': {
          const bullet = name.endsWith('bullet');
          list?.set(Number(attributes['text:level'] ?? 1), {
            bullet: bullet ? (attributes['text:bullet-char'] ?? '•') : null,
            format: attributes['style:num-format'] ?? '',
            prefix: attributes['style:num-prefix'] ?? '',
            suffix: attributes['style:num-suffix'] ?? '',
            shown: Number(attributes['text:display-levels'] ?? 1),
            start: Number(attributes['text:start-value'] ?? 1),
          });
          break;
        }
      }
    },
    close: (name) => {
      if (name === 'office:automatic-styles') automatic = false;
      else if (name === 'style:style' || name === 'style:default-style') current = null;
      else if (name === 'text:list-style' || name === 'text:outline-style') list = null;
    },
  };
}

/** Counts the items of lists. */
export interface OdfCounter {
  /** A list of this style begins anew. */
  restart(style: string): void;
  /** @param level from 1; @param start the item's own number, where it has one */
  next(style: string, level: number, start: number | null): { text: string; level: number; isBullet: boolean } | null;
}

export function createOdfCounter(styles: OdfStyles): OdfCounter {
  const counts = new Map<string, number[]>();
  return {
    restart: (style) => {
      counts.delete(style);
    },
    next: (style, level, start) => {
      const form = styles.listLevel(style, level);
      if (form === undefined) return null;
      const own = counts.get(style) ?? [];
      counts.set(style, own);
      const before = own[level];
      own[level] = start ?? (before === undefined ? form.start : before + 1);
      own.length = level + 1;
      if (form.bullet !== null) return { text: form.bullet, level: level - 1, isBullet: true };
      if (form.format === '') return null;
      const numbers: string[] = [];
      for (let at = Math.max(1, level - form.shown + 1); at <= level; at += 1) {
        const shown = styles.listLevel(style, at);
        numbers.push(listNumber(own[at] ?? shown?.start ?? 1, shown?.format ?? '1'));
      }
      const text = `${form.prefix}${numbers.filter((number) => number !== '').join('.')}${form.suffix}`;
      return { text, level: level - 1, isBullet: false };
    },
  };
}
