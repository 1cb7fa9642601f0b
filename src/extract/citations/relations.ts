import type { Citation, Relation, RelationKind } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import type { RawMention } from './raw-mention.js';
import type { Reading } from './sentence-item.js';

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
    const there = bySentence.get(reading.sentence);
    if (there === undefined) bySentence.set(reading.sentence, [index]);
    else there.push(index);
  }
  for (const indices of bySentence.values()) {
    const ordered = [...indices].sort((a, b) => readings.get(placed[a]!)!.at - readings.get(placed[b]!)!.at);
    /** what this sentence rests on so far, each document once */
    const resting = new Map<string, number>();
    for (const index of ordered) {
      const reading = readings.get(placed[index]!)!;
      if (reading.parent !== null && reading.parentRelation !== null) {
        const parent = ordered[reading.parent];
        if (parent === undefined) continue;
        const { kind, detail, passive } = reading.parentRelation;
        if (passive && kind !== 'implements' && kind !== 'based-on') add(index, kind, parent, detail, 'relation/title');
        else add(parent, kind, index, detail, 'relation/title');
      }
      if (reading.parent !== null) continue;
      if (reading.issuedHere) {
        for (const earlier of resting.values()) {
          const { role, detail } = readings.get(placed[earlier]!)!;
          if (role === 'implements' || role === 'based-on' || role === 'responds-to')
            add(index, role, earlier, detail ?? role, 'relation/clause');
        }
      } else if (['implements', 'based-on', 'responds-to'].includes(reading.role)) {
        const key = `${reading.role}|${keyOf(citations[index]!)}`;
        if (!resting.has(key)) resting.set(key, index);
      }
    }
  }

  // An amending law names the law it amends, which is a citation only where it is cited by itself too. Each name once:
  // a report that repeats them would be compared with itself.
  const amending = new Map<string, number>();
  const laws = new Map<string, number>();
  for (const [index, citation] of citations.entries()) {
    if (citation.kind !== 'named' && placed[index]!.raw.rule !== 'citation/amending-law') continue;
    const names = placed[index]!.raw.rule === 'citation/amending-law' ? amending : laws;
    const key = keyOf(citation);
    if (!names.has(key)) names.set(key, index);
  }
  if (amending.size > 0)
    for (const other of laws.values()) {
      const name = fold(citations[other]!.name!.replace(/ (?:năm )?\d{4}$/u, ''));
      const pattern = new RegExp(`${name.replace(/[^a-z0-9 ]+/g, '[^a-z0-9]+')}(?![a-z])`, 'u');
      for (const index of amending.values())
        if (pattern.test(fold(placed[index]!.raw.named!.name)))
          add(index, 'amends', other, 'amends', 'relation/amending-law');
    }
  return [...relations.values()].sort((a, b) => a.span.start - b.span.start || a.fromCitation - b.fromCitation);
}
