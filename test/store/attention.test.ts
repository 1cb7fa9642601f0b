import { expect, it } from 'vitest';
import { attentionOf } from '../../src/store/index.js';
import { graphOf } from './made-report.js';

it('asks for a look at a number that the rules doubt, not at «Quyết định này», which has none', () => {
  const graph = graphOf({
    name: 'a.txt',
    text: 'Theo Quyết định số 99/QĐ-UBND; Quyết định này có hiệu lực.',
    cites: [
      { quote: 'Quyết định số 99/QĐ-UBND', number: '99/QĐ-UBND' },
      { quote: 'Quyết định này', number: '98/QĐ-UBND' },
    ],
  });
  const [numbered, pointing] = graph.extraction.citations;
  const citations = [
    { ...numbered!, confidence: 0.5 },
    { ...pointing!, confidence: 0.5, kind: 'anaphora' as const, number: null },
  ];
  const found = attentionOf({ ...graph, extraction: { ...graph.extraction, citations } });
  expect(found.map(({ reason, record }) => [reason, record.quote])).toEqual([
    ['low-confidence', 'Quyết định số 99/QĐ-UBND'],
  ]);
});

it.each([
  ['34TC/TCT', '34-TC/TCT', false],
  ['3A4/QĐ-UBND', '34/QĐ-UBND', true],
])('of %s read as %s, a look is wanted: %s', (number, repaired, wanted) => {
  const graph = graphOf({ name: 'a.txt', text: `Theo số ${number}.`, cites: [{ quote: `số ${number}`, number }] });
  const [citation] = graph.extraction.citations;
  const witness = { kind: 'symbol' as const, said: '', citation: null };
  const citations = [{ ...citation!, repaired: { number: repaired, witness } }];
  const found = attentionOf({ ...graph, extraction: { ...graph.extraction, citations } });
  expect(found.some(({ reason }) => reason === 'repair')).toBe(wanted);
});
