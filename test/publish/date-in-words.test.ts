import { expect, it } from 'vitest';
import { dateInWords } from '../../src/publish/date-in-words.js';

it.each([
  ['2023-06-02', '02/6/2023'],
  ['2022-02-15', '15/02/2022'],
  ['2021-12-31', '31/12/2021'],
  ['2023-12', '12/2023'],
  ['2015', '2015'],
  ['31/02/2022', '31/02/2022'],
  ['80/2006/NĐ-CP', '80/2006/NĐ-CP'],
])('writes %s as offices do: %s', (date, said) => {
  expect(dateInWords(date, 'vi')).toBe(said);
  expect(dateInWords(date, 'en')).toBe(date);
});
