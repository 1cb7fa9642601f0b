export type NumberFamily =
  | 'legal'
  | 'administrative'
  | 'letter'
  | 'party'
  | 'front'
  | 'joint'
  | 'court'
  | 'standard'
  | 'old'
  | 'bare';

/** "Số, ký hiệu" taken apart (grammar and examples: references of Decree 30/2020, Annex I; Party Guideline 36-HD/VPTW). */
export interface DocumentNumber {
  readonly start: number;
  readonly end: number;
  /** as printed, without white space: "21-NQ/TW", "l79/KH-UBND" */
  readonly printed: string;
  /** the same with what recognition or a lost mark damaged put right: "179/KH-UBND"; equal where nothing was */
  readonly restored: string;
  /** digits as printed, OCR's letters repaired: "0179" */
  readonly digits: string;
  /** "a" of 15a; "" mostly */
  readonly suffix: string;
  /** as printed: a slip of the pen may have made it one that cannot be */
  readonly year: number | null;
  /** "QĐ"; null where the symbol names no type (letters, laws, old styles) */
  readonly typeCode: string | null;
  /** everything after the digits as printed, without white space: "-NQ/TW"; "" of a bare number */
  readonly tail: string;
  readonly issuerSymbol: string | null;
  readonly unit: string | null;
  readonly family: NumberFamily;
}

/** How much stands before the number to vouch for it. */
export type Voucher = 'type-word' | 'so' | 'none';

/** What the letters of a number say. */
export type NumberReading = Pick<DocumentNumber, 'typeCode' | 'issuerSymbol' | 'unit' | 'family'>;
