import { zipSync } from 'fflate';
import type { Diagnostic, SourceDocument } from '../../model/index.js';
import { assembleDocument } from '../draft.js';
import { letterheadBlocks } from '../flow/letterhead.js';
import { type TrackedDeletions, trackedDeletions } from '../flow/tracked-deletions.js';
import type { ReaderInput } from '../reader.js';
import { decodeTree } from './decode-tree.js';
import { draftOfTree } from './draft-of-tree.js';
import { checkFits } from './fits-memory.js';
import { readTree } from './mammoth-tree.js';
import { decodePart, openPackage, type WordPackage } from './open-package.js';
import { preparePart } from './prepare-part.js';
import type { PreparedPart } from './prepared-part.js';
import { readNumbering } from './read-numbering.js';
import { readPageHeader } from './read-page-header.js';
import { readStyles, type Styles } from './read-styles.js';
import { type FontNames, readThemeFonts } from './run-fonts.js';
import { showHidden } from './show-hidden.js';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Reads a DOCX: mammoth reads the text from a package that was prepared so that it drops nothing.
 *
 * @throws PipelineError `unsupported-format`, `encrypted`, `corrupt`, `archive-bomb`, `out-of-memory`
 */
export async function readDocx(input: ReaderInput): Promise<SourceDocument> {
  return (await readWordPackage(input)).document;
}

export interface ReadPackage {
  readonly document: SourceDocument;
  /**
   * The file that may be the whole text of a DOCX: web programs put a page or RTF into an empty package and leave the rest
   * to Word. Null when there is none, or several.
   */
  readonly onlyChunk: Uint8Array | null;
}

/** As `readDocx`, with what the package holds beside its own text. */
export async function readWordPackage(input: ReaderInput): Promise<ReadPackage> {
  const opened = openPackage(input);
  const deletions = trackedDeletions();
  const { packed, prepared, styles, themeFonts } = prepare(opened, input, deletions);
  const { draft, conversions } = draftOfTree(decodeTree(await readTree(packed, input.name), prepared, input.capitals));
  const chunks = opened.related.get('aFChunk') ?? [];
  const document = assembleDocument({
    sha256: input.sha256,
    name: input.name,
    mediaType,
    bytes: input.bytes.length,
    pageCount: null,
    ...draft,
    blocks: [
      ...letterheadBlocks(pageHeaders(opened, input, styles, themeFonts), draft.blocks, input.capitals),
      ...draft.blocks,
    ],
    warnings: [
      ...deletions.diagnostics(),
      ...conversions,
      ...(chunks.length === 0
        ? []
        : [leftOut(`${chunks.length} files of other formats, put into the text as they are (altChunk)`)]),
    ],
  });
  return { document, onlyChunk: chunks.length === 1 ? opened.parts.get(chunks[0]!)! : null };
}

const leftOut = (what: string): Diagnostic => ({ code: 'ingest/part-left-out', level: 'warning', message: what });

interface Prepared {
  readonly packed: Uint8Array;
  readonly prepared: Map<string, PreparedPart>;
  readonly styles: Styles;
  readonly themeFonts: FontNames;
}

/** A part that is known to be there. */
function xmlOf(opened: WordPackage, path: string, { name, hidden }: ReaderInput): string {
  const xml = decodePart(opened.parts.get(path)!).replace(/^\ufeff/, '');
  return hidden === 'kept' ? showHidden(xml, `${name}: ${path}`) : xml;
}

function prepare(opened: WordPackage, input: ReaderInput, deletions: TrackedDeletions): Prepared {
  const { name } = input;
  const textOf = (type: string) => {
    const path = opened.related.get(type)?.[0];
    return path === undefined ? undefined : { path, xml: xmlOf(opened, path, input) };
  };
  const stylesPart = textOf('styles');
  const themeFonts = readThemeFonts(textOf('theme')?.xml, `${name}: theme`);
  const styles = readStyles(stylesPart?.xml, `${name}: styles`, themeFonts);
  const numberingPart = textOf('numbering');
  const numbering = readNumbering(numberingPart?.xml, `${name}: numbering`, styles);
  const prepared = new Map<string, PreparedPart>();
  const files: Record<string, Uint8Array> = {};
  for (const [path, bytes] of opened.parts)
    if (!/\/(?:header|footer|settings|fontTable|webSettings|theme)\d*\.xml$/.test(path)) files[path] = bytes;
  const encoder = new TextEncoder();
  const main = { path: opened.mainPath, xml: xmlOf(opened, opened.mainPath, input) };
  for (const [letter, part] of [
    ['d', main],
    ['f', textOf('footnotes')],
    ['e', textOf('endnotes')],
  ] as const) {
    if (part === undefined) continue;
    // What is not well-formed or nested too deep is said first: more memory would not help there.
    const done = preparePart(part.xml, `${name}: ${part.path}`, letter, styles, numbering, themeFonts, deletions);
    checkFits(done.xml, `${name}: ${part.path}`);
    prepared.set(letter, done);
    files[part.path] = encoder.encode(done.xml);
  }
  // Stored, not deflated: the package lives for one call.
  return { packed: zipSync(files, { level: 0 }), prepared, styles, themeFonts };
}

/** Most headers hold a page number; only those of some size are worth reading, and only as long as they are asked for. */
function* pageHeaders(opened: WordPackage, input: ReaderInput, styles: Styles, themeFonts: FontNames) {
  for (const path of opened.related.get('header') ?? []) {
    const xml = xmlOf(opened, path, input);
    if (xml.length >= 400) yield readPageHeader(xml, `${input.name}: ${path}`, styles, themeFonts);
  }
}
