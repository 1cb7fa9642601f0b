// Made from data/nicknames.csv by scripts/build-lexicons.mjs. Do not edit: change the table and run "npm run lexicons".

export interface NicknamesRow {
  readonly word: string;
  readonly digits: string;
  readonly type: string;
  readonly number: string;
  readonly date: string;
  readonly sure: string;
}

export const nicknames: readonly NicknamesRow[] = [
  {"word":"ĐA","digits":"6","type":"QĐ","number":"06/QĐ-TTg","date":"2022-01-06","sure":"yes"},
  {"word":"ĐA","digits":"939","type":"QĐ","number":"939/QĐ-TTg","date":"2017-06-30","sure":"yes"},
  {"word":"CTr","digits":"1719","type":"QĐ","number":"1719/QĐ-TTg","date":"2021-10-14","sure":"yes"},
  {"word":"QĐ","digits":"1719","type":"QĐ","number":"1719/QĐ-TTg","date":"2021-10-14","sure":"no"},
  {"word":"QĐ","digits":"861","type":"QĐ","number":"861/QĐ-TTg","date":"2021-06-04","sure":"no"},
  {"word":"NQ","digits":"88","type":"NQ","number":"88/2019/QH14","date":"2019-11-18","sure":"no"},
  {"word":"CT","digits":"5","type":"CT","number":"05-CT/TW","date":"2016-05-15","sure":"no"},
];
