import { type Diagnostic, PipelineError } from '../../model/index.js';
import type { Node } from '../docx/mammoth-tree.js';
import { createFields } from '../flow/fields.js';
import { trackedDeletions } from '../flow/tracked-deletions.js';
import { createTreeBuilder, type Look, type ParagraphLook, plainLook, plainParagraph } from '../flow/tree-builder.js';
import type { OwnReading } from '../office/read-converted.js';
import type { ReaderInput } from '../reader.js';
import { createRtfFlows, type Flow } from './rtf-flows.js';
import { holdsText, isSilent, marginOf } from './rtf-groups.js';
import { createRtfLetters, signOf } from './rtf-letters.js';
import { lookOf, paragraphLookOf } from './rtf-looks.js';
import { createRtfNames } from './rtf-names.js';
import { rtfTokens } from './rtf-tokens.js';

export const rtfMediaType = 'application/rtf';

type Destination = 'text' | 'fonts' | 'styles' | 'code' | 'nothing';

/** What a group has of its own, and leaves as it was when it ends. */
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

/** Word nests some dozens; the rest is damage, or meant to hurt. */
const deepest = 2_000;

/**
 * Reads an RTF: text with its fonts, tables, notes, text boxes, numbers as its writer printed them, and the letterhead
 * where it stands in the page header.
 *
 * @throws PipelineError `corrupt`
 * @source Rich Text Format (RTF) Specification 1.9.1
 */
export async function readRtf(input: ReaderInput): Promise<OwnReading> {
  const builder = createTreeBuilder();
  const names = createRtfNames();
  const letters = createRtfLetters(names);
  const flows = createRtfFlows(builder);
  const fields = createFields();
  const deletions = trackedDeletions();
  const keepsHidden = input.hidden === 'kept';
  const lacks = new Set<string>();
  /** signs that are still to be passed over, as a `\u` before them stands for them */
  let skip = 0;
  /** the group begins with `\*` */
  let ignorable = false;
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
    flow: flows.body,
    fields: 0,
  };

  const flush = (): void => {
    letters.decode(state.font);
    if (state.destination !== 'text') return;
    const text = letters.take();
    if (state.hidden) return;
    if (state.deleted) {
      if (!state.flow.inHeader) deletions.add(text);
      return;
    }
    if (text === '') return;
    fields.add(text);
    state.flow.children.push(builder.run(nodesOf(text), { ...state.look, font: names.fontName(state.font) }));
  };
  const endParagraph = (): void => {
    flush();
    const { flow } = state;
    const depth = state.inTable ? Math.max(1, state.depth) : 0;
    const table = depth === 0 ? null : flow.tables.numberOf(depth);
    flow.tables.add(builder.paragraph(flow.children, { ...state.paragraph, table }), depth);
    flow.children = [];
    for (const block of flow.boxes) flow.tables.add(block, depth);
    flow.boxes = [];
  };
  const change = (changed: Partial<State>): void => {
    flush();
    state = { ...state, ...changed };
  };
  const beginFlow = (flow: Flow): void => {
    state = { ...state, flow, inTable: false, paragraph: plainParagraph };
  };
  const unicode = (value: number | null): string => {
    skip = state.fallback;
    return letters.unicode(value ?? 0, state.font);
  };
  const print = (sign: string): void => {
    letters.decode(state.font);
    letters.add(sign);
  };

  const word = (name: string, value: number | null): void => {
    switch (state.destination) {
      case 'nothing':
      case 'code':
        return;
      case 'fonts':
      case 'styles':
        if (name === 'u') names.add(state.destination, unicode(value));
        else names.word(state.destination, name, value);
        return;
    }
    const sign = signOf(name);
    if (sign !== null) {
      print(sign);
      return;
    }
    const look = lookOf(name, value);
    if (look !== null) {
      change({ look: { ...state.look, ...look } });
      return;
    }
    const paragraph = paragraphLookOf(name, value, names.styleName);
    if (paragraph !== null) {
      state = { ...state, paragraph: { ...state.paragraph, ...paragraph } };
      return;
    }
    const innerDepth = Math.max(2, state.depth);
    switch (name) {
      case 'par':
      case 'sect':
        endParagraph();
        break;
      case 'line':
      case 'lbr':
        print('\n');
        break;
      case 'u':
        letters.decode(state.font);
        letters.add(unicode(value));
        break;
      case 'uc':
        state = { ...state, fallback: Math.max(0, value ?? 1) };
        break;
      case 'cell':
      case 'nestcell': {
        const depth = name === 'cell' ? 1 : innerDepth;
        if (state.flow.children.length > 0 || !letters.isEmpty) {
          state = { ...state, inTable: true, depth };
          endParagraph();
        }
        state.flow.tables.endCell(depth);
        break;
      }
      case 'row':
      case 'nestrow':
        flush();
        state.flow.tables.endRow(name === 'row' ? 1 : innerDepth);
        break;
      case 'trowd':
        state.flow.tables.beginRow();
        break;
      case 'pard':
        change({ paragraph: plainParagraph, inTable: false, depth: 1 });
        break;
      case 'intbl':
        state = { ...state, inTable: true };
        break;
      case 'itap':
        state = { ...state, depth: Math.max(1, value ?? 1), inTable: value !== 0 };
        break;
      case 'plain':
        change({ look: plainLook, hidden: false, deleted: false });
        break;
      case 'f':
        change({ font: value });
        break;
      case 'v':
        change({ hidden: value !== 0 && !keepsHidden });
        break;
      case 'deleted':
        change({ deleted: value !== 0 && !keepsHidden });
        break;
      case 'ansicpg':
        letters.setCodePage(value);
        break;
      default:
        state.flow.tables.format(name, value);
    }
  };
  /** @returns false: the word opens no group of another kind */
  const openDestination = (name: string): boolean => {
    const inText = state.destination === 'text';
    const inNames = state.destination === 'fonts' || state.destination === 'styles';
    const margin = marginOf(name);
    if (name === 'fonttbl') state = { ...state, destination: 'fonts' };
    else if (name === 'stylesheet') {
      state = { ...state, destination: 'styles' };
      names.beginStyles();
    } else if (name === 'field' && inText) {
      flush();
      fields.begin();
      state = { ...state, fields: state.fields + 1 };
    } else if (name === 'fldinst' && inText) change({ destination: 'code' });
    else if (name === 'fldrslt' && inText) fields.separate();
    else if (name === 'footnote') {
      flush();
      if (inText && state.flow.kind !== 'note')
        beginFlow(flows.beginNote(state.flow, state.look.raised === 'superscript'));
    } else if (margin !== null) {
      flush();
      if (inText && state.flow.kind === 'body') beginFlow(flows.beginMargin(margin));
      else state = { ...state, destination: 'nothing' };
    } else if (name === 'shptxt' && inText) {
      flush();
      if (!state.flow.inHeader) lacks.add('its text boxes stand after the paragraphs that they hang on');
      beginFlow(flows.beginBox(state.flow));
    } else if (isSilent(name) || (ignorable && inText && !holdsText(name))) change({ destination: 'nothing' });
    // Character styles begin with a star: their names are not those of paragraphs.
    else if (ignorable && inNames) state = name === 'cs' ? { ...state, destination: 'nothing' } : state;
    else return false;
    return true;
  };
  const endField = (outer: State): void => {
    const sign = fields.end();
    if (sign === null || outer.destination !== 'text' || outer.hidden || outer.deleted) return;
    const font = sign.font ?? names.fontName(state.font);
    outer.flow.children.push(builder.run([{ type: 'text', value: sign.text }], { ...state.look, font }));
  };
  const closeGroup = (): void => {
    flush();
    const outer = stack.pop();
    if (outer !== undefined) {
      if (state.fields > outer.fields) endField(outer);
      const { flow } = state;
      if (flow !== outer.flow) {
        if (flow.children.length > 0 || flow.boxes.length > 0) endParagraph();
        flows.end(flow, outer.flow);
      }
      state = outer;
    }
    if (state.destination !== 'fonts' && state.destination !== 'styles') names.end();
    ignorable = false;
    skip = 0;
  };

  for (const token of rtfTokens(input.bytes)) {
    if (token.kind !== 'close') flows.goesOn();
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
        if (token.name === '*') ignorable = true;
        else if (skip > 0 && (signOf(token.name) !== null || token.name === 'cell')) skip -= 1;
        else {
          if (!openDestination(token.name)) word(token.name, token.value);
          ignorable = false;
        }
        break;
      case 'bytes': {
        ignorable = false;
        const read = skip > 0 ? token.bytes.subarray(Math.min(skip, token.bytes.length)) : token.bytes;
        skip -= token.bytes.length - read.length;
        if (state.destination === 'fonts' || state.destination === 'styles')
          names.add(state.destination, letters.decodeName(read));
        else if (state.destination === 'code') fields.add(Buffer.from(read).toString('latin1'));
        else if (state.destination === 'text' && !state.hidden) letters.addBytes(read);
        break;
      }
    }
  }
  const cut = stack.length > 0;
  while (stack.length > 0) closeGroup();
  if (state.flow.children.length > 0 || !letters.isEmpty) endParagraph();
  const warnings: Diagnostic[] = cut
    ? [{ code: 'ingest/cut-short', level: 'warning', message: 'The file breaks off before its end' }]
    : [];
  const { body, pageHeaders } = flows.finish(cut);
  const document = builder.assemble(input, rtfMediaType, body, [...warnings, ...deletions.diagnostics()], pageHeaders);
  return { document, lacks: [...lacks] };
}

/** A text with its tabs and line breaks. */
const nodesOf = (text: string): Node[] =>
  text
    .split(/(\t|\n)/)
    .filter((part) => part !== '')
    .map((part): Node => {
      if (part === '\t') return { type: 'tab' };
      return part === '\n' ? { type: 'break', breakType: 'line' } : { type: 'text', value: part };
    });
