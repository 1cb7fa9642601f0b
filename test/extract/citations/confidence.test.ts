import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitWeights, heldOut, readSample, reliability } from '../../../scripts/calibration/fit.js';
import { confidenceOf } from '../../../src/extract/citations/confidence.js';
import { confidenceWeights } from '../../../src/extract/citations/confidence-weights.js';
import { type EvidenceKind, evidenceKind } from '../../../src/model/index.js';
import { cite } from './extract.js';

const kinds: readonly EvidenceKind[] = evidenceKind.options;
const sample = readSample(readFileSync(new URL('../../../scripts/calibration/sample.csv', import.meta.url), 'utf8'));
const some = fc.subarray([...kinds]);

describe('confidence', () => {
  it('lies strictly between 0 and 1, and more evidence always raises it', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...kinds), (evidence, more) => {
        const chance = confidenceOf(evidence);
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThan(1);
        if (!evidence.includes(more)) expect(confidenceOf([...evidence, more])).toBeGreaterThan(chance);
      }),
    );
  });

  it('tells apart every two kinds of mention that were met', () => {
    const met = [...new Set(sample.map(({ evidence }) => evidence.join(' ')))];
    const chances = met.map((evidence) => confidenceOf(evidence.split(' ') as EvidenceKind[]));
    expect(new Set(chances).size).toBe(met.length);
  });

  it('has the weights that the kept sample gives', () => {
    expect(fitWeights(sample, kinds)).toEqual(confidenceWeights);
  });

  it('says of held-out mentions about the share that is right', () => {
    const weighed = heldOut(sample, kinds);
    const all = reliability(weighed);
    const printed = reliability(weighed.filter(({ row }) => row.printed));
    expect(all.brier).toBeLessThan(0.06); // 0.09 where everything is given the mean
    expect(all.error).toBeLessThan(0.05);
    expect(printed.error).toBeLessThan(0.05);
    for (const { count, said, right } of all.bins) if (count >= 30) expect(Math.abs(said - right)).toBeLessThan(0.1);
  });
});

describe('the evidence of a citation', () => {
  const evidence = (text: string | string[]) => cite(text).citations.at(-1)!.evidence;
  it.each<[string, readonly EvidenceKind[]]>([
    [
      'Căn cứ Quyết định số 1085/QĐ-UBND ngày 15/8/2022 của UBND tỉnh về việc giao kế hoạch',
      [
        'symbol',
        'as-printed',
        'type-word',
        'number-word',
        'type-code',
        'type-agreement',
        'issuer-symbol',
        'date',
        'issuer-phrase',
        'citing-phrase',
        'title',
      ],
    ],
    ['Đề án 939', ['as-printed', 'type-word']],
    ['Luật Đất đai năm 2024', ['as-printed', 'year', 'catalogue', 'name-shape']],
    ['Luật Trồng hoa', ['as-printed', 'name-shape']],
    ['khoản 2 Điều 5 Luật Đất đai', ['as-printed', 'catalogue', 'name-shape', 'provisions']],
    ['Quyết định số 5/QĐ-XYZW', ['symbol', 'as-printed', 'type-word', 'number-word', 'type-code', 'type-agreement']],
    ['Kế hoạch số 5/QĐ-UBND', ['symbol', 'as-printed', 'type-word', 'number-word', 'type-code', 'issuer-symbol']],
    ['Quyết định 1O45/QĐ-UBND', ['symbol', 'type-word', 'type-code', 'type-agreement', 'issuer-symbol']],
  ])('of %j', (text, expected) => {
    expect(evidence(text)).toEqual(expected);
  });

  it('of a list: the head and the symbol are shared', () => {
    const [first, second, last] = cite('các Quyết định số 12, 13 và 14/QĐ-UBND').citations.map((one) => one.evidence);
    expect(first).toEqual(expect.arrayContaining(['type-word', 'shared-symbol']));
    expect(second).toEqual(expect.arrayContaining(['shared-head', 'shared-symbol']));
    expect(last).toEqual(expect.arrayContaining(['shared-head']));
    expect(last).not.toContain('shared-symbol');
  });

  it('of a number that the report cites twice', () => {
    expect(evidence(['Quyết định số 5/QĐ-UBND', 'Quyết định số 5/QĐ-UBND'])).toContain('cited-again');
    expect(evidence(['Quyết định số 6/QĐ-UBND', 'Quyết định số 5/QĐ-UBND'])).not.toContain('cited-again');
  });

  it('puts weak mentions below strong ones', () => {
    const sure = (text: string) => cite(text).citations[0]!.confidence;
    const full = sure('Căn cứ Quyết định số 1085/QĐ-UBND ngày 15/8/2022 của UBND tỉnh');
    expect(full).toBeGreaterThan(0.95);
    expect(sure('Quyết định số 5/QĐ-XYZW')).toBeLessThan(full);
    expect(sure('Đề án 939')).toBeLessThan(0.65);
  });
});
