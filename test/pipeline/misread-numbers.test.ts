import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/store/index.js';
import { looksLike } from '../../src/store/review/misread-numbers.js';
import { enginesUnderTest, openAt, type Place } from '../store/engines.js';
import { asRecognised, readInto, reportText } from './read-into.js';

const decision = (number: string, day = '06/6/2022'): string =>
  `Thực hiện Quyết định số ${number}/QĐ-UBND ngày ${day} của UBND tỉnh.`;
/** 1 was typed, the others read off pictures. */
const typed = reportText(1, decision('1085'), decision('2001', '07/7/2022'), decision('12'));
const scans = [
  reportText(2, decision('1086'), decision('2002', '07/7/2022'), decision('12')),
  reportText(3, decision('1685'), decision('1088', '08/6/2022'), decision('1039')),
];

describe.each(await enginesUnderTest())('numbers misread from pictures, on $name', ({ newPlace }) => {
  let place: Place;
  let archive: Archive;
  beforeAll(async () => {
    place = await newPlace();
    archive = await openAt(place);
    await readInto(archive, '1.txt', typed);
    for (const [index, scan] of scans.entries()) await readInto(archive, `${index + 2}.txt`, scan, asRecognised);
  });
  afterAll(async () => {
    await archive.close();
    await place.dispose();
  });
  const told = async () =>
    (await archive.reviewItems({ reasons: ['conflict'] })).map(({ report, code, said }) => [report?.name, code, said]);

  it('are told of where another number of the same body, day and symbol looks like them', async () => {
    // 2002 is no slip of 2001, 1088 is of another day, 1039 like nothing.
    expect(await told()).toEqual([
      ['2.txt', 'misread-number', ['1086/QĐ-UBND', '1085/QĐ-UBND']],
      ['3.txt', 'misread-number', ['1685/QĐ-UBND', '1085/QĐ-UBND']],
    ]);
  });

  it('with the place, the document as read and the one that may be meant', async () => {
    const report = (await archive.report('2.txt'))!;
    const [item] = await archive.reviewItems({ report: report.report.id, reasons: ['conflict'] });
    expect(item).toMatchObject({
      quote: 'Quyết định số 1086/QĐ-UBND ngày 06/6/2022 của UBND tỉnh',
      page: 1,
      document: { number: '1086/QĐ-UBND' },
      candidates: ['/akn/vn/act/quyet-dinh/ubnd-tinh-son-la/2022/1085-qd-ubnd'],
    });
    expect(await archive.mention(item!.id)).toMatchObject({ record: { number: '1086/QĐ-UBND' } });
  });

  it('are not told of once another report names them, and again when it goes', async () => {
    const id = await readInto(archive, '4.txt', reportText(4, decision('1086')));
    expect(await told()).toEqual([['3.txt', 'misread-number', ['1685/QĐ-UBND', '1085/QĐ-UBND']]]);
    await archive.remove(id);
    expect(await told()).toHaveLength(2);
  });

  it('stand among the contradictions of the index', async () => {
    const conflicts = [];
    for await (const { code } of archive.indexPlaces().conflicts()) conflicts.push(code);
    expect(conflicts).toEqual(['misread-number', 'misread-number']);
  });
});

describe('numbers that recognition takes for one another', () => {
  it.each([
    ['1085', '1086', true],
    ['1085', '1685', true],
    ['1085', '1035', true],
    ['1085', '1036', false],
    ['1085', '1082', false],
    ['127', '121', true],
    ['12', '112', true],
    ['115', '15', true],
    ['1085', '1805', false],
    ['23', '123', true],
    ['23', '243', false],
    ['23', '23', false],
    ['2001', '2002', false],
  ])('%s and %s: %s', (one, other, alike) => {
    expect(looksLike(one, other)).toBe(alike);
    expect(looksLike(other, one)).toBe(alike);
  });
});
