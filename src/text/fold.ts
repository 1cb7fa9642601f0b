const đ = /[đĐÐð]/;

function foldUnit(character: string): string {
  if (đ.test(character)) return 'd';
  const folded = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  // A lone combining mark, "İ" and the like would change the length: they stay as they are.
  return folded.length === character.length ? folded : character;
}

const cache = new Map<string, string>();

/**
 * Folds case, tone and letter marks, and đ: "QUYẾT ĐỊNH" → "quyet dinh".
 *
 * @param text NFC
 * @returns a text of the same length in UTF-16 units, so that an offset into one is an offset into the other
 */
export function fold(text: string): string {
  // Most of a Vietnamese text is ASCII; only the rest is looked up.
  return text.toLowerCase().length === text.length
    ? text.toLowerCase().replace(/[^\x00-\x7f]/gu, (character) => {
        let folded = cache.get(character);
        if (folded === undefined) {
          folded = foldUnit(character);
          cache.set(character, folded);
        }
        return folded;
      })
    : Array.from(text, foldUnit).join('');
}

/** Folds to letters and digits only: "1085/QĐ-UBND" → "1085qdubnd". The form under which numbers are searched. */
export const foldKey = (text: string): string => fold(text.normalize('NFC')).replace(/[^\p{L}\p{N}]/gu, '');
