/**
 * Syllables of Vietnamese as its spelling builds them: an onset, a rhyme, a tone. No list of words: a name or a rare
 * word is as good a syllable as any.
 *
 * @source Đoàn Thiện Thuật, Ngữ âm tiếng Việt; spelling rules of Decision 240/QĐ of 1984
 */
const onsets = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

const open =
  'a ai ao au ay âu ây e eo ê êu i ia iu iêu o oa oai oao oay oe oeo oi ô ôi ơ ơi u ua uê ui uơ uy uya uyu uây uôi ư ưa ưi ưu ươi ươu y yêu';
const nasal =
  'am ăm âm em êm im iêm yêm om ôm ơm um uôm ươm oam oăm an ăn ân en ên in iên yên on ôn ơn un uôn ươn oan oăn oen uân uyên uyn ' +
  'ang ăng âng eng iêng yêng ong oong ông ung uông ưng ương oang oăng uâng anh ênh inh oanh uênh uynh';
const stopped =
  'ac ăc âc ec iêc oc ooc ôc uc uôc ưc ươc oac oăc ach êch ich oach uêch uych ap ăp âp ep êp ip iêp op ôp ơp up ươp oap uyp ' +
  'at ăt ât et êt it iêt yêt ot ôt ơt ut uôt ưt ươt oat oăt oet uât uyêt uyt';

const front = /^[ieêy]/;

/** Whether an onset is spelt so before a rhyme: k, gh and ngh stand before i, e, ê and y, c, g and ng before the others. */
function fits(onset: string, rhyme: string): boolean {
  if (/^(?:iê|ye|yê)/.test(rhyme) && (rhyme[0] === 'y') !== (onset === '' || onset === 'qu')) return false;
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return front.test(rhyme);
  if (onset === 'c' || onset === 'ng') return !front.test(rhyme);
  if (onset === 'g') return !front.test(rhyme) || /^(?:i|in|iêng|iêt)$/.test(rhyme);
  if (onset === 'gi') return !rhyme.startsWith('i') && !rhyme.startsWith('y');
  if (onset === 'qu') return /^(?:[aăâeêiyơ]|ôc)/.test(rhyme);
  if (onset === 'p') return rhyme.length > 1 || front.test(rhyme) || rhyme === 'a' || rhyme === 'ô';
  return true;
}

/** Toneless syllables: those that take any tone, and those that end in a stop and take sắc or nặng alone. */
const free = new Set<string>();
const checked = new Set<string>();
for (const onset of ['', ...onsets]) {
  for (const rhyme of `${open} ${nasal}`.split(' ')) if (fits(onset, rhyme)) free.add(onset + rhyme);
  for (const rhyme of stopped.split(' ')) if (fits(onset, rhyme)) checked.add(onset + rhyme);
}
for (const rhyme of ['ynh', 'yn']) free.add(`qu${rhyme}`);
for (const rhyme of ['yt', 'ych']) checked.add(`qu${rhyme}`);

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A letter of small case without its tone, and the tone. */
const apart = new Map<string, readonly [letter: string, tone: string]>();

function takeApart(letter: string): readonly [letter: string, tone: string] {
  let known = apart.get(letter);
  if (known === undefined) {
    const parts = letter.normalize('NFD');
    const tone = parts.match(toneMarks)?.join('') ?? '';
    known = [tone === '' ? letter : parts.replace(toneMarks, '').normalize('NFC'), tone];
    apart.set(letter, known);
  }
  return known;
}

/**
 * Whether a word can be a Vietnamese syllable: "nghiệp", "Uỷ" and "hòa" are, "thưc" (a stop without sắc or nặng), "señor"
 * and "UBND" are not. Old and new placement of the tone are both right.
 *
 * @param word NFC, of any case
 */
export function isSyllable(word: string): boolean {
  if (word.length > 8) return false;
  let plain = '';
  let tone = '';
  for (const letter of word.toLowerCase()) {
    if (letter < '\u0080') plain += letter;
    else {
      const [base, mark] = takeApart(letter);
      if (mark !== '' && tone !== '') return false;
      plain += base;
      tone += mark;
    }
  }
  if (tone.length > 1) return false;
  return free.has(plain) || (checked.has(plain) && (tone === '\u0301' || tone === '\u0323'));
}
