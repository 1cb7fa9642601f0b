import { leavesTypeOpen } from './before-type-codes.js';
import { canonicalNumber } from './canonical-number.js';
import { numberSlug } from './document-key.js';
import { withLikelyYears } from './likely-years.js';
import { type Mention, yearOf } from './mention.js';
import { nicknames } from './nicknames.js';

/** Lets the mentions of one number in one report lend each other what each leaves out. Anaphora come later: null. */
export function lendWithinReport(prepared: readonly Mention[]): (Mention | null)[] {
  const full = prepared.filter(
    ({ citation, number }) => citation.kind === 'numbered' && number !== null && number.family !== 'bare',
  );
  const byKey = new Map<string, Mention[]>();
  for (const mention of full) push(byKey, `${mention.type}|${numberSlug(mention.number!)}`, mention);
  const byDigits = new Map<string, Mention[]>();
  for (const mention of full) push(byDigits, mention.number!.digits, mention);
  return prepared.map((mention) => {
    if (mention.citation.kind === 'anaphora') return null;
    if (mention.citation.kind === 'named' || mention.number === null) return mention;
    const same = byDigits.get(mention.number.digits) ?? [];
    const whole =
      mention.number.family === 'bare'
        ? withSymbol(mention, same)
        : leavesTypeOpen(mention.number)
          ? withType(mention, same)
          : mention;
    const likely = withLikelyYears(whole, same);
    return lend(likely, byKey.get(`${whole.type}|${numberSlug(whole.number!)}`) ?? []);
  });
}

/** "Kế hoạch số 1045 ngày 10/10/2023" is the 1045/KH-BDT of the same report; failing that, a nickname. */
function withSymbol(mention: Mention, same: readonly Mention[]): Mention {
  const whole = asFullForm(mention, same);
  if (whole !== null) return whole;
  const nickname = nicknames.find(
    ({ word, digits, date }) =>
      word === mention.type && digits === mention.number!.digits && (mention.date === null || mention.date === date),
  );
  const number = nickname === undefined ? null : canonicalNumber(nickname.number, nickname.type);
  if (nickname === undefined || number === null || mention.issuer !== null)
    return { ...mention, reasons: [...mention.reasons, 'symbol-unknown'] };
  return {
    ...mention,
    number,
    type: nickname.type,
    date: nickname.date,
    reasons: [...mention.reasons, nickname.sure || mention.date !== null ? 'nickname' : 'nickname-unsure'],
  };
}

/** "Số 150-TTg" is the "Chỉ thị số 150-TTg" of the same report, "Nghị quyết 30a/CP" its 30a/2008/NQ-CP. */
function withType(mention: Mention, same: readonly Mention[]): Mention {
  const { issuer } = mention.number!;
  const fuller = same.filter(
    ({ type, number }) =>
      number!.issuer === issuer &&
      type !== null &&
      (number!.type !== null || (mention.type === null && number!.rest.length === 0)),
  );
  return asFullForm(mention, fuller) ?? mention;
}

/** What the report names in full that a mention of the same figures may be short for; null when nothing fits. */
function asFullForm(mention: Mention, same: readonly Mention[]): Mention | null {
  const fits = same.filter(
    (other) =>
      (mention.type === null || other.type === null || other.type === mention.type) &&
      (mention.date === null ||
        other.date === null ||
        other.date.startsWith(mention.date) ||
        mention.date.startsWith(other.date)) &&
      (mention.number!.year === null || other.number!.year === mention.number!.year),
  );
  const dated = fits.filter((other) => mention.date !== null && other.date === mention.date);
  const [first, ...others] = unique(dated.length > 0 ? dated : fits);
  if (first === undefined) return null;
  return {
    ...mention,
    number: first.number,
    type: first.type,
    date: mention.date ?? first.date,
    issuer: mention.issuer ?? first.issuer,
    reasons: [...mention.reasons, 'full-form-in-report', ...(others.length > 0 ? ['several-full-forms'] : [])],
    others,
  };
}

/** Dates and issuers that the other mentions of the number give, when they agree. */
function lend(mention: Mention, same: readonly Mention[]): Mention {
  const reasons = [...mention.reasons];
  let { date, issuer } = mention;
  let others = mention.others;
  if (date === null && mention.number!.year === null) {
    const dates = [...new Set(same.flatMap((other) => (other.date === null ? [] : [other.date])))].sort();
    const near = dates.find((each) => each.length === 10) ?? dates[0];
    if (near !== undefined) {
      date = near;
      reasons.push('date-from-report');
      // Two years under one number are two documents, or a slip of the pen: which one is meant is open.
      if (new Set(dates.map(yearOf)).size > 1)
        others = [
          ...others,
          ...unique(
            same.filter((other) => other.date !== null && yearOf(other.date) !== yearOf(near)),
            (other) => String(yearOf(other.date)),
          ),
        ];
    }
  }
  if (issuer === null) {
    const phrases = [
      ...new Set(
        same
          .filter(
            (other) =>
              other.issuer !== null && (date === null || other.date === null || yearOf(other.date) === yearOf(date)),
          )
          .map((other) => other.issuer!),
      ),
    ];
    if (phrases.length > 0) {
      issuer = phrases.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0]!;
      reasons.push('issuer-from-report');
    }
  }
  return { ...mention, date, issuer, reasons, others };
}

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const own = map.get(key);
  if (own === undefined) map.set(key, [value]);
  else own.push(value);
};

const unique = (
  mentions: readonly Mention[],
  by: (mention: Mention) => string = ({ type, number }) => `${type}|${numberSlug(number!)}`,
): readonly Mention[] => {
  const seen = new Map<string, Mention>();
  for (const mention of mentions) {
    const key = by(mention);
    const known = seen.get(key);
    // Of equal ones the best dated speaks.
    if (known === undefined || (known.date === null && mention.date !== null)) seen.set(key, mention);
  }
  return [...seen.values()];
};
