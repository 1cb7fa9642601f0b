import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../src/model/index.js';
import { arrangeSeries } from '../../src/publish/index.js';
import type { IndicatorHit } from '../../src/store/index.js';
import { fold } from '../../src/text/fold.js';

const figure = (
  report: { name: string; issuer?: string; date?: string },
  exact: string,
  more: Partial<Quantity> = {},
  hit: Partial<IndicatorHit> = {},
): IndicatorHit => ({
  report: {
    id: report.name,
    name: report.name,
    mediaType: null,
    bytes: 1,
    state: 'done',
    attempts: 1,
    failure: null,
    takenInAt: '2024-01-01T00:00:00.000Z',
    pageCount: null,
    recognitionPages: null,
    type: 'BC',
    number: null,
    issuer: report.issuer ?? 'UBND tỉnh Bình Định',
    date: report.date ?? '2024-01-01',
    title: null,
  },
  office: null,
  quantity: {
    quote: exact,
    span: { start: 0, end: 1 },
    page: 1,
    section: null,
    block: 0,
    confidence: 0.9,
    rule: 'quantity/percent',
    kind: 'percent',
    value: Number(exact),
    exact,
    valueMax: null,
    of: null,
    unit: '%',
    unitCode: 'percent',
    per: [],
    direction: null,
    modifier: 'exact',
    indicator: { words: 'Tỷ lệ hộ nghèo', span: null },
    subject: null,
    period: '2023',
    basis: 'actual',
    baseline: null,
    ...more,
  },
  key: 'ti le ho ngheo',
  match: 'exact',
  ...hit,
});
const arrange = (hits: readonly IndicatorHit[], filter = {}) => arrangeSeries(hits, filter, fold);
const [a, b, c] = [{ name: 'a.docx' }, { name: 'b.docx' }, { name: 'c.docx', issuer: 'UBND huyện Phù Cát' }];

describe('a series', () => {
  it('lines one indicator up by period, whatever the order of reports', () => {
    const hits = [figure(b, '1.5', { period: '2024' }), figure(a, '2.63'), figure(a, '4.1', { period: '2021' })];
    for (const order of [hits, hits.toReversed()])
      expect(arrange(order)[0]!.points.map(({ period, quantity }) => [period, quantity.exact])).toEqual([
        ['2021', '4.1'],
        ['2023', '2.63'],
        ['2024', '1.5'],
      ]);
  });

  it('leaves changes and shares of a plan out, which are no level of the indicator', () => {
    const hits = [figure(a, '2'), figure(a, '1', { kind: 'change' }), figure(a, '98', { baseline: 'kế hoạch' })];
    expect(arrange(hits)[0]!.points).toHaveLength(1);
  });

  it('parts indicators and kinds of unit, and names the closest first', () => {
    const found = arrange([
      figure(a, '5', {}, { key: 'ti le ho ngheo da chieu', match: 'phrase' }),
      figure(a, '12', { kind: 'count', unit: 'hộ' }),
      figure(a, '14', { kind: 'count', unit: 'hộ nghèo', period: '2024' }),
      figure(a, '2'),
    ]);
    expect(found.map(({ match, unit, points }) => [match, unit, points.length])).toEqual([
      ['exact', '', 2],
      ['exact', '%', 1],
      ['phrase', '%', 1],
    ]);
  });

  it.each([
    [{ issuer: 'phu cat' }, ['c.docx']],
    [{ issuer: 'Bình Định' }, ['a.docx', 'b.docx']],
    [{ from: 2024 }, ['b.docx']],
    [{ to: 2023 }, ['a.docx', 'c.docx']],
    [{ from: 2030 }, []],
  ])('keeps to %j', (filter, names) => {
    const hits = [figure(a, '2'), figure(b, '3', { period: '2024' }), figure(c, '4', { period: '2021/2023' })];
    const found = arrange(hits, filter).flatMap(({ points }) => points.map(({ report }) => report.name));
    expect(found.toSorted()).toEqual(names);
  });
});

describe('reports that disagree', () => {
  const differing = (...hits: IndicatorHit[]) => arrange(hits)[0]!.disagreements;

  it('names the values and where each stands', () => {
    expect(differing(figure(a, '2.63'), figure(b, '2.71'))).toEqual([
      {
        period: '2023',
        subject: 'tỉnh Bình Định',
        basis: 'actual',
        values: [
          { exact: '2.63', valueMax: null, reports: [{ id: 'a.docx', name: 'a.docx', page: 1 }] },
          { exact: '2.71', valueMax: null, reports: [{ id: 'b.docx', name: 'b.docx', page: 1 }] },
        ],
      },
    ]);
  });

  it.each([
    ['the same value', [figure(a, '2.60'), figure(b, '2.6')]],
    ['another period', [figure(a, '2'), figure(b, '3', { period: '2022' })]],
    ['no period', [figure(a, '2', { period: null }), figure(b, '3', { period: null })]],
    ['a plan beside a result', [figure(a, '2', { basis: 'plan' }), figure(b, '3')]],
    ['another place', [figure(a, '2'), figure(c, '3')]],
    ['another place by name', [figure(a, '2'), figure(b, '3', { subject: { words: 'huyện An Lão', span: null } })]],
    ['one report alone', [figure(a, '2'), figure(a, '3')]],
  ] as const)('is silent about %s', (_, hits) => {
    expect(differing(...hits)).toEqual([]);
  });

  it('knows two offices of one name by their provinces', () => {
    const [one, other] = ['tỉnh Phú An', 'tỉnh Sông Lam'].map((province) => ({ office: `Sở Y tế ${province}` }));
    const said = { name: 'a', issuer: 'Sở Y tế' };
    const also = { name: 'b', issuer: 'Sở Y tế' };
    expect(differing(figure(said, '2', {}, one), figure(also, '3', {}, other))).toEqual([]);
    expect(differing(figure(said, '2', {}, one), figure(also, '3', {}, one))).toHaveLength(1);
  });

  it('takes "toàn tỉnh" for the place of the office', () => {
    expect(differing(figure(a, '2', { subject: { words: 'Toàn tỉnh', span: null } }), figure(b, '3'))).toHaveLength(1);
  });
});
