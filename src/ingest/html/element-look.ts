import type { Look } from '../flow/tree-builder.js';

/** An element that begins, with what its `style` says. */
export interface OpenTag {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** its declarations, of which some are read; empty without */
  readonly style: string;
}

/** @param outer the look of the element it stands in */
export function lookOf({ tag, attributes, style }: OpenTag, outer: Look): Look {
  const look: { -readonly [Key in keyof Look]: Look[Key] } = { ...outer };
  if (/^(?:b|strong|th|h[1-6])$/.test(tag)) look.bold = true;
  else if (/^(?:i|em|cite)$/.test(tag)) look.italic = true;
  else if (tag === 'sup') look.raised = 'superscript';
  else if (tag === 'sub') look.raised = 'subscript';
  if (attributes['face'] !== undefined) look.font = attributes['face'].split(',')[0]!.trim();
  if (style === '') return look;
  const font = /font-family\s*:\s*["']?([^;,"']+)/i.exec(style);
  if (font !== null) look.font = font[1]!.trim();
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style);
  if (weight !== null) look.bold = /^(?:bold|[6-9]00)/i.test(weight[1]!);
  const slant = /font-style\s*:\s*(\w+)/i.exec(style);
  if (slant !== null) look.italic = /^(?:italic|oblique)/i.test(slant[1]!);
  const size = /font-size\s*:\s*([\d.]+)pt/i.exec(style);
  if (size !== null) look.size = Number(size[1]);
  if (/text-transform\s*:\s*uppercase/i.test(style)) look.caps = true;
  const raised = /vertical-align\s*:\s*(super|sub)/i.exec(style);
  if (raised !== null) look.raised = raised[1]!.toLowerCase() === 'super' ? 'superscript' : 'subscript';
  return look;
}

/** Left, center, right or both, as Word calls them; null where the element around it says. */
export function alignOf({ tag, attributes, style }: OpenTag): string | null {
  if (tag === 'table') return 'left';
  const found =
    /text-align\s*:\s*(left|center|right|justify)/i.exec(style)?.[1] ??
    (tag === 'center' ? 'center' : attributes['align']);
  const named = found?.toLowerCase();
  if (named === 'justify') return 'both';
  return named === 'left' || named === 'center' || named === 'right' ? named : null;
}

/** Whether a browser, or Word, shows nothing of it. */
export const isHidden = ({ style }: OpenTag): boolean => /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style);

const listTypes: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
  none: 'none',
};

/** How a list numbers its items: `1`, `a`, `A`, `i`, `I`, or `none`. */
export const listTypeOf = ({ attributes, style }: OpenTag): string =>
  attributes['type'] ?? listTypes[/list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(style)?.[1]?.toLowerCase() ?? ''] ?? '1';

const drawn = /border(?:-(?:top|left|right|bottom))?\s*:[^;]*(?:solid|double|dotted|dashed)/i;

/** Whether an element says itself that it has lines. */
export const hasLines = ({ style }: OpenTag): boolean => drawn.test(style);

/** Whether a table has lines; null where only a style sheet may say so. */
export function tableLines(table: OpenTag): boolean | null {
  const { border, class: named } = table.attributes;
  if (border === undefined && named !== undefined && !/border/i.test(table.style)) return null;
  return (border !== undefined && border !== '0') || hasLines(table);
}
