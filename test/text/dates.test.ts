import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAt, findDates, isoDate } from '../../src/text/dates.js';
import { processTime } from '../process-time.js';

describe('dateAt', () => {
  it.each([
    ['ngày 15/8/2022', '2022-08-15'],
    ['ngày 15-8-2022', '2022-08-15'],
    ['ngày 28-4-2022', '2022-04-28'],
    ['15.8.2022', '2022-08-15'],
    ['ngày 15 tháng 8 năm 2022', '2022-08-15'],
    ['ngày 05 tháng 01 năm 2024', '2024-01-05'],
    ['Ngày: 29/9/2023', '2023-09-29'],
    ['ngày15/8/2022', '2022-08-15'],
    ['ngày 15/ 8 / 2022', '2022-08-15'],
    ['ngày 15\ntháng 8\nnăm 2022', '2022-08-15'],
    ['NGÀY 15 THÁNG 8 NĂM 2022', '2022-08-15'],
    ['ngày 1 5 tháng 8 năm 2022', '2022-08-15'],
    ['ngày 0i tháng 9 năm 2009', '2009-09-01'],
    ['ngày l5 tháng 8 năm 2022', '2022-08-15'],
    ['ngày 17/01/201 7', '2017-01-17'],
    ['ngày … tháng 12 năm 2023', '2023-12'],
    ['ngày      tháng 12 năm 2023', '2023-12'],
    ['tháng 12/2023', '2023-12'],
    ['ngày …/12/2023', '2023-12'],
    ['ngày 05/4/22', '2022-04-05'],
    ['ngày 05/4/98', '1998-04-05'],
    ['ngày 29/02/2024', '2024-02-29'],
  ])('reads %j', (text, iso) => {
    expect(dateAt(text, 0)).toEqual({ start: 0, end: text.length, iso });
  });

  it.each(['ngày 31/02/2023', 'ngày 29/02/2023', 'ngày 12/13/2023', 'ngày 00/01/2023', '45 tháng 8 năm 2022'])(
    'keeps %j as a date that does not exist',
    (text) => {
      expect(dateAt(text, 0)).toMatchObject({ iso: null });
    },
  );

  it.each([
    'ngày',
    'ngày tháng năm',
    '15/8',
    '12/12 nhiệm vụ',
    'ngày 15/8-2022',
    '1.234.567',
    '15/8/20221',
    'tháng này',
  ])('finds no date in %j', (text) => {
    expect(dateAt(text, 0)).toBeNull();
  });
});

describe('findDates', () => {
  it('lists every date of a sentence with the words that say it', () => {
    const text = 'Từ ngày 01/3/2023 đến ngày 15 tháng 4 năm 2023, sau đó 20/5/2023; xếp thứ 15/63 tỉnh, 1.234,5 ha';
    expect(findDates(text).map(({ start, end, iso }) => [text.slice(start, end), iso])).toEqual([
      ['ngày 01/3/2023', '2023-03-01'],
      ['ngày 15 tháng 4 năm 2023', '2023-04-15'],
      ['20/5/2023', '2023-05-20'],
    ]);
  });

  it('gives back every day that it is given, however it is written', () => {
    const days = fc.date({ min: new Date('1946-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom('/', '-', '.', ' tháng '), (date, mark) => {
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const text = mark === ' tháng ' ? `ngày ${d} tháng ${m} năm ${y}` : `ngày ${[d, m, y].join(mark)}`;
        expect(findDates(`ký ${text}, gửi`)).toEqual([{ start: 3, end: 3 + text.length, iso: isoDate(y, m, d) }]);
      }),
    );
  });

  it.each(['1', '1/', 'ngày ', 'ngày 1', '… ', '. ', 'tháng '])('takes linear time on a megabyte of %j', (unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    const begun = processTime();
    findDates(text);
    expect(processTime() - begun).toBeLessThan(2_000);
  });
});
