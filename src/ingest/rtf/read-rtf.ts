import { type Diagnostic, PipelineError } from '../../model/index.js';
import type { Node } from '../docx/mammoth-tree.js';
import { customMark } from '../docx/prepare-part.js';
import { createFields } from '../flow/fields.js';
import { symbolLetter } from '../flow/symbol-letters.js';
import { trackedDeletions } from '../flow/tracked-deletions.js';
import { createTreeBuilder, type Look, type ParagraphLook, plainLook, plainParagraph } from '../flow/tree-builder.js';
import { fontHint } from '../legacy/font-encoding.js';
import type { OwnReading } from '../office/read-converted.js';
import type { ReaderInput } from '../reader.js';
import { decoderOf } from './code-pages.js';
import { createRtfTables, type RtfTables } from './rtf-tables.js';
import { rtfTokens } from './rtf-tokens.js';

export const rtfMediaType = 'application/rtf';

type Destination = 'text' | 'fonts' | 'styles' | 'code' | 'nothing';

interface State {
  readonly destination: Destination;
  readonly look: Look;
  readonly font: number | null;
  readonly hidden: boolean;
  /** while changes were tracked */
  readonly deleted: boolean;
  readonly paragraph: ParagraphLook;
  readonly inTable: boolean;
  /** depth of the table that the paragraph stands in; `\itap` */
  readonly depth: number;
  /** signs that stand for a `\u` in readers without Unicode */
  readonly fallback: number;
  /** what the paragraphs go to; a note or a text box ends with its group */
  readonly flow: Flow;
  /** in how many fields the group stands */
  readonly fields: number;
}

/** The body, a note, a page header or footer: paragraphs and tables one after another. */
interface Flow {
  readonly tables: RtfTables;
  children: Node[];
  readonly kind: 'body' | 'note' | 'box' | 'header' | 'footer';
  readonly key: string;
  /** in a page header or footer, or it is one */
  readonly inHeader: boolean;
  /** text boxes that hang on the paragraph that is being read */
  boxes: Node[];
}

/** Word nests some dozens; the rest is damage, or meant to hurt. */
const deepest = 2_000;
/** Groups whose letters are not of the text. `shp` and its like are read: text boxes are in them. */
const silent =
  /^(?:info|pict|object|objdata|ftnsep|ftnsepc|aftnsep|aftnsepc|colortbl|filetbl|revtbl|rsidtbl|listtable|listoverridetable|generator|xmlnstbl|latentstyles|themedata|colorschememapping|datastore|fldinst|datafield|bkmkstart|bkmkend|xe|tc|rxe|txe|annotation|atnid|atnauthor|atnref|atndate|atnicn|atrfstart|atrfend|nonshppict|sp|shprslt|do|nonesttables|private|userprops|mmathPr|template|falt|panose|wgrffmtfilter|pgptbl|keycode|background|formfield|blipuid|docvar|passwordhash|protusertbl|mailmerge|upr|pntxta|pntxtb)$/;
/** The headers and footers of all pages, of left, right and first ones. */
const pageMargin = /^(header|footer)[lrf]?$/;
/** Groups that may be passed over by who does not know them, and that hold text. */
const starred = /^(?:shpinst|shptxt|nesttableprops|pntext|listtext|ud|shppict|footnote|moveto|clf)$/;

const letters: Readonly<Record<string, string>> = {
  tab: '\t',
  cell: '',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': '\u00a0',
  '-': '\u00ad',
  _: '\u2011',
  zwj: '\u200d',
  zwnj: '\u200c',
};

/**
 * Reads an RTF: text with its fonts, tables, notes, text boxes, numbers as its writer printed them, and the letterhead
 * where it stands in the page header.
 *
 * @throws PipelineError `corrupt`
 * @source Rich Text Format (RTF) Specification 1.9.1
 */
export async function readRtf(input: ReaderInput): Promise<OwnReading> {
  const builder = createTreeBuilder();
  const fonts = new Map<number, { name: string; charset: number | null }>();
  const styles = new Map<number, string>();
  const newFlow = (kind: Flow['kind'], key = '', inHeader = false): Flow => ({
    tables: createRtfTables(builder.addTable, builder.setBordered),
    children: [],
    kind,
    key,
    inHeader,
    boxes: [],
  });
  const body = newFlow('body');
  let codePage: number | null = null;
  let fontNow = 0;
  let styleNow = 0;
  let named = '';
  let text = '';
  let bytes: number[] = [];
  let skip = 0;
  let ignorable = false;
  let highHalf = 0;
  let notes = 0;
  const lacks = new Set<string>();
  const deletions = trackedDeletions();
  const fields = createFields();
  const pageHeaders: { readonly isFirst: boolean; readonly blocks: readonly Node[] }[] = [];
  /** of a page header or footer with whose end the file ends: where a brace is lacking, it holds the body */
  let lastMargin: readonly Node[] | null = null;
  const stack: State[] = [];
  let state: State = {
    destination: 'text',
    look: plainLook,
    font: null,
    hidden: false,
    deleted: false,
    paragraph: plainParagraph,
    inTable: false,
    depth: 1,
    fallback: 1,
    flow: body,
    fields: 0,
  };
  const flow = (): Flow => state.flow;
  const charset = () => (state.font === null ? null : (fonts.get(state.font)?.charset ?? null));
  /** A font of an old encoding that was taken for one of symbols has letters all the same. */
  const ofOldEncoding = () => state.font !== null && fontHint(fontName()).encoding !== null;

  const fontName = () => (state.font === null ? null : (fonts.get(state.font)?.name ?? null));

  const decode = (): void => {
    if (bytes.length === 0) return;
    const decoder = decoderOf(codePage, charset());
    // Letters of symbol fonts have no meaning as letters; Word keeps them in a private area.
    text += charset() === 2 && !ofOldEncoding() ? bytes.map(symbolLetter).join('') : decoder(Uint8Array.from(bytes));
    bytes = [];
  };
  const flush = (): void => {
    decode();
    if (text === '' || state.destination !== 'text' || state.hidden || state.deleted) {
      if (state.destination === 'text') {
        if (state.deleted && !state.hidden && !flow().inHeader) deletions.add(text);
        text = '';
      }
      return;
    }
    fields.add(text);
    const children = text
      .split(/(\t|\n)/)
      .filter((part) => part !== '')
      .map(
        (part): Node =>
          part === '\t'
            ? { type: 'tab' }
            : part === '\n'
              ? { type: 'break', breakType: 'line' }
              : { type: 'text', value: part },
      );
    flow().children.push(builder.run(children, { ...state.look, font: fontName() }));
    text = '';
  };
  const level = () => (state.inTable ? Math.max(1, state.depth) : 0);
  const endParagraph = (): void => {
    flush();
    const { tables, children } = flow();
    const depth = level();
    const table = depth === 0 ? null : tables.numberOf(depth);
    tables.add(builder.paragraph(children, { ...state.paragraph, table }), depth);
    flow().children = [];
    for (const block of flow().boxes) tables.add(block, depth);
    flow().boxes = [];
  };
  const change = (look: Partial<Look>): void => {
    flush();
    state = { ...state, look: { ...state.look, ...look } };
  };
  const beginFlow = (kind: Flow['kind'], key = ''): void => {
    const own = newFlow(kind, key, kind === 'header' || kind === 'footer' || flow().inHeader);
    state = { ...state, flow: own, inTable: false, paragraph: plainParagraph };
  };
  const beginNote = (): void => {
    notes += 1;
    const key = `footnote ${notes}`;
    const { children } = flow();
    const last = children.at(-1);
    const own = state.look.raised === 'superscript' && last?.type === 'run' && last.verticalAlignment === 'superscript';
    children.push({ type: 'noteReference', noteType: 'footnote', noteId: String(notes) });
    // A mark that the author typed himself stands before the note, raised like it.
    if (own) {
      children.splice(children.length - 2, 1);
      const mark = last.children.flatMap((child) => (child.type === 'text' ? [child.value] : [])).join('');
      children.push({ type: 'bookmarkStart', name: customMark }, { type: 'text', value: mark.trim() });
    }
    beginFlow('note', key);
  };
  const endFlow = (ended: Flow, outer: Flow): void => {
    if (ended.children.length > 0 || ended.boxes.length > 0) endParagraph();
    const blocks = ended.tables.finish();
    if (ended.kind === 'header') pageHeaders.push({ isFirst: ended.key === 'headerf', blocks });
    if (ended.kind === 'header' || ended.kind === 'footer') lastMargin = blocks;
    else if (ended.kind === 'note') builder.notes.set(ended.key, { noteType: 'footnote', body: withoutMark(blocks) });
    else outer.boxes.push(...blocks);
  };
  const setParagraph = (look: Partial<ParagraphLook>) => {
    state = { ...state, paragraph: { ...state.paragraph, ...look } };
  };

  const word = (name: string, value: number | null): void => {
    const on = value !== 0;
    if (state.destination === 'fonts') {
      if (name === 'f') fontNow = value ?? 0;
      else if (name === 'fcharset') fonts.set(fontNow, { name: '', charset: value });
      else if (name === 'u') named += unicode(value ?? 0);
      return;
    }
    if (state.destination === 'styles') {
      if (name === 's') styleNow = value ?? 0;
      else if (name === 'u') named += unicode(value ?? 0);
      return;
    }
    if (state.destination === 'nothing' || state.destination === 'code') return;
    if (letters[name] !== undefined && name !== 'cell') {
      decode();
      text += letters[name];
      return;
    }
    switch (name) {
      case 'par':
      case 'sect':
        endParagraph();
        break;
      case 'line':
      case 'lbr':
        decode();
        text += '\n';
        break;
      case 'u':
        decode();
        text += unicode(value ?? 0);
        break;
      case 'uc':
        state = { ...state, fallback: Math.max(0, value ?? 1) };
        break;
      case 'cell':
      case 'nestcell':
        if (flow().children.length > 0 || text !== '' || bytes.length > 0) {
          state = { ...state, inTable: true, depth: name === 'cell' ? 1 : Math.max(2, state.depth) };
          endParagraph();
        }
        flow().tables.endCell(name === 'cell' ? 1 : Math.max(2, state.depth));
        break;
      case 'row':
      case 'nestrow':
        flush();
        flow().tables.endRow(name === 'row' ? 1 : Math.max(2, state.depth));
        break;
      case 'trowd':
        flow().tables.beginRow();
        break;
      case 'pard':
        flush();
        state = { ...state, paragraph: plainParagraph, inTable: false, depth: 1 };
        break;
      case 'intbl':
        state = { ...state, inTable: true };
        break;
      case 'itap':
        state = { ...state, depth: Math.max(1, value ?? 1), inTable: value !== 0 };
        break;
      case 'plain':
        flush();
        state = { ...state, look: plainLook, font: state.font, hidden: false, deleted: false };
        break;
      case 'f':
        flush();
        state = { ...state, font: value };
        break;
      case 'fs':
        change({ size: (value ?? 24) / 2 });
        break;
      case 'b':
        change({ bold: on });
        break;
      case 'i':
        change({ italic: on });
        break;
      case 'caps':
        change({ caps: on });
        break;
      case 'super':
        change({ raised: on ? 'superscript' : 'baseline' });
        break;
      case 'sub':
        change({ raised: on ? 'subscript' : 'baseline' });
        break;
      case 'nosupersub':
        change({ raised: 'baseline' });
        break;
      case 'v':
        flush();
        state = { ...state, hidden: on };
        break;
      case 'deleted':
        flush();
        state = { ...state, deleted: on };
        break;
      case 'ql':
      case 'qc':
      case 'qr':
      case 'qj':
        setParagraph({ align: { ql: 'left', qc: 'center', qr: 'right', qj: 'both' }[name] });
        break;
      case 's':
        setParagraph({ styleName: styles.get(value ?? 0) ?? null });
        break;
      case 'outlinelevel':
        setParagraph({ outlineLevel: value !== null && value < 9 ? value : null });
        break;
      case 'ansicpg':
        codePage = value;
        break;
      default:
        flow().tables.format(name, value);
    }
  };
  const unicode = (value: number): string => {
    const code = value < 0 ? value + 65_536 : value;
    skip = state.fallback;
    if (code >= 0xd800 && code < 0xdc00) highHalf = code;
    else if (code >= 0xdc00 && code < 0xe000) return highHalf === 0 ? '' : String.fromCharCode(highHalf, code);
    else if (code >= 0xf020 && code < 0xf100 && !ofOldEncoding()) return symbolLetter(code);
    else return String.fromCodePoint(Math.max(0, Math.min(code, 0x10ffff)));
    return '';
  };
  const nameEnds = (): void => {
    // Names end with a semicolon, in the fonts' and the styles' table.
    for (let end = named.indexOf(';'); end >= 0; end = named.indexOf(';')) {
      const name = named.slice(0, end).trim();
      named = named.slice(end + 1);
      if (state.destination === 'fonts') {
        const known = fonts.get(fontNow);
        if (known?.name === undefined || known.name === '')
          fonts.set(fontNow, { name, charset: known?.charset ?? null });
      } else if (!styles.has(styleNow)) styles.set(styleNow, name);
    }
  };

  const endField = (outer: State): void => {
    const sign = fields.end();
    if (sign === null || outer.destination !== 'text' || outer.hidden || outer.deleted) return;
    const font = sign.font ?? fontName();
    outer.flow.children.push(builder.run([{ type: 'text', value: sign.text }], { ...state.look, font }));
  };
  const closeGroup = (): void => {
    flush();
    const before = stack.pop();
    if (before !== undefined && state.fields > before.fields) endField(before);
    if (state.destination === 'fonts' || state.destination === 'styles') nameEnds();
    if (before !== undefined) {
      if (state.flow !== before.flow) endFlow(state.flow, before.flow);
      state = before;
    }
    if (state.destination !== 'fonts' && state.destination !== 'styles') named = '';
    ignorable = false;
    skip = 0;
  };

  for (const token of rtfTokens(input.bytes)) {
    if (token.kind !== 'close') lastMargin = null;
    switch (token.kind) {
      case 'open':
        if (stack.length >= deepest)
          throw new PipelineError('corrupt', `${input.name} is nested more than ${deepest} groups deep`);
        flush();
        stack.push(state);
        ignorable = false;
        skip = 0;
        break;
      case 'close':
        closeGroup();
        break;
      case 'word':
        if (token.name === '*') {
          ignorable = true;
          break;
        }
        if (skip > 0 && letters[token.name] !== undefined) {
          skip -= 1;
          break;
        }
        if (token.name === 'fonttbl') state = { ...state, destination: 'fonts' };
        else if (token.name === 'stylesheet') {
          state = { ...state, destination: 'styles' };
          styleNow = 0;
        } else if (token.name === 'field' && state.destination === 'text') {
          flush();
          fields.begin();
          state = { ...state, fields: state.fields + 1 };
        } else if (token.name === 'fldinst' && state.destination === 'text') {
          flush();
          state = { ...state, destination: 'code' };
        } else if (token.name === 'fldrslt' && state.destination === 'text') {
          fields.separate();
        } else if (token.name === 'footnote') {
          flush();
          if (state.destination === 'text' && state.flow.kind !== 'note') beginNote();
        } else if (pageMargin.test(token.name)) {
          flush();
          if (state.destination === 'text' && state.flow.kind === 'body')
            beginFlow(token.name.startsWith('header') ? 'header' : 'footer', token.name);
          else state = { ...state, destination: 'nothing' };
        } else if (token.name === 'shptxt' && state.destination === 'text') {
          flush();
          if (!flow().inHeader) lacks.add('its text boxes stand after the paragraphs that they hang on');
          beginFlow('box');
        } else if (
          silent.test(token.name) ||
          (ignorable && !starred.test(token.name) && state.destination === 'text')
        ) {
          flush();
          state = { ...state, destination: 'nothing' };
        } else if (ignorable && (state.destination === 'fonts' || state.destination === 'styles')) {
          // Character styles begin with a star: their names are not those of paragraphs.
          state = {
            ...state,
            destination: token.name === 'cs' || silent.test(token.name) ? 'nothing' : state.destination,
          };
        } else {
          word(token.name, token.value);
        }
        ignorable = false;
        break;
      case 'bytes': {
        ignorable = false;
        const read = skip > 0 ? token.bytes.subarray(Math.min(skip, token.bytes.length)) : token.bytes;
        skip -= token.bytes.length - read.length;
        if (state.destination === 'fonts' || state.destination === 'styles') {
          named += decoderOf(codePage, null)(read);
          nameEnds();
        } else if (state.destination === 'code') fields.add(Buffer.from(read).toString('latin1'));
        else if (state.destination === 'text' && !state.hidden) for (const byte of read) bytes.push(byte);
        break;
      }
    }
  }
  const cut = stack.length > 0;
  while (stack.length > 0) closeGroup();
  if (flow().children.length > 0 || text !== '' || bytes.length > 0) endParagraph();
  if (cut && lastMargin !== null) {
    const blocks: readonly Node[] = lastMargin;
    for (const block of blocks) body.tables.add(block, 0);
    pageHeaders.splice(0, pageHeaders.length, ...pageHeaders.filter((header) => header.blocks !== blocks));
  }
  const warnings: Diagnostic[] = cut
    ? [{ code: 'ingest/cut-short', level: 'warning', message: 'The file breaks off before its end' }]
    : [];
  const headers = pageHeaders.sort((a, b) => Number(b.isFirst) - Number(a.isFirst)).map(({ blocks }) => blocks);
  const document = builder.assemble(
    input,
    rtfMediaType,
    body.tables.finish(),
    [...warnings, ...deletions.diagnostics()],
    headers,
  );
  return { document, lacks: [...lacks] };
}

/** The note's own mark at its beginning is laid out anew. */
function withoutMark(blocks: readonly Node[]): readonly Node[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  const at = first.children.findIndex((node) => node.type === 'run' && node.children.length > 0);
  const mark = first.children[at];
  if (mark?.type !== 'run' || mark.verticalAlignment !== 'superscript') return blocks;
  return [{ ...first, children: first.children.filter((_, index) => index !== at) }, ...rest];
}
