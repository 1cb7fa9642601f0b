/** A way in which a PDF's text layer or old recognition spoils a reference; `random` gives 0 ≤ x < 1. */
export interface Damage {
  readonly name: string;
  /** the reference with this damage once; itself where there is nothing to damage so */
  readonly spoil: (reference: string, random: () => number) => string;
}

/** Numbers between 0 and 1 from a seed, the same on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Replaces one of the places that a pattern matches, chosen by chance. */
const once =
  (pattern: RegExp, replacement: string | ((found: string, random: () => number) => string)) =>
  (reference: string, random: () => number): string => {
    const places = [...reference.matchAll(pattern)];
    if (places.length === 0) return reference;
    const { 0: found, index } = places[Math.floor(random() * places.length)]!;
    const put = typeof replacement === 'string' ? replacement : replacement(found, random);
    return reference.slice(0, index) + put + reference.slice(index + found.length);
  };
const every =
  (pattern: RegExp, replacement: string) =>
  (reference: string): string =>
    reference.replace(pattern, replacement);
const oneOf = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!;

const word = String.raw`(?<![\p{L}\p{N}/-])\p{L}{2,}(?![\p{L}\p{N}/-])`;
const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
/** Letters with marks that recognition takes for one another. */
const alike = ['eéèẻẽẹêếềểễệ', 'oóòỏõọôốồổỗộơớờởỡợ', 'iíìỉĩị', 'aáàảãạâấầẩẫậăắằẳẵặ', 'uúùủũụưứừửữự', 'yýỳỷỹỵ'];
const otherMark = (letter: string, random: () => number): string => {
  const row = alike.find((letters) => letters.includes(letter.normalize('NFC')));
  return row === undefined
    ? letter
    : oneOf(
        [...row].filter((other) => other !== letter),
        random,
      );
};
const marked = /[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/gu;
const apostrophes: Readonly<Record<string, string>> = {
  '\u0301': "'",
  '\u0300': '`',
  '\u0309': '?',
  '\u0303': '~',
  '\u0323': '.',
};
/** "Quyết" as "Quyê't": the tone beside its letter. */
const apart = (letter: string): string => {
  const [base, ...marks] = letter.normalize('NFD');
  const tone = marks.find((mark) => mark in apostrophes);
  return tone === undefined
    ? letter
    : (base! + marks.filter((mark) => mark !== tone).join('')).normalize('NFC') + apostrophes[tone];
};

export const damages: readonly Damage[] = [
  { name: 'a space inside the number', spoil: once(/(?<=[0-9])(?=[0-9]{1,3}[/-])/gu, ' ') },
  {
    name: 'spaces around one sign',
    spoil: once(/[/-](?=\p{Lu}|[0-9]{4}\/)/gu, (sign, random) => oneOf([` ${sign}`, `${sign} `, ` ${sign} `], random)),
  },
  { name: 'spaces around every sign', spoil: every(/(?<=[0-9\p{Lu}g])[/-](?=\p{Lu}|[0-9])/gu, ' $& ') },
  { name: 'a letter group torn', spoil: once(/(?<=[/-]\p{Lu}+)(?=\p{Lu})/gu, ' ') },
  { name: 'a line break at a space', spoil: once(/ /gu, '\n') },
  { name: 'line breaks at every space', spoil: every(/ /gu, '\n') },
  { name: 'a line break at a sign', spoil: once(/(?<=[0-9\p{Lu}][/-])(?=\p{Lu}|[0-9]{4}\/)/gu, '\n') },
  { name: 'no space at a place', spoil: once(/ /gu, '') },
  { name: 'no spaces', spoil: every(/ /gu, '') },
  { name: 'two spaces', spoil: every(/ /gu, '  ') },
  { name: 'a word torn', spoil: once(/(?<=(?<![\p{L}\p{N}/-])\p{L}+)(?=\p{L}+(?![\p{L}\p{N}/-]))/gu, ' ') },
  { name: 'words without marks', spoil: once(new RegExp(word, 'gu'), bare) },
  { name: 'all without marks', spoil: (reference) => bare(reference) },
  { name: 'another mark', spoil: once(marked, otherMark) },
  {
    name: 'two other marks',
    spoil: (reference, random) => once(marked, otherMark)(once(marked, otherMark)(reference, random), random),
  },
  { name: 'a tone beside its letter', spoil: once(marked, apart) },
  { name: 'tones beside their letters', spoil: (reference) => reference.replace(marked, apart) },
  { name: 'D for Đ', spoil: every(/Đ/gu, 'D') },
  { name: 'Ð for Đ', spoil: every(/Đ/gu, 'Ð') },
  { name: 'O for Q', spoil: once(/(?<=[/-]\p{Lu}*)Q/gu, 'O') },
  {
    name: 'a letter for a figure',
    spoil: once(/(?<=[0-9]|số )[0158](?=[0-9]*[/-])|(?<=số )[01](?=[0-9])/gu, (figure, random) =>
      oneOf(figure === '0' ? ['O', 'o'] : figure === '1' ? ['l', 'I'] : figure === '5' ? ['S'] : ['B'], random),
    ),
  },
  {
    name: 'a letter for a figure of the date',
    spoil: once(/(?<=ngày [0-9/]*)[01]/gu, (figure, random) => oneOf(figure === '0' ? ['O', 'o'] : ['l', 'I'], random)),
  },
  {
    name: 'UBND misread',
    spoil: once(/UBND/gu, (_, random) =>
      oneOf(['ƯBND', 'UBNĐ', 'UBNO', 'UBMD', 'UBHD', 'ỦBND', 'UBN D', 'UBNDT', 'ƯBNĐ'], random),
    ),
  },
  {
    name: 'HĐND misread',
    spoil: once(/HĐND/gu, (_, random) => oneOf(['HĐNĐ', 'HDND', 'HOND', 'HĐMD', 'HBND', 'HĐNO'], random)),
  },
  {
    name: 'TTg misread',
    spoil: once(/TTg/gu, (_, random) =>
      oneOf(['TTG', 'Ttg', 'TTq', 'TTp', 'TTE', 'TTs', 'ITg', 'T Tg', 'TIg'], random),
    ),
  },
  { name: 'CP misread', spoil: once(/CP(?!\p{L})/gu, (_, random) => oneOf(['CF', 'GP', 'Cp', 'C P', 'CÞ'], random)) },
  {
    name: 'a letter group with a mark',
    spoil: once(/(?<=[/-]\p{Lu}*)[UOA]/gu, (letter) => ({ U: 'Ư', O: 'Ô', A: 'Ă' })[letter]!),
  },
  { name: 'no slash', spoil: once(/\/(?=\p{Lu})/gu, '') },
  { name: 'a space for the slash', spoil: once(/\/(?=\p{Lu})/gu, ' ') },
  {
    name: 'a stroke for the slash',
    spoil: once(/\/(?=\p{Lu})/gu, (_, random) => oneOf(['|', '\\', 'l', 'I', '!', ',', '.', ';', "'"], random)),
  },
  { name: 'no hyphen', spoil: once(/-(?=\p{Lu})/gu, '') },
  { name: 'a space for the hyphen', spoil: once(/-(?=\p{Lu})/gu, ' ') },
  {
    name: 'another sign for the hyphen',
    spoil: once(/-(?=\p{Lu})/gu, (_, random) => oneOf(['_', '~', '=', '.', '–', '—', '--', '- -', '•', '¬'], random)),
  },
  { name: 'small letters', spoil: once(/(?<=[/-])\p{Lu}[\p{L}]*/gu, (letters) => letters.toLowerCase()) },
  { name: 'a figure of the date apart', spoil: once(/(?<=ngày [0-9/]*[0-9])(?=[0-9])/gu, ' ') },
  {
    name: 'spaces around the strokes of the date',
    spoil: every(/(?<=[0-9])\/(?=[0-9]{1,2}\/[0-9]{4}|[0-9]{4}(?!\/))/gu, ' / '),
  },
  {
    name: 'a stroke of the date misread',
    spoil: once(/(?<=[0-9])\/(?=[0-9]{1,2}\/[0-9]{4}|[0-9]{4}(?!\/))/gu, (_, random) =>
      oneOf(['l', '|', 'I', '1', '.'], random),
    ),
  },
  {
    name: 'số misread',
    spoil: once(/(?<![\p{L}\p{N}])số(?![\p{L}])/gu, (_, random) =>
      oneOf(
        ['sô', 'so', 'sổ', 'sồ', 'sỗ', 's6', 'só', "sô'", 's ố', 'sộ', 'sỏ', 'sổ:', 'sốỉ', 'sõ', 'SỐ', 's5'],
        random,
      ),
    ),
  },
  { name: 'số lost', spoil: once(/(?<![\p{L}\p{N}])số /gu, '') },
  {
    name: 'ngày misread',
    spoil: once(/(?<![\p{L}\p{N}])ngày(?![\p{L}])/gu, (_, random) =>
      oneOf(['ngay', 'ngảy', 'ngáy', 'ngàỵ', 'ngà y', 'ng ày', 'ngây', 'ngày:', 'Ngày', 'ngàv', 'nqày'], random),
    ),
  },
  {
    name: 'tháng and năm misread',
    spoil: once(/(?<![\p{L}\p{N}])(?:tháng|năm)(?![\p{L}])/gu, (found, random) =>
      oneOf(
        found === 'năm'
          ? ['nam', 'nãm', 'nâm', 'nằm', 'n ăm', 'năni']
          : ['thang', 'thảng', 'thăng', 'th áng', 'thâng', 'tháns'],
        random,
      ),
    ),
  },
  {
    name: 'của misread',
    spoil: once(/(?<![\p{L}\p{N}])của(?![\p{L}])/gu, (_, random) =>
      oneOf(['cùa', 'cua', 'cúa', 'củ a', 'cũa', 'cửa', 'cùá'], random),
    ),
  },
];
