import type { Decision } from '../model/index.js';
import { conflictInWords, labelOf } from '../publish/index.js';
import type { ReviewItem } from '../store/index.js';
import { fieldsInWords } from './field-words.js';
import { heading, oneLine } from './print-extraction.js';
import type { Context } from './session.js';

/** Contradictions, one a line: the document, what contradicts what, and where it stands. */
export function printConflicts(context: Context, items: readonly ReviewItem[]): string {
  const { messages, terminal } = context;
  if (items.length === 0) return '';
  const lines = items.map((item) => {
    const { document, report, page, quote } = item;
    const where = [report?.name, page === null ? null : messages.page(page), quote === null ? null : `«${quote}»`];
    const label = document === null ? '' : `${labelOf(document)}: `;
    const at = where.filter((part) => part != null).join(', ');
    return `  ${terminal.paint('yellow', '!')} ${oneLine(`${label}${reasonInWords(context, item)}${at === '' ? '' : ` (${at})`}`)}\n`;
  });
  return heading(context, messages.review.conflicts(items.length)) + lines.join('');
}

/** Why a person should look, with the readings where there are several. */
export function reasonInWords({ messages, config }: Context, item: ReviewItem): string {
  const { reason, code, said, saidBy, report, page, quote, confidence, candidates } = item;
  switch (reason) {
    case 'conflict': {
      if (code === null) return messages.review.reasons.conflict;
      const place = report === null ? null : { report: report.name, page, quote: quote ?? '' };
      const readings = report === null ? saidBy : said.map((reading) => ({ said: reading, reports: [] }));
      return conflictInWords(code, { readings, place }, config.language);
    }
    case 'ambiguous':
      return `${messages.review.reasons.ambiguous} (${candidates.length + 1})`;
    case 'repair':
      return `${messages.review.reasons.repair}: ${said.join(' → ')}`;
    case 'low-confidence':
      return `${messages.review.reasons['low-confidence']} (${Math.round((confidence ?? 0) * 100)}%)`;
  }
}

/** What a person decided, in words: «sửa «Quyết định số 12»: ngày 2022-08-15». */
export function decisionInWords({ messages, config }: Context, decision: Decision): string {
  const action = messages.review.actions[decision.action];
  // A figure that is no range and no ratio needs no word for that.
  const told = ([name, value]: readonly [string, unknown]): boolean =>
    value !== null || (name !== 'valueMax' && name !== 'of');
  const said = (fields: object): string =>
    fieldsInWords(Object.fromEntries(Object.entries(fields).filter(told)), config.language)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  switch (decision.action) {
    case 'accept':
      return `${action} «${decision.anchor.quote}»${decision.document === null ? '' : ` → ${decision.document.key}`}`;
    case 'reject':
    case 'split':
      return `${action} «${decision.anchor.quote}»`;
    case 'correct':
    case 'correct-quantity':
    case 'correct-award':
      return `${action} «${decision.anchor.quote}»: ${said(decision.fields)}`;
    case 'correct-header':
      return `${action}: ${said(decision.fields)}`;
    case 'accept-document':
      return `${action} ${decision.key}`;
    case 'correct-document':
      return `${action} ${decision.key}: ${decision.date}`;
    case 'merge':
      return `${action} ${decision.from} → ${decision.into.key}`;
    case 'undo':
      return `${action} ${decision.correction}`;
  }
}
