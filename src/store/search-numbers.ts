import { fold, foldKey } from '../text/fold.js';
import { documentTypes } from '../text/lexicon/generated/document-types.js';
import type { NumberHit, NumberMatch } from './archive.js';
import type { Queryable } from './database.js';
import { type DocumentColumns, documentColumns, documentRow, ownReports } from './legal-document-row.js';
import { type NumberForm, numberForm } from './number-form.js';

/** Rows looked at for one query of each kind, before they are ranked. */
const candidatesAKind = 500;

/** `trichluc.document_form as f` beside its document, whose own folded number has another name. */
const formColumns = 'f.folded as form_folded, f.serial, f.letters, f.form';
interface FormColumns extends DocumentColumns {
  readonly form_folded: string;
  readonly serial: string;
  readonly letters: string;
  readonly form: string;
}

/** A typed number, taken apart. */
interface NumberQuery {
  /** as typed, without spaces */
  readonly typed: string;
  /** what it may be the whole of, best first: «1085 qd ubnd»; «1085/QĐ-UBND» of «QĐ số 1085/QĐ-UBND ngày 15/8/2022» */
  readonly mains: readonly NumberForm[];
  /** what stands before the number («quyết định», «qđ»), as a type's code, folded */
  readonly type: string;
}

/**
 * Legal documents by their number, however typed: with or without marks, separators, symbol or type, from its
 * beginning, or with one slip. Exact ones first, then those that more reports cite.
 */
export async function searchNumbers(db: Queryable, query: string, limit: number): Promise<NumberHit[]> {
  const parsed = parseNumberQuery(query);
  const main = parsed.mains[0];
  if (main === undefined) return [];
  const best = new Map<
    string,
    { readonly row: DocumentColumns; readonly match: NumberMatch; readonly typed: boolean }
  >();
  const rank = (rows: readonly FormColumns[]): void => {
    for (const row of rows) {
      const match = compare(parsed, main, row);
      const other = best.get(row.key);
      if (other === undefined || order(main, match) < order(main, other.match))
        best.set(row.key, { row, match, typed: hasType(parsed.type, row, row.letters) });
    }
  };
  rank(
    await db.query<FormColumns>(
      `with found as (
         select * from (select * from trichluc.document_form where folded = any($1::text[])
           limit ${candidatesAKind}) as whole
         union select * from (select * from trichluc.document_form where folded >= $2 and folded < $3
           order by folded, key limit ${candidatesAKind}) as beginning
         union select * from (select * from trichluc.document_form where serial = $4 and serial <> ''
           order by letters, key limit ${candidatesAKind}) as number
       )
       select ${documentColumns}, ${formColumns} from found f join trichluc.legal_document d on d.key = f.key`,
      [parsed.mains.map(({ folded }) => folded), main.folded, `${main.folded}\u{10ffff}`, main.serial],
    ),
  );
  // A slip is looked for only when the number as typed is not there: it would find the number's neighbours in every office.
  if (main.letters !== '' && [...best.values()].every(({ match }) => match === 'number-only' || match === 'similar'))
    rank(
      await db.query<FormColumns>(
        `select ${documentColumns}, ${formColumns}
         from (select * from trichluc.document_form where folded = any($1::text[]) limit ${candidatesAKind}) f
         join trichluc.legal_document d on d.key = f.key`,
        [slips(main.folded)],
      ),
    );
  let found = [...best.values()];
  // A type typed before a bare number narrows, unless nothing is left.
  if (parsed.type !== '' && found.some(({ typed }) => typed)) found = found.filter(({ typed }) => typed);
  const ranked = found
    .sort((a, b) => order(main, a.match) - order(main, b.match) || byKey(a.row, b.row))
    .slice(0, Math.max(200, limit));
  const keys = ranked.map(({ row }) => row.key);
  const [counts, own] = await Promise.all([citationCounts(db, keys), ownReports(db, keys)]);
  return ranked
    .map(({ row, match }) => ({
      document: documentRow(row),
      match,
      reports: counts.get(row.key)?.reports ?? 0,
      citations: counts.get(row.key)?.citations ?? 0,
      own: own.get(row.key) ?? [],
    }))
    .sort(
      (a, b) => order(main, a.match) - order(main, b.match) || b.reports - a.reports || byKey(a.document, b.document),
    )
    .slice(0, limit);
}

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/** Without a symbol the number itself is what was asked for; with one, the same number under another symbol is a guess. */
function order({ letters }: NumberForm, match: NumberMatch): number {
  const matches: readonly NumberMatch[] =
    letters === ''
      ? ['exact', 'folded', 'number-only', 'prefix', 'similar']
      : ['exact', 'folded', 'prefix', 'similar', 'number-only'];
  return matches.indexOf(match);
}

const typeCodes = new Map(
  documentTypes.flatMap(({ code, name_vi: name }) => [
    [foldKey(name.replace(/\(.*/, '')), foldKey(code)] as const,
    [foldKey(code), foldKey(code)] as const,
  ]),
);

export function parseNumberQuery(query: string): NumberQuery {
  const text = query.normalize('NFC').trim().slice(0, 300);
  const { before = '', rest = '' } = /^(?<before>\D*)(?<rest>.*)$/su.exec(text)?.groups ?? {};
  if (rest === '') {
    const form = numberForm(text);
    return { typed: unspaced(text), mains: form === null ? [] : [form], type: '' };
  }
  // The number and its symbol, without a date or an issuer that was pasted along.
  const chunk = /^\d+(?:\s?[/.–-]\s?[\p{L}\d]+)*/u.exec(rest)?.[0] ?? rest;
  const forms = new Map<string, NumberForm>();
  const withSymbol = /\p{L}/u.test(chunk);
  for (const part of withSymbol ? [chunk, rest] : [rest, chunk]) {
    const form = numberForm(part);
    if (form !== null) forms.set(form.folded, form);
  }
  const words = foldKey(fold(before).replace(/(?<![\p{L}\p{N}])so(?![\p{L}\p{N}])/gu, ' '));
  return {
    typed: unspaced(withSymbol ? chunk : rest),
    mains: [...forms.values()],
    type: typeCodes.get(words) ?? words,
  };
}

const unspaced = (text: string): string => text.replace(/\s+/g, '');

function compare(query: NumberQuery, main: NumberForm, form: FormColumns): NumberMatch {
  if (unspaced(form.form) === query.typed) return 'exact';
  if (form.form_folded === main.folded) return 'folded';
  const whole = query.mains.find(({ folded }) => folded === form.form_folded);
  if (whole !== undefined) return whole.letters === '' && main.letters !== '' ? 'number-only' : 'folded';
  if (main.letters === '' && main.serial !== '' && form.serial === main.serial)
    return query.type === '' ? 'number-only' : 'prefix';
  if (form.form_folded.startsWith(main.folded)) return 'prefix';
  if (form.serial === main.serial && main.serial !== '')
    return distance(form.letters, main.letters) <= Math.min(2, main.letters.length / 3) ? 'similar' : 'number-only';
  return 'similar'; // found by one slip alone
}

const hasType = (type: string, row: DocumentColumns, letters: string): boolean =>
  type !== '' &&
  ((row.type !== null && foldKey(row.type) === type) ||
    letters.replace(/^\d+/, '').startsWith(type) ||
    (type.length > 2 && (letters.includes(type) || foldKey(row.issuer ?? '').includes(type))));

/** Every form one slip of a digit away, in the part where the digits stand: found by looking each up in the index. */
export function slips(folded: string): string[] {
  const digits = Math.min(folded.length, 8);
  const variants = new Set<string>();
  for (let at = 0; at < digits; at++) {
    const [before, after] = [folded.slice(0, at), folded.slice(at + 1)];
    variants.add(before + after);
    if (after !== '') variants.add(before + after[0] + folded[at] + after.slice(1));
    for (const digit of '0123456789') {
      variants.add(before + digit + after);
      variants.add(before + digit + folded.slice(at));
    }
  }
  variants.delete(folded);
  return [...variants];
}

/** Levenshtein's; both are short. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Kept with the votes, so that a law cited a million times is counted as fast as any. */
async function citationCounts(
  db: Queryable,
  keys: readonly string[],
): Promise<ReadonlyMap<string, { readonly reports: number; readonly citations: number }>> {
  const rows = await db.query<{ key: string; reports: number; citations: number }>(
    `select key, sum(citing)::int as reports, sum(citations)::int as citations
     from trichluc.document_vote where key = any($1::text[]) and kind <> 'alias' group by key`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}
