import type { Citation, NumberRepair } from '../../model/index.js';
import { editDistance } from '../../text/edit-distance.js';
import { fold } from '../../text/fold.js';
import { ministries } from '../../text/lexicon/generated/ministries.js';
import type { RawMention } from './raw-mention.js';

/** Codes of the central bodies by name, and by the titles that few of their heads bear ("Bộ trưởng, Chủ nhiệm"). */
const codesByName = new Map(ministries.map(({ name_vi, symbol }) => [fold(name_vi), symbol]));
const rareHeads = ministries
  .map(({ head_title, symbol }) => ({ head: fold(head_title), symbol }))
  .filter(({ head }) => head !== '' && head !== 'bo truong');

/**
 * Adds to each number that recognition damaged the form it stands for, and what proves it. The number itself stays as
 * printed. In order of strength: the same number undamaged elsewhere in the report, the issuer named beside it, the
 * known symbol, the type word.
 */
export function repairNumbers(citations: readonly Citation[], raws: readonly RawMention[]): Citation[] {
  const sound = new Map<string, number>();
  for (const [index, { number, resolved }] of citations.entries()) {
    const raw = raws[index]!.number;
    if (number === null || resolved !== null || raw === null || raw.family === 'bare') continue;
    if (raw.restored.toLowerCase() === number.toLowerCase() && !sound.has(keyOf(number)))
      sound.set(keyOf(number), index);
  }
  return citations.map((citation, index) => {
    const repaired = repairOf(citation, raws[index]!, sound);
    return repaired === null ? citation : { ...citation, repaired };
  });
}

const keyOf = (number: string): string => number.toLowerCase().replace(/^0+(?=\d)/, '');

function repairOf(citation: Citation, raw: RawMention, sound: ReadonlyMap<string, number>): NumberRepair | null {
  const { number, resolved, issuer } = citation;
  const read = raw.number;
  if (citation.kind !== 'numbered' || number === null || read === null) return null;
  if (resolved !== null && read.family !== 'bare')
    return {
      number: resolved,
      witness: { kind: 'mention', said: resolved, citation: sound.get(keyOf(resolved)) ?? null },
    };
  const proved = byIssuer(read.restored, read.issuerSymbol, issuer);
  if (proved !== null) return { number: proved, witness: { kind: 'issuer', said: issuer!, citation: null } };
  if (read.restored === number) return null;
  const other = sound.get(keyOf(read.restored));
  if (other !== undefined)
    return { number: read.restored, witness: { kind: 'mention', said: read.restored, citation: other } };
  const symbol = read.restored.replace(/^[0-9]+[a-zđ]?[/-]?(?:[0-9]{4}\/)?/u, '');
  const known = read.typeCode !== null || read.family !== 'letter';
  if (known || raw.typeWord === null)
    return { number: read.restored, witness: { kind: 'symbol', said: symbol, citation: null } };
  return { number: read.restored, witness: { kind: 'type-word', said: raw.typeWord.word.name, citation: null } };
}

/** "1017/UBNDT-DTTS của Ủy ban Dân tộc" is 1017/UBDT-DTTS: a long symbol two letters or fewer from the one its issuer has. */
function byIssuer(number: string, symbol: string | null, issuer: string | null): string | null {
  if (symbol === null || issuer === null || symbol.length < 4 || codes.has(symbol)) return null;
  const name = fold(issuer.replace(/\s+/gu, ' '));
  const named = codesByName.get(name);
  const meant = (
    named === undefined ? rareHeads.filter(({ head }) => name.startsWith(head)).map((one) => one.symbol) : [named]
  ).filter((code) => code.slice(0, 2) === symbol.slice(0, 2) && editDistance(fold(code), fold(symbol), 2) <= 2);
  if (meant.length !== 1 || !number.includes(symbol)) return null;
  return number.replace(symbol, meant[0]!);
}

/** A ministry's own code beside another ministry's name is a contradiction, no slip. */
const codes = new Set(ministries.map(({ symbol }) => symbol));
