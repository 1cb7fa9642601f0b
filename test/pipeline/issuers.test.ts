import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/store/index.js';
import { enginesUnderTest, openAt, type Place } from '../store/engines.js';
import { readInto, reportText } from './read-into.js';

const texts = [
  reportText(
    1,
    'Thực hiện Quyết định số 78/QĐ-UBND ngày 06/6/2022 của UBND tỉnh và Quyết định số 12/QĐ-UBND ngày 02/3/2023 của UBND tỉnh Bình Định.',
  ),
  reportText(
    2,
    'Thực hiện Quyết định số 78/QĐ-UBND ngày 06/6/2022 của UBND tỉnh và Thông tư số 05/2023/TT-BKHĐT của Bộ Kế hoạch và Đầu tư.',
  ),
  reportText(3, 'Thực hiện Quyết định số 78 ngày 06/6/2022 của UBND tỉnh.'),
  reportText(
    4,
    'Thực hiện Quyết định số 78/QĐ-UBND ngày 06/6/2021 của UBND tỉnh. Theo Kế hoạch số 9/KH-UBND ngày 01/02/2023 của UBND huyện Mường La.',
  ),
];
const decision = '/akn/vn/act/quyet-dinh/ubnd-tinh-son-la/2022/78-qd-ubnd';

describe.each(await enginesUnderTest())('issuing bodies and open mentions on $name', ({ newPlace }) => {
  let place: Place;
  let archive: Archive;
  beforeAll(async () => {
    place = await newPlace();
    archive = await openAt(place);
    for (const [index, text] of texts.entries()) await readInto(archive, `${index + 1}.txt`, text);
  });
  afterAll(async () => {
    await archive.close();
    await place.dispose();
  });

  it('lists the bodies of its documents, with their records', async () => {
    const found = await archive.issuers();
    expect(found.map(({ key, documents, reports }) => [key, documents, reports])).toEqual([
      ['so-noi-vu-tinh-son-la', 4, 4],
      ['ubnd-tinh-son-la', 3, 0],
      ['bo-ke-hoach-va-dau-tu', 1, 0],
      ['ubnd-huyen-muong-la-tinh-son-la', 1, 0],
      ['ubnd-tinh-binh-dinh', 1, 0],
    ]);
    expect((await archive.issuers({ words: 'binh dinh' })).map(({ name }) => name)).toEqual(['UBND tỉnh Bình Định']);
    expect(await archive.issuers({ words: 'không có' })).toEqual([]);
  });

  it('finds a body by its name, and those around it', async () => {
    const [only, ...others] = await archive.issuer('uy ban nhan dan tinh son la');
    expect(others).toEqual([]);
    expect(only).toMatchObject({ key: 'ubnd-tinh-son-la', documents: 3, reports: 0, printed: ['UBND tỉnh'] });
    expect(only?.cited[0]).toMatchObject({ document: { key: decision }, reports: 4, byOtherReports: 2 });
    const [former] = await archive.issuer('UBND tỉnh Bình Định');
    expect(former?.record?.successors.map(({ key }) => key)).toEqual(['ubnd-tinh-gia-lai-2025']);
    const [older, later] = await archive.issuer('UBND tỉnh Gia Lai');
    expect([older?.key, later?.key]).toEqual(['ubnd-tinh-gia-lai', 'ubnd-tinh-gia-lai-2025']);
    expect(later?.documentsOf).toEqual({ 'ubnd-tinh-binh-dinh': 1 });
    const [department] = await archive.issuer('Sở Nội vụ tỉnh Sơn La');
    expect(department?.own.map(({ name }) => name)).toEqual(['1.txt', '2.txt', '3.txt', '4.txt']);
    expect(await archive.issuer('Sở Không Có')).toEqual([]);
  });

  it('says of an open mention what other reports know, and the document tells of it', async () => {
    const bare = (await archive.report('3.txt'))!.citations[0];
    expect(bare).toMatchObject({
      edge: { state: 'unresolved' },
      byOtherReports: { state: 'resolved', document: decision, candidates: [] },
    });
    const slipped = (await archive.report('4.txt'))!.citations[0];
    expect(slipped).toMatchObject({
      edge: { state: 'resolved', document: decision.replace('2022', '2021') },
      byOtherReports: { state: 'resolved', document: decision, reasons: ['year-slip:2021>2022', 'other-reports:2'] },
    });
    const detail = (await archive.legalDocument(decision))!;
    expect(detail.citers.map(({ reportName, byOtherReports }) => [reportName, byOtherReports?.reasons])).toEqual([
      ['1.txt', undefined],
      ['2.txt', undefined],
      ['3.txt', ['same-day', 'symbol-from-other-reports', 'other-reports:2']],
      ['4.txt', ['year-slip:2021>2022', 'other-reports:2']],
    ]);
    expect(detail.likelyCiters).toEqual([]);
    expect((await archive.reviewItems({ document: decision })).map(({ code }) => code)).toEqual(['year-slip']);
  });

  it('takes it back when the other reports go', async () => {
    const id = (await archive.report('1.txt'))!.report.id;
    await archive.remove(id);
    const [slipped] = (await archive.report('4.txt'))!.citations;
    expect(slipped?.byOtherReports).toBeNull();
    await archive.remove((await archive.report('2.txt'))!.report.id);
    expect((await archive.report('3.txt'))!.citations[0]?.byOtherReports).toBeNull();
  });
});
