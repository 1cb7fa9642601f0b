import { type FailureCode, PipelineError } from '../../model/index.js';
import { detectFormat, type Format } from '../detect-format.js';
import { parseMail } from '../mail/read-mail.js';
import { mayHoldAttachments, readAttachments } from '../pdf/read-attachments.js';
import { defaultLimits, type ReadLimits } from '../reader.js';
import { entriesOverlap, mostEntries, readDirectory } from '../zip/read-directory.js';
import { unpackEntry } from '../zip/unpack-entry.js';

/** A file in another one; `Content` says where its bytes are. */
export type FileWithin<Content> = {
  /** where it lies in it: names of folders and files apart by `/`, those of archives in it by `!/` */
  readonly path: string;
  /** without folder */
  readonly name: string;
} & (
  | ({ readonly kind: 'file' } & Content)
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly message: string }
);

export type PackedFile = FileWithin<{ readonly bytes: Uint8Array }>;

export interface PackedFiles {
  /** whether the file itself is a report too: a letter or a PDF is, an archive is not */
  readonly isReport: boolean;
  readonly files: AsyncGenerator<PackedFile>;
}

/** Archives in archives. */
const deepest = 4;
/** What word processors, packers and systems leave in archives and nobody means to keep. */
const nobodysFile = /(?:^|\/)(?:\.[^/]*|__MACOSX\/.*|~\$[^/]*|Thumbs\.db|desktop\.ini)$/i;

/** What all files of one archive may come to. */
interface Budget {
  bytes: number;
  files: number;
}

/** A file that holds others, and where it is among those that hold it. */
interface Opened {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** what paths of its files begin with */
  readonly folder: string;
  /** from 1 */
  readonly depth: number;
  readonly budget: Budget;
}

/**
 * The files in an archive (ZIP) or attached to a letter (EML) or a PDF, one after another, with those in files among them.
 * Names never lead out of the archive: folders above it and roots are left out of them. An entry that cannot be unpacked
 * is one failed file; what goes over a limit ends the archive there, with a failure that says so.
 *
 * @returns null for a file that holds no others
 */
export async function unpackFiles(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits = defaultLimits,
): Promise<PackedFiles | null> {
  const budget: Budget = { bytes: limits.maxUnpackedBytes, files: mostEntries };
  const holder = holderOf(detectFormat(bytes, name), bytes);
  if (holder === null) return null;
  return { isReport: holder !== 'zip', files: filesIn[holder]({ bytes, name, folder: '', depth: 1, budget }) };
}

type Holder = 'zip' | 'mail' | 'pdf';

const holderOf = (format: Format | null, bytes: Uint8Array): Holder | null =>
  format === 'zip' || format === 'mail' || (format === 'pdf' && mayHoldAttachments(bytes)) ? format : null;

async function* filesOfZip(opened: Opened): AsyncGenerator<PackedFile> {
  const { bytes, name, budget } = opened;
  const entries = readDirectory(bytes, mostEntries + 1) ?? [];
  if (entriesOverlap(bytes, entries)) throw new PipelineError('archive-bomb', `${name} holds entries over one another`);
  for (const entry of entries) {
    const inside = safePath(entry.name);
    if (/[\\/]$/.test(entry.name) || inside === '' || nobodysFile.test(inside)) continue;
    yield* oneFile(opened, inside, () => unpackEntry(bytes, entry, Math.max(0, budget.bytes), `${name}: ${inside}`));
    if (budget.files < 0 || budget.bytes < 0) return;
  }
}

async function* filesOfMail(opened: Opened): AsyncGenerator<PackedFile> {
  const { bytes, name, budget } = opened;
  const mail = await parseMail(bytes, name);
  const nameOf = attachedNames();
  for (const { filename, content, related, mimeType } of mail.attachments) {
    // Pictures of signatures and the like are part of the letter's own text.
    if (related === true || (mimeType.startsWith('image/') && !filename)) continue;
    const inside = nameOf(filename ?? '', mimeType === 'message/rfc822' ? 'eml' : 'bin');
    const read = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer);
    yield* oneFile(opened, inside, () => read);
    if (budget.files < 0 || budget.bytes < 0) return;
  }
}

async function* filesOfPdf(opened: Opened): AsyncGenerator<PackedFile> {
  const { bytes, name, budget } = opened;
  const nameOf = attachedNames();
  for (const attached of await readAttachments(bytes, name, budget.files + 1, Math.max(0, budget.bytes))) {
    const inside = nameOf(attached.name, 'bin');
    yield* oneFile(opened, inside, attached.unpack);
    if (budget.files < 0 || budget.bytes < 0) return;
  }
}

const filesIn: Record<Holder, (opened: Opened) => AsyncGenerator<PackedFile>> = {
  zip: filesOfZip,
  mail: filesOfMail,
  pdf: filesOfPdf,
};

/** Names for attached files, by their own: two attachments of one name are two files, one without a name is a number. */
function attachedNames(): (own: string, ending: string) => string {
  const seen = new Map<string, number>();
  let count = 0;
  return (own, ending) => {
    count += 1;
    const name = safePath(own.replaceAll('/', '_')) || `${count}.${ending}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${before + 1}-${name}`;
  };
}

async function* oneFile(
  { folder, depth, budget }: Opened,
  inside: string,
  unpack: () => Uint8Array,
): AsyncGenerator<PackedFile> {
  const path = `${folder}${inside}`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const failed = (error: PipelineError): PackedFile => ({
    kind: 'failed',
    path,
    name,
    code: error.code,
    message: error.message,
  });
  budget.files -= 1;
  if (budget.files < 0) {
    yield failed(new PipelineError('archive-bomb', `${path}: more than ${mostEntries} files in one archive`));
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = unpack();
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    if (error.code === 'archive-bomb') budget.bytes -= 1;
    yield failed(error);
    return;
  }
  budget.bytes -= bytes.length;
  const holder = holderOf(detectFormat(bytes, name), bytes);
  if (holder !== 'zip') yield { kind: 'file', path, name, bytes };
  if (holder === null) return;
  if (depth >= deepest) {
    if (holder === 'zip')
      yield failed(new PipelineError('archive-bomb', `${path}: archives in archives more than ${deepest} deep`));
    return;
  }
  try {
    yield* filesIn[holder]({ bytes, name: path, folder: `${path}!/`, depth: depth + 1, budget });
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    // A letter or a PDF itself is in; that it cannot be opened its own reader says.
    if (holder === 'zip') yield failed(error);
  }
}

/** A path without roots, drives and ways up, in whatever system it was packed. */
export function safePath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .map((part) => part.replace(/[\u0000-\u001f\u007f]/g, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .slice(0, 1000);
}
