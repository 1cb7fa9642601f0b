import { PipelineError } from '../../model/index.js';
import type { ReaderInput } from '../reader.js';
import { readParts } from '../zip/read-parts.js';
import { attribute, localName, parseXml } from './parse-xml.js';

/** The parts of a word-processing package that carry text, unpacked. */
export interface WordPackage {
  /** by path without leading slash */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly mainPath: string;
  /** targets of the main part's relationships, by the last word of their type ("styles", "header") */
  readonly related: ReadonlyMap<string, readonly string[]>;
}

const isText = (name: string) =>
  (/\.(?:xml|rels|mht|mhtml|html?|rtf|txt|docx)$/i.test(name) &&
    !/(?:^|\/)(?:customXml|docProps|comments|embeddings|media)/i.test(name)) ||
  name === '[Content_Types].xml';

/** Decodes an XML part: UTF-8 unless a byte order mark says UTF-16. */
export function decodePart(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function relationships(xml: string, part: string, folder: string): { type: string; target: string }[] {
  const found: { type: string; target: string }[] = [];
  parseXml(xml, part, {
    open(name, attributes) {
      if (localName(name) !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
      found.push({ type: (attribute(attributes, 'Type') ?? '').replace(/^.*\//, ''), target: path });
    },
  });
  return found;
}

/**
 * Opens a DOCX under the limits. Nothing is written to disk, so no entry can leave its folder.
 *
 * @throws PipelineError `corrupt`, `encrypted`, `archive-bomb`; `unsupported-format` for a ZIP that is no DOCX
 */
export function openPackage(input: ReaderInput): WordPackage {
  const parts = readParts(input, isText);
  const noDocx = (what: string): never => {
    throw new PipelineError('unsupported-format', `${input.name} is ${what}, not a DOCX`);
  };
  const types = parts.get('[Content_Types].xml');
  const rootRels = parts.get('_rels/.rels');
  if (types === undefined && !parts.has('word/document.xml')) return noDocx('a ZIP archive');
  const root = rootRels === undefined ? [] : relationships(decodePart(rootRels), `${input.name}: _rels/.rels`, '');
  const mainPath =
    root.find(({ type, target }) => type === 'officeDocument' && parts.has(target))?.target ?? 'word/document.xml';
  if (/^xl\//.test(mainPath)) return noDocx('a spreadsheet (XLSX)');
  if (/^ppt\//.test(mainPath)) return noDocx('a presentation (PPTX)');
  if (!parts.has(mainPath)) return noDocx('an office package without a text');

  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1);
  const relsPath = `${folder}_rels/${mainPath.slice(folder.length)}.rels`;
  const rels = parts.get(relsPath);
  const related = new Map<string, string[]>();
  for (const { type, target } of rels === undefined
    ? []
    : relationships(decodePart(rels), `${input.name}: ${relsPath}`, folder))
    if (parts.has(target)) related.set(type, [...(related.get(type) ?? []), target]);
  for (const type of ['styles', 'numbering', 'footnotes', 'endnotes'])
    if (!related.has(type) && parts.has(`word/${type}.xml`)) related.set(type, [`word/${type}.xml`]);
  return { parts, mainPath, related };
}
