import { createHash } from 'node:crypto';
import { foldKey } from '../text/fold.js';
import type { Queryable, Statement } from './database.js';
import { type Counted, citedDocument, countColumns, countedDocuments } from './graph/cited-documents.js';
import { type DocumentColumns, documentColumns } from './legal-document-row.js';
import type { NumberForm } from './number-form.js';
import { fitOf, type NumberQuery, parseNumberQuery, unspaced } from './number-query.js';
import { fitsIssuer, isNarrowed, type SearchFilter } from './search-filter.js';
import type { NumberHit, NumberMatch } from './search-questions.js';
import { alikeSymbols, differInYear, slips } from './slips.js';

/** Forms looked at of each kind, those whose documents most reports cite, where what stands beside the number chooses. */
const formsAKind = 200;
/** The same where a filter does. */
const formsToChooseFrom = 2000;
/** Forms and documents looked at where nothing chooses, at least. */
const documentsLooked = 60;
/** Documents read for so many hits: settlements may move some of the last before others. Each costs pages of three tables. */
const spare = (limit: number): number => Math.ceil(limit * 1.5);
/** Documents of each form one slip away. */
const slipsAForm = 20;
/** Forms of one number whose symbols are looked through for one like the symbol typed. */
const formsANumber = 3000;

interface FoundForm {
  readonly [column: string]: unknown;
  readonly key: string;
  readonly form_folded: string;
  readonly serial: string;
  readonly letters: string;
  readonly form: string;
  readonly weight: number;
}
const formColumns = 'f.key, f.folded as form_folded, f.serial, f.letters, f.form, f.weight';

type FoundDocument = Counted & {
  readonly own: readonly string[];
};

/** One document with the form that matches best. */
interface Candidate {
  readonly form: FoundForm;
  readonly match: NumberMatch;
}

/**
 * Legal documents by their number, however typed: with or without marks, separators, symbol or type, from its
 * beginning, or with one slip. Exact ones first, then those that fit what stands beside the number, then those that more
 * reports cite.
 */
export async function searchNumbers(
  db: Queryable,
  query: string,
  limit: number,
  filter: SearchFilter = {},
): Promise<NumberHit[]> {
  const parsed = parseNumberQuery(query);
  if (parsed.names.length > 0) {
    const byName = { ...parsed, typed: unspaced(query.normalize('NFC')), mains: parsed.names };
    const named = await hitsOf(db, byName, limit, filter);
    const found = named.filter(({ match }) => match === 'exact' || match === 'folded');
    if (found.length > 0) return found;
  }
  return hitsOf(db, parsed, limit, filter);
}

async function hitsOf(db: Queryable, parsed: NumberQuery, limit: number, filter: SearchFilter): Promise<NumberHit[]> {
  const [typed] = parsed.mains;
  if (typed === undefined) return [];
  const choosing = parsed.type !== '' || isNarrowed(filter) || parsed.mains.some(({ rest }) => rest !== '');
  const room = isNarrowed(filter) ? formsToChooseFrom : choosing ? formsAKind : Math.max(documentsLooked, limit * 3);
  const forms = await formsOf(db, parsed, typed, filter, room);
  // Of «1085 qd ubnd quang ngai» the number is the longest beginning that is one.
  const main =
    parsed.mains.find(({ folded, letters }) => letters !== '' && forms.some((form) => form.form_folded === folded)) ??
    typed;
  const rest = main === typed ? (parsed.mains.find(({ letters }) => letters === '')?.rest ?? typed.rest) : main.rest;
  const best = new Map<string, Candidate>();
  rank(best, forms, parsed, main);
  // A slip is looked for only when the number as typed is not there: it would find the number's neighbours in every office.
  if (main.letters !== '' && [...best.values()].every(({ match }) => match === 'other-symbol' || match === 'similar'))
    rank(best, await slippedForms(db, main, filter, room), parsed, main);
  const ofTypeByLetters = ({ form }: Candidate): number => (form.letters.startsWith(parsed.type) ? 0 : 1);
  const ranked = [...best.values()].sort(
    (a, b) =>
      order(main, a.match) - order(main, b.match) ||
      ofTypeByLetters(a) - ofTypeByLetters(b) ||
      b.form.weight - a.form.weight ||
      byKey(a.form, b.form),
  );
  const [first] = ranked;
  const likely = ranked.filter(({ match }) => match === first?.match).length;
  const sifted = rest !== '' || (parsed.type !== '' && first !== undefined && ofTypeByLetters(first) !== 0);
  const looked = ranked.slice(
    0,
    filter.issuer === undefined
      ? Math.max(sifted ? documentsLooked : 0, spare(limit), sifted ? likely : 0)
      : ranked.length,
  );
  const documents = await documentsOf(
    db,
    looked.map(({ form }) => form.key),
  );
  let found = looked.flatMap((candidate) => {
    const row = documents.get(candidate.form.key);
    return row === undefined || !fitsIssuer(filter, row.issuer) ? [] : [{ ...candidate, row }];
  });
  // A type typed before a number narrows, unless nothing is left.
  const ofType = found.filter(({ row, form }) => hasType(parsed.type, row, form.letters));
  if (ofType.length > 0) found = ofType;
  const suit = fitOf(rest);
  return found
    .map(({ row, match, form }) => {
      const cited = citedDocument(row);
      const told = slipOf(parsed, main, form, match);
      return { ...cited, ...told, own: row.own, rank: order(main, match), suits: suit?.(cited.document) ?? 0 };
    })
    .sort((a, b) => a.rank - b.rank || b.suits - a.suits || b.reports - a.reports || byKey(a.document, b.document))
    .slice(0, limit)
    .map(({ suits: _suits, rank: _rank, ...hit }) => hit);
}

/** Searches send few statements, each again and again, and planning one costs more than running it. */
const kept = (text: string): Statement => ({
  name: `numbers-${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`,
  text,
});

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/** What the filter asks of a form's document, as SQL on `f`. */
function condition({ year, type, role }: SearchFilter, put: (value: unknown) => string): string {
  const ofDocument = [
    ...(year === undefined ? [] : [`d.year = ${put(year)}::int`]),
    ...(type === undefined ? [] : [`d.type = ${put(type)}::text`]),
  ];
  return [
    ...(ofDocument.length === 0
      ? []
      : [`and exists (select 1 from trichluc.legal_document d where d.key = f.key and ${ofDocument.join(' and ')})`]),
    ...(role === undefined
      ? []
      : [`and exists (select 1 from trichluc.settled_citation c where c.key = f.key and c.role = ${put(role)}::text)`]),
  ].join(' ');
}

/** Forms that are the number or begin with it, and those with the same digits under other symbols. */
async function formsOf(
  db: Queryable,
  { mains, type }: NumberQuery,
  { folded, serial, letters }: NumberForm,
  filter: SearchFilter,
  room: number,
): Promise<FoundForm[]> {
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const narrowed = condition(filter, put);
  const ofSerial = (more: string, count: number): string =>
    `select * from (select ${formColumns} from trichluc.document_form f where f.serial = ${put(serial)} ${more} ${narrowed}
       order by f.weight desc, f.key limit ${count}) as number`;
  // Where a number alone is asked for with its type, longer numbers are the least of what may be meant.
  const beginnings = letters === '' && type !== '' ? Math.min(room, documentsLooked) : room;
  const parts = [
    `select w.* from unnest(${put(mains.map((main) => main.folded))}::text[]) as m(folded) cross join lateral (
       select ${formColumns} from trichluc.document_form f where f.folded = m.folded ${narrowed}
       order by f.weight desc, f.key limit ${room}) as w`,
    `select * from (select ${formColumns} from trichluc.document_form f where f.folded > ${put(folded)}
       and f.folded < ${put(`${folded}\u{10ffff}`)} ${narrowed} order by f.folded, f.weight desc, f.key limit ${beginnings}) as beginning`,
    ...(serial === '' ? [] : [ofSerial('', letters === '' ? room : documentsLooked)]),
    // Of a type that is seldom cited, what begins with it as well.
    ...(serial === '' || type === '' || letters !== ''
      ? []
      : [ofSerial(`and f.letters >= ${put(type)} and f.letters < ${put(`${type}\u{10ffff}`)}`, room)]),
  ];
  const sql = parts.join('\nunion all ');
  return db.query<FoundForm>(narrowed === '' ? kept(sql) : sql, values);
}

/** Forms one slip of a digit away, and those of the same number whose symbol is like the one typed. */
async function slippedForms(
  db: Queryable,
  { folded, serial, letters }: NumberForm,
  filter: SearchFilter,
  room: number,
): Promise<FoundForm[]> {
  const symbols = await db.query<{ letters: string }>(
    kept(
      `select distinct f.letters from (select letters from trichluc.document_form where serial = $1 and serial <> ''
         order by weight desc, key limit ${formsANumber}) as f`,
    ),
    [serial],
  );
  const alike = symbols.flatMap((symbol) => (alikeSymbols(symbol.letters, letters) ? [symbol.letters] : []));
  const values: unknown[] = [slips(folded), serial, alike];
  const narrowed = condition(filter, (value) => `$${values.push(value)}`);
  // Form by form: without statistics, as in a young archive, a list of two hundred is taken for half of the table.
  const sql = `select w.* from unnest($1::text[]) as m(folded) cross join lateral (
      select ${formColumns} from trichluc.document_form f where f.folded = m.folded ${narrowed}
      order by f.weight desc, f.key limit ${slipsAForm}) as w
    union all select * from (select ${formColumns} from trichluc.document_form f
      where f.serial = $2 and f.letters = any($3::text[]) ${narrowed}
      order by f.weight desc, f.key limit ${room}) as symbol`;
  return db.query<FoundForm>(narrowed === '' ? kept(sql) : sql, values);
}

async function documentsOf(db: Queryable, keys: readonly string[]): Promise<ReadonlyMap<string, FoundDocument>> {
  const rows = await db.query<FoundDocument>(
    kept(
      `select ${documentColumns}, ${countColumns}, coalesce((select json_agg(r.sha256 order by r.name, r.sha256)
         from trichluc.report r where r.self_key = d.key and r.state = 'done'), '[]') as own
       from ${countedDocuments} where d.key = any($1::text[])`,
    ),
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Adds forms to the candidates; of one document's forms the one that matches best stays. */
function rank(best: Map<string, Candidate>, forms: readonly FoundForm[], parsed: NumberQuery, main: NumberForm): void {
  for (const form of forms) {
    const match = compare(parsed, main, form);
    const other = best.get(form.key);
    if (other === undefined || order(main, match) < order(main, other.match)) best.set(form.key, { form, match });
  }
}

/** Without a symbol the number itself is what was asked for; with one, the same number under another symbol is a guess. */
function order({ letters }: NumberForm, match: NumberMatch): number {
  const matches: readonly NumberMatch[] =
    letters === ''
      ? ['exact', 'folded', 'number-only', 'prefix', 'similar', 'other-symbol']
      : ['exact', 'folded', 'prefix', 'similar', 'other-symbol', 'number-only'];
  return matches.indexOf(match);
}

function compare(query: NumberQuery, main: NumberForm, form: FoundForm): NumberMatch {
  if (unspaced(form.form) === query.typed) return 'exact';
  if (form.form_folded === main.folded) return 'folded';
  const whole = query.mains.find(({ folded }) => folded === form.form_folded);
  if (whole !== undefined) return whole.letters === '' && main.letters !== '' ? 'other-symbol' : 'folded';
  if (main.letters === '' && main.serial !== '' && form.serial === main.serial)
    return query.type === '' ? 'number-only' : 'prefix';
  if (form.form_folded.startsWith(main.folded)) return 'prefix';
  if (form.serial === main.serial && main.serial !== '')
    return alikeSymbols(form.letters, main.letters) ? 'similar' : 'other-symbol';
  return 'similar'; // found by one slip alone
}

/** What a hit is told of its match: letters that were read as digits are a slip, however well the rest agrees. */
function slipOf(
  { misread }: NumberQuery,
  { serial, letters }: NumberForm,
  form: FoundForm,
  match: NumberMatch,
): Pick<NumberHit, 'match' | 'slip'> {
  if (misread && (match === 'exact' || match === 'folded')) return { match: 'similar', slip: 'letter-for-digit' };
  if (match !== 'similar') return { match, slip: null };
  if (form.serial !== serial) return { match, slip: 'digit' };
  return { match, slip: differInYear(form.letters, letters) ? 'year' : 'symbol' };
}

const hasType = (type: string, row: DocumentColumns, letters: string): boolean =>
  type !== '' &&
  ((row.type !== null && foldKey(row.type) === type) ||
    letters.replace(/^\d+/, '').startsWith(type) ||
    (type.length > 2 && (letters.includes(type) || foldKey(row.issuer ?? '').includes(type))));
