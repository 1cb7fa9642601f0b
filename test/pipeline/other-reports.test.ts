import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  arrangeIndex,
  renderCsv,
  renderGraphml,
  renderHtml,
  renderJson,
  renderRico,
  renderSheetCsv,
  sheetsOf,
  sheetsOfIndex,
} from '../../src/publish/index.js';
import { openDatabase } from '../../src/store/database.js';
import { citedTogether } from '../../src/store/graph/cited-documents.js';
import type { Archive, ByOtherReports } from '../../src/store/index.js';
import { enginesUnderTest, openAt, type Place } from '../store/engines.js';
import { readInto, reportText } from './read-into.js';

/** 1 and 2 name a decision in full, 3 without its symbol, 4 with another year, 5 without its day. */
const texts = [
  reportText(1, 'Thực hiện Quyết định số 78/QĐ-UBND ngày 06/6/2022 của UBND tỉnh, theo Luật Đầu tư công năm 2019.'),
  reportText(
    2,
    'Thực hiện Quyết định số 78/QĐ-UBND ngày 06/6/2022 của UBND tỉnh.',
    'Quyết định số 90/QĐ-UBND ngày 01/3/2023 của UBND tỉnh thay thế Quyết định số 78/QĐ-UBND ngày 06/6/2022 của UBND tỉnh.',
  ),
  reportText(3, 'Thực hiện Quyết định số 78 ngày 06/6/2022 của UBND tỉnh, theo Luật Đầu tư công năm 2019.'),
  reportText(4, 'Thực hiện Quyết định số 78/QĐ-UBND ngày 06/6/2021 của UBND tỉnh.'),
  reportText(5, 'Theo Quyết định số 78 của UBND tỉnh.'),
];
const decision = '/akn/vn/act/quyet-dinh/ubnd-tinh-son-la/2022/78-qd-ubnd';
const others = expect.objectContaining({ document: decision, state: 'resolved' }) as ByOtherReports;

describe.each(await enginesUnderTest())('what other reports settle, on $name', ({ newPlace }) => {
  let place: Place;
  let archive: Archive;
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-settled-'));
  beforeAll(async () => {
    place = await newPlace();
    archive = await openAt(place);
    for (const [index, text] of texts.entries()) await readInto(archive, `${index + 1}.txt`, text);
  });
  afterAll(async () => {
    await archive.close();
    await place.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
  const whole = async (pieces: AsyncIterable<string>): Promise<string> => {
    let text = '';
    for await (const piece of pieces) text += piece;
    return text;
  };
  const source = () => ({
    documents: () => archive.exportDocuments(),
    issuers: () => archive.exportIssuers(),
    reports: () => archive.exportReports(),
  });
  const index = () => arrangeIndex(archive.indexPlaces(), 'vi', { folder, next: 1 });

  it('counts in every list of documents alike, and leaves the nodes of the slips without a citation', async () => {
    const counted = {
      document: expect.objectContaining({ key: decision }),
      reports: 4,
      byOtherReports: 2,
      citations: 5,
    };
    expect((await archive.graph.mostCited())[0]).toEqual(counted);
    expect((await archive.graph.redLinks({ type: 'QĐ' })).map(({ document }) => document.key)).toEqual([
      decision,
      decision.replace('2022/78', '2023/90'),
      decision.replace('2022/78-qd-ubnd', '_/78'),
    ]);
    expect((await archive.graph.mostCited({ citedIn: 2023 }))[0]).toEqual(counted);
    expect((await archive.searchNumbers('78/QĐ-UBND'))[0]).toMatchObject(counted);
    expect((await archive.issuer('UBND tỉnh Sơn La'))[0]?.cited[0]).toEqual(counted);
    const law = (await archive.graph.citedTogether('Luật Đầu tư công'))!;
    expect(law).toEqual([{ ...counted, reports: 2, byOtherReports: 1, citations: 2 }]);
  });

  it('counts what is cited together alike, report by report or over all citations', async () => {
    const db = openDatabase({ connection: () => archive.queueConnection(), poolSize: 1, folder });
    try {
      const laws = await archive.graph.mostCited();
      for (const { document } of laws)
        expect(await citedTogether(db, document.key, 50, 0)).toEqual(await citedTogether(db, document.key, 50));
    } finally {
      await db.close();
    }
  });

  it('is walked, with what settled it', async () => {
    const walk = (await archive.graph.restsOn('3.txt'))!;
    const step = walk.steps.find(({ to }) => to.key === decision);
    expect(step).toMatchObject({ how: 'implements', evidence: { byOtherReports: others } });
    expect((await archive.graph.restsOn('2.txt'))!.steps[0]).toMatchObject({ evidence: { byOtherReports: null } });
    expect(await archive.graph.pathTo('4.txt', decision)).toHaveLength(1);
    const stale = await archive.graph.staleBases();
    expect(stale.map(({ reportName, byOtherReports }) => [reportName, byOtherReports?.reasons.at(-1)])).toEqual([
      ['1.txt', undefined],
      ['2.txt', undefined],
      ['3.txt', 'other-reports:2'],
      ['4.txt', 'other-reports:2'],
    ]);
  });

  it('stands in the index under its document, marked, in every form', async () => {
    const arranged = await index();
    const html = await whole(renderHtml(arranged, 'vi'));
    expect(
      html.match(/theo báo cáo khác: cùng ngày, báo cáo khác ghi đủ ký hiệu, 2 báo cáo khác, \d+ điểm/gu),
    ).toHaveLength(2);
    expect(html).toContain('(4 báo cáo, 2 theo báo cáo khác)');
    expect(html).not.toContain('2021/78');
    const json = JSON.parse(await whole(renderJson(arranged)));
    expect(JSON.stringify(json.sections)).toContain('"byOtherReports":{"state":"resolved"');
    const csv = (await whole(renderCsv(arranged))).split('\n').filter((line) => line.includes(decision));
    expect(csv.filter((line) => line.includes('other-reports:2'))).toHaveLength(2);
    for (const key of ['by-document', 'by-report']) {
      const sheet = sheetsOfIndex(arranged, 'vi').find((each) => each.key === key)!;
      expect(await whole(renderSheetCsv(sheet, false))).toContain('năm ghi nhầm 2021>2022');
    }
  });

  it('stands in the sheets and the graphs, beside what the report itself says', async () => {
    const sheet = sheetsOf(archive, 'vi').find(({ key }) => key === 'citations')!;
    const lines = (await whole(renderSheetCsv(sheet, false))).split('\r\n');
    expect(lines.filter((line) => line.startsWith('4.txt'))[0]).toContain(
      `${decision.replace('2022', '2021')},đã xác định,${decision},`,
    );
    const graphml = await whole(renderGraphml(source()));
    expect(graphml).toMatch(
      new RegExp(
        `target="${decision}"><data key="relation">implements</data><data key="certainty">by-other-reports</data>.*<data key="printed-as">[^<]*/2021/78-qd-ubnd</data>`,
      ),
    );
    const rico = await whole(renderRico(source()));
    expect(rico.match(/trl:byOtherReports "other-reports:2"/gu)).toHaveLength(2);
    expect(rico).toMatch(/relationCertainty "probable"/u);
  });

  it('is what may be, and no more, where they name a document without a day that agrees', async () => {
    const detail = (await archive.legalDocument(decision))!;
    expect(detail.likelyCiters.map(({ reportName }) => reportName)).toEqual(['5.txt']);
  });

  it('goes when the reports go that say it', async () => {
    await archive.remove((await archive.report('1.txt'))!.report.id);
    await archive.remove((await archive.report('2.txt'))!.report.id);
    expect((await archive.graph.mostCited()).every(({ byOtherReports }) => byOtherReports === 0)).toBe(true);
    expect((await archive.graph.restsOn('4.txt'))!.steps[0]).toMatchObject({
      to: { key: decision.replace('2022', '2021') },
      evidence: { byOtherReports: null },
    });
  });
});
