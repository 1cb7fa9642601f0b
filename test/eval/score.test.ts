import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { score } from '../../src/eval/index.js';
import { reportOf } from './report-of.js';

const scored = (labels: object, found: object) =>
  score([{ name: 'report', labels: reportOf(labels), found: reportOf(found) }]);
const number = (number: string, date: string | null = null) => ({ kind: 'numbered', number, date });

describe('the score of citations', () => {
  it.each([
    ['a leading zero and spaces', '05 -CT/TW', '5-CT/TW', 1],
    ['another dash', '31–KH/TU', '31-KH/TU', 1],
    ['the Icelandic letter that old fonts print for Đ', '12/QÐ-UBND', '12/QĐ-UBND', 1],
    ['small letters', '12/qđ-ubnd', '12/QĐ-UBND', 1],
    ['D for Đ', '12/QD-UBND', '12/QĐ-UBND', 0],
    ['another number', '13/QĐ-UBND', '12/QĐ-UBND', 0],
  ])('%s', (_, label, found, f1) => {
    expect(scored({ citations: [number(label)] }, { citations: [number(found)] }).mentions.citations.f1).toBe(f1);
  });

  it('takes a number with another date for another mention', () => {
    const { mentions } = scored(
      { citations: [number('9/KH-SNV', '2023-01-05')] },
      { citations: [number('9/KH-SNV', null)] },
    );
    expect(mentions.citations).toMatchObject({ gold: 1, predicted: 1, matched: 0, f1: 0 });
  });

  it('counts a document that is cited three times three times', () => {
    const { mentions, misses } = scored(
      { citations: [number('9/KH-SNV'), number('9/KH-SNV'), number('9/KH-SNV')] },
      { citations: [number('9/KH-SNV'), number('9/KH-SNV')] },
    );
    expect(mentions.citations).toMatchObject({ gold: 3, predicted: 2, matched: 2, precision: 1, recall: 2 / 3 });
    expect(misses).toMatchObject([{ what: 'missed', gold: 'number|9/KH-SNV|' }]);
  });

  it('compares names by their letters', () => {
    const found = { kind: 'named', name: 'luật  tổ chức Chính phủ', number: null };
    expect(
      scored({ citations: [{ kind: 'named', name: '“Luật Tổ chức Chính phủ”' }] }, { citations: [found] }).mentions
        .citations.f1,
    ).toBe(1);
  });

  it('passes over anaphoras', () => {
    const { mentions } = scored({}, { citations: [{ kind: 'anaphora', quote: 'Quyết định này', number: null }] });
    expect(mentions.citations).toMatchObject({ predicted: 0, precision: 1, recall: 1 });
  });

  it('asks the attributes of matched mentions only', () => {
    const { attributes } = scored(
      {
        citations: [
          { ...number('1/KH-A'), role: 'implements' },
          { ...number('2/KH-A'), role: 'implements' },
        ],
      },
      {
        citations: [
          { ...number('1/KH-A'), role: 'mentions' },
          { ...number('3/KH-A'), role: 'implements' },
        ],
      },
    );
    expect(attributes['citations.role']).toBe(0);
    expect(attributes['citations.footnote']).toBe(1);
  });
});

describe('the score of quantities', () => {
  const quantity = (value: number, unit: string, of: number | null = null) => ({ kind: 'count', value, unit, of });
  it.each([
    ['one unit begins with the other', quantity(3, 'phòng chuyên môn'), quantity(3, 'phòng'), 1],
    ['the other way round', quantity(3, 'phòng'), quantity(3, 'phòng chuyên môn'), 1],
    ['half a word is no beginning', quantity(3, 'phòng'), quantity(3, 'phò'), 0],
    ['another unit', quantity(3, 'phòng'), quantity(3, 'hộ'), 0],
    ['a percentage is no count', quantity(3, '%'), quantity(3, ''), 0],
    ['another denominator', quantity(3, 'xã', 12), quantity(3, 'xã', 10), 0],
    ['a millionth is noise', quantity(0.1 + 0.2, '%'), quantity(0.3, '%'), 1],
  ])('%s', (_, label, found, f1) => {
    expect(scored({ quantities: [label] }, { quantities: [found] }).mentions.quantities.f1).toBe(f1);
  });

  it('lets a label take the mention whose unit fits among those of its value', () => {
    const found = [quantity(5, 'hộ'), quantity(5, 'xã')];
    expect(scored({ quantities: [quantity(5, 'xã')] }, { quantities: found }).misses).toMatchObject([
      { what: 'extra', kind: 'quantities' },
    ]);
  });

  it('takes a missing modifier for an exact figure', () => {
    const { attributes } = scored(
      { quantities: [quantity(5, 'hộ')] },
      { quantities: [{ ...quantity(5, 'hộ'), modifier: 'exact' }] },
    );
    expect(attributes['quantities.modifier']).toBe(1);
  });
});

describe('the score of what only some labels tell', () => {
  const figure = { kind: 'count', value: 12, unit: 'hộ' };
  const told = (label: object, found: object) =>
    scored({ quantities: [{ ...figure, ...label }] }, { quantities: [{ ...figure, ...found }] });

  it.each([
    ['the same words', 'hộ nghèo', 'hộ nghèo', 1, 1],
    ['other capitals and signs', 'Tỷ lệ “hộ nghèo”', 'tỷ lệ hộ nghèo', 1, 1],
    ['function words in front', 'Tổng số hộ nghèo', 'hộ nghèo', 1, 1],
    ['a name of function words alone', 'chi', 'thu', 0, 0],
    ['a word more', 'tổ chức buổi tuyên truyền', 'buổi tuyên truyền', 0, 1],
    ['another order', 'vốn sự nghiệp: giải ngân', 'giải ngân vốn sự nghiệp', 0, 1],
    ['another thing', 'hộ nghèo', 'hộ cận nghèo có nhà ở', 0, 0],
    ['too many words more', 'hộ nghèo', 'hộ nghèo được hỗ trợ nhà', 0, 0],
    ['nothing for something', 'hộ nghèo', null, 0, 0],
    ['something for nothing', null, 'hộ nghèo', 0, 0],
    ['nothing for nothing', null, null, 1, 1],
  ])('%s', (_, label, found, exact, near) => {
    const words = found === null ? null : { words: found };
    expect(told({ indicator: label }, { indicator: words }).told).toMatchObject({
      'quantities.indicator': { accuracy: exact, asked: 1 },
      'quantities.indicatorNear': { accuracy: near, asked: 1 },
    });
  });

  it('asks nothing that the label does not tell', () => {
    const { told: fields, misses } = told({ basis: 'plan' }, { basis: 'actual', period: '2023' });
    expect(fields).toEqual({ 'quantities.basis': { accuracy: 0, asked: 1 } });
    expect(misses).toMatchObject([{ what: 'basis', gold: 'plan', got: 'actual' }]);
    expect(told({ period: null }, { period: '2023' }).told['quantities.period']).toEqual({ accuracy: 0, asked: 1 });
  });
});

describe('the score of awards, relations and the header', () => {
  it('tells awards by name, count, share and status', () => {
    const award = { award: 'Giấy khen', count: 5, percent: null, status: 'granted', recipient: 'individual' };
    expect(scored({ awards: [award] }, { awards: [{ ...award, recipient: 'collective' }] })).toMatchObject({
      mentions: { awards: { f1: 1 } },
      attributes: { 'awards.recipient': 0, 'awards.grantor': 1 },
    });
    for (const other of [{ count: 6 }, { status: 'proposed' }, { percent: 100 }, { award: 'Bằng khen' }])
      expect(scored({ awards: [award] }, { awards: [{ ...award, ...other }] }).mentions.awards.f1).toBe(0);
  });

  it('tells relations by both ends and what joins them', () => {
    const relation = { from: '2/KH-A', relation: 'implements', to: '1/NQ-B' };
    const turned = { from: '1/NQ-B', relation: 'implements', to: '2/KH-A' };
    expect(scored({ relations: [relation] }, { relations: [relation, turned] }).mentions.relations).toMatchObject({
      matched: 1,
      predicted: 2,
    });
  });

  it('asks every header field of every report', () => {
    const { header } = score([
      { name: 'a', labels: reportOf({ header: { type: 'BC' } }), found: reportOf({ header: { type: 'BC' } }) },
      { name: 'b', labels: reportOf({ header: { type: 'BC' } }), found: reportOf({ header: { type: 'KH' } }) },
    ]);
    expect(header).toMatchObject({ type: 0.5, number: 1, recipients: 1 });
  });
});

describe('any score', () => {
  const mention = fc.record({
    kind: fc.constantFrom('numbered', 'anaphora'),
    number: fc.constantFrom('1/A', '2/A', '3/A'),
    role: fc.constantFrom('mentions', 'implements'),
  });
  it('is full for what was labelled itself and never matches more than there is', () => {
    fc.assert(
      fc.property(fc.array(mention), fc.array(mention), (one, other) => {
        const labelled = one.filter(({ kind }) => kind !== 'anaphora');
        expect(scored({ citations: labelled }, { citations: one }).mentions.citations.f1).toBe(1);
        const { gold, predicted, matched } = scored({ citations: labelled }, { citations: other }).mentions.citations;
        expect(matched).toBeLessThanOrEqual(Math.min(gold, predicted));
        const back = scored({ citations: other.filter(({ kind }) => kind !== 'anaphora') }, { citations: labelled });
        expect(back.mentions.citations.matched).toBe(matched);
      }),
    );
  });
});
