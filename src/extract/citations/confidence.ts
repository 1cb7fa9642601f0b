import type { Citation, EvidenceKind } from '../../model/index.js';
import { confidenceWeights } from './confidence-weights.js';
import type { RawMention } from './raw-mention.js';
import { isIssuer } from './symbols.js';

/** Fills in what speaks for each citation, and how sure that makes it. */
export function weigh(citations: readonly Citation[], raws: readonly RawMention[]): Citation[] {
  const times = new Map<string, number>();
  const keys = citations.map(keyOf);
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return citations.map((citation, index) => {
    const evidence = evidenceOf(citation, raws[index]!, times.get(keys[index]!)! > 1);
    return { ...citation, evidence, confidence: confidenceOf(evidence) };
  });
}

const keyOf = ({ resolved, repaired, number, name, quote }: Citation): string =>
  (resolved ?? repaired?.number ?? number ?? name ?? quote).toLowerCase();

/** What the text shows for a citation, in the order of `evidenceKind`. */
function evidenceOf(citation: Citation, raw: RawMention, again: boolean): EvidenceKind[] {
  const { number, named, typeWord } = raw;
  const typeCode = number?.typeCode ?? null;
  const { witness } = citation.repaired ?? {};
  const evidence: EvidenceKind[] = [];
  const show = (kind: EvidenceKind, shown: boolean) => {
    if (shown) evidence.push(kind);
  };
  show('symbol', number !== null && number.family !== 'bare');
  show('as-printed', citation.repaired === null);
  show('repair-witness', witness?.kind === 'mention' || witness?.kind === 'issuer');
  show('type-word', typeWord !== null && !raw.inherited && !typeWord.damaged);
  show('shared-head', typeWord !== null && raw.inherited && !typeWord.damaged);
  show('number-word', raw.so);
  show('type-code', typeCode !== null);
  show('type-agreement', typeCode !== null && typeCode === typeWord?.word.code);
  show('issuer-symbol', number?.issuerSymbol != null && isIssuer(number.issuerSymbol));
  show('year', number?.year != null || (named !== null && /(?:19|20)\d\d/.test(named.name)));
  show('date', citation.date !== null);
  show('issuer-phrase', citation.issuer !== null);
  show('catalogue', named?.known === true);
  show('name-shape', named !== null);
  show('shared-symbol', raw.sharedTail !== '');
  show('cited-again', again || citation.resolved !== null);
  show('citing-phrase', citation.relationDetail !== null);
  show('title', citation.title !== null);
  show('provisions', citation.provisions.length > 0);
  return evidence;
}

const { bias, weights } = confidenceWeights;

/**
 * The chance that a mention with this evidence is a reference whose number is what the office wrote: 0 < chance < 1.
 * Every piece of evidence raises it (the weights are positive), and no two pieces weigh the same.
 */
export function confidenceOf(evidence: readonly EvidenceKind[]): number {
  const sum = evidence.reduce((all, kind) => all + (weights[kind] ?? 0), bias);
  return Math.round(1e6 / (1 + Math.exp(-sum))) / 1e6;
}
