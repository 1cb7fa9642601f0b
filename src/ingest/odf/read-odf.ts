import { PipelineError, type SourceDocument } from '../../model/index.js';
import { countCharacters } from '../count-characters.js';
import { decodePart } from '../docx/open-package.js';
import { parseXml } from '../docx/parse-xml.js';
import { trackedDeletions } from '../flow/tracked-deletions.js';
import { createTreeBuilder } from '../flow/tree-builder.js';
import type { ReaderInput } from '../reader.js';
import { hiddenWarnings } from '../sheet/shown-cells.js';
import { readParts } from '../zip/read-parts.js';
import { createOdfStyles } from './odf-styles.js';
import { readRoots } from './read-roots.js';
import { restoreDeletions } from './restore-deletions.js';
import { weighRepeats } from './weigh-repeats.js';

export const odtMediaType = 'application/vnd.oasis.opendocument.text';
export const odsMediaType = 'application/vnd.oasis.opendocument.spreadsheet';

/** In LibreOffice's older files that of the first page has a name of LibreOffice's own. */
const pageHeader = /<(?:style|loext):header(?:-left|-first)?[\s>]/;

/**
 * Reads an OpenDocument text or spreadsheet: text with its fonts, tables, notes, lists with their numbers, text boxes, and
 * the letterhead where it stands in the page header. What a spreadsheet hides is left out
 * unless it is to be kept.
 *
 * @throws PipelineError `corrupt`, `encrypted`, `archive-bomb`, `too-large`
 * @source ODF 1.3 part 3
 */
export async function readOdf(input: ReaderInput, mediaType: string): Promise<SourceDocument> {
  const parts = readParts(input, (part) => /^(?:content|styles|META-INF\/manifest)\.xml$/.test(part));
  const part = (name: string) => {
    const found = parts.get(name);
    if (found === undefined) return null;
    const xml = decodePart(found).replace(/^\ufeff/, '');
    return input.hidden === 'kept' ? restoreDeletions(xml, `${input.name}: ${name}`, countCharacters(input)) : xml;
  };
  if (part('META-INF/manifest.xml')?.includes('encryption-data'))
    throw new PipelineError('encrypted', `${input.name} has a password; save it without one and import it again`);
  const content = part('content.xml');
  if (content === null) throw new PipelineError('corrupt', `${input.name} is damaged: its text is missing`);
  const styles = createOdfStyles();
  const stylesPart = part('styles.xml');
  if (stylesPart !== null)
    parseXml(stylesPart, `${input.name}: styles.xml`, { open: styles.open, close: styles.close });
  const builder = createTreeBuilder();
  const deletions = trackedDeletions();
  const reading = { input, builder, grow: weighRepeats(input), deletions, leftOut: { cells: 0 } };
  const [body = []] = readRoots({ name: 'content.xml', xml: content }, /^office:body$/, styles, reading);
  const pageHeaders =
    stylesPart !== null && pageHeader.test(stylesPart)
      ? // The styles of this part are not those of the text, though they may have their names.
        readRoots(
          { name: 'styles.xml', xml: stylesPart },
          /^(?:style|loext):header(?:-left|-first)?$/,
          createOdfStyles(),
          {
            ...reading,
            builder: createTreeBuilder(),
            deletions: trackedDeletions(),
          },
        )
      : [];
  const warnings = [...deletions.diagnostics(), ...hiddenWarnings(reading.leftOut.cells)];
  return builder.assemble(input, mediaType, body, warnings, pageHeaders);
}
