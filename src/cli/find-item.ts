import type { LegalDocument } from '../model/index.js';
import { type Archive, type CorrectionState, type ReviewedMention, readMentionId } from '../store/index.js';
import { UsageError } from './errors.js';
import type { Context } from './session.js';

/** A mention by its id. @throws UsageError there is none; of one that a person rejected it says who, and how to get it back */
export async function mentionNamed({ messages }: Context, archive: Archive, id: string): Promise<ReviewedMention> {
  const mention = await archive.mention(id);
  if (mention !== null) return mention;
  const rejection = await rejectionOf(archive, id);
  if (rejection !== null) throw new UsageError(messages.review.rejected(id, rejection.by, rejection.id));
  throw new UsageError(messages.review.noSuchItem(id));
}

/** The decision by which a mention was rejected, so that it stands in the archive no more; null when there is none. */
export async function rejectionOf(archive: Archive, id: string): Promise<CorrectionState | null> {
  const named = readMentionId(id);
  if (named === null) return null;
  const start = Number(/\d+/.exec(named.place)![0]);
  const rejections = (await archive.corrections()).filter(
    ({ report, decision, state }) =>
      state === 'in-force' &&
      report?.startsWith(named.report) === true &&
      decision.action === 'reject' &&
      decision.anchor.kind === named.kind &&
      decision.anchor.start === start,
  );
  return rejections.at(-1) ?? null;
}

/** A document by its key, or by a number that only one document has. @throws UsageError there is none, or several */
export async function documentNamed({ messages }: Context, archive: Archive, what: string): Promise<LegalDocument> {
  if (what.startsWith('/')) {
    const detail = await archive.legalDocument(what);
    if (detail === null) throw new UsageError(messages.notFound(what));
    return detail.document;
  }
  const hits = (await archive.searchNumbers(what, { limit: 20 })).filter(
    ({ match }) => match === 'exact' || match === 'folded',
  );
  const [best, ...others] = hits;
  if (best === undefined) throw new UsageError(messages.notFound(what));
  if (others.length > 0)
    throw new UsageError(
      messages.review.several(
        what,
        hits.map(({ document }) => document.key),
      ),
    );
  return best.document;
}
