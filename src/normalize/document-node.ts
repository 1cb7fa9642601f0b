import type { LegalDocument } from '../model/index.js';
import { foldKey } from '../text/fold.js';
import { slug } from '../text/slug.js';
import { typeOfSymbol } from './before-type-codes.js';
import type { CanonicalNumber } from './canonical-number.js';
import { documentKey, numberSlug } from './document-key.js';
import type { IssuingBody } from './place-body.js';
import { saysRuling } from './says-ruling.js';
import { typeName } from './type-name.js';

/** What one place says of a numbered document. */
export interface NumberedPlace {
  readonly number: CanonicalNumber;
  readonly type: string | null;
  readonly body: IssuingBody;
  readonly year: number | null;
  readonly issuedOn: string | null;
  readonly title: string | null;
  /** the number as it stands there */
  readonly printed: string;
}

/** The node of a numbered document as one place names it. */
export function documentNode({ number, type, body, year, issuedOn, title, printed }: NumberedPlace): LegalDocument {
  const code = type ?? typeOfSymbol(number, year);
  // A letter's series is one whatever the words call it: "Văn bản", "Công văn", "Đăng ký giao ước".
  const inLetters = number.family === 'letter' && code !== null && !saysRuling(code);
  const typePart = inLetters ? 'cong-van' : code === null ? 'van-ban' : slug(typeName(code, number.family) ?? code);
  return {
    key: documentKey(typePart, body.slug, year, numberSlug(number)),
    type: code,
    number: number.printed,
    symbol: number.symbol,
    folded: foldKey(number.printed),
    year,
    issuedOn,
    issuer: body.name,
    title: title === null ? null : tidyTitle(title),
    aliases: [...new Set([printed, number.printed])].sort(),
  };
}

/** "của Tỉnh ủy (" was cut where a remark in brackets begins. */
const tidyTitle = (title: string): string =>
  title
    .replace(/\s+/gu, ' ')
    .replace(/[\s./;,([]+$/u, '')
    .trim();
