import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/index.js';
import { decodeViqr } from '../../../src/ingest/legacy/viqr.js';
import { legacyLetters } from '../../../src/text/lexicon/generated/legacy-letters.js';
import { toneLetters } from '../../../src/text/place-tone.js';
import { isSyllable } from '../../../src/text/syllables.js';

/** Enough of it that the text is known for VIQR. */
const around = "U?y ban nha^n da^n ti?nh ddu+o+.c Chi'nh phu? giao nhie^.m vu. tu+` na(m nay";
const meantAround = 'Ủy ban nhân dân tỉnh được Chính phủ giao nhiệm vụ từ năm nay';
const decode = (line: string): string => decodeViqr([around, line, around])![1]?.text ?? line;

const signs: Readonly<Record<string, string>> = {
  '\u0306': '(',
  '\u0302': '^',
  '\u031b': '+',
  '\u0301': "'",
  '\u0300': '`',
  '\u0309': '?',
  '\u0303': '~',
  '\u0323': '.',
};
/** As RFC 1456 writes a letter: its shape, then its tone. */
function viqrOf(text: string): string {
  const shapeFirst = (letter: string) => {
    const [base, ...marks] = Array.from(letter.normalize('NFD'));
    return (
      base +
      marks
        .map((mark) => signs[mark]!)
        .sort((a, b) => Number('(^+'.includes(b)) - Number('(^+'.includes(a)))
        .join('')
    );
  };
  return Array.from(text)
    .map((letter) => (letter === 'đ' ? 'dd' : letter === 'Đ' ? 'DD' : shapeFirst(letter)))
    .join('');
}

describe('a line of VIQR', () => {
  it.each([
    ['Vie^.t Nam', 'Việt Nam'],
    ['CO^.NG HO`A XA~ HO^.I CHU? NGHI~A VIE^.T NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ["Quye^'t ddi.nh so^' 1085/QDD-UBND nga`y 15/8/2022", 'Quyết định số 1085/QĐ-UBND ngày 15/8/2022'],
    ["DDa?ng bo^. huye^.n DDu+'c Pho^?", 'Đảng bộ huyện Đức Phổ'],
    ["Dda^y la` ba'o ca'o, (kho^ng co' phu. lu.c)", 'Đây là báo cáo, (không có phụ lục)'],
    ["ke^' hoa.ch cu?a xa~\\.", 'kế hoạch của xã.'],
    ['ho`a bi`nh va` hoa` bi`nh', 'hòa bình và hoà bình'],
    ["gi`n giu+~, qui? va` quy'", 'gìn giữ, quỉ và quý'],
    // The tone behind the word, as people type it.
    ['ddu+o+c. giao nhie^m. vu. tai. xa~', 'được giao nhiệm vụ tại xã'],
    ["dde^n' ho^m nay chu+a xong.", 'đến hôm nay chưa xong.'],
  ])('%s', (typed, meant) => expect(decode(typed)).toBe(meant));
});

describe('signs that end a sentence or quote', () => {
  it.each([
    ["ba'o ca'o nha`.", 'báo cáo nhà.'],
    ['da^n cu+ no^ng tho^n.', 'dân cư nông thôn.'],
    ["co' dda.t kho^ng?", 'có đạt không?'],
    ['ba xa~ dda~ xong. Huye^.n', 'ba xã đã xong. Huyện'],
    ["goi. la` 'no^ng tho^n mo+'i'", "gọi là 'nông thôn mới'"],
  ])('%s', (typed, meant) => expect(decode(typed)).toBe(meant));
});

describe('what stands between lines of VIQR', () => {
  it.each([
    'Please send it to me. Do you have the file?',
    "I'm sure that they don't mind; it's o'clock.",
    'https://www.example.vn/vie^.t?a=b+c',
    'van.phong+1@example.gov.vn',
    'O(n^2) + o^2 = x^2',
    '12.345,6 + 7 = 8.',
    'ADD MIDDLE PADDING',
    '- - - - (a) (b) ^^',
    '',
  ])('stays: %s', (line) => expect(decode(line)).toBe(line));
  it('stays within such a line: addresses, words with figures', () => {
    expect(decode("gu+?i ve^` to.a+b@so.gov.vn hay http://a.vn/to.a va` file o^2 nhe'")).toBe(
      'gửi về to.a+b@so.gov.vn hay http://a.vn/to.a và file o^2 nhé',
    );
  });
});

describe('a text', () => {
  it.each([
    ['a formula or two', ['The bound is o^ and a^ + b^, so that e^ = a^.', 'We have O(n) with u+v and a(b).']],
    ['English', ["I'm not sure what he'd say? It's a toss. Add more to me.", 'To be or not to be? Go on.']],
    [
      'Vietnamese in Unicode',
      ['Ủy ban nhân dân tỉnh được giao. Số 12/QĐ-UBND?', 'Các xã đã báo cáo: a+b, o^ là sai số.'],
    ],
    ['Vietnamese without marks', ['Uy ban nhan dan tinh da giao nhiem vu. Cac xa ba. to. ha?']],
    ['code', ['if (a+b) { u+=1; o^=2; } // a(b)', 'const middle = add(o^1, u+1);']],
  ])('of %s is no VIQR', (_, lines) => expect(decodeViqr(lines)).toBeNull());
});

const letters = [...legacyLetters.map(({ letter }) => letter.toLowerCase()), ...'abcdeghiklmnopqrstuvxy'];
const onsets = ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
const rhymes =
  'a ai ao au ay âu ây e eo ê êu i ia iu iêu o oa oai oao oay oe oeo oi ô ôi ơ ơi u ua uê ui uơ uy uya uyu uây uôi ư ưa ưi ưu ươi ươu y yêu am ăm âm em êm im iêm yêm om ôm ơm um uôm ươm oam oăm an ăn ân en ên in iên yên on ôn ơn un uôn ươn oan oăn oen uân uyên uyn ang ăng âng eng iêng yêng ong oong ông ung uông ưng ương oang oăng uâng anh ênh inh oanh uênh uynh ac ăc âc ec iêc oc ooc ôc uc uôc ưc ươc oac oăc ach êch ich oach uêch uych ap ăp âp ep êp ip iêp op ôp ơp up ươp oap uyp at ăt ât et êt it iêt yêt ot ôt ơt ut uôt ưt ươt oat oăt oet uât uyêt uyt'.split(
    ' ',
  );
const syllables = onsets.flatMap((onset) =>
  rhymes.flatMap((rhyme) =>
    ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'].flatMap((tone) => {
      const plain = onset + rhyme;
      return toneLetters(plain)
        .map((at) => `${plain.slice(0, at + 1)}${tone}${plain.slice(at + 1)}`.normalize('NFC'))
        .filter(isSyllable);
    }),
  ),
);

describe('every syllable of Vietnamese', () => {
  it('comes back from VIQR, small and in capitals', () => {
    expect(syllables.length).toBeGreaterThan(15_000);
    const wrong = syllables
      .flatMap((syllable) => [syllable, syllable.toUpperCase()])
      .filter((syllable) => decode(`${viqrOf(syllable)} va`) !== `${syllable} va`);
    expect(wrong).toEqual([]);
  });
  it('comes back in a line of several', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 12 }), (words) => {
        expect(decode(viqrOf(words.join(' ')))).toBe(words.join(' '));
      }),
    );
  });
  it('and no text of any signs makes it fail', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters, ..."^(+'`?~.\\ 1@/-"), { maxLength: 60 }), (typed) => {
        expect(typeof decode(typed.join(''))).toBe('string');
      }),
    );
  });
});

describe('files of VIQR', () => {
  const lines = [around, "Quye^'t ddi.nh so^' 12/QDD-UBND nga`y 15/8/2001.", 'Contact: van.phong@example.vn'];
  const meant = [meantAround, 'Quyết định số 12/QĐ-UBND ngày 15/8/2001.', 'Contact: van.phong@example.vn'];
  const read = (text: string, name: string) => readDocument({ bytes: Buffer.from(text), name });
  it.each([
    ['a.txt', lines.join('\n')],
    ['a.html', `<html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`],
    ['a.rtf', `{\\rtf1\\ansi ${lines.join('\\par ')}\\par}`],
    [
      'a.eml',
      `From: a@example.vn\nSubject: Ba'o ca'o\nMIME-Version: 1.0\nContent-Type: text/plain\n\n${lines.join('\n')}\n`,
    ],
  ])('%s', async (name, text) => {
    const document = await read(text, name);
    expect(document.text.split('\n').slice(-3)).toEqual(meant);
    expect(document.warnings.map(({ code }) => code)).toContain('ingest/from-viqr');
  });
});
