import type { LegalDocument } from '../model/index.js';
import type { Queryable, Row, Statement } from './database.js';
import { type CountedVote, contestedDays, electDocument, formsOf } from './document-votes.js';
import { type DocumentColumns, documentColumns, documentRow } from './legal-document-row.js';
import { storableJson } from './storable-json.js';

export const formRows = (document: LegalDocument) => formsOf(document).map((form) => ({ key: document.key, ...form }));

const lockStatement: Statement = {
  name: 'lock-documents',
  text: `select ${documentColumns}, d.contested from trichluc.legal_document d where d.key = any($1::text[])
    order by d.key for update`,
};

/** A document as elected, and the days of issue that reports do not agree on. */
interface Elected {
  readonly document: LegalDocument;
  readonly contested: readonly string[] | null;
}

/** Those of the documents that exist, as elected; until the transaction ends nobody else counts on them. */
export async function lockDocuments(
  transaction: Queryable,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Elected>> {
  const rows = await transaction.query<DocumentColumns & Pick<Elected, 'contested'>>(lockStatement, [keys]);
  return new Map(rows.map((row) => [row.key, { document: documentRow(row), contested: row.contested }]));
}

/** Elects documents anew from their votes; those that nobody names any more go. */
export async function electDocuments(transaction: Queryable, keys: readonly string[]): Promise<void> {
  const known = await lockDocuments(transaction, keys);
  await transaction.query('delete from trichluc.document_vote where key = any($1::text[]) and votes = 0', [keys]);
  const votes = new Map<string, CountedVote[]>(keys.map((key) => [key, []]));
  const rows = await transaction.query<CountedVote & Row & { readonly key: string }>(
    'select key, kind, value, votes from trichluc.document_vote where key = any($1::text[])',
    [keys],
  );
  for (const row of rows) votes.get(row.key)?.push(row);
  const named = keys.filter((key) => votes.get(key)?.some(({ kind }) => kind !== 'alias'));
  const orphans = keys.filter((key) => !named.includes(key));
  const elected = named
    .map((key): Elected => {
      const said = votes.get(key) ?? [];
      return { document: electDocument(key, said), contested: contestedDays(said) };
    })
    .filter((one) => JSON.stringify(known.get(one.document.key)) !== JSON.stringify(one));
  const documents = elected.map(({ document }) => document);
  const touched = [...orphans, ...documents.map(({ key }) => key)];
  if (touched.length === 0) return weigh(transaction, keys);
  await transaction.query('delete from trichluc.document_form where key = any($1::text[])', [touched]);
  if (orphans.length > 0)
    await transaction.query('delete from trichluc.legal_document where key = any($1::text[])', [orphans]);
  if (elected.length === 0) return weigh(transaction, keys);
  await transaction.query(
    `with changed as (
       update trichluc.legal_document d set type = e.type, number = e.number, symbol = e.symbol, folded = e.folded,
         year = e.year, issued_on = e."issuedOn", issuer = e.issuer, title = e.title, aliases = e.aliases,
         contested = e.contested
       from json_to_recordset($1::json) as e(key text, type text, number text, symbol text, folded text, year int,
         "issuedOn" text, issuer text, title text, aliases json, contested json) where d.key = e.key
     )
     insert into trichluc.document_form (key, folded, serial, letters, form)
     select e.key, e.folded, e.serial, e.letters, e.form
     from json_to_recordset($2::json) as e(key text, folded text, serial text, letters text, form text)`,
    [
      storableJson(
        elected.map(({ document, contested }) => (contested === null ? document : { ...document, contested })),
      ),
      storableJson(documents.flatMap(formRows)),
    ],
  );
  await weigh(transaction, keys);
}

/** Ranks the forms of documents by the reports that cite them. */
async function weigh(transaction: Queryable, keys: readonly string[]): Promise<void> {
  await transaction.query(
    `update trichluc.document_form f set weight = trichluc.weight_of(d.reports) from trichluc.legal_document d
     where f.key = any($1::text[]) and d.key = f.key and f.weight <> trichluc.weight_of(d.reports)`,
    [keys],
  );
}
