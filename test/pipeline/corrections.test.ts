import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/index.js';
import { layDueCorrections } from '../../src/pipeline/lay-corrections.js';
import { renderJsonLd } from '../../src/publish/index.js';
import type { Archive } from '../../src/store/index.js';
import { enginesUnderTest, openAt, type Place } from '../store/engines.js';
import { readInto, reportText } from './read-into.js';

const decisionText = 'Thực hiện Quyết định số 77/QĐ-UBND ngày 05/5/2022 của UBND tỉnh Sơn La, đã hỗ trợ 15 hộ nghèo.';
const slipText = 'Căn cứ Quyết định số 71/QĐ-UBND ngày 05/5/2022 của UBND tỉnh Sơn La, giao Sở Y tế chủ trì.';
const right = '/akn/vn/act/quyet-dinh/ubnd-tinh-son-la/2022/77-qd-ubnd';
const slip = '/akn/vn/act/quyet-dinh/ubnd-tinh-son-la/2022/71-qd-ubnd';

describe.each(await enginesUnderTest())('what people correct, on $name', ({ newPlace }) => {
  let place: Place;
  let archive: Archive;
  let one: string;
  let other: string;
  let untouched: string;
  let clock = Date.parse('2026-03-01T08:00:00Z');

  const graph = async (): Promise<string> => {
    const pieces: string[] = [];
    const source = {
      documents: () => archive.exportDocuments(),
      issuers: () => archive.exportIssuers(),
      reports: () => archive.exportReports(),
    };
    for await (const piece of renderJsonLd(source)) pieces.push(piece);
    return pieces.join('');
  };
  const citationsOf = async (report: string) => (await archive.report(report))!.citations;
  const idOf = async (report: string, number: string): Promise<string> => {
    const found = (await citationsOf(report)).find(({ citation }) => citation.number === number)!;
    return `${report.slice(0, 8)}:c${found.citation.span.start}`;
  };
  const decide = async (report: string | null, decision: Decision) => {
    const made = await archive.addCorrection({ report, decision, by: 'Lan', reason: 'xem bản gốc', found: null });
    await layDueCorrections(archive);
    return made.id;
  };
  const undo = (report: string | null, correction: string) => decide(report, { action: 'undo', correction });
  const identity = async (key: string) => {
    const { aliases: _, ...rest } = (await archive.legalDocument(key))!.document;
    return rest;
  };

  beforeAll(async () => {
    place = await newPlace();
    const now = () => {
      clock += 1000;
      return new Date(clock);
    };
    archive = await openAt(place, { now });
    one = await readInto(archive, 'a.txt', reportText(1, decisionText));
    other = await readInto(archive, 'b.txt', reportText(2, slipText));
    untouched = await graph();
  }, 60_000);
  afterAll(async () => {
    await archive.close();
    await place.dispose();
  });

  it('corrects a number everywhere, and takes it back without a trace', async () => {
    const mention = (await archive.mention(await idOf(other, '71/QĐ-UBND')))!;
    expect(mention.anchor).toMatchObject({ kind: 'citation', occurrence: 0 });
    const id = await decide(other, { action: 'correct', anchor: mention.anchor, fields: { number: '77/QĐ-UBND' } });
    expect((await archive.legalDocument(right))?.citers.map(({ reportName }) => reportName)).toEqual([
      'a.txt',
      'b.txt',
    ]);
    expect(await archive.legalDocument(slip)).toBeNull();
    expect((await archive.searchNumbers('71/QĐ-UBND')).every(({ match }) => match === 'similar')).toBe(true);
    expect((await archive.corrections()).map(({ state, by }) => [state, by])).toEqual([['in-force', 'Lan']]);
    await undo(other, id);
    expect(await graph()).toBe(untouched);
    expect((await archive.corrections()).map(({ state }) => state)).toEqual(['undone', 'in-force']);
    expect(await archive.dueReports()).toEqual([]);
  });

  it('drops what a person rejects: a citation, and a figure', async () => {
    const citation = (await archive.mention(await idOf(other, '71/QĐ-UBND')))!;
    const dropped = await decide(other, { action: 'reject', anchor: citation.anchor });
    expect(await citationsOf(other)).toEqual([]);
    const { quantities } = (await archive.report(one))!;
    const figure = (await archive.mention(`${one.slice(0, 8)}:q${quantities[0]!.span.start}`))!;
    const lost = await decide(one, { action: 'reject', anchor: figure.anchor });
    expect((await archive.report(one))!.quantities).toHaveLength(quantities.length - 1);
    await undo(other, dropped);
    await undo(one, lost);
    expect(await graph()).toBe(untouched);
  });

  it('corrects a figure: every search and export sees it, until it is taken back', async () => {
    const { quantities } = (await archive.report(one))!;
    const figure = (await archive.mention(`${one.slice(0, 8)}:q${quantities[0]!.span.start}`))!;
    const id = await decide(one, {
      action: 'correct-quantity',
      anchor: { ...figure.anchor, kind: 'quantity' },
      fields: { exact: '51', indicator: 'Số hộ thoát nghèo', period: '2022-H1', basis: 'plan' },
    });
    expect((await archive.report(one))!.quantities[0]).toMatchObject({
      exact: '51',
      value: 51,
      unit: 'hộ nghèo',
      indicator: { words: 'Số hộ thoát nghèo', span: null },
      period: '2022-H1',
      basis: 'plan',
      confidence: 1,
    });
    expect((await archive.searchResults('thoát nghèo')).map(({ quantity }) => quantity.exact)).toEqual(['51']);
    await undo(one, id);
    expect((await archive.report(one))!.quantities).toEqual(quantities);
    expect(await archive.searchResults('thoát nghèo')).toEqual([]);
  });

  it('corrects an award through a run of newer rules, and takes it back', async () => {
    const awarded = await readInto(
      archive,
      'd.txt',
      reportText(4, 'Năm 2022, có 03 tập thể được Chủ tịch UBND tỉnh tặng Bằng khen.'),
    );
    const { awards } = (await archive.report(awarded))!;
    const mention = (await archive.mention(`${awarded.slice(0, 8)}:a${awards[0]!.span.start}`))!;
    const id = await decide(awarded, {
      action: 'correct-award',
      anchor: { ...mention.anchor, kind: 'award' },
      fields: { award: 'Cờ thi đua', awardCode: 'CTDBNT', count: 5, grantor: null, status: 'proposed' },
    });
    const right = { award: 'Cờ thi đua', count: 5, recipient: 'collective', grantor: null, status: 'proposed' };
    expect((await archive.report(awarded))!.awards[0]).toMatchObject({ ...right, confidence: 1 });
    await archive.reprocess([awarded]);
    await readInto(archive, 'd.txt', reportText(4, 'Năm 2022, có 03 tập thể được Chủ tịch UBND tỉnh tặng Bằng khen.'));
    expect((await archive.report(awarded))!.awards[0]).toMatchObject(right);
    expect((await archive.searchAwards('cờ thi đua')).map(({ award }) => award.count)).toEqual([5]);
    await undo(awarded, id);
    expect((await archive.report(awarded))!.awards).toEqual(awards);
    await archive.remove(awarded);
  });

  it('takes two documents for one, in reports that come later too', async () => {
    const id = await decide(null, { action: 'merge', from: slip, into: await identity(right) });
    const detail = (await archive.legalDocument(right))!;
    expect(detail.citers.map(({ reportName }) => reportName)).toEqual(['a.txt', 'b.txt']);
    expect(detail.document).toMatchObject({ number: '77/QĐ-UBND', aliases: ['71/QĐ-UBND', '77/QĐ-UBND'] });
    // the wrong number still finds it
    expect((await archive.searchNumbers('71/QĐ-UBND'))[0]).toMatchObject({ match: 'exact', document: { key: right } });
    const later = await readInto(archive, 'c.txt', reportText(3, slipText));
    expect((await citationsOf(later))[0]?.edge?.document).toBe(right);
    expect(await archive.dueReports()).toEqual([]);
    await undo(null, id);
    expect((await citationsOf(later))[0]?.edge?.document).toBe(slip);
    await archive.reprocess([later]);
    await readInto(archive, 'c.txt', reportText(3, slipText));
    expect((await citationsOf(later))[0]?.edge?.document).toBe(slip);
  });

  it('parts mentions from their document, at one other document together', async () => {
    const mention = (await archive.mention(await idOf(one, '77/QĐ-UBND')))!;
    const id = await decide(one, { action: 'split', anchor: mention.anchor, label: 'x1' });
    expect((await citationsOf(one))[0]?.edge).toMatchObject({ document: `${right}~x1`, state: 'resolved' });
    expect(await archive.legalDocument(right)).toBeNull();
    await undo(one, id);
    expect((await citationsOf(one))[0]?.edge?.document).toBe(right);
  });

  it('corrects the head of a report: its own number, and whose its bare "tỉnh" is', async () => {
    const id = await decide(one, { action: 'correct-header', fields: { number: '9/BC-SNV', date: '2023-12-20' } });
    expect((await archive.report(one))!.report).toMatchObject({ number: '9/BC-SNV', date: '2023-12-20' });
    expect((await archive.report('9/BC-SNV'))?.report.id).toBe(one);
    await undo(one, id);
    expect((await archive.report(one))!.report.number).toBe('1/BC-SNV');
  });

  it('keeps a correction through a run of other rules, and tells of one whose words have vanished', async () => {
    const mention = (await archive.mention(await idOf(other, '71/QĐ-UBND')))!;
    const held = await decide(other, { action: 'correct', anchor: mention.anchor, fields: { role: 'mentions' } });
    const lost = await decide(other, {
      action: 'reject',
      anchor: { kind: 'citation', quote: 'Kế hoạch số 5/KH-UBND', start: 12, occurrence: 0 },
    });
    await archive.reprocess([other]);
    await readInto(archive, 'b.txt', reportText(2, slipText));
    expect((await citationsOf(other))[0]?.citation.role).toBe('mentions');
    const states = new Map((await archive.corrections({ report: other })).map(({ id, state }) => [id, state]));
    expect([states.get(held), states.get(lost)]).toEqual(['in-force', 'orphaned']);
    await undo(other, held);
    await undo(other, lost);
  });

  it('takes a correction in once, though its report is not there yet', async () => {
    const given = {
      id: '0123456789',
      report: 'f'.repeat(64),
      at: '2026-01-01T00:00:00.000Z',
      by: 'Minh',
      reason: null,
      found: null,
      decision: { action: 'correct-header', fields: { number: '4/BC-SNV' } },
    } as const;
    expect([await archive.adoptCorrection(given), await archive.adoptCorrection(given)]).toEqual([true, false]);
    expect((await archive.corrections({ report: given.report })).map(({ state, by }) => [state, by])).toEqual([
      ['waiting', 'Minh'],
    ]);
  });
});
