import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layDueCorrections } from '../../src/pipeline/lay-corrections.js';
import { renderJsonLd } from '../../src/publish/index.js';
import type { Archive } from '../../src/store/index.js';
import { enginesUnderTest, openAt, type Place } from '../store/engines.js';
import { readInto, reportText } from './read-into.js';

/** One document in full, bare, with a slip in its symbol, and with one in its year. */
const decision = [
  'Nghị quyết số 5/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh Sơn La',
  'Quyết định số 78/QĐ-UBND của UBND tỉnh Sơn La',
  'Quyết định số 78 ngày 06/6/2022 của UBND tỉnh Sơn La',
  'Quyết định số 78/QĐ-UBND ngày 06/6/2022 của UBND tỉnh Sơn La',
  'Quyết định số 78/QĐ-UBND ngày 06/6/2021 của UBND tỉnh Sơn La',
  'Quyết định số 78/QĐ-UBNH ngày 06/6/2022',
];

/** Reports that share documents, contradict one another, and cite one another. */
const reports = [1, 2, 3, 4, 5, 6].map((number) => ({
  name: `bao-cao-${number}.txt`,
  text: reportText(
    number,
    `Thực hiện Quyết định số 77/QĐ-UBND ngày ${number % 2 === 0 ? '05' : '15'}/5/2022 của UBND tỉnh Sơn La, đã hỗ trợ ${number} hộ.`,
    `Căn cứ Báo cáo số ${(number % 6) + 1}/BC-SNV ngày 15/12/2023 của Sở Nội vụ tỉnh Sơn La và Luật Đầu tư công.`,
    `Nghị định số 38/2023/NĐ-CP sửa đổi, bổ sung Nghị định số 27/2022/NĐ-CP. Theo Kế hoạch số ${number}/KH-UBND.`,
    `Triển khai ${decision[number - 1]}, đơn vị đã hoàn thành.`,
  ),
}));
type MadeReport = (typeof reports)[number];
const scenario = fc.record({
  order: fc.shuffledSubarray(reports, { minLength: reports.length }),
  workers: fc.constantFrom(1, 4),
  again: fc.constantFrom(...reports),
  reread: fc.constantFrom(...reports),
});

describe.each(await enginesUnderTest())('the graph is a function of the set of reports, on $name', ({ newPlace }) => {
  let place: Place;
  let archive: Archive;
  let clock = Date.parse('2026-03-01T08:00:00Z');
  beforeAll(async () => {
    place = await newPlace();
    const now = () => {
      clock += 1000;
      return new Date(clock);
    };
    archive = await openAt(place, { now });
  });
  afterAll(async () => {
    await archive.close();
    await place.dispose();
  });

  const graph = async (): Promise<string> => {
    const pieces: string[] = [];
    const source = {
      documents: () => archive.exportDocuments(),
      issuers: () => archive.exportIssuers(),
      reports: () => archive.exportReports(),
    };
    for await (const piece of renderJsonLd(source)) pieces.push(piece);
    // What is counted of settled mentions is kept between questions, and must not outlive what it was worked out from.
    const cited = [await archive.graph.mostCited(), await archive.graph.redLinks({ year: 2022 })];
    for await (const document of archive.indexPlaces().documents()) pieces.push(JSON.stringify(document), '\n');
    return pieces.join('') + JSON.stringify(cited);
  };
  const readAll = async (order: readonly MadeReport[], workers: number): Promise<void> => {
    const queue = order.values();
    await Promise.all(
      Array.from({ length: workers }, async () => {
        for (const { name, text } of queue) await readInto(archive, name, text);
      }),
    );
  };
  const idOf = async ({ name }: MadeReport): Promise<string> => (await archive.report(name))!.report.id;
  const empty = async (): Promise<void> => {
    for (const { id } of await archive.reports()) await archive.remove(id);
  };
  const always = async (expected: string): Promise<void> => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ order, workers, again, reread }) => {
        await empty();
        await readAll(order, workers);
        expect(await graph()).toBe(expected);
        await archive.remove(await idOf(again));
        expect(await graph()).not.toBe(expected);
        await readInto(archive, again.name, again.text);
        await archive.reprocess([await idOf(reread)], { keepReading: true });
        await readInto(archive, reread.name, reread.text);
        expect(await graph()).toBe(expected);
        const contested = await archive.reviewItems({ subject: 'document' });
        expect(contested.map(({ code }) => code)).toEqual(['date-conflict', 'year-slip']);
      }),
      { numRuns: 4 },
    );
  };

  it('in any order, by one worker or four, with one removed and added, with one read again', async () => {
    await readAll(reports, 1);
    const expected = await graph();
    expect(expected.split('\n').length).toBeGreaterThan(40);
    // What one report leaves open others settle or name, and each mention keeps its own node.
    const nodes = JSON.parse(expected.slice(0, expected.indexOf('\n]}\n') + 4))['@graph'] as Record<
      string,
      { readonly [name: string]: string }
    >[];
    const told = nodes.flatMap(({ 'trl:byOtherReports': others }) =>
      others === undefined ? [] : [[others['trl:certainty'], ...(others['trl:candidate'] ?? [])]],
    );
    const of = (year: number) => encodeURI(`/akn/vn/act/quyet-dinh/ubnd-tinh-son-la/${year}/78-qd-ubnd`);
    expect(told.sort()).toEqual([['ambiguous', of(2021), of(2022)], ['resolved'], ['resolved']]);
    await always(expected);
  }, 180_000);

  it('leaves nothing of reports that were removed, and they do not come back', async () => {
    await empty();
    expect(await archive.counts()).toMatchObject({ documents: 0, citations: 0, quantities: 0 });
    expect(await archive.verify()).toEqual([]);
    expect(await archive.remove('f'.repeat(64))).toBe(false);
    expect((await archive.rebuild()).reports).toBe(0);
    await readAll(reports.slice(0, 2), 1);
    expect((await archive.rebuild()).reports).toBe(2);
    expect(await archive.verify()).toEqual([]);
  }, 120_000);

  it('with corrections too, which outlive their report', async () => {
    await empty();
    await readAll(reports, 1);
    const id = await idOf(reports[0]!);
    const { citation } = (await archive.report(id))!.citations[0]!;
    const mention = (await archive.mention(`${id.slice(0, 8)}:c${citation.span.start}`))!;
    await archive.addCorrection({
      report: id,
      by: 'Lan',
      reason: null,
      found: null,
      decision: { action: 'correct', anchor: mention.anchor, fields: { number: '99/QĐ-UBND', date: '2022-05-05' } },
    });
    await layDueCorrections(archive);
    const expected = await graph();
    expect(expected).toContain('99/QĐ-UBND');
    await empty();
    expect((await archive.corrections())[0]?.state).toBe('waiting');
    await readAll([...reports].reverse(), 4);
    expect(await graph()).toBe(expected);
  }, 120_000);
});
