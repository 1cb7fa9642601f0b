import { type DateMention, dateAt, dayWord } from '../../text/dates.js';
import { isSpaceAt } from '../../text/letter-or-digit.js';
import { issuerHeadAt } from './issuer-heads.js';
import { issuerPhraseEnd } from './issuer-phrase.js';
import type { Lead } from './number-lead.js';

const gap = '[ \\t\\n\\u00a0]{0,3}';

export const dateLead = new RegExp(
  `(?: \\p{Lu}[\\p{L}0-9]{1,7}(?=,? ngày))?${gap}[,.(]?${gap}(?:(?:được )?(?:ký|đề|ban hành|ra|lập)(?: ban hành)?${gap})?(?=(?:ngày|Ngày|NGÀY|tháng|Tháng)(?![\\p{L}])|[nN]${dayWord.slice(1)}:?[ \\n]{0,2}[0-9OIl])`,
  'uy',
);

const bareDate = new RegExp(`${gap}[(,\\-–]${gap}(?=[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})`, 'uy');

const ofIssuer = new RegExp(`${gap},?${gap}(?:của|CỦA|c[uùúũụ][aảáàãạ]|củ a)[ \\t\\n\\u00a0]{1,3}`, 'uy');

const byIssuer = new RegExp(`${gap},?${gap}do[ \\t\\n\\u00a0]{1,3}`, 'uy');

const issued = /[ \t\n]{1,3}(?:đã[ \t\n]{1,3})?(?:ký[ \t\n]{1,3})?(?:ban hành|ký|phê duyệt|cấp|lập)(?![\p{L}])/uy;

const longestIssuer = 180;

/** Reads date and issuer behind the core, in either order. */
export function tailOf(
  text: string,
  coreEnd: number,
  numbered: boolean,
): { end: number; date: DateMention | null; issuer: { start: number; end: number } | null } {
  let end = coreEnd;
  let date: DateMention | null = null;
  let issuer: { start: number; end: number } | null = null;
  for (let round = 0; round < 3; round += 1) {
    if (date === null) {
      dateLead.lastIndex = end;
      bareDate.lastIndex = end;
      const from = dateLead.test(text) ? dateLead.lastIndex : bareDate.test(text) ? bareDate.lastIndex : -1;
      if (from >= 0) {
        date = dateAt(text, from);
        if (date !== null) {
          end = date.end;
          continue;
        }
      }
    }
    if (issuer === null && date !== null && end === date.end) {
      const named = unmarkedIssuer(text, end);
      if (named !== null) {
        issuer = named;
        end = named.end;
        continue;
      }
    }
    if (issuer === null) {
      ofIssuer.lastIndex = end;
      byIssuer.lastIndex = end;
      const of = ofIssuer.test(text);
      const by = !of && byIssuer.test(text);
      if (of || by) {
        const start = of ? ofIssuer.lastIndex : byIssuer.lastIndex;
        const to = issuerPhraseEnd(text, start, Math.min(text.length, start + longestIssuer));
        issued.lastIndex = to;
        // "của Việt Nam" after a law names no office.
        if (
          to > start &&
          (of ? issuerHeadAt(text, start) || /^\p{Lu}{2}/u.test(text.slice(start)) || numbered : issued.test(text))
        ) {
          issuer = { start, end: to };
          end = of ? to : issued.lastIndex;
          continue;
        }
      }
    }
    break;
  }
  return { end, date, issuer };
}

const thenTitle = /[ \t\n\u00a0]{1,3}(?:về|V\/v|v\/v|quy định|sửa đổi)(?![\p{L}])/uy;

/** "ngày 04/11/2013 Ban Chấp hành Trung ương về …": the office right after the date, "của" forgotten; only before a title. */
function unmarkedIssuer(text: string, dateEnd: number): { start: number; end: number } | null {
  const start = dateEnd + 1;
  if (!isSpaceAt(text, dateEnd) || !issuerHeadAt(text, start)) return null;
  const end = issuerPhraseEnd(text, start, Math.min(text.length, start + longestIssuer));
  thenTitle.lastIndex = end;
  return end > start && thenTitle.test(text) ? { start, end } : null;
}

const soAtEnd = /[ \t\n\u00a0]{1,3}số[ \t\n\u00a0:]{0,4}$/iu;

/**
 * "Kế hoạch của Sở Nội vụ số 15/KH-SNV": the issuer stands between the kind and the number.
 *
 * @param at where the number's first digit stands
 */
export function withIssuerBefore(
  text: string,
  { typeWord, inherited }: Lead,
  at: number,
  tail: ReturnType<typeof tailOf>,
): ReturnType<typeof tailOf> {
  if (tail.issuer !== null || typeWord === null || inherited || at - typeWord.end < 12) return tail;
  ofIssuer.lastIndex = typeWord.end;
  if (!ofIssuer.test(text) || !issuerHeadAt(text, ofIssuer.lastIndex)) return tail;
  const start = ofIssuer.lastIndex;
  const so = soAtEnd.exec(text.slice(start, at));
  if (so === null) return tail;
  const end = start + so.index;
  return issuerPhraseEnd(text, start, end) === end ? { ...tail, issuer: { start, end } } : tail;
}

const nextOffice = new RegExp(`${gap}(?:,|và|VÀ|[-–])${gap}`, 'uy');

/** "của Bộ A, Bộ B và Bộ C": a joint document names all who signed it. */
export function withJointIssuers(text: string, tail: ReturnType<typeof tailOf>): ReturnType<typeof tailOf> {
  if (tail.issuer === null || tail.end !== tail.issuer.end) return tail;
  let { end } = tail;
  for (let more = 0; more < 8; more += 1) {
    nextOffice.lastIndex = end;
    if (!nextOffice.test(text) || !issuerHeadAt(text, nextOffice.lastIndex)) break;
    const to = issuerPhraseEnd(text, nextOffice.lastIndex, Math.min(text.length, end + longestIssuer));
    if (to <= nextOffice.lastIndex) break;
    end = to;
  }
  return { ...tail, end, issuer: { start: tail.issuer.start, end } };
}
