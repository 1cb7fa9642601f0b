import type { LegacyEncoding } from './encodings.js';
import { fontHint } from './font-encoding.js';
import { isUnicode, type Reading, readings, type Tally, tallyWords, tellingWords } from './judge-words.js';

/** A piece of text in one font. */
export interface FontRun {
  readonly text: string;
  /** as the file names it; null where the file does not say */
  readonly font: string | null;
}

/** Letters of a font that draws small ones as capitals: as it draws them, or as they were typed. */
export type FontCapitals = 'drawn' | 'typed';

/** Why a run was decoded. */
export type Reason = 'font' | 'letters' | 'font-and-letters';

export interface Choice {
  readonly encoding: LegacyEncoding;
  readonly why: Reason;
}

/**
 * Chances of a word to be a Vietnamese syllable: under the reading that is meant (abbreviations, slips and names are the
 * rest), and by accident under another. Counted on reports decoded in all the ways.
 */
const validIfMeant = 0.93;
const validByChance = 0.15;
const gain = Math.log(validIfMeant / validByChance);
const loss = Math.log((1 - validIfMeant) / (1 - validByChance));

/** A run of an old encoding seldom has a word typed in Unicode. */
const besideUnicode = Math.log(0.05);

/** What one expects of a run before reading it. A font with a table of its own is seldom used for anything else. */
const expected: Readonly<Record<Reading, number>> = {
  'as-is': 0.5,
  foreign: 0.4,
  tcvn3: 0.02,
  vni: 0.02,
  'windows-1258': 0.01,
  'utf-8': 0.01,
  viscii: 0.002,
  vps: 0.002,
};
const hinted = 0.9;
const beside: Readonly<Partial<Record<Reading, number>>> = { 'as-is': 0.05, foreign: 1e-5 };
const besideOther = 0.01;
/**
 * So many different words, of three signs and more (m², §3), must be Vietnamese under an encoding, and not as they stand, before it is thought of where
 * the font names none, or another.
 */
const enough = { anyFont: 4, otherFont: 2 };
/** So many words the expectation is worth against those of the document. */
const weight = 2;

function expectationOf(hint: LegacyEncoding | null): number[] {
  return readings.map((reading) =>
    hint === null ? expected[reading] : reading === hint ? hinted : (beside[reading] ?? besideOther),
  );
}

function best(tally: Tally, prior: readonly number[]): number {
  let winner = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [index, reading] of readings.entries()) {
    const valid = tally.valid[index]!;
    const score =
      Math.log(prior[index]!) +
      (reading === 'foreign' ? 0 : gain * valid + loss * (tally.words - valid)) +
      (reading === 'foreign' || reading === 'as-is' ? 0 : besideUnicode * tally.unicode);
    if (score > most) {
      most = score;
      winner = index;
    }
  }
  return winner;
}

/** The readings of these weights, from a word on; what is before the first goes with it. */
interface Stretch {
  readonly from: number;
  readonly reading: number;
}

/** Two words in a row that only another reading makes Vietnamese outweigh it at a run's end, three within. */
const change = Math.log(0.003);

/**
 * Parts a run where its encoding changes: who typed on in another program kept the font. The best sequence of readings,
 * each change of which costs (Viterbi).
 */
function partRun(text: string, prior: readonly number[]): Stretch[] {
  const states = readings.flatMap((reading, index) => (prior[index]! > 0 && reading !== 'foreign' ? [index] : []));
  let scores = states.map((state) => Math.log(prior[state]!));
  const words = [...tellingWords(text)];
  /** to each word and state the state before */
  const steps: number[][] = [];
  for (const { word, bits } of words) {
    const lead = scores.indexOf(Math.max(...scores));
    const before = states.map((_, at) => (scores[at]! >= scores[lead]! + change ? at : lead));
    scores = states.map((state, at) => {
      const arrived = before[at] === at ? scores[at]! : scores[lead]! + change;
      const typed = readings[state] !== 'as-is' && isUnicode(word, bits) ? besideUnicode : 0;
      return arrived + ((bits >> state) & 1 ? gain : loss) + typed;
    });
    steps.push(before);
  }
  const stretches: Stretch[] = [];
  let state = scores.indexOf(Math.max(...scores));
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const before = steps[at]![state]!;
    if (at === 0 || before !== state) stretches.push({ from: at === 0 ? 0 : words[at]!.at, reading: states[state]! });
    state = before;
  }
  return stretches.reverse();
}

interface Group {
  readonly hint: LegacyEncoding | null;
  /** by the place of the reading in `readings` */
  readonly words: number[];
  /** different words that only this reading makes Vietnamese */
  readonly witnesses: readonly Set<string>[];
  prior: number[];
  /** places of readings by their words, the most first */
  usual: number;
}

/** Signs that Unicode texts hardly hold, and old encodings can hardly do without: not ¹ ² ³ ° « », which both have. */
const suspicious =
  /[\u0080-\u009f\u00a1-\u00aa\u00ac-\u00af\u00b1\u00b4-\u00b8\u00ba\u00bc-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de-\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff\u0152\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2020\u2021\u2030\u20ac\u2122\uf020-\uf0ff]/;

/** Whether any of these runs may be in an old encoding, by its font or by its signs. One glance at each text. */
export const maybeLegacy = ({ text, font }: FontRun): boolean =>
  fontHint(font).encoding !== null || suspicious.test(text);

/**
 * The encodings of a document's runs. A font's name is an expectation, the words decide: a TCVN3 font may hold VNI or
 * Unicode. A run too short to tell goes with the others of its font.
 */
export interface EncodingChooser {
  readonly capitals: FontCapitals;
  /** null: the run stands as it is */
  choose(run: FontRun): Choice | null;
  /** The run's stretches of one encoding, each with its first sign; most runs are one. */
  part(run: FontRun): readonly { readonly from: number; readonly choice: Choice | null }[];
}

/** @param runs of the whole document, or of enough of it; neighbours in one font as one run */
export function chooseEncodings(runs: Iterable<FontRun>, capitals: FontCapitals = 'drawn'): EncodingChooser {
  const groups = new Map<string, Group>();
  const groupOf = (font: string | null): Group => {
    const { name, encoding } = fontHint(font);
    let group = groups.get(name);
    if (group === undefined) {
      const prior = expectationOf(encoding);
      group = {
        hint: encoding,
        words: readings.map(() => 0),
        witnesses: readings.map(() => new Set()),
        prior,
        usual: prior.indexOf(Math.max(...prior)),
      };
      groups.set(name, group);
    }
    return group;
  };
  for (const run of runs) {
    const group = groupOf(run.font);
    const tally = tallyWords(run.text);
    if (tally.words === 0) continue;
    const reading = best(tally, group.prior);
    group.words[reading]! += tally.words;
    const witnesses = group.witnesses[reading]!;
    for (const [word, bits] of tally.judged)
      if (witnesses.size < enough.anyFont && word.length > 2 && (bits & 1) === 0 && (bits >> reading) & 1)
        witnesses.add(word);
  }
  for (const group of groups.values()) {
    const total = group.words.reduce((sum, words) => sum + words, 0);
    const first = group.prior;
    const least = group.hint === null ? enough.anyFont : enough.otherFont;
    group.prior = first.map((share, index) => {
      const reading = readings[index]!;
      const expectable = reading === 'as-is' || reading === 'foreign' || reading === group.hint;
      if (!expectable && group.witnesses[index]!.size < least) return 0;
      return (weight * share + group.words[index]!) / (weight + total);
    });
    group.usual = group.prior.indexOf(Math.max(...group.prior));
  }
  const choiceOf = (group: Group, tally: Tally, index: number): Choice | null => {
    const reading = readings[index]!;
    if (reading === 'as-is' || reading === 'foreign') return null;
    if (group.hint !== reading) return { encoding: reading, why: 'letters' };
    return { encoding: reading, why: tally.valid[index]! > 0 ? 'font-and-letters' : 'font' };
  };
  const readingOf = (group: Group, tally: Tally) => (tally.words === 0 ? group.usual : best(tally, group.prior));
  return {
    capitals,
    choose({ text, font }) {
      const group = groupOf(font);
      const tally = tallyWords(text);
      return choiceOf(group, tally, readingOf(group, tally));
    },
    part({ text, font }) {
      const group = groupOf(font);
      const tally = tallyWords(text);
      const reading = readingOf(group, tally);
      const others = readings.reduce(
        (bits, other, index) =>
          group.prior[index]! > 0 && index !== reading && other !== 'foreign' ? bits | (1 << index) : bits,
        0,
      );
      let against = 0;
      for (const bits of tally.judged.values())
        if (((bits >> reading) & 1) === 0 && (bits & others) !== 0) against += 1;
      if (against < 2 || readings[reading] === 'foreign') return [{ from: 0, choice: choiceOf(group, tally, reading) }];
      return partRun(text, group.prior).map(({ from, reading: own }) => ({
        from,
        choice: choiceOf(group, tally, own),
      }));
    },
  };
}
