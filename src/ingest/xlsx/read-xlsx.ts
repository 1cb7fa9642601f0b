import { PipelineError, type SourceDocument } from '../../model/index.js';
import { countCharacters } from '../count-characters.js';
import type { Node } from '../docx/mammoth-tree.js';
import { decodePart } from '../docx/open-package.js';
import { localName, parseXml } from '../docx/parse-xml.js';
import { createTreeBuilder, type Look, plainLook } from '../flow/tree-builder.js';
import type { ReaderInput } from '../reader.js';
import { type Cell, type CellForm, charactersOf, type Joined, mostCells, type Piece } from '../sheet/cells.js';
import { layOutSheet } from '../sheet/lay-out-sheet.js';
import { numberFormOf, showNumber } from '../sheet/number-format.js';
import { type HiddenParts, hiddenParts, hiddenWarnings } from '../sheet/shown-cells.js';
import { readParts } from '../zip/read-parts.js';

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Book {
  readonly strings: readonly (readonly Piece[])[];
  readonly forms: readonly CellForm[];
  readonly from1904: boolean;
}

/**
 * Reads a workbook: each sheet that is shown is a heading and its tables, with joined cells, dates, and what formulas
 * gave when it was saved.
 *
 * @throws PipelineError `corrupt`, `encrypted`, `archive-bomb`, `too-large`
 * @source ECMA-376 part 1, 18.3, 18.4, 18.8
 */
export async function readXlsx(input: ReaderInput): Promise<SourceDocument> {
  const parts = readParts(input, (part) =>
    /^xl\/(?:workbook|styles|sharedStrings)\.xml$|^xl\/worksheets\/[^/]+\.xml$|^xl\/_rels\/workbook\.xml\.rels$/.test(
      part,
    ),
  );
  const xmlOf = (part: string) => {
    const found = parts.get(part);
    return found === undefined ? null : decodePart(found).replace(/^\ufeff/, '');
  };
  const name = (part: string) => `${input.name}: ${part}`;
  const workbook = xmlOf('xl/workbook.xml');
  if (workbook === null) throw new PipelineError('corrupt', `${input.name} is damaged: its workbook is missing`);
  const { sheets, from1904 } = readSheetList(workbook, name('xl/workbook.xml'));
  const targets = readTargets(xmlOf('xl/_rels/workbook.xml.rels') ?? '', name('xl/_rels/workbook.xml.rels'));
  const strings = xmlOf('xl/sharedStrings.xml');
  const styles = xmlOf('xl/styles.xml');
  const book: Book = {
    strings: strings === null ? [] : readStrings(strings, name('xl/sharedStrings.xml')),
    forms: styles === null ? [] : readForms(styles, name('xl/styles.xml')),
    from1904,
  };
  const builder = createTreeBuilder();
  const blocks: Node[] = [];
  const count = countCharacters(input);
  let left = mostCells;
  let notShown = 0;
  for (const sheet of sheets) {
    const part = targets.get(sheet.id) ?? '';
    const xml = sheet.hidden && input.hidden !== 'kept' ? null : xmlOf(part);
    if (xml === null) continue;
    const { cells, joined, hiddenCells } = readSheet(xml, name(part), book, count, hiddenParts(input.hidden));
    left -= cells.length;
    notShown += hiddenCells;
    if (left < 0) throw new PipelineError('too-large', `${input.name} has more than ${mostCells} filled cells`);
    if (cells.length === 0) continue;
    blocks.push(...layOutSheet({ name: sheet.name, cells, joined }, builder));
  }
  return builder.assemble(input, xlsxMediaType, blocks, hiddenWarnings(notShown));
}

function readSheetList(xml: string, part: string) {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  parseXml(xml, part, {
    open(tag, attributes) {
      if (localName(tag) === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (localName(tag) !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => localName(key) === 'id')?.[1] ?? '';
      sheets.push({ name: attributes['name'] ?? '', id, hidden: /hidden/i.test(attributes['state'] ?? '') });
    },
  });
  return { sheets, from1904 };
}

function readTargets(xml: string, part: string): Map<string, string> {
  const targets = new Map<string, string>();
  if (xml !== '')
    parseXml(xml, part, {
      open(tag, attributes) {
        if (localName(tag) !== 'Relationship') return;
        const target = attributes['Target'] ?? '';
        targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      },
    });
  return targets;
}

/** Collects the look of a font from its tags. */
function fontReader() {
  let look: { -readonly [Key in keyof Look]: Look[Key] } = { ...plainLook };
  return {
    begin: () => {
      look = { ...plainLook };
    },
    tag: (tag: string, attributes: Readonly<Record<string, string>>) => {
      const value = attributes['val'];
      const on = !/^(?:0|false)$/.test(value ?? '1');
      if (tag === 'b') look.bold = on;
      else if (tag === 'i') look.italic = on;
      else if (tag === 'sz') look.size = Number(value) || null;
      else if (tag === 'rFont' || tag === 'name') look.font = value ?? null;
      else if (tag === 'vertAlign') look.raised = value === 'superscript' || value === 'subscript' ? value : 'baseline';
    },
    look: (): Look => ({ ...look }),
  };
}

/** Collects the pieces of a text that may be in several looks: `t`, or `r` with `rPr` and `t`; `rPh` is how it is spoken. */
function pieceReader() {
  const font = fontReader();
  let pieces: Piece[] = [];
  let look: Look | null = null;
  let inText = false;
  let spoken = 0;
  return {
    begin: () => {
      pieces = [];
      look = null;
    },
    open: (tag: string, attributes: Readonly<Record<string, string>>) => {
      if (tag === 'rPh') spoken += 1;
      else if (tag === 'r') look = null;
      else if (tag === 'rPr') font.begin();
      else if (tag === 't') inText = true;
      else font.tag(tag, attributes);
    },
    close: (tag: string) => {
      if (tag === 'rPh') spoken -= 1;
      else if (tag === 'rPr') look = font.look();
      else if (tag === 't') inText = false;
    },
    text: (text: string) => {
      if (inText && spoken === 0) pieces.push({ text, look });
    },
    pieces: () => pieces,
  };
}

function readStrings(xml: string, part: string): (readonly Piece[])[] {
  const strings: (readonly Piece[])[] = [];
  const reader = pieceReader();
  parseXml(xml, part, {
    open(tag, attributes) {
      const local = localName(tag);
      if (local === 'si') reader.begin();
      else reader.open(local, attributes);
    },
    close(tag) {
      const local = localName(tag);
      if (local === 'si') strings.push(reader.pieces());
      else reader.close(local);
    },
    text: reader.text,
  });
  return strings;
}

function readForms(xml: string, part: string): CellForm[] {
  const formats = new Map<number, string>();
  const fonts: Look[] = [];
  const borders: boolean[] = [];
  const forms: CellForm[] = [];
  const font = fontReader();
  const path: string[] = [];
  let drawn = false;
  let form: { -readonly [Key in keyof CellForm]: CellForm[Key] } | null = null;
  parseXml(xml, part, {
    open(tag, attributes) {
      const local = localName(tag);
      const parent = path.at(-1);
      path.push(local);
      if (local === 'numFmt' && parent === 'numFmts')
        formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (local === 'font') font.begin();
      else if (parent === 'font') font.tag(local, attributes);
      else if (local === 'border') drawn = false;
      else if (parent === 'border') drawn ||= attributes['style'] !== undefined && attributes['style'] !== 'none';
      else if (local === 'xf' && parent === 'cellXfs') {
        const id = Number(attributes['numFmtId'] ?? 0);
        form = {
          look: fonts[Number(attributes['fontId'] ?? 0)] ?? plainLook,
          number: numberFormOf(id, formats.get(id)),
          bordered: borders[Number(attributes['borderId'] ?? 0)] ?? false,
          align: null,
        };
        forms.push(form);
      } else if (local === 'alignment' && form !== null) {
        const align = attributes['horizontal'];
        form.align =
          align === 'justify' ? 'both' : align === 'center' || align === 'left' || align === 'right' ? align : null;
      }
    },
    close(tag) {
      const local = localName(tag);
      path.pop();
      if (local === 'font' && path.at(-1) === 'fonts') fonts.push(font.look());
      else if (local === 'border' && path.at(-1) === 'borders') borders.push(drawn);
      else if (local === 'xf') form = null;
    },
  });
  return forms;
}

const place = /^([A-Z]{1,3})(\d{1,7})$/;

function placeOf(reference: string): { row: number; column: number } | null {
  const found = place.exec(reference);
  if (found === null) return null;
  let column = 0;
  for (const letter of found[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(found[2]) - 1, column: column - 1 };
}

function readSheet(xml: string, part: string, book: Book, count: (characters: number) => void, hidden: HiddenParts) {
  const cells: Cell[] = [];
  const joined = new Map<string, Joined>();
  const reader = pieceReader();
  let row = -1;
  let column = -1;
  let kind = '';
  let form: CellForm | null = null;
  let value = '';
  let inValue = false;
  let inCell = false;
  parseXml(xml, part, {
    open(tag, attributes) {
      const local = localName(tag);
      switch (local) {
        case 'col':
          if (isHidden(attributes)) hidden.hideColumns(Number(attributes['min']) - 1, Number(attributes['max']) - 1);
          break;
        case 'row':
          row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
          column = -1;
          if (isHidden(attributes)) hidden.hideRow(row);
          break;
        case 'c': {
          const at = placeOf(attributes['r'] ?? '');
          column = at?.column ?? column + 1;
          if (at !== null) row = at.row;
          kind = attributes['t'] ?? 'n';
          form = book.forms[Number(attributes['s'] ?? -1)] ?? null;
          value = '';
          inCell = true;
          reader.begin();
          break;
        }
        case 'v':
          inValue = true;
          break;
        case 'mergeCell': {
          const [from, to] = (attributes['ref'] ?? '').split(':').map(placeOf);
          if (from != null && to != null && joined.size < 100_000)
            joined.set(`${from.row} ${from.column}`, {
              rows: Math.max(1, to.row - from.row + 1),
              columns: Math.max(1, to.column - from.column + 1),
            });
          break;
        }
        default:
          if (inCell) reader.open(local, attributes);
      }
    },
    close(tag) {
      const local = localName(tag);
      if (local === 'v') inValue = false;
      else if (local === 'c') {
        inCell = false;
        const pieces = piecesOf(kind, value, reader.pieces(), form, book);
        count(charactersOf(pieces));
        if (pieces.some(({ text }) => text.trim() !== '')) cells.push({ row, column, pieces, form });
      } else if (inCell) reader.close(local);
    },
    text(text) {
      if (inValue) value += text;
      else if (inCell) reader.text(text);
    },
  });
  return { ...hidden.shown(cells, joined), joined };
}

const isHidden = (attributes: Readonly<Record<string, string>>) => /^(?:1|true)$/.test(attributes['hidden'] ?? '');

function piecesOf(
  kind: string,
  value: string,
  inline: readonly Piece[],
  form: CellForm | null,
  book: Book,
): readonly Piece[] {
  switch (kind) {
    case 's':
      return book.strings[Number(value)] ?? [];
    case 'inlineStr':
      return inline;
    case 'b':
      return [{ text: value === '1' ? 'TRUE' : 'FALSE', look: null }];
    // What a formula could not work out says nothing.
    case 'e':
      return [];
    case 'str':
      return [{ text: value, look: null }];
    case 'd':
      return [{ text: value.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$3/$2/$1'), look: null }];
    default: {
      const number = Number(value);
      if (value.trim() === '' || Number.isNaN(number)) return value.trim() === '' ? [] : [{ text: value, look: null }];
      return [{ text: showNumber(number, form?.number ?? { kind: 'general' }, book.from1904), look: null }];
    }
  }
}
