import type { TextSpan } from '../../model/index.js';
import { fold } from '../fold.js';
import { provinces } from '../lexicon/generated/provinces.js';
import { type Phrase, readSentence, type SentenceReading } from './vietnamese-nlp.js';

/** An organisation or office as the text names it: «Chủ tịch UBND tỉnh», «Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc». */
export interface BodyMention {
  /** term numbers in the reading, end excluded */
  readonly first: number;
  readonly last: number;
  readonly words: string;
  /** offsets into the phrase that was read */
  readonly span: TextSpan;
  /** 0..1: how well its letters agree with the tables */
  readonly confidence: number;
}

/** Words that end a name, though they stand in lower case within many: «Cục Kiểm tra sau thông quan». */
const closers = new Set(
  'da duoc tang ve cho la co trao den tai vua ky ban trong nam theo voi de do va tu nay khi se phat to ra xet hoac cua nhan thuoc vi cung con deu vua luon lien khen quyet dong'.split(
    ' ',
  ),
);
/** Heads of two syllables that are no name yet: «Tổng cục …», «Học viện …». */
const halves = new Set(
  'tổng cục|chi cục|hội đồng|liên đoàn|quân khu|học viện|đại học|tập đoàn|tổng công ty|văn phòng|thanh tra|trung tâm|bệnh viện|công ty|ngân hàng|liên hiệp|ban chỉ huy|bộ chỉ huy|bộ tư lệnh|công an|đảng bộ|chi bộ|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|ủy ban|kho bạc|bảo hiểm xã hội|liên đoàn lao động|đoàn thanh niên|tỉnh đoàn|huyện đoàn|công đoàn|bộ đội biên phòng|mặt trận tổ quốc'.split(
    '|',
  ),
);
/** The longest task in a committee's name, in terms. */
const longestTask = 9;
const names = ['Title', 'Body', 'Level'] as const;
const places: ReadonlySet<string> = new Set(provinces.flatMap(({ name_vi: name }) => fold(name)));

const surnames = /^(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh|Trịnh|Đoàn|Trương|Lương)$/u;

/** «Công đoàn ngành GD tỉnh»: capitals through and through are no person's name. */
const isAbbreviated = (word: string): boolean => /^(?:TP\.?)?[\p{Lu}&]{2,6}$/u.test(word);

/** «Sở Y tế Sơn La»: a province may follow a whole name. */
const namesPlace = (words: SentenceReading['words'], at: number): boolean =>
  places.has(`${words[at]!.folded} ${words[at + 1]?.folded ?? ''}`) ||
  (words[at - 1] !== undefined && places.has(`${words[at - 1]!.folded} ${words[at]!.folded}`));

/** «Công an tỉnh», «Hội Nông dân xã»: a place follows. */
const endsInLevel = ({ entry }: Phrase): boolean =>
  /^(?:tỉnh|huyện|xã|phường|quận|phố|trấn)$/.test(entry.syllables.at(-1)!);

/** Whether a body's words are its name in full, so that a person's may follow. */
const isWhole = (head: Phrase): boolean =>
  head.entry.syllables.length >= 2 &&
  !head.tags.has('Title') &&
  !halves.has(head.entry.syllables.join(' ')) &&
  !endsInLevel(head);

/**
 * Finds bodies and offices among the words of a reading: a word of the issuer tables, then the words of its name.
 *
 * @returns in the order of the text, not overlapping
 */
export function bodiesIn(
  reading: SentenceReading,
  sentence: string,
  first = 0,
  last = reading.words.length,
): BodyMention[] {
  const { words, heads } = reading;
  const isName = (at: number): boolean => names.some((tag) => heads.get(at)?.tags.has(tag));
  const closed = (at: number): boolean => {
    const gap = sentence.slice(words[at - 1]!.end, words[at]?.start);
    // «UBND TP. Hồ Chí Minh»
    return /[,;:.()]/.test(gap) && !(/^\.\s?$/.test(gap) && /^(?:TP|TX|TT)$/iu.test(words[at - 1]!.text));
  };
  // «Bộ đội Biên phòng (BĐBP) tỉnh …»
  const isAbbreviation = (at: number): boolean =>
    at > 0 &&
    at < last &&
    /^[\p{Lu}&]{2,8}$/u.test(words[at]!.text) &&
    sentence.slice(words[at - 1]!.end, words[at]!.start).trim() === '(' &&
    sentence[words[at]!.end] === ')';
  // «Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh»: a committee's task is in its name, up to the place.
  const committeeEnd = (at: number, end: number): number => {
    if (words[at]!.folded !== 'ban' || !/^(?:chi|to|van)$/.test(words[at + 1]?.folded ?? '')) return end;
    for (let next = end; next < Math.min(last, end + longestTask) && !closed(next); next += 1) {
      if (heads.get(next)?.tags.has('Level')) {
        const level = heads.get(next)!.last;
        let place = level;
        while (place < last && words[place]!.tags.has('Proper') && !closed(place)) place += 1;
        return place;
      }
      if (/^(?:da|duoc|tang|trao|khen|se|vua)$/.test(words[next]!.folded)) return end;
    }
    return end;
  };
  const found: BodyMention[] = [];
  for (let at = first; at < last; at += 1) {
    const head = heads.get(at);
    if (head === undefined || !(head.tags.has('Title') || head.tags.has('Body'))) continue;
    let end = head.last;
    let strength = head.strength;
    let complete = isWhole(head);
    let office = head.tags.has('Title');
    while (end < last) {
      if (isAbbreviation(end)) {
        end += 1;
        continue;
      }
      const next = heads.get(end);
      if (closed(end) && !isAbbreviation(end - 1)) {
        // «Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc» is one office; «Sở Nội vụ, Sở Tài chính» are two bodies.
        if (
          !(office && next?.tags.has('Title') && sentence.slice(words[end - 1]!.end, words[end]!.start).trim() === ',')
        )
          break;
      }
      if (next !== undefined && isName(end)) {
        office = next.tags.has('Title');
        complete = !office && (isWhole(next) || complete) && !next.tags.has('Level') && !endsInLevel(next);
        strength = Math.min(strength, next.strength);
        end = next.last;
        continue;
      }
      // «Tổng cục Chính trị Công an nhân dân»
      if (
        next?.tags.has('Plain') &&
        /^(?:công an|quân đội) nhân dân$/.test(next.entry.syllables.join(' ')) &&
        end > at
      ) {
        end = next.last;
        continue;
      }
      // «Phòng Tổ chức - Hành chính»: a noun by its capital
      if (next?.entry.syllables.join(' ') === 'tổ chức' && /^\p{Lu}/u.test(words[end]!.text) && end > at) {
        end = next.last;
        continue;
      }
      if (next !== undefined) break;
      const word = words[end]!;
      // «Quân khu 5», «Sư đoàn 320»
      if (/^(?:khu|doan)$/.test(words[end - 1]!.folded) && /^\d{1,3}$/.test(word.text)) {
        end += 1;
        continue;
      }
      if (word.tags.has('Proper')) {
        // After a whole body, capitals are a person's name («Bộ trưởng Bộ Tài chính Đinh Tiến Dũng»).
        if (
          complete &&
          !/^(?:viet|nam|trung)$/.test(word.folded) &&
          !isAbbreviated(word.text) &&
          !namesPlace(words, end)
        )
          break;
        // «Chủ tịch UBND tỉnh Thanh Hóa Nguyễn Văn A»: a surname behind the place.
        if (
          end - at > 2 &&
          surnames.test(word.text) &&
          places.has(`${words[end - 2]!.folded} ${words[end - 1]!.folded}`)
        )
          break;
        end += 1;
        const tail = words[end];
        if (
          tail !== undefined &&
          end < last &&
          !closed(end) &&
          /^\p{Ll}{1,6}$/u.test(tail.text) &&
          !closers.has(tail.folded) &&
          (!heads.has(end) || tail.folded === 'toc')
        )
          end += 1;
        continue;
      }
      break;
    }
    end = committeeEnd(at, end);
    const span = { start: words[at]!.start, end: words[end - 1]!.end };
    found.push({ first: at, last: end, words: sentence.slice(span.start, span.end), span, confidence: strength });
    at = end - 1;
  }
  return found;
}

/** Finds the bodies and offices that a short phrase names («của UBND tỉnh», «Bộ trưởng Bộ Tài chính»). */
export const matchBodies = (phrase: string): BodyMention[] => bodiesIn(readSentence(phrase), phrase);
