import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderJsonLd } from '../../src/publish/index.js';
import type { Archive } from '../../src/store/index.js';
import { enginesUnderTest, openAt, type Place } from '../store/engines.js';
import { readInto, reportText } from './read-into.js';

const inFull = reportText(1, 'Thực hiện Quyết định số 78/QĐ-UBND ngày 06/6/2022 của UBND tỉnh.');
/** Names the decision by its digits and day alone. */
const amending = reportText(
  2,
  'Quyết định số 90/QĐ-UBND ngày 01/3/2023 của UBND tỉnh thay thế Quyết định số 78 ngày 06/6/2022 của UBND tỉnh.',
);
const decision = '/akn/vn/act/quyet-dinh/ubnd-tinh-son-la/2022/78-qd-ubnd';
const replacing = '/akn/vn/act/quyet-dinh/ubnd-tinh-son-la/2023/90-qd-ubnd';
const others = expect.objectContaining({ document: decision, state: 'resolved' });

describe.each(await enginesUnderTest())('relations whose ends other reports settle, on $name', ({ newPlace }) => {
  let place: Place;
  let archive: Archive;
  beforeAll(async () => {
    place = await newPlace();
    archive = await openAt(place);
    await readInto(archive, '2.txt', amending);
  });
  afterAll(async () => {
    await archive.close();
    await place.dispose();
  });
  const endsOf = async (): Promise<readonly string[]> => (await archive.report('2.txt'))!.relations.map(({ to }) => to);

  it('stand at the node of their own report while nobody says more', async () => {
    expect(await endsOf()).toEqual([expect.stringMatching(/\/78$/u)]);
    expect((await archive.report('2.txt'))!.relations[0]).toMatchObject({ from: replacing, byOtherReports: null });
  });

  it('follow the document that another report names in full, and say so', async () => {
    await readInto(archive, '1.txt', inFull);
    expect(await endsOf()).toEqual([decision]);
    const detail = (await archive.legalDocument(decision))!;
    expect(detail.relations).toMatchObject([
      { from: replacing, relation: 'replaces', to: decision, toLabel: '78/QĐ-UBND', byOtherReports: others },
    ]);
    expect((await archive.legalDocument(replacing))!.relations).toMatchObject([{ to: decision }]);
  });

  it('count for the validity of that document, and for reports that rest on it', async () => {
    expect(await archive.graph.validity([decision], '2023-12-15')).toMatchObject([
      {
        key: decision,
        relation: 'replaces',
        by: { key: replacing },
        before: true,
        evidence: { byOtherReports: others },
      },
    ]);
    expect((await archive.graph.staleBases()).map(({ reportName }) => reportName)).toEqual(['1.txt']);
  });

  it('are exported so', async () => {
    let text = '';
    const source = {
      documents: () => archive.exportDocuments(),
      issuers: () => archive.exportIssuers(),
      reports: () => archive.exportReports(),
    };
    for await (const piece of renderJsonLd(source)) text += piece;
    const nodes = (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph'];
    const statement = nodes.find(({ '@id': id }) => String(id).includes('#relation-'))!;
    expect(statement).toMatchObject({
      'oa:hasBody': { 'rdf:subject': replacing, 'rdf:object': decision },
      'trl:byOtherReports': { 'trl:document': decision },
    });
  });

  it('go back when that report goes, and follow again when it is read again', async () => {
    await archive.remove((await archive.report('1.txt'))!.report.id);
    expect(await endsOf()).toEqual([expect.stringMatching(/\/78$/u)]);
    expect(await archive.graph.validity([decision], null)).toEqual([]);
    await readInto(archive, '1.txt', inFull);
    await archive.reprocess([(await archive.report('2.txt'))!.report.id], { keepReading: true });
    await readInto(archive, '2.txt', amending);
    expect(await endsOf()).toEqual([decision]);
  });
});
