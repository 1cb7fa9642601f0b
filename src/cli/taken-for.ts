import type { LegalDocument } from '../model/index.js';
import { aboutDocument, labelOf } from '../publish/index.js';
import type { Archive, NumberHit } from '../store/index.js';
import type { Context } from './session.js';

export const fileName = /\.[\p{L}\d]{1,5}$/u;
const mostOthers = 20;

/** A number that several documents bear, and the one of them that the answer is about. */
export interface TakenFor {
  readonly asked: string;
  readonly document: LegalDocument;
  readonly others: readonly LegalDocument[];
}

/** Documents that a number fits as well as the one that was taken. */
export function othersLike(hits: readonly NumberHit[], taken: string): readonly LegalDocument[] {
  const match = hits.find(({ document }) => document.key === taken)?.match;
  return hits.filter((hit) => hit.match === match && hit.document.key !== taken).map(({ document }) => document);
}

/**
 * Of the numbers of a question those that several documents bear.
 *
 * @param asked as typed, each with the document it was taken for; null: the best hit
 */
export async function takenFor(
  archive: Archive,
  asked: readonly (readonly [what: string, document: LegalDocument | null])[],
): Promise<readonly TakenFor[]> {
  const taken: TakenFor[] = [];
  for (const [what, known] of asked) {
    if (what.startsWith('/') || fileName.test(what)) continue;
    const hits = await archive.searchNumbers(what, { limit: mostOthers });
    const document = known ?? hits[0]?.document;
    if (document === undefined) continue;
    const others = othersLike(hits, document.key);
    if (others.length > 0) taken.push({ asked: what, document, others });
  }
  return taken;
}

export function sayTaken({ terminal, messages, config }: Context, taken: readonly TakenFor[]): void {
  const named = (document: LegalDocument): string =>
    [labelOf(document), ...aboutDocument(document, config.language)].join('; ');
  for (const { asked, document, others } of taken)
    terminal.err(
      messages.graph.takenFor(
        asked,
        named(document),
        others.map((other) => `${other.key} (${named(other)})`),
      ),
    );
}
