import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareReport, compareRuns, printComparison } from '../../src/eval/index.js';
import { reportOf, runOf } from './report-of.js';

const at = (start: number, quote: string) => ({ quote, span: { start, end: start + quote.length } });
const citation = (start: number, quote: string, fields: object = {}) => ({
  ...at(start, quote),
  kind: 'numbered',
  number: quote.replace(/^\D+/u, ''),
  issuer: null,
  role: 'mentions',
  section: 'II.1',
  page: 3,
  rule: 'citation/numbered',
  ...fields,
});

describe('what a change of the rules does to a report', () => {
  it('names a mention that is gained and one that is lost', () => {
    const before = runOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A'), citation(40, 'Kế hoạch số 2/KH-A')] });
    const after = runOf({ citations: [citation(40, 'Kế hoạch số 2/KH-A'), citation(80, 'Kế hoạch số 3/KH-A')] });
    expect(compareReport(before, after, null)).toMatchObject([
      { change: 'lost', quote: 'Kế hoạch số 1/KH-A', where: 'p. 3, II.1', rule: 'citation/numbered', verdict: null },
      { change: 'gained', quote: 'Kế hoạch số 3/KH-A' },
    ]);
  });

  it('shows a field that changed in the same place as changed', () => {
    const before = runOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A')] });
    const after = runOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A', { role: 'implements', issuer: 'Sở A' })] });
    expect(compareReport(before, after, null)).toMatchObject([
      {
        change: 'changed',
        fields: [
          { field: 'issuer', before: '', after: 'Sở A' },
          { field: 'role', before: 'mentions', after: 'implements' },
        ],
      },
    ]);
  });

  it('shows a part that went elsewhere in the tree of parts', () => {
    const part = (unit: string, label: string, children: object[] = []) => ({ unit, label, children });
    const of = (...provisionTree: object[]) =>
      runOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A', { provisionTree })] });
    const before = of(part('article', '9', [part('clause', '1')]), part('clause', '3'));
    expect(
      compareReport(before, of(part('article', '9', [part('clause', '1'), part('clause', '3')])), null),
    ).toMatchObject([
      { fields: [{ before: 'article 9 (clause 1); clause 3', after: 'article 9 (clause 1, clause 3)' }] },
    ]);
  });

  it('shows that a mention points at another document, and whose a figure is', () => {
    const cited = (document: string) => citation(0, 'Kế hoạch số 1/KH-A', { document, state: 'resolved' });
    const figure = (subject: string, unit: string) => ({
      ...at(40, '5 ha'),
      value: 5,
      subject: { words: subject, span: null },
      per: [{ unit }],
    });
    const before = runOf({ citations: [cited('/x/2021/1')], quantities: [figure('xã A', 'năm')] });
    const after = runOf({ citations: [cited('/x/2022/1')], quantities: [figure('xã B', 'hộ')] });
    expect(compareReport(before, after, null).map(({ fields }) => fields)).toEqual([
      [{ field: 'document', before: '/x/2021/1', after: '/x/2022/1' }],
      [
        { field: 'subject', before: 'xã A', after: 'xã B' },
        { field: 'per', before: 'năm', after: 'hộ' },
      ],
    ]);
  });

  it('takes a field that is new to the records for no change', () => {
    const before = runOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A')] });
    const after = runOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A', { provisionTree: [], title: 'phòng cháy' })] });
    expect(compareReport(before, after, null)).toEqual([]);
  });

  it('takes a quote that grew for the same mention', () => {
    const before = runOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A')] });
    const after = runOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A ngày 05', { number: '1/KH-A' })] });
    expect(compareReport(before, after, null)).toMatchObject([
      { change: 'changed', fields: [{ field: 'quote', before: 'Kế hoạch số 1/KH-A' }] },
    ]);
  });

  it('does not take a short quote within a long one for the same mention', () => {
    const quantity = (start: number, quote: string) => ({ ...at(start, quote), kind: 'count', value: 5, unit: 'hộ' });
    const before = runOf({ quantities: [quantity(0, '05 hộ nghèo được vay vốn và xóa nhà tạm')] });
    const after = runOf({ quantities: [quantity(0, '05 hộ')] });
    expect(compareReport(before, after, null).map(({ change }) => change)).toEqual(['gained', 'lost']);
  });

  it('pairs by the order of quotes where the text was read otherwise', () => {
    const before = runOf({
      citations: [citation(0, 'Kế hoạch số 1/KH-A'), citation(40, 'Kế hoạch số 2/KH-A', { role: 'implements' })],
    });
    const after = runOf(
      {
        citations: [
          citation(7, 'Kế hoạch số 1/KH-A'),
          citation(50, 'Kế hoạch số 9/KH-A'),
          citation(99, 'Kế hoạch  số 2/KH-A', { number: '2/KH-A' }),
        ],
      },
      'other',
    );
    expect(compareReport(before, after, null).map(({ change, quote }) => [change, quote])).toEqual([
      ['gained', 'Kế hoạch số 9/KH-A'],
      ['changed', 'Kế hoạch số 2/KH-A'],
    ]);
  });

  it('takes a relation with another end for another relation, and another relation of the same ends for a change', () => {
    const relation = (from: string, relation: string, to: string) => ({
      from,
      relation,
      to,
      span: { start: 0, end: 50 },
    });
    const before = runOf({ relations: [relation('2/KH', 'implements', '1/NQ'), relation('3/QĐ', 'amends', '1/QĐ')] });
    const after = runOf({ relations: [relation('2/KH', 'implements', '5/NQ'), relation('3/QĐ', 'replaces', '1/QĐ')] });
    expect(compareReport(before, after, null).map(({ change, quote }) => [change, quote])).toEqual([
      ['gained', '2/KH → 5/NQ'],
      ['lost', '2/KH → 1/NQ'],
      ['changed', '3/QĐ → 1/QĐ'],
    ]);
  });

  it('pairs several awards of one quote by their fields', () => {
    const award = (count: number, recipient: string) => ({ ...at(0, '02 tập thể, 05 cá nhân'), count, recipient });
    const before = runOf({ awards: [award(2, 'collective'), award(5, 'individual')] });
    const after = runOf({ awards: [award(5, 'individual'), award(2, 'collective')] });
    expect(compareReport(before, after, null)).toEqual([]);
  });

  it('names the header fields that changed', () => {
    const before = runOf({ header: { type: 'BC', place: null, signers: [{ name: 'Lê A', position: 'Giám đốc' }] } });
    const after = runOf({
      header: { type: 'BC', place: 'Huế', signers: [{ name: 'Lê A', position: 'Phó Giám đốc' }] },
    });
    const labels = reportOf({
      header: { type: 'BC', place: 'Huế', signers: [{ name: 'Lê A', position: 'Giám đốc' }] },
    });
    expect(compareReport(before, after, labels)).toMatchObject([
      { kind: 'header', fields: [{ field: 'place', before: '', after: 'Huế' }], verdict: 'right' },
      { kind: 'header', fields: [{ field: 'signers' }], verdict: 'wrong' },
    ]);
  });

  it('finds no difference between a run and itself', () => {
    const mentions = fc.array(
      fc.record({ start: fc.nat(30), quote: fc.constantFrom('1/KH-A', 'số 2/KH-A'), role: fc.constantFrom('a', 'b') }),
    );
    fc.assert(
      fc.property(mentions, fc.boolean(), (list, sameText) => {
        const citations = list.map(({ start, quote, role }) => citation(start, quote, { role }));
        const run = runOf({ citations });
        expect(compareReport(run, runOf({ citations }, sameText ? 'same' : 'other'), null)).toEqual([]);
      }),
    );
  });
});

describe('the verdict of the labels', () => {
  const labels = reportOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A', { role: 'implements' })] });
  const none = runOf({});
  const right = runOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A', { role: 'implements' })] });
  const wrongRole = runOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A', { role: 'based-on' })] });
  const otherRole = runOf({ citations: [citation(0, 'Kế hoạch số 1/KH-A', { role: 'mentions' })] });
  const wrongNumber = runOf({
    citations: [citation(0, 'Kế hoạch số 1/KH-A', { number: '1/KH', role: 'implements' })],
  });
  const anaphora = runOf({ citations: [{ ...at(0, 'Kế hoạch này'), kind: 'anaphora' }] });
  const rightIssuer = runOf({
    citations: [citation(0, 'Kế hoạch số 1/KH-A', { role: 'implements', issuer: 'Sở A' })],
  });
  const otherCase = runOf({
    citations: [citation(0, 'Kế hoạch số 1/KH-A', { role: 'implements', issuer: 'SỞ A' })],
  });

  it.each([
    ['a right gain', none, right, 'gained', 'right'],
    ['a wrong gain', none, wrongNumber, 'gained', 'wrong'],
    ['a right one lost', right, none, 'lost', 'right'],
    ['a wrong one lost', wrongNumber, none, 'lost', 'wrong'],
    ['a role that became right', wrongRole, right, 'changed', 'right'],
    ['a role that became wrong', right, wrongRole, 'changed', 'wrong'],
    ['one wrong role for another', otherRole, wrongRole, 'changed', 'neither'],
    ['a number that became right', wrongNumber, right, 'changed', 'right'],
    ['a number that became wrong', right, wrongNumber, 'changed', 'wrong'],
    ['a field that the labels see as it was', rightIssuer, otherCase, 'changed', null],
    ['an anaphora, which nobody labels', none, anaphora, 'gained', null],
  ] as const)('%s', (_, before, after, change, verdict) => {
    expect(compareReport(before, after, labels)).toMatchObject([{ change, verdict }]);
  });

  it('calls the second mention of one label the wrong one, though it stands first', () => {
    const twice = runOf({
      citations: [
        citation(0, 'Kế hoạch số 1/KH-A', { role: 'implements' }),
        citation(40, 'Kế hoạch số 1/KH-A', { role: 'implements' }),
      ],
    });
    const once = runOf({ citations: [citation(40, 'Kế hoạch số 1/KH-A', { role: 'implements' })] });
    expect(compareReport(once, twice, labels)).toMatchObject([{ change: 'gained', verdict: 'wrong' }]);
  });
});

describe('a comparison of two runs', () => {
  const named = (name: string, citations: object[]) => ({ ...runOf({ citations }), name });
  const comparison = compareRuns(
    'main',
    [named('a', [citation(0, 'Kế hoạch số 1/KH-A')]), { name: 'b', failure: 'no text' }, named('gone', [])],
    [named('a', [citation(0, 'Kế hoạch số 2/KH-A')]), named('b', []), named('new', [])],
    (name) => (name === 'a' ? reportOf({ citations: [citation(0, 'Kế hoạch số 2/KH-A')] }) : null),
  );

  it('compares the reports that both have, and says which one run could not read', () => {
    expect(comparison.reports).toBe(1);
    expect(comparison.failures).toEqual([{ name: 'b', before: 'no text', after: null }]);
    expect(comparison.sums.citations).toEqual({ gained: 0, lost: 0, changed: 1, right: 1, wrong: 0 });
  });

  it('prints by name', () => {
    const printed = printComparison(comparison);
    expect(printed).toContain(
      '  ~ citation  p. 3, II.1  «Kế hoạch số 2/KH-A»  quote: Kế hoạch số 1/KH-A → Kế hoạch số 2/KH-A; ' +
        'number: 1/KH-A → 2/KH-A  citation/numbered  right now\n',
    );
    expect(printed).toContain('b\n  ! no text → read now\n');
    expect(printed).toContain('1 reports, against main\n');
    expect(printed).toMatch(/^citations {3}\+0 {2}-0 {2}~1 {3}by the labels: 1 for the better, 0 for the worse$/mu);
  });
});
