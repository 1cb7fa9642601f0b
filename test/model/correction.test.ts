import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Correction, type DocumentIdentity, inForce, mergesIn } from '../../src/model/index.js';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString();
const made = (id: string, minute: number, decision: Correction['decision']): Correction => ({
  id,
  report: null,
  at: at(minute),
  by: 'Lan',
  reason: null,
  decision,
  found: null,
});
const undo = (id: string, minute: number, correction: string) => made(id, minute, { action: 'undo', correction });
const identity = (key: string): DocumentIdentity => ({
  key,
  type: null,
  number: null,
  symbol: null,
  folded: '',
  year: null,
  issuedOn: null,
  issuer: null,
  title: null,
});
const merge = (id: string, minute: number, from: string, into: string) =>
  made(id, minute, { action: 'merge', from, into: identity(into) });
const accept = made('a', 1, { action: 'accept-document', key: '/k' });

describe('what is in force', () => {
  it.each<[string, Correction[], string[]]>([
    ['a correction', [accept], ['a']],
    ['nothing once it was undone', [undo('b', 2, 'a'), accept], []],
    ['again when the undoing was undone', [accept, undo('b', 2, 'a'), undo('c', 3, 'b')], ['a']],
    ['not after three', [accept, undo('b', 2, 'a'), undo('c', 3, 'b'), undo('d', 4, 'c')], []],
  ])('%s', (_, corrections, ids) => {
    expect(inForce(corrections).map(({ id }) => id)).toEqual(ids);
  });

  it('does not depend on the order in which corrections are read', () => {
    const all = [accept, undo('b', 2, 'a'), undo('c', 3, 'b'), merge('d', 3, '/x', '/y'), merge('e', 4, '/y', '/x')];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(inForce(shuffled)).toEqual(inForce(all));
      }),
    );
  });
});

describe('merged keys', () => {
  const pairs = (...corrections: Correction[]) =>
    [...mergesIn(corrections)].map(([from, { into }]) => [from, into.key]);
  it('keeps chains, and of contrary words the later one', () => {
    expect(pairs(merge('a', 1, '/x', '/y'), merge('b', 2, '/y', '/z'))).toEqual([
      ['/x', '/y'],
      ['/y', '/z'],
    ]);
    expect(pairs(merge('a', 1, '/x', '/y'), merge('b', 2, '/y', '/x'))).toEqual([['/y', '/x']]);
  });

  it('never goes round in a circle', () => {
    const key = fc.constantFrom('/1', '/2', '/3', '/4');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key), { maxLength: 12 }), (words) => {
        const merges = mergesIn(words.map(([from, into], index) => merge(`m${index}`, index, from, into)));
        for (const start of merges.keys()) {
          let steps = 0;
          for (let next = merges.get(start); next !== undefined; next = merges.get(next.into.key)) steps++;
          expect(steps).toBeLessThan(5);
        }
      }),
    );
  });
});
