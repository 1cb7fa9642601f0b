import type { Quantity } from '../model/index.js';
import { fold } from '../text/fold.js';
import type { Queryable, Row } from './database.js';
import { type ReportColumns, reportColumns, reportRow } from './report-row.js';
import type { IndicatorHit, IndicatorMatch } from './search-questions.js';
import { tsquery } from './word-index.js';

/** More figures than this under one name is no series a person reads. */
const mostFigures = 20_000;
/** Of a query's words that an indicator must hold to be like it. */
const enough = 0.66;

const wordsOf = (text: string): string[] => fold(text.normalize('NFC')).match(/[\p{L}\p{N}]+/gu) ?? [];

/** "tỉ lệ" is "tỷ lệ", "kĩ thuật" is "kỹ thuật": a final y and i are written for each other. */
const oneSpelling = (word: string): string => (/^[^aeiouy]+y$/.test(word) ? `${word.slice(0, -1)}i` : word);
const spellings = (word: string): string[] =>
  /^[^aeiouy]+[iy]$/.test(word) ? [`${word.slice(0, -1)}i`, `${word.slice(0, -1)}y`] : [word];

/** Words that say how many, not of what: "Tổng số hộ nghèo" and "Số hộ nghèo" are one indicator. */
const opening = /^(?:(?:tong|so|tong so|tong cong) )+(?!von|san|thu|chi|du|muc)/;
/** "toàn tỉnh", "trên địa bàn huyện": whose figure it is stands beside it, and is no part of its name. */
const wholePlace =
  / (?:(?:cua |trong |tren dia ban )?toan|tren dia ban) (?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong|thi tran|quoc|nganh)(?= |$)/g;
/** "Hộ nghèo chiếm tỷ lệ" is "tỷ lệ hộ nghèo". */
const rateBehind = /^(?<of>.+?) (?:chiem |dat |co |la )?ti le$/;
const rate = /^(?:ti le|ti suat|ti trong) (?:so )?/;

/**
 * The name that two indicators share when they are one: folded, in one spelling, without what only counts and without the
 * place as a whole.
 *
 * @example indicatorKey('Hộ nghèo toàn tỉnh chiếm tỷ lệ') // 'ti le ho ngheo'
 */
export const indicatorKey = (words: string): string =>
  wordsOf(words)
    .map(oneSpelling)
    .join(' ')
    .replace(wholePlace, '')
    .replace(opening, '')
    .replace(rateBehind, 'ti le $<of>')
    .replace(/^ti le so /, 'ti le ');

/**
 * Figures whose indicator holds the words of the query, with or without marks; where there are none, those that hold
 * most of them. By report name, then in the order of the text.
 */
export async function findIndicators(db: Queryable, query: string): Promise<IndicatorHit[]> {
  const words = [...new Set(wordsOf(query))].slice(0, 16);
  if (words.length === 0) return [];
  // "Toàn tỉnh có 1.200 hộ nghèo, chiếm 7,2%" is a rate of poor households without the words.
  const asked = rate.test(indicatorKey(query)) ? words.filter((word) => !/^(?:t[iy]|le)$/.test(word)) : words;
  const all = (asked.length === 0 ? words : asked).map(
    (word) =>
      `(${spellings(word)
        .map((spelling) => tsquery([[spelling]]))
        .join(' | ')})`,
  );
  const strict = await matching(db, all.join(' & '), query, 1);
  return strict.length > 0 || words.length < 2 ? strict : matching(db, all.join(' | '), query, enough);
}

async function matching(db: Queryable, search: string, query: string, share: number): Promise<IndicatorHit[]> {
  const rows = await db.query<ReportColumns & Row & { record: Quantity; office: string | null }>(
    `select ${reportColumns}, e.record, d.issuer as office from trichluc.quantity e
     join trichluc.report r on r.id = e.report_id left join trichluc.legal_document d on d.key = r.self_key
     where e.folded @@ $1::tsquery order by ts_rank(e.folded, $1::tsquery) desc, r.name, r.sha256, e.ordinal
     limit ${mostFigures}`,
    [search],
  );
  const key = indicatorKey(query);
  const wanted = new Set(wordsOf(query).map(oneSpelling));
  return rows
    .flatMap((row): IndicatorHit[] => {
      const name = row.record.indicator?.words;
      if (name === undefined) return [];
      const own = indicatorKey(name);
      // A share is a rate of what it is named by, whether it is called so or not.
      const isRate = row.record.kind === 'percent' && row.record.baseline === null && rate.test(key);
      const words = wordsOf(name).map(oneSpelling);
      const match = isRate
        ? matchOf(own.replace(rate, ''), [...words, 'ti', 'le'], key.replace(rate, ''), wanted, share)
        : matchOf(own, words, key, wanted, share);
      const shared = row.record.kind === 'percent' ? own.replace(/^ti le /, '') : own;
      return match === null
        ? []
        : [{ report: reportRow(row), office: row.office, quantity: row.record, key: shared, match }];
    })
    .toSorted(
      (a, b) =>
        compare(a.report.name, b.report.name) ||
        compare(a.report.id, b.report.id) ||
        a.quantity.span.start - b.quantity.span.start,
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function matchOf(
  own: string,
  words: readonly string[],
  key: string,
  wanted: ReadonlySet<string>,
  share: number,
): IndicatorMatch | null {
  if (own === key) return 'exact';
  if (key !== '' && ` ${own} `.includes(` ${key} `)) return 'phrase';
  const held = [...wanted].filter((word) => words.includes(word)).length;
  if (held === wanted.size) return 'words';
  return share < 1 && held >= wanted.size * share ? 'similar' : null;
}
