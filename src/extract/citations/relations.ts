import type { Citation, Relation, RelationKind } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import type { Reading } from './read-sentence.js';
import type { RawMention } from './scan-mentions.js';

interface PlacedMention {
  readonly raw: RawMention;
  readonly start: number;
  readonly end: number;
}
type PlacedReading = Reading & { readonly sentence: number; readonly at: number };

/** Two spellings of one law's name are one document. */
const keyOf = (citation: Citation): string => fold(nameOf(citation)).replace(/[^a-z0-9]+/g, ' ');
const nameOf = ({ resolved, number, name }: Citation): string => resolved ?? number ?? name ?? '';

/**
 * What the text says of two cited documents: in a title ("Kế hoạch số A về thực hiện Nghị quyết số B"), or by clause
 * ("Thực hiện B; …, X đã ban hành A"). Each pair and relation once, with the words from one to the other.
 */
export function relationsOf<T extends PlacedMention>(
  citations: readonly Citation[],
  placed: readonly T[],
  readings: ReadonlyMap<T, PlacedReading>,
): Relation[] {
  const relations = new Map<string, Relation>();
  const add = (from: number, kind: RelationKind, to: number, detail: string, rule: string) => {
    const source = citations[from]!;
    const target = citations[to]!;
    if (from === to || keyOf(source) === keyOf(target)) return;
    // A document acts on what was there before it.
    if (source.date?.length === 10 && target.date?.length === 10 && source.date < target.date) return;
    const key = `${keyOf(source)}|${kind}|${keyOf(target)}`;
    if (relations.has(key)) return;
    relations.set(key, {
      from: nameOf(source),
      relation: kind,
      to: nameOf(target),
      relationDetail: detail,
      fromCitation: from,
      toCitation: to,
      span: {
        start: Math.min(source.span.start, target.span.start),
        end: Math.max(source.span.end, target.span.end),
      },
      confidence:
        Math.round(Math.min(source.confidence, target.confidence) * (rule === 'relation/title' ? 0.95 : 0.85) * 1000) /
        1000,
      rule,
    });
  };

  const bySentence = new Map<number, number[]>();
  for (const [index, one] of placed.entries()) {
    const reading = readings.get(one);
    if (reading === undefined || reading.sentence < 0) continue;
    bySentence.set(reading.sentence, [...(bySentence.get(reading.sentence) ?? []), index]);
  }
  for (const indices of bySentence.values()) {
    const ordered = [...indices].sort((a, b) => readings.get(placed[a]!)!.at - readings.get(placed[b]!)!.at);
    for (const [place, index] of ordered.entries()) {
      const reading = readings.get(placed[index]!)!;
      if (reading.parent !== null && reading.parentRelation !== null) {
        const parent = ordered[reading.parent];
        if (parent === undefined) continue;
        const { kind, detail, passive } = reading.parentRelation;
        if (passive && kind !== 'implements' && kind !== 'based-on') add(index, kind, parent, detail, 'relation/title');
        else add(parent, kind, index, detail, 'relation/title');
      }
      if (reading.parent !== null || !reading.issuedHere) continue;
      for (const earlier of ordered.slice(0, place)) {
        const before = readings.get(placed[earlier]!)!;
        if (before.parent !== null || before.issuedHere) continue;
        if (before.role === 'implements' || before.role === 'based-on' || before.role === 'responds-to')
          add(index, before.role, earlier, before.detail ?? before.role, 'relation/clause');
      }
    }
  }

  // An amending law names the law it amends, which is a citation only where it is cited by itself too.
  for (const [index, { raw }] of placed.entries()) {
    if (raw.rule !== 'citation/amending-law') continue;
    const inner = fold(raw.named!.name);
    for (const [other, target] of citations.entries()) {
      if (other === index || target.kind !== 'named' || placed[other]!.raw.rule === 'citation/amending-law') continue;
      const name = fold(target.name!.replace(/ (?:năm )?\d{4}$/u, ''));
      if (new RegExp(`${name.replace(/[^a-z0-9 ]+/g, '[^a-z0-9]+')}(?![a-z])`, 'u').test(inner))
        add(index, 'amends', other, 'amends', 'relation/amending-law');
    }
  }
  return [...relations.values()].sort((a, b) => a.span.start - b.span.start || a.fromCitation - b.fromCitation);
}
