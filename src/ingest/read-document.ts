import { createHash } from 'node:crypto';
import { PipelineError, type SourceDocument } from '../model/index.js';
import { countCharacters } from './count-characters.js';
import { describeForeign, detectFormat, isEncryptedOffice } from './detect-format.js';
import { docMediaType, readDoc } from './doc/read-doc.js';
import { readDocx, readWordPackage } from './docx/read-docx.js';
import { readHtml } from './html/read-html.js';
import { readMail } from './mail/read-mail.js';
import { odsMediaType, odtMediaType, readOdf } from './odf/read-odf.js';
import { readOldFormat } from './office/read-converted.js';
import { readPdf } from './pdf/read-pdf.js';
import { readPicture } from './picture/read-picture.js';
import { readPlain } from './plain/read-plain.js';
import { readPpt } from './ppt/read-ppt.js';
import {
  defaultLimits,
  type HiddenContent,
  type OfficeConverter,
  type ReaderInput,
  type ReadLimits,
} from './reader.js';
import type { RecognitionOptions } from './recognition.js';
import { readRtf, rtfMediaType } from './rtf/read-rtf.js';
import { readXls, xlsMediaType } from './xls/read-xls.js';
import { readXlsx } from './xlsx/read-xlsx.js';
import { mostEntries, readDirectory } from './zip/read-directory.js';

/**
 * Reads a report from its bytes.
 *
 * @param file the whole file and its name without folder; with an office program, old formats are read through it
 * @param file.capitals `typed`: letters that are capitals by their font alone (.VnTimeH) stay small, as they are in the
 *   file and in what converters make of it
 * @param file.hidden `kept`: words that are hidden or were deleted while changes were tracked stand where they stood, and
 *   hidden rows, columns and sheets are read as the others, as converters give them. Not known of: cells that were deleted
 *   from an ODS with changes tracked, fields that show their text on a condition. A PDF or a picture hides nothing
 * @param file.recognition whether and how the letters of pictures are read; missing: they are not
 * @throws RecognitionNeeded where recognition is to be postponed
 * @throws PipelineError `empty`, `too-large`, `unsupported-format`, `needs-office`, `encrypted`, `corrupt`, `no-text`, `too-many-pages`, `archive-bomb`
 */
export async function readDocument(
  file: {
    readonly bytes: Uint8Array;
    readonly name: string;
    readonly office?: OfficeConverter;
    readonly recognition?: RecognitionOptions;
    readonly capitals?: NonNullable<ReaderInput['capitals']>;
    readonly hidden?: HiddenContent;
  },
  limits: ReadLimits = defaultLimits,
): Promise<SourceDocument> {
  const { bytes, name } = file;
  if (bytes.length === 0) throw new PipelineError('empty', `${name} holds no bytes`);
  if (bytes.length > limits.maxBytes)
    throw new PipelineError('too-large', `${name} has ${bytes.length} bytes, more than ${limits.maxBytes}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const document = await read({ ...file, sha256, limits });
  countCharacters({ name, limits })(document.text.length);
  if (!hasText(document)) throw new PipelineError('no-text', `${name} holds no text; it may be a scan`);
  return document;
}

const hasText = ({ text }: SourceDocument) => /[\p{L}\p{N}]/u.test(text);

const read = (input: ReaderInput): Promise<SourceDocument> =>
  detectFormat(input.bytes, input.name) === 'docx' ? readWord(input) : readOther(input);

async function readOther(input: ReaderInput): Promise<SourceDocument> {
  const { bytes, name } = input;
  const format = detectFormat(bytes, name);
  switch (format) {
    case 'docx':
      return readDocx(input);
    case 'doc':
      return readOldFormat(input, readDoc, { from: 'doc', to: 'docx', mediaType: docMediaType, read: readDocx });
    case 'rtf':
      return readOldFormat(input, readRtf, { from: 'rtf', to: 'docx', mediaType: rtfMediaType, read: readDocx });
    case 'odt':
      return readOdf(input, odtMediaType);
    case 'ods':
      return readOdf(input, odsMediaType);
    case 'html':
      return readHtml(input);
    case 'xlsx':
      return readXlsx(input);
    case 'xls':
      return readOldFormat(input, readXls, { from: 'xls', to: 'xlsx', mediaType: xlsMediaType, read: readXlsx });
    case 'ppt':
      return readPpt(input);
    case 'mail':
      return readMail(input);
    case 'pdf':
      return readPdf(input);
    case 'png':
    case 'jpeg':
    case 'tiff':
      return readPicture(input, format);
    case 'text':
    case 'markdown':
      return readPlain(input);
    case 'zip':
      if (readDirectory(bytes, mostEntries + 1)!.length > mostEntries)
        throw new PipelineError('archive-bomb', `${name} holds more than ${mostEntries} entries`);
      throw new PipelineError(
        'unsupported-format',
        `${name} is a ZIP archive; import it, and each file in it is a report of its own`,
      );
    case null:
      if (isEncryptedOffice(bytes))
        throw new PipelineError('encrypted', `${name} has a password; save it without one and import it again`);
      throw unsupported(name, describeForeign(bytes) ?? 'of a kind that is not known');
  }
}

/** A DOCX, or the file of another format that is all it holds. */
async function readWord(input: ReaderInput): Promise<SourceDocument> {
  const { document, onlyChunk: bytes } = await readWordPackage(input);
  if (hasText(document)) return document;
  // A DOCX in a DOCX has its own text or none: packages that hold themselves end here.
  if (bytes === null || bytes.length === 0) return document;
  const within = { ...input, bytes };
  const chunk = await readOther(within);
  return { ...chunk, mediaType: document.mediaType, bytes: document.bytes };
}

const unsupported = (name: string, what: string) =>
  new PipelineError('unsupported-format', `${name} is ${what}, which cannot be read; save it as DOCX or PDF`);
