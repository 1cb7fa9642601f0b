import type { CitationFields, Correction, Decision, DocumentIdentity, LegalDocument } from '../../model/index.js';
import { type Archive, type NewCorrection, type ReviewedMention, readMentionId } from '../../store/index.js';
import { UsageError } from '../errors.js';
import { documentNamed, mentionNamed } from '../find-item.js';
import { layDue } from '../lay-due.js';
import { printJson } from '../print-json.js';
import { decisionInWords } from '../print-review.js';
import { type Context, withArchive } from '../session.js';
import { correctionOf, fieldsOf, type TypedFields } from './review-fields.js';

/** Who decides, and why. */
export interface Decider {
  readonly by: string;
  readonly reason?: string;
}

type Given = Pick<NewCorrection, 'report' | 'decision' | 'found'>;

/** Keeps decisions and lays them over the reports they concern. @throws UsageError nothing was decided */
async function decide(
  context: Context,
  { by, reason }: Decider,
  decisionsOf: (archive: Archive) => Promise<readonly Given[]>,
): Promise<number> {
  const { config, terminal, messages } = context;
  const { made, changed } = await withArchive(context, false, async ({ archive }) => {
    const corrections: Correction[] = [];
    for (const given of await decisionsOf(archive))
      corrections.push(await archive.addCorrection({ ...given, by, reason: reason ?? null }));
    return { made: corrections, changed: await layDue(context, archive) };
  });
  if (config.json) await terminal.out(printJson({ corrections: made, reports: changed }));
  else for (const { id, decision } of made) await terminal.out(`${id}  ${decisionInWords(context, decision)}\n`);
  if (!config.json) terminal.err(`${messages.review.changed(changed)}\n`);
  return 0;
}

/** What the rules said, for whoever measures them. */
function foundOf({ record, document, state }: ReviewedMention): Record<string, unknown> {
  const { span: _span, block: _block, provisionTree: _tree, evidence: _evidence, ...words } = record;
  return { ...words, ...(state === null ? {} : { document: document?.key ?? null, state }) };
}

const onMention = (mention: ReviewedMention, decision: Decision): Given => ({
  report: mention.report.id,
  decision,
  found: foundOf(mention),
});
const onArchive = (decision: Decision): Given => ({ report: null, decision, found: null });

/** `trichluc review accept ID [--as KEY|N]`: a mention, or a document by its key or number. */
export const acceptCommand = (
  context: Context,
  ids: readonly string[],
  options: Decider & { readonly as?: string },
): Promise<number> =>
  decide(context, options, async (archive) => {
    const given: Given[] = [];
    for (const id of ids) {
      if (readMentionId(id) === null) {
        given.push(onArchive({ action: 'accept-document', key: (await documentNamed(context, archive, id)).key }));
        continue;
      }
      const mention = await mentionNamed(context, archive, id);
      const document =
        options.as === undefined ? mention.document : await choice(context, archive, mention, options.as);
      given.push(
        onMention(mention, {
          action: 'accept',
          anchor: mention.anchor,
          document: document === null ? null : identityOf(document),
        }),
      );
    }
    return given;
  });

/** The document that is meant, by its place among the candidates or by key or number. */
async function choice(
  context: Context,
  archive: Archive,
  { document, candidates }: ReviewedMention,
  as: string,
): Promise<DocumentIdentity> {
  const keys = [...(document === null ? [] : [document.key]), ...candidates];
  const key = /^\d{1,2}$/.test(as) ? keys[Number(as) - 1] : as;
  if (key === undefined) throw new UsageError(context.messages.review.noSuchChoice(as));
  const known = key.startsWith('/') ? await archive.legalDocument(key) : null;
  if (known !== null) return known.document;
  if (!candidates.includes(key) || document === null) return documentNamed(context, archive, key);
  // A candidate that no report names has a key and no more; year and number are those of the mention.
  const year = /^\d{4}$/.exec(key.split('/').at(-2) ?? '')?.[0];
  return { ...document, key, year: year === undefined ? null : Number(year), issuer: null };
}

const identityOf = (document: DocumentIdentity | LegalDocument): DocumentIdentity => {
  const { key, type, number, symbol, folded, year, issuedOn, issuer, title } = document;
  return { key, type, number, symbol, folded, year, issuedOn, issuer, title };
};

/** `trichluc review reject ID…` */
export const rejectCommand = (context: Context, ids: readonly string[], options: Decider): Promise<number> =>
  decide(context, options, async (archive) => {
    const given: Given[] = [];
    for (const id of ids) {
      const mention = await mentionNamed(context, archive, id);
      given.push(onMention(mention, { action: 'reject', anchor: mention.anchor }));
    }
    return given;
  });

/** `trichluc review correct ID --number … --value … --award …`: a mention, a report's header, a document's day. */
export const correctCommand = (
  context: Context,
  id: string,
  { by, reason, ...typed }: Decider & TypedFields,
): Promise<number> =>
  decide(context, { by, ...(reason === undefined ? {} : { reason }) }, async (archive) => {
    const { messages } = context;
    const names = Object.keys(typed);
    if (names.length === 0) throw new UsageError(messages.review.nothingToCorrect);
    if (readMentionId(id) !== null) {
      const mention = await mentionNamed(context, archive, id);
      return [onMention(mention, await correctionOf(messages, mention, typed))];
    }
    const { number: _number, date: _date, issuer: _issuer, type: _type, role: _role, ...foreign } = typed;
    if (Object.keys(foreign).length > 0)
      throw new UsageError(messages.review.otherFields('citation', Object.keys(foreign), fieldsOf.citation));
    const fields: CitationFields = typed;
    const report = id.startsWith('/') ? null : await archive.report(id);
    if (report !== null) {
      if (fields.role !== undefined) throw new UsageError(messages.review.noRole);
      const { number, date, issuer, type } = report.header ?? {};
      return [
        {
          report: report.report.id,
          decision: { action: 'correct-header', fields },
          found: { number, date, issuer, type },
        },
      ];
    }
    const { key, year } = await documentNamed(context, archive, id);
    const { date } = fields;
    if (date === undefined || names.length > 1) throw new UsageError(messages.review.onlyDate);
    if (year !== null && Number(date.slice(0, 4)) !== year) throw new UsageError(messages.review.otherYear(year));
    return [onArchive({ action: 'correct-document', key, date })];
  });

/** `trichluc review merge A B`: A is B. */
export const mergeCommand = (context: Context, from: string, into: string, options: Decider): Promise<number> =>
  decide(context, options, async (archive) => {
    const [one, other] = [await documentNamed(context, archive, from), await documentNamed(context, archive, into)];
    if (one.key === other.key) throw new UsageError(context.messages.review.oneAlready(one.key));
    return [onArchive({ action: 'merge', from: one.key, into: identityOf(other) })];
  });

/** `trichluc review split ID…`: these mentions point at another document than the rest of their key, all at the same one. */
export const splitCommand = (context: Context, ids: readonly string[], options: Decider): Promise<number> =>
  decide(context, options, async (archive) => {
    const given: Given[] = [];
    let label = '';
    for (const id of ids) {
      const mention = await mentionNamed(context, archive, id);
      if (mention.anchor.kind !== 'citation' || mention.document === null)
        throw new UsageError(context.messages.review.onlyCitations);
      label ||= `${mention.report.id.slice(0, 8)}-${mention.anchor.start}`;
      given.push(onMention(mention, { action: 'split', anchor: mention.anchor, label }));
    }
    return given;
  });

/** `trichluc review undo ID` */
export const undoCommand = (context: Context, id: string, options: Decider): Promise<number> =>
  decide(context, options, async (archive) => {
    const found = (await archive.corrections()).filter((one) => one.id.startsWith(id));
    const [one] = found;
    if (one === undefined || found.length > 1 || id.length < 4)
      throw new UsageError(context.messages.review.noSuchCorrection(id));
    if (one.state === 'undone') throw new UsageError(context.messages.review.undoneAlready(one.id));
    return [{ report: one.report, decision: { action: 'undo', correction: one.id }, found: null }];
  });
