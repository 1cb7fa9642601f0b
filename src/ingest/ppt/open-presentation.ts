import { PipelineError } from '../../model/index.js';
import { openCompound } from '../compound/open-compound.js';
import { type Atom, atomAt, longAt } from './atoms.js';

export interface Presentation {
  readonly document: Atom;
  /** a slide, a master or a page of notes by the number that the document knows it by */
  resolve(reference: number): Atom | null;
}

const type = { edit: 0x0ff5, directory: 0x1772, document: 0x03e8, locked: 0x2f14 } as const;
/** Each save may add an edit; one that names itself as the one before would never end. */
const mostEdits = 10_000;

/**
 * Opens a presentation of PowerPoint 97–2003: what its last save left, not what an earlier one had.
 *
 * @throws PipelineError `encrypted`, `corrupt`
 * @source [MS-PPT] 2.1.2 (PowerPoint Document), 2.3.3 (UserEditAtom), 2.3.4 (PersistDirectoryAtom)
 */
export function openPresentation(bytes: Uint8Array, name: string): Presentation {
  const compound = openCompound(bytes);
  const stream = compound?.stream('PowerPoint Document') ?? null;
  const current = compound?.stream('Current User') ?? null;
  if (stream === null) throw new PipelineError('corrupt', `${name} is damaged: its slides are missing`);
  const places = new Map<number, number>();
  let documentAt = -1;
  let at = current === null ? -1 : longAt(current, 16);
  const seen = new Set<number>();
  while (at > 0 && !seen.has(at) && seen.size < mostEdits) {
    seen.add(at);
    const edit = atomAt(stream, at);
    if (edit?.type !== type.edit) break;
    // A key for the whole file stands behind the usual fields.
    if (edit.data.length >= 32 && longAt(edit.data, 28) !== 0)
      throw new PipelineError('encrypted', `${name} has a password; save it without one and import it again`);
    readPlaces(atomAt(stream, longAt(edit.data, 12)), places);
    if (documentAt < 0) documentAt = longAt(edit.data, 16);
    at = longAt(edit.data, 8);
  }
  const document = atomAt(stream, places.get(documentAt) ?? -1) ?? lastDocument(stream);
  if (document?.type !== type.document)
    throw new PipelineError('corrupt', `${name} is damaged: the list of its slides is missing`);
  return { document, resolve: (reference) => atomAt(stream, places.get(reference) ?? -1) };
}

/** Later saves come first: a place that is known stands. */
function readPlaces(directory: Atom | null, places: Map<number, number>): void {
  if (directory?.type !== type.directory) return;
  const { data } = directory;
  for (let at = 0; at + 4 <= data.length; ) {
    const head = longAt(data, at);
    const [first, count] = [head & 0xfffff, head >>> 20];
    at += 4;
    for (let index = 0; index < count && at + 4 <= data.length; index += 1, at += 4)
      if (!places.has(first + index)) places.set(first + index, longAt(data, at));
  }
}

/** Where the table of places is damaged: the last document of the stream. */
function lastDocument(stream: Uint8Array): Atom | null {
  let found: Atom | null = null;
  for (let at = 0, atom = atomAt(stream, 0); atom !== null; at += 8 + atom.data.length, atom = atomAt(stream, at))
    if (atom.type === type.document) found = atom;
  return found;
}
