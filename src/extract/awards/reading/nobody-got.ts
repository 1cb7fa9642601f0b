import { plainVerb } from './plain-verb.js';
import { closesClause, gapBefore, type Reader, type Scan } from './scan.js';

/** «chưa có người đạt», «không có trường nào được công nhận», «không được chọn»: what closes a clause that says so. */
const denial =
  /^(?:(?:chưa|không) có (?:ai|người|cá nhân|tập thể|đơn vị|trường|hồ sơ|trường hợp)(?: nào)? (?:đạt|được (?:tặng|công nhận|chọn|xét|phong tặng|khen))|(?:chưa|không) được (?:chọn|xét|xét tặng|xét chọn|công nhận|duyệt|tặng))$/u;
const longestDenial = 9;
/** In terms: «tỉnh», «năm nay». */
const reachOfAward = 3;

/** «danh hiệu Nhà giáo Nhân dân chưa có người đạt», «Danh hiệu “…”: Công ty có nộp hồ sơ nhưng không được chọn»: nobody got it. */
export const readNobodyGot: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (!/^(?:chưa|không)$/u.test(words[at]!.text)) return null;
  const last = endOfDenial(scan, at);
  const award = last === null ? -1 : awardOf(scan, at);
  if (last === null || award < 0) return null;
  const { last: first } = scan.events[award]!;
  scan.events.splice(
    award + 1,
    scan.events.length,
    { kind: 'list', first, last: first, strength: 1 },
    { ...plainVerb, act: 'deny', closes: true, first, last, strength: 0.9 },
  );
  return last;
};

function endOfDenial(scan: Scan, at: number): number | null {
  const { words } = scan.reading;
  for (let last = at + 3; last <= Math.min(words.length, at + longestDenial); last += 1) {
    if (/[,;:.()]/.test(gapBefore(scan, last - 1)) && last - 1 > at) return null;
    const said = words
      .slice(at, last)
      .map(({ text }) => text)
      .join(' ');
    if (denial.test(said) && closesClause(scan, last - 1)) return last;
  }
  return null;
}

/** The award of the clause, by its place among the events: right before the denial, or behind a label of which nothing else is said. */
function awardOf({ events }: Scan, at: number): number {
  const place = events.findLastIndex(({ kind }) => kind === 'award');
  const award = events[place];
  if (award?.kind !== 'award' || award.count !== null) return -1;
  const behind = events.slice(place + 1);
  const near = award.heads && behind.length === 0 && at - award.last <= reachOfAward;
  const labelled =
    behind[0]?.kind === 'list' && behind.slice(1).every((event) => event.kind === 'recipient' && event.count === null);
  return near || labelled ? place : -1;
}
