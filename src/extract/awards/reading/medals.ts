import { countAt } from './numbers.js';
import { plainAward } from './plain-award.js';
import { gapBefore, put, type Reader, type Scan } from './scan.js';

const colours: Readonly<Record<string, string>> = {
  vàng: 'Huy chương Vàng',
  bạc: 'Huy chương Bạc',
  đồng: 'Huy chương Đồng',
};
const medal = { ...plainAward, evidence: 'prize', code: null } as const;
/** What stands behind medals of every colour: their end, or the colours. */
const sums = /^\s*(?:các loại|[,.;:]|$|\(?\s*(?:trong đó|gồm)|\(\s*\d)/iu;

const isMedal = (scan: Scan, at: number): boolean =>
  scan.reading.words[at]?.text.toLowerCase() === 'huy' && scan.reading.words[at + 1]?.text === 'chương';

/** «đoạt 84 huy chương (26 vàng, 23 bạc, 35 đồng)»: medals of sports by their colours. */
export const readMedals: Reader = (scan, at) => {
  const { sentence, reading, heads, events } = scan;
  const { words } = reading;
  if (!words[at]!.tags.has('Count')) return null;
  if (isMedal(scan, at + 1) && !heads.has(at + 1) && sums.test(sentence.slice(words[at + 2]!.end)))
    return put(scan, at, { ...medal, name: 'Huy chương', count: countAt(at, words), first: at, last: at + 3 });
  const colour = colours[words[at + 1]?.text.toLowerCase() ?? ''];
  const before = events.findLast(({ kind }) => kind === 'award');
  if (
    colour === undefined ||
    before?.kind !== 'award' ||
    before.evidence !== 'prize' ||
    !before.name.startsWith('Huy chương')
  )
    return null;
  return put(scan, at, {
    ...medal,
    name: colour,
    count: countAt(at, words),
    opened: gapBefore(scan, at).includes('('),
    comma: gapBefore(scan, at).includes(','),
    first: at,
    last: at + 2,
  });
};
