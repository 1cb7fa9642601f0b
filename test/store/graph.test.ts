import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesBefore } from '../../src/store/graph/validity.js';
import type { Archive } from '../../src/store/index.js';
import { enginesUnderTest, importMade, openAt, type Place } from './engines.js';
import { idOf, keyOf, type MadeReport } from './made-report.js';

const cite = (number: string, role: 'implements' | 'based-on' | 'mentions' = 'implements', date?: string) => ({
  quote: `số ${number}`,
  number,
  role,
  ...(date === undefined ? {} : { date }),
});
const textOf = (...numbers: readonly string[]) => numbers.map((number) => `Văn bản số ${number}.`).join(' ');

/** A commune's report rests on a district plan, that on a province's decision, that on a law; the law on nothing. */
const made: readonly MadeReport[] = [
  {
    name: 'xa.txt',
    number: '12/BC-UBND',
    date: '2024-03-01',
    text: textOf('45/KH-UBND', '07/TB-UBND', '99/QĐ-UBND'),
    cites: [cite('45/KH-UBND'), cite('07/TB-UBND', 'mentions'), cite('99/QĐ-UBND', 'based-on', '2019-05-01')],
  },
  {
    name: 'huyen.txt',
    number: '45/KH-UBND',
    date: '2023-02-02',
    text: textOf('1085/QĐ-UBND', '12/BC-UBND'),
    // it cites the report that cites it: a cycle
    cites: [cite('1085/QĐ-UBND'), cite('12/BC-UBND', 'based-on')],
  },
  {
    name: 'tinh.txt',
    issuer: 'Sở Giáo dục và Đào tạo',
    text: textOf('1085/QĐ-UBND', '31/2004/L-QH11', '99/QĐ-UBND', '500/QĐ-UBND', '45/KH-UBND'),
    date: '2022-06-01',
    cites: [
      cite('1085/QĐ-UBND', 'mentions'),
      { ...cite('31/2004/L-QH11', 'mentions'), title: 'Luật' },
      cite('99/QĐ-UBND', 'based-on', '2019-05-01'),
      cite('500/QĐ-UBND', 'mentions', '2021-01-01'),
      cite('45/KH-UBND', 'mentions'),
    ],
    relations: [
      ['1085/QĐ-UBND', 'based-on', '31/2004/L-QH11'],
      ['500/QĐ-UBND', 'replaces', '99/QĐ-UBND'],
      ['500/QĐ-UBND', 'approves', '45/KH-UBND'],
    ],
  },
  { name: 'khong-so.txt', text: textOf('45/KH-UBND'), cites: [cite('45/KH-UBND')] },
  // «Quyết định này», and nobody else names it
  {
    name: 'tu-noi.txt',
    number: '77/QĐ-UBND',
    date: '2022-03-01',
    text: textOf('77/QĐ-UBND', '78/TB-UBND'),
    cites: [cite('77/QĐ-UBND', 'mentions'), cite('78/TB-UBND', 'mentions')],
  },
];

describe.each(await enginesUnderTest())('the citation graph on $name', ({ newPlace }) => {
  let place: Place;
  let archive: Archive;
  beforeAll(async () => {
    place = await newPlace();
    archive = await openAt(place);
    for (const report of made) await importMade(archive, report);
  });
  afterAll(async () => {
    await archive.close();
    await place.dispose();
  });

  it('says what a report rests on, level by level, with the words that say it', async () => {
    const walk = await archive.graph.restsOn('xa.txt', { depth: 9 });
    expect(walk?.start).toMatchObject({ key: keyOf('12/BC-UBND'), report: idOf(made[0]!), label: '12/BC-UBND' });
    expect(walk?.steps.map(({ from, how, to, depth }) => [depth, from.label, how, to.label])).toEqual([
      [1, '12/BC-UBND', 'implements', '45/KH-UBND'],
      [1, '12/BC-UBND', 'based-on', '99/QĐ-UBND'],
      [2, '45/KH-UBND', 'implements', '1085/QĐ-UBND'],
      [2, '45/KH-UBND', 'approved-by', '500/QĐ-UBND'],
      [3, '1085/QĐ-UBND', 'based-on', '31/2004/L-QH11'],
    ]);
    expect(walk?.steps[0]?.evidence).toEqual({
      report: idOf(made[0]!),
      reportName: 'xa.txt',
      quote: 'số 45/KH-UBND',
      page: 1,
      byOtherReports: null,
    });
    expect(walk?.truncated).toBe(false);
  });

  it('goes no deeper than asked, and says when it stopped at its limit', async () => {
    expect((await archive.graph.restsOn('xa.txt', { depth: 1 }))?.steps).toHaveLength(2);
    expect(await archive.graph.restsOn('xa.txt', { depth: 9, limit: 3 })).toMatchObject({ truncated: true });
  });

  it('begins at a report without a number, and at a document that no report is', async () => {
    const unnumbered = await archive.graph.restsOn('khong-so.txt', { depth: 1 });
    expect(unnumbered?.steps.map(({ from, to }) => [from.label, to.label])).toEqual([['khong-so.txt', '45/KH-UBND']]);
    const decision = await archive.graph.restsOn('1085 qd ubnd');
    expect(decision?.steps.map(({ to }) => to.label)).toEqual(['31/2004/L-QH11']);
    expect(await archive.graph.restsOn('777/QĐ-XYZ')).toBeNull();
  });

  it('finds the shortest way up, to a document and to the nearest law', async () => {
    const toDecision = await archive.graph.pathTo('xa.txt', '1085/QĐ-UBND');
    expect(toDecision?.map(({ to }) => to.label)).toEqual(['45/KH-UBND', '1085/QĐ-UBND']);
    const toLaw = await archive.graph.pathTo('xa.txt');
    expect(toLaw?.at(-1)?.to.label).toBe('31/2004/L-QH11');
    expect(await archive.graph.pathTo('1085/QĐ-UBND', '45/KH-UBND')).toEqual([]);
    expect(await archive.graph.pathTo('xa.txt', '777/QĐ-XYZ')).toBeNull();
  });

  it('ranks what is cited, and what the archive lacks', async () => {
    const top = await archive.graph.mostCited({ limit: 2 });
    expect(top.map(({ document, reports }) => [document.number, reports])).toEqual([
      ['45/KH-UBND', 3],
      ['1085/QĐ-UBND', 2],
    ]);
    expect((await archive.graph.redLinks({ limit: 2 })).map(({ document }) => document.number)).toEqual([
      '1085/QĐ-UBND',
      '99/QĐ-UBND',
    ]);
    expect((await archive.graph.mostCited({ year: 2021 })).map(({ document }) => document.number)).toEqual([
      '500/QĐ-UBND',
    ]);
    const in2023 = await archive.graph.mostCited({ citedIn: 2023 });
    expect(in2023.map(({ document, reports }) => [document.number, reports])).toEqual([
      ['1085/QĐ-UBND', 1],
      ['12/BC-UBND', 1],
    ]);
    expect(await archive.graph.mostCited({ issuer: 'khong co' })).toEqual([]);
    const bySchools = await archive.graph.mostCited({ citedBy: 'giao duc' });
    expect(bySchools.map(({ document, reports }) => [document.number, reports] as const).sort()).toEqual(
      ['1085/QĐ-UBND', '31/2004/L-QH11', '45/KH-UBND', '500/QĐ-UBND', '99/QĐ-UBND'].map((number) => [number, 1]),
    );
    expect(await archive.graph.redLinks({ citedBy: 'Sở Giáo dục', citedIn: 2024 })).toEqual([]);
  });

  it('takes no document to be cited by itself', async () => {
    const itself = keyOf('77/QĐ-UBND');
    const keysOf = (found: readonly { readonly document: { readonly key: string } }[] | null) =>
      found?.map(({ document }) => document.key);
    expect(keysOf(await archive.graph.mostCited())).not.toContain(itself);
    expect(keysOf(await archive.graph.mostCited({ citedIn: 2022 }))).not.toContain(itself);
    expect(keysOf(await archive.graph.citedTogether('78/TB-UBND'))).not.toContain(itself);
    expect(await archive.graph.citedTogether(itself)).toEqual([]);
    expect(await archive.legalDocument(itself)).toMatchObject({ own: [expect.any(String)], citers: [] });
    const [report] = (await archive.reports()).filter(({ name }) => name === 'tu-noi.txt');
    for (const filter of [{}, { search: { documents: [], reports: [report!.id] } }]) {
      const places = archive.indexPlaces(filter);
      const indexed: string[] = [];
      for await (const { document } of places.documents()) indexed.push(document.key);
      expect(indexed).toContain(keyOf('78/TB-UBND'));
      expect(indexed).not.toContain(itself);
      expect(keysOf((await places.citedBy([report!.id])).get(report!.id) ?? [])).toEqual([keyOf('78/TB-UBND')]);
    }
  });

  it('names reports that rest on what was replaced before their date', async () => {
    const stale = await archive.graph.staleBases();
    expect(stale.map(({ reportName, document, change }) => [reportName, document.number, change.by.number])).toEqual([
      ['tinh.txt', '99/QĐ-UBND', '500/QĐ-UBND'],
      ['xa.txt', '99/QĐ-UBND', '500/QĐ-UBND'],
    ]);
    expect(stale[0]).toMatchObject({
      role: 'based-on',
      quote: 'số 99/QĐ-UBND',
      change: { before: true, on: '2021-01-01' },
    });
  });

  it('lays the changes of validity over a day', async () => {
    const key = keyOf('99/QĐ-UBND');
    expect((await archive.graph.validity([key], '2020-12-31')).map(({ before }) => before)).toEqual([false]);
    expect((await archive.graph.validity([key], '2021-01-02')).map(({ before }) => before)).toEqual([true]);
    expect((await archive.graph.validity([key], '2021')).map(({ before }) => before)).toEqual([null]);
    expect(await archive.graph.validity([keyOf('45/KH-UBND')], null)).toEqual([]);
  });

  it('names what is cited together', async () => {
    const together = await archive.graph.citedTogether('1085/QĐ-UBND');
    expect(together?.map(({ document, reports }) => [document.number, reports])).toContainEqual(['45/KH-UBND', 1]);
    expect(together?.map(({ document }) => document.number)).not.toContain('1085/QĐ-UBND');
    expect(await archive.graph.citedTogether('777/QĐ-XYZ')).toBeNull();
  });
});

describe('which of two dates lies first', () => {
  it.each([
    ['2023-05-01', '2023-05-02', true],
    ['2023-05-02', '2023-05-02', false],
    ['2023', '2024-01-01', true],
    ['2023', '2023-12-31', null],
    ['2023-05', '2023-05-31', null],
    ['2023-05', '2023', null],
    ['2024', '2023-05-01', false],
    [null, '2023', null],
    ['2023', null, null],
  ])('%s before %s: %s', (date, other, expected) => {
    expect(liesBefore(date, other)).toBe(expected);
  });
});
