import { type UnzipFileInfo, unzipSync } from 'fflate';
import { PipelineError } from '../../model/index.js';
import type { ReaderInput } from '../reader.js';
import { mostEntries } from '../zip/read-directory.js';
import { attribute, localName, parseXml } from './parse-xml.js';

/** The parts of a word-processing package that carry text, unpacked. */
export interface WordPackage {
  /** by path without leading slash */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly mainPath: string;
  /** targets of the main part's relationships, by the last word of their type ("styles", "header") */
  readonly related: ReadonlyMap<string, readonly string[]>;
}

// Word XML shrinks to a thirtieth, tables of one repeated row to a hundredth; deflate's own limit is a thousandth.
const bombRatio = 200;
const harmless = 32 * 1024 * 1024;

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

function unzip(input: ReaderInput): Map<string, Uint8Array> {
  const { bytes, name, limits } = input;
  if (((bytes[6] ?? 0) & 1) === 1) throw new PipelineError('encrypted', `${name} is a ZIP with a password`);
  let entries = 0;
  let unpacked = 0;
  const bomb = (why: string): never => {
    throw new PipelineError('archive-bomb', `${name} ${why}`);
  };
  const filter = (entry: UnzipFileInfo): boolean => {
    entries += 1;
    unpacked += entry.originalSize;
    if (entries > mostEntries) bomb(`holds more than ${mostEntries} entries`);
    if (unpacked > limits.maxUnpackedBytes) bomb(`unpacks to more than ${limits.maxUnpackedBytes} bytes`);
    if (entry.originalSize > harmless && entry.originalSize > bombRatio * Math.max(1, entry.size))
      bomb(`holds ${entry.name}, which unpacks to ${entry.originalSize} bytes from ${entry.size}`);
    return isText(entry.name);
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (cause) {
    if (cause instanceof PipelineError) throw cause;
    throw new PipelineError('corrupt', `${name} is cut short or damaged and cannot be unpacked`, { cause });
  }
}

/**
 * Opens a DOCX under the limits. Nothing is written to disk, so no entry can leave its folder.
 *
 * @throws PipelineError `corrupt`, `encrypted`, `archive-bomb`; `unsupported-format` for a ZIP that is no DOCX
 */
export function openPackage(input: ReaderInput): WordPackage {
  const parts = unzip(input);
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
