import type { SourceDocument } from '../../model/index.js';
import type { Node } from '../docx/mammoth-tree.js';
import { symbolLetter } from '../flow/symbol-letters.js';
import { createTreeBuilder, type Look, plainLook, plainParagraph } from '../flow/tree-builder.js';
import { fontHint } from '../legacy/font-encoding.js';
import type { ReaderInput } from '../reader.js';
import { type Atom, allInside, childrenOf, firstOf, longAt } from './atoms.js';
import { openPresentation } from './open-presentation.js';
import { readMasterStyle, readStyleRuns, type StyleRun } from './text-styles.js';

export const pptMediaType = 'application/vnd.ms-powerpoint';

const type = {
  slide: 0x03ee,
  slideAtom: 0x03ef,
  slidePlace: 0x03f3,
  environment: 0x03f2,
  fonts: 0x07d5,
  font: 0x0fb7,
  slides: 0x0ff0,
  master: 0x03f8,
  masterStyle: 0x0fa3,
  textKind: 0x0f9f,
  wideText: 0x0fa0,
  narrowText: 0x0fa8,
  textStyle: 0x0fa1,
  outlineText: 0x0f9e,
  drawing: 0x040c,
  textBox: 0xf00d,
} as const;

/** Numbers, dates and running lines that a slide shows by itself: their place in the text holds a star. */
const fields: ReadonlySet<number> = new Set([0x0fd8, 0x0ff7, 0x0ff8, 0x0ff9, 0x0ffa, 0x1015]);

const kind = { title: 0, middleTitle: 6 } as const;

/** A text of a slide, with what says how it looks. */
interface SlideText {
  readonly kind: number;
  readonly text: string;
  readonly styles: Uint8Array | null;
  readonly starsAt: ReadonlySet<number>;
}

/**
 * Reads a presentation of PowerPoint 97–2003: the slides in their order, their titles as headings, each text with the
 * fonts of its parts. Speaker's notes are left out.
 *
 * @throws PipelineError `encrypted`, `corrupt`
 * @source [MS-PPT]
 */
export async function readPpt(input: ReaderInput): Promise<SourceDocument> {
  const { document, resolve } = openPresentation(input.bytes, input.name);
  const environment = firstOf(document, type.environment);
  const fonts = fontsOf(environment);
  const lists = [...childrenOf(document)].filter((atom) => atom.type === type.slides);
  const placesOf = (instance: number) => slidesOf(lists.find((list) => list.instance === instance));
  const masters = placesOf(1).flatMap(({ reference }) => resolve(reference) ?? []);
  const styles = mastersStyles([...masters, ...(environment === null ? [] : [environment])]);
  const builder = createTreeBuilder();
  const blocks: Node[] = [];

  const lookOf = (run: Omit<StyleRun, 'length'> | undefined, textKind: number): Look => {
    const base = styles.get(textKind);
    const font = fonts[run?.font ?? base?.font ?? -1] ?? null;
    return { ...plainLook, ...base?.look, ...run?.look, font };
  };
  const addText = (read: SlideText): void => {
    const runs = read.styles === null ? [] : readStyleRuns(read.styles, read.text.length + 1);
    const isTitle = read.kind === kind.title || read.kind === kind.middleTitle;
    let at = 0;
    let run = 0;
    let left = runs[0]?.length ?? Number.POSITIVE_INFINITY;
    let nodes: Node[] = [];
    for (const line of read.text.split('\r')) {
      // The end of the line counts as a character of the line.
      for (let from = 0; from <= line.length; ) {
        const length = Math.max(1, Math.min(left, line.length + 1 - from));
        const look = lookOf(runs[run], read.kind);
        const children = childrenOfText(line.slice(from, from + length), at + from, read.starsAt, look.font);
        if (children.length > 0) nodes.push(builder.run(children, look));
        from += length;
        left -= length;
        if (left <= 0) {
          run += 1;
          left = runs[run]?.length ?? Number.POSITIVE_INFINITY;
        }
      }
      at += line.length + 1;
      if (nodes.length > 0)
        blocks.push(builder.paragraph(nodes, { ...plainParagraph, outlineLevel: isTitle ? 0 : null }));
      nodes = [];
    }
  };
  // A list that names one slide without end would give a text without end.
  const seen = new Set<number>();
  for (const { reference, texts } of placesOf(0)) {
    if (seen.has(reference)) continue;
    seen.add(reference);
    const slide = resolve(reference);
    const shown = slide?.type === type.slide ? textsOf(slide, texts) : texts;
    for (const text of shown) addText(text);
  }
  return builder.assemble(input, pptMediaType, blocks, []);
}

/** @source [MS-PPT] 2.9.8 (FontCollectionContainer) */
function fontsOf(environment: Atom | null): readonly string[] {
  const collection = environment === null ? null : firstOf(environment, type.fonts);
  if (collection === null) return [];
  const fonts: string[] = [];
  for (const { type: found, instance, data } of childrenOf(collection))
    if (found === type.font)
      fonts[instance] = Buffer.from(data.subarray(0, 64)).toString('utf16le').replace(/\0.*$/s, '');
  return fonts;
}

/** The looks of the kinds of text: of the first master that says one, else of the whole presentation. */
function mastersStyles(from: readonly Atom[]): ReadonlyMap<number, Omit<StyleRun, 'length'>> {
  const styles = new Map<number, Omit<StyleRun, 'length'>>();
  for (const atom of from)
    for (const { type: found, instance, data } of childrenOf(atom))
      if (found === type.masterStyle && !styles.has(instance)) styles.set(instance, readMasterStyle(data, instance));
  return styles;
}

interface SlidePlace {
  readonly reference: number;
  /** those of its placeholders, which its shapes name by their order */
  readonly texts: readonly SlideText[];
}

/** @source [MS-PPT] 2.4.14.3 (SlideListWithTextContainer) */
function slidesOf(list: Atom | undefined): SlidePlace[] {
  const slides: { reference: number; atoms: Atom[] }[] = [];
  for (const atom of list === undefined ? [] : childrenOf(list)) {
    if (atom.type === type.slidePlace) slides.push({ reference: longAt(atom.data, 0), atoms: [] });
    else slides.at(-1)?.atoms.push(atom);
  }
  return slides.map(({ reference, atoms }) => ({ reference, texts: gather(atoms) }));
}

/** Texts from the records that follow one another: the kind opens one, its letters, looks and fields come after. */
function gather(atoms: Iterable<Atom>): SlideText[] {
  const texts: { kind: number; text: string; styles: Uint8Array | null; starsAt: Set<number> }[] = [];
  for (const { type: found, data } of atoms) {
    const last = texts.at(-1);
    if (found === type.textKind) texts.push({ kind: longAt(data, 0), text: '', styles: null, starsAt: new Set() });
    else if (last === undefined) continue;
    else if (found === type.wideText) last.text = Buffer.from(data).toString('utf16le');
    // The lower bytes of Unicode letters ([MS-PPT] 2.9.43).
    else if (found === type.narrowText) last.text = Buffer.from(data).toString('latin1');
    else if (found === type.textStyle) last.styles = data;
    else if (fields.has(found)) last.starsAt.add(longAt(data, 0));
  }
  return texts;
}

/** The texts of a slide's shapes, in the order in which it draws them; a placeholder's stands in the list of slides. */
function textsOf(slide: Atom, placeholders: readonly SlideText[]): SlideText[] {
  const drawing = firstOf(slide, type.drawing);
  const texts: SlideText[] = [];
  const used = new Set<SlideText>();
  for (const atom of drawing === null ? [] : allInside(drawing)) {
    if (atom.type !== type.textBox) continue;
    const inside = [...childrenOf(atom)];
    const outline = inside.find((child) => child.type === type.outlineText);
    const placeholder = outline === undefined ? undefined : placeholders[longAt(outline.data, 0)];
    if (placeholder === undefined) texts.push(...gather(inside));
    else if (!used.has(placeholder)) {
      used.add(placeholder);
      texts.push(placeholder);
    }
  }
  return [...placeholders.filter((text) => !used.has(text)), ...texts];
}

function childrenOfText(text: string, from: number, starsAt: ReadonlySet<number>, font: string | null): Node[] {
  const children: Node[] = [];
  // Letters of an old encoding lie in the private area too, where the font was taken for one of symbols.
  const symbols = fontHint(font).encoding === null;
  let plain = '';
  const flush = () => {
    if (plain !== '') children.push({ type: 'text', value: plain });
    plain = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (starsAt.has(from + at)) continue;
    if (code === 9) {
      flush();
      children.push({ type: 'tab' });
    } else if (code === 11) {
      flush();
      children.push({ type: 'break', breakType: 'line' });
    } else plain += symbols && code >= 0xf020 && code < 0xf100 ? symbolLetter(code) : text[at];
  }
  flush();
  return children;
}
