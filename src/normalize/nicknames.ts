/** Numbers that offices use as names, and the document each stands for. Never guessed: what is not here stays bare. */
export interface Nickname {
  /** code of the type word before the bare number */
  readonly word: string;
  readonly digits: string;
  readonly type: string;
  readonly number: string;
  readonly date: string;
  /** no other document is called so; a directive 05 may also be the province's own */
  readonly sure: boolean;
}

export const nicknames: readonly Nickname[] = [
  { word: 'ĐA', digits: '6', type: 'QĐ', number: '06/QĐ-TTg', date: '2022-01-06', sure: true },
  { word: 'ĐA', digits: '939', type: 'QĐ', number: '939/QĐ-TTg', date: '2017-06-30', sure: true },
  { word: 'CTr', digits: '1719', type: 'QĐ', number: '1719/QĐ-TTg', date: '2021-10-14', sure: true },
  { word: 'QĐ', digits: '1719', type: 'QĐ', number: '1719/QĐ-TTg', date: '2021-10-14', sure: false },
  { word: 'QĐ', digits: '861', type: 'QĐ', number: '861/QĐ-TTg', date: '2021-06-04', sure: false },
  { word: 'NQ', digits: '88', type: 'NQ', number: '88/2019/QH14', date: '2019-11-18', sure: false },
  { word: 'CT', digits: '5', type: 'CT', number: '05-CT/TW', date: '2016-05-15', sure: false },
];
