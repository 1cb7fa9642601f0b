import { fold } from '../../text/fold.js';
import { documentTypes } from '../../text/lexicon/generated/document-types.js';

/** A document type as it stands over a title. */
export interface TypeName {
  readonly code: string;
  readonly name: string;
  /** length of the name at the start of the line */
  readonly length: number;
}

/** Rows whose names are phrases for other rows ("Nghị quyết của Quốc hội") or words that head no document of an office. */
const unfit = /\bcua\b|\/|^(ban an|tieu chuan|quy chuan)/u;
const squash = (folded: string): string => folded.replace(/[^\p{L}]/gu, '');

/** Folded names without blanks, since a type line is often spaced out ("B Á O  C Á O"); the first row of a name wins. */
const bySquashed = new Map<string, { code: string; name: string }>();
for (const { code, name_vi, family } of documentTypes) {
  const name = name_vi.replace(/\s*\(.*\)$/u, '');
  if (unfit.test(fold(name)) || (code === '' && name !== 'Công văn')) continue;
  const key = squash(fold(name));
  if (!bySquashed.has(key)) bySquashed.set(key, { code: name === 'Công văn' ? 'CV' : code, name });
  // "KL" is a Party type in the table and "KLTT" its State sister; both are conclusions.
  if (family === 'party' && name === 'Kết luận') bySquashed.set(key, { code: 'KL', name });
}
const names = [...bySquashed.values()].map(({ code, name }) => ({ code, name, folded: fold(name) }));
names.sort((a, b) => b.folded.length - a.folded.length);

/** The type that a line names and nothing beside it: "BÁO CÁO", "B Á O  C Á O", "QUYẾT ĐỊNH:". */
export function wholeTypeLine(text: string): TypeName | null {
  if (text.length > 60) return null;
  const found = bySquashed.get(squash(fold(text)));
  return found === undefined ? null : { ...found, length: text.length };
}

/** The type a line begins with: "BÁO CÁO KẾT QUẢ …", "Báo cáo kết quả …". */
export function typeAtStart(text: string): TypeName | null {
  const folded = fold(text.slice(0, 60));
  const found = names.find(
    (name) => folded.startsWith(name.folded) && !/[\p{L}\p{N}]/u.test(text[name.folded.length] ?? ''),
  );
  return found === undefined ? null : { code: found.code, name: found.name, length: found.folded.length };
}

/** The code of a type by its Vietnamese name, however it is cased: "báo cáo" → "BC"; null when the table has none. */
export const typeCodeOf = (name: string): string | null => bySquashed.get(squash(fold(name)))?.code ?? null;
