import type { DateMention } from '../../text/dates.js';
import type { DocumentNumber } from './document-number.js';
import type { NamedDocument } from './named-documents.js';
import type { PlacedTypeWord } from './type-words.js';

/** A reference as it stands in one block, before the sentence around it is read. Offsets are into the scanned text. */
export interface RawMention {
  readonly kind: 'numbered' | 'named' | 'anaphora';
  /** type word, "số" or first digit, whichever comes first; provisions before it are not in */
  readonly start: number;
  /** end of number or name, without date and issuer */
  readonly coreEnd: number;
  /** end of number, date and issuer */
  readonly end: number;
  readonly number: DocumentNumber | null;
  /** symbol that a list shares: "-QĐ/TU" of "12, 13-QĐ/TU"; "" mostly */
  readonly sharedTail: string;
  readonly named: NamedDocument | null;
  readonly typeWord: PlacedTypeWord | null;
  /** type word taken over from the item before in a list */
  readonly inherited: boolean;
  readonly so: boolean;
  readonly date: DateMention | null;
  readonly issuer: { readonly start: number; readonly end: number } | null;
  readonly rule: string;
  /** the mention whose short name this is, defined in the report: "(sau đây gọi tắt là …)" */
  readonly standsFor?: RawMention;
}

/** A reference that only points back, by a kind of document and nothing else: "Quyết định này", a short name. */
export const anaphorOf = (start: number, end: number, typeWord: PlacedTypeWord, rule: string): RawMention => ({
  kind: 'anaphora',
  start,
  coreEnd: end,
  end,
  number: null,
  sharedTail: '',
  named: null,
  typeWord,
  inherited: false,
  so: false,
  date: null,
  issuer: null,
  rule,
});
