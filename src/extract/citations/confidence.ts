import type { RawMention } from './scan-mentions.js';
import { isIssuer } from './symbols.js';

/** What vouches for a reference, and how much of the remaining doubt each takes away. */
const weights = {
  shape: 0.45,
  typeWord: 0.6,
  inheritedType: 0.4,
  so: 0.35,
  typeCode: 0.45,
  issuerSymbol: 0.45,
  date: 0.4,
  issuer: 0.4,
  agreement: 0.3,
  catalogue: 0.6,
  repaired: -0.4,
  bare: -0.6,
} as const;
export type Evidence = keyof typeof weights;

/** Lists what the text shows for a reference. */
export function evidenceOf(mention: RawMention): Evidence[] {
  const found: Evidence[] = [];
  const { number, named, typeWord } = mention;
  if (number !== null && number.family !== 'bare') found.push('shape');
  if (typeWord !== null) found.push(mention.inherited ? 'inheritedType' : 'typeWord');
  if (mention.so) found.push('so');
  if (number?.typeCode != null) found.push('typeCode');
  if (number?.issuerSymbol != null && isIssuer(number.issuerSymbol)) found.push('issuerSymbol');
  if (mention.date?.iso != null) found.push('date');
  if (mention.issuer !== null) found.push('issuer');
  if (typeWord !== null && number?.typeCode != null && number.typeCode === typeWord.word.code) found.push('agreement');
  if (named !== null) found.push('shape', ...(named.known ? (['catalogue'] as const) : []));
  if (number?.repaired) found.push('repaired');
  if (number?.family === 'bare') found.push('bare');
  return found;
}

/** 0..1: every piece of evidence takes away its share of the doubt; a repair or a missing symbol gives some back. */
export function confidenceOf(evidence: readonly Evidence[]): number {
  let doubt = 0.8;
  for (const piece of evidence) {
    const weight = weights[piece];
    if (weight > 0) doubt *= 1 - weight;
  }
  for (const piece of evidence) {
    const weight = weights[piece];
    if (weight < 0) doubt += (1 - doubt) * -weight * 0.5;
  }
  return Math.round((1 - doubt) * 1000) / 1000;
}
