import { createFields, type Sign } from '../flow/fields.js';
import { type TrackedDeletions, trackedDeletions } from '../flow/tracked-deletions.js';
import { fontHint } from '../legacy/font-encoding.js';
import { equationRuns } from './equation-text.js';
import { editsOfRun, type OpenRun, openRun } from './open-run.js';
import { attribute, isOn, localName, parseXml } from './parse-xml.js';
import { customMark, markName, type ParagraphFacts, type PreparedPart, type TableFacts } from './prepared-part.js';
import type { ListLabel, Numbering } from './read-numbering.js';
import type { ParagraphStyle, Styles } from './read-styles.js';
import { type FontNames, fontOf } from './run-fonts.js';
import { trackRemovals } from './tracked-removals.js';
import { applyEdits, type Edit, escapeXml } from './xml-edits.js';

interface OpenParagraph {
  styleId: string | undefined;
  numId: string | undefined;
  numLevel: number | undefined;
  outlineLevel: number | undefined;
  deletedMark: boolean;
  /** where the bookmark goes; -1 until known */
  at: number;
  /** raw paragraphs of drawn text boxes, to be put after it */
  boxes: string[];
  readonly nested: boolean;
  readonly silent: boolean;
}

const drawn = /^(?:single|double|thick|dotted|dashed|dot|wave|triple|inset|outset|thin|hair)/i;

/**
 * Prepares one part for mammoth: each paragraph gets a bookmark by which its facts are found again, labels of automatic
 * numbering are counted in the order of the text, and what mammoth drops is put in words that it reads (simple fields,
 * carriage returns, positioned tabs, equations, signs of fields without a result, drawn text boxes without a fallback). Hidden runs, results of fields in the
 * codes of other fields, and pictures go.
 *
 * @param letter names the part in the bookmarks
 * @param deletions is told of the runs that were deleted while changes were tracked
 */
export function preparePart(
  xml: string,
  part: string,
  letter: string,
  styles: Styles,
  numbering: Numbering,
  themeFonts: FontNames = {},
  deletions: TrackedDeletions = trackedDeletions(),
): PreparedPart {
  const edits: Edit[] = [];
  const paragraphs: ParagraphFacts[] = [];
  const tables: TableFacts[] = [];
  const open: OpenParagraph[] = [];
  const tableStack: number[] = [];
  const path: string[] = [];
  /** mc:AlternateContent elements: mammoth reads the fallback alone */
  const alternatives: { hasFallback: boolean; boxes: string[] }[] = [];
  let choice = 0;
  let boxStart = -1;
  let boxDepth = 0;
  const removals = trackRemovals();
  const runs: OpenRun[] = [];
  const fields = createFields();
  let hiddenText = false;
  /** in letters of the text or of a field's code */
  let inText = false;
  let deletedStart = -1;
  let equationStart = -1;
  let equationDepth = 0;
  let pictureStart = -1;
  let pictureDepth = 0;
  const prefix =
    /<(?:[^\s:<>?!/]{1,20}:)?(?:document|footnotes|endnotes)[\s>]/
      .exec(xml.slice(0, 2000))?.[0]
      ?.match(/^<(.+:)/)?.[1] ?? 'w:';

  const tagStart = (end: number) => xml.lastIndexOf('<', end - 1);
  const replaceTag = (end: number, text: string) => edits.push({ start: tagStart(end), end, text });
  const rename = (end: number, from: string, to: string) => {
    const start = tagStart(end) + (xml[tagStart(end) + 1] === '/' ? 2 : 1);
    edits.push({ start, end: start + from.length, text: to });
  };
  const textOf = ({ text }: Sign) => `<${prefix}t>${escapeXml(text)}</${prefix}t>`;
  const runOf = (sign: Sign) =>
    `<${prefix}r><${prefix}rPr><${prefix}rFonts ${prefix}ascii="${escapeXml(sign.font ?? '')}"/></${prefix}rPr>${textOf(sign)}</${prefix}r>`;
  const inProperties = (...names: readonly string[]) => names.every((name, index) => path.at(-2 - index) === name);

  parseXml(xml, part, {
    open(name, attributes, end, selfClosing) {
      const inWord = name.startsWith(prefix);
      const local = inWord ? name.slice(prefix.length) : `~${localName(name)}`;
      path.push(local);
      removals.open(path, tagStart(end));
      const paragraph = open.at(-1);
      switch (local) {
        case '~AlternateContent':
          alternatives.push({ hasFallback: false, boxes: [] });
          break;
        case '~Choice':
          choice += 1;
          break;
        case '~Fallback':
          if (alternatives.length > 0) alternatives.at(-1)!.hasFallback = true;
          break;
        case 'txbxContent':
          boxDepth += 1;
          if (boxDepth === 1) boxStart = end;
          break;
        case 'p': {
          if (selfClosing) break;
          const silent = choice > 0 || (boxDepth > 0 && path.includes('drawing'));
          open.push({
            styleId: undefined,
            numId: undefined,
            numLevel: undefined,
            outlineLevel: undefined,
            deletedMark: false,
            at: end,
            boxes: [],
            nested: open.length > 0,
            silent,
          });
          break;
        }
        case 'pStyle':
          if (paragraph !== undefined && inProperties('pPr', 'p')) paragraph.styleId = attribute(attributes, 'val');
          break;
        case 'numId':
          if (paragraph !== undefined && inProperties('numPr', 'pPr', 'p'))
            paragraph.numId = attribute(attributes, 'val');
          break;
        case 'ilvl':
          if (paragraph !== undefined && inProperties('numPr', 'pPr', 'p'))
            paragraph.numLevel = Number(attribute(attributes, 'val') ?? 0);
          break;
        case 'outlineLvl':
          if (paragraph !== undefined && inProperties('pPr', 'p'))
            paragraph.outlineLevel = Number(attribute(attributes, 'val') ?? 9);
          break;
        case 'del':
        case 'moveFrom':
          if (paragraph !== undefined && inProperties('rPr', 'pPr')) paragraph.deletedMark = true;
          break;
        case 'tbl':
          tables.push({ bordered: false });
          tableStack.push(tables.length - 1);
          break;
        case 'tblStyle':
          // The style part is not searched for lines: the grids of all producers have "grid" in their names.
          if (tableStack.length > 0 && /grid|lưới|list|medium|colorful/i.test(attribute(attributes, 'val') ?? ''))
            tables[tableStack.at(-1)!]!.bordered = true;
          break;
        case 'top':
        case 'bottom':
        case 'left':
        case 'right':
        case 'start':
        case 'end':
        case 'insideH':
        case 'insideV': {
          const holder = path.at(-2);
          if (holder !== 'tblBorders' && holder !== 'tcBorders') break;
          const size = attribute(attributes, 'sz');
          if (
            tableStack.length > 0 &&
            drawn.test(attribute(attributes, 'val') ?? '') &&
            size !== '0' &&
            holder === 'tblBorders'
          )
            tables[tableStack.at(-1)!]!.bordered = true;
          // One drawn edge of a cell may be the rule under a letterhead; a grid has edges on the sides.
          else if (
            tableStack.length > 0 &&
            drawn.test(attribute(attributes, 'val') ?? '') &&
            /left|right|start|end/.test(local)
          )
            tables[tableStack.at(-1)!]!.bordered = true;
          break;
        }
        case 'r':
          runs.push(openRun(tagStart(end), end));
          break;
        case 'rPr':
          if (runs.length > 0 && path.at(-2) === 'r' && !selfClosing) runs.at(-1)!.properties = end;
          break;
        case 'rFonts':
          if (runs.length > 0 && inProperties('rPr', 'r')) {
            const run = runs.at(-1)!;
            run.font = fontOf(attributes, themeFonts) ?? null;
            run.shown = attribute(attributes, 'ascii') ?? null;
          }
          break;
        case 'rStyle':
          if (runs.length > 0 && inProperties('rPr', 'r')) runs.at(-1)!.style = attribute(attributes, 'val') ?? null;
          break;
        case 'sym': {
          fields.add('?');
          // A letter of a font with an encoding of its own, put in by "Insert symbol": mammoth knows pictograms alone.
          const code = /^[0-9a-f]{2,4}$/i.exec(attribute(attributes, 'char') ?? '')?.[0];
          const font = attribute(attributes, 'font') ?? '';
          if (code === undefined || !selfClosing || runs.length === 0 || fontHint(font).encoding === null) break;
          runs.at(-1)!.font = font;
          replaceTag(end, `<${prefix}t>&#x${code};</${prefix}t>`);
          break;
        }
        case 'vanish':
          if (runs.length > 0 && inProperties('rPr', 'r')) runs.at(-1)!.hidden = isOn(attributes);
          break;
        case 'caps':
          if (runs.length > 0 && inProperties('rPr', 'r')) runs.at(-1)!.capitals = isOn(attributes);
          break;
        case 'fldChar': {
          const type = attribute(attributes, 'fldCharType');
          if (type === 'begin') fields.begin();
          else if (type === 'separate') fields.separate();
          else if (type === 'end') {
            const sign = fields.end();
            const run = runs.at(-1);
            if (sign === null || run === undefined || !selfClosing) break;
            if (fontHint(sign.font).encoding !== null) run.font = sign.font;
            edits.push({ start: end, end, text: textOf(sign) });
          }
          break;
        }
        case 't':
          // The result of a field in another field's code is no text.
          hiddenText = fields.inResult && fields.inCode;
          inText = true;
          if (hiddenText) rename(end, name, `${prefix}instrText`);
          break;
        case 'instrText':
          inText = true;
          break;
        case 'delText':
          deletedStart = end;
          break;
        case '~oMathPara':
          replaceTag(end, '');
          break;
        case '~oMath':
          if (equationDepth === 0) equationStart = tagStart(end);
          equationDepth += 1;
          break;
        case 'tblHeader':
          // mammoth takes the element for a head row whatever its value says.
          if (selfClosing && !isOn(attributes)) replaceTag(end, '');
          break;
        case 'fldSimple':
          fields.begin(attribute(attributes, 'instr') ?? '');
          rename(end, name, `${prefix}smartTag`);
          break;
        case 'bdo':
        case 'dir':
          rename(end, name, `${prefix}smartTag`);
          break;
        case 'cr':
          if (selfClosing) replaceTag(end, `<${prefix}br/>`);
          break;
        case 'ptab':
          if (selfClosing) replaceTag(end, `<${prefix}tab/>`);
          break;
        case 'footnoteReference':
        case 'endnoteReference':
          if (/^(?:1|true|on)$/.test(attribute(attributes, 'customMarkFollows') ?? '') && selfClosing)
            edits.push({
              start: end,
              end,
              text: `<${prefix}bookmarkStart ${prefix}id="0" ${prefix}name="${customMark}"/>`,
            });
          break;
        case '~graphic':
        case '~imagedata':
          // Pictures carry no text, and one whose file is missing would stop mammoth.
          if (pictureDepth === 0) pictureStart = tagStart(end);
          pictureDepth += 1;
          break;
      }
    },
    close(name, end, selfClosing) {
      const local = name.startsWith(prefix) ? name.slice(prefix.length) : `~${localName(name)}`;
      path.pop();
      const removal = removals.close(local, end);
      if (removal !== null) edits.push(removal);
      switch (local) {
        case '~AlternateContent': {
          const done = alternatives.pop();
          if (done !== undefined && !done.hasFallback) open[0]?.boxes.push(...done.boxes);
          break;
        }
        case '~Choice':
          choice -= 1;
          break;
        case 'txbxContent':
          boxDepth -= 1;
          if (boxDepth === 0 && boxStart >= 0 && !selfClosing) {
            const raw = xml.slice(boxStart, tagStart(end));
            if (choice > 0) alternatives.at(-1)?.boxes.push(raw);
            else if (path.includes('drawing')) open[0]?.boxes.push(raw);
          }
          break;
        case 'pPr':
          if (path.at(-1) === 'p' && open.length > 0) open.at(-1)!.at = end;
          break;
        case 'p': {
          if (selfClosing) break;
          const paragraph = open.pop();
          if (paragraph === undefined) break;
          // A code that was never closed hides nothing further.
          fields.forgetCodes();
          if (paragraph.boxes.length > 0) edits.push({ start: end, end, text: paragraph.boxes.join('') });
          if (paragraph.silent) break;
          const style = styles.paragraph(paragraph.styleId);
          const numId = paragraph.numId ?? style.numId;
          const inherited = paragraph.numId === undefined;
          const level = paragraph.numLevel ?? (inherited ? style.numLevel : 0);
          const counted = numId !== undefined && numId !== '0' && !paragraph.deletedMark && !removals.inside();
          const outline = paragraph.outlineLevel ?? style.outlineLevel ?? 9;
          edits.push({
            start: paragraph.at,
            end: paragraph.at,
            text: `<${prefix}bookmarkStart ${prefix}id="0" ${prefix}name="${markName(letter, paragraphs.length)}"/>`,
          });
          paragraphs.push({
            style,
            label: counted
              ? labelled(numbering.next(numId, level, inherited ? style.numStyle : undefined), style)
              : null,
            outlineLevel: outline >= 0 && outline < 9 ? outline : null,
            table: tableStack.at(-1) ?? null,
          });
          break;
        }
        case 'tbl':
          tableStack.pop();
          break;
        case 'r': {
          const run = runs.pop();
          if (run === undefined) break;
          if (!selfClosing) edits.push(...editsOfRun(run, end, open.at(-1)?.styleId, styles, prefix));
          break;
        }
        case 't':
          if (hiddenText && !selfClosing) rename(end, name, `${prefix}instrText`);
          hiddenText = false;
          inText = false;
          break;
        case 'instrText':
          inText = false;
          break;
        case 'delText':
          if (!selfClosing) deletions.add(xml.slice(deletedStart, tagStart(end)).replace(/&\w+;/g, '?'));
          break;
        case '~oMathPara':
          if (!selfClosing) replaceTag(end, '');
          break;
        case '~oMath':
          equationDepth -= 1;
          if (equationDepth === 0)
            edits.push({ start: equationStart, end, text: equationRuns(xml.slice(equationStart, end), part, prefix) });
          break;
        case 'fldSimple': {
          const sign = fields.end();
          const at = selfClosing ? end : tagStart(end);
          if (sign !== null) edits.push({ start: at, end: at, text: runOf(sign) });
          if (!selfClosing) rename(end, name, `${prefix}smartTag`);
          break;
        }
        case 'bdo':
        case 'dir':
          if (name.startsWith(prefix) && !selfClosing) rename(end, name, `${prefix}smartTag`);
          break;
        case '~graphic':
        case '~imagedata':
          pictureDepth -= 1;
          if (pictureDepth === 0) edits.push({ start: pictureStart, end, text: '' });
          break;
      }
    },
    text(text) {
      if (inText) fields.add(text);
    },
  });
  return { xml: applyEdits(xml, edits), paragraphs, tables };
}

/** A label without a font of its own is set in that of its paragraph. */
const labelled = (label: ListLabel | null, style: ParagraphStyle): ListLabel | null =>
  label === null || label.font !== null ? label : { ...label, font: style.font ?? null };
