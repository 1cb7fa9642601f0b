import { nicknames as rows } from '../text/lexicon/generated/nicknames.js';

/** Numbers that offices use as names, and the document each stands for. Never guessed: what is not here stays bare. */
export interface Nickname {
  /** code of the type word before the bare number */
  readonly word: string;
  readonly digits: string;
  readonly type: string;
  readonly number: string;
  readonly date: string;
  /** no other document is called so; a directive 05 may also be the province's own */
  readonly sure: boolean;
}

export const nicknames: readonly Nickname[] = rows.map((row) => ({ ...row, sure: row.sure === 'yes' }));
