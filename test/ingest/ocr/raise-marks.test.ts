import { describe, expect, it } from 'vitest';
import { raiseMarks } from '../../../src/ingest/ocr/raise-marks.js';
import { block, drawWord, lineOf, paper, readerOf } from './drawn-lines.js';

/** One word on a line, with others around it, read once more as `again`: shapes of its context, then the mark. */
async function marked(shapes: string, letters: readonly string[], again: readonly string[]): Promise<string> {
  const image = paper(1200, 300);
  const before = drawWord(image, 100, 150, 'nnn', ['n', 'ă', 'm']);
  const word = drawWord(image, 250, 150, shapes, letters);
  const after = drawWord(image, 700, 150, 'nn', ['v', 'à']);
  const [line] = await raiseMarks(readerOf(again), image, [lineOf(150, before, word, after)], 1000);
  return line!.words.map(({ text }) => text).join(' ');
}

describe('the mark of a note on a picture', () => {
  it.each<[what: string, shapes: string, letters: string[], again: string[], text: string]>([
    ['a figure more', 'nnnn¹', ['2', '0', '1', '2', '1'], ['2', '0', '1', '2', '1'], 'năm 2012¹ và'],
    ['another figure', 'nnnn¹,', ['2', '0', '2', '3', '9', ','], ['2', '0', '2', '3', '6'], 'năm 2023⁶, và'],
    ['a quotation mark', 'nnnn¹', ['t', 'i', 'ế', 't', '”'], ['t', 'i', 'ế', 't', '2'], 'năm tiết² và'],
    ['nothing', 'nnnn¹;', ['N', 'g', 'ã', 'i', '', ';'], ['N', 'g', 'ã', 'i', '4'], 'năm Ngãi⁴; và'],
    ['two signs', 'nn¹¹:', ['s', 'ố', '!', '?', ':'], ['s', 'ố', '1', '0'], 'năm số¹⁰: và'],
    ['a stroke', 'nnnn¹', ['2', '0', '1', '2', "'"], ['2', '0', '1', '2', 'I'], 'năm 2012¹ và'],
  ])('is one, though it was read as %s', async (_, shapes, letters, again, text) => {
    expect(await marked(shapes, letters, again)).toBe(text);
  });

  it.each<[what: string, shapes: string, letters: string[], again: string[]]>([
    ['figures of the number itself', 'nnnnn', ['2', '0', '1', '2', '1'], ['9']],
    ['a raised sign that is no figure', 'nn¹', ['b', 'a', '”'], ['b', 'a', '”']],
    ['a raised naught', 'nn¹', ['3', '0', '°'], ['3', '0', '0']],
    ['a comma', 'nn,', ['1', '2', ','], ['9']],
  ])('is not %s', async (_, shapes, letters, again) => {
    expect(await marked(shapes, letters, again)).toBe(`năm ${letters.join('')} và`);
  });

  it('stands at the head of a note, where the program sees none', async () => {
    const image = paper(1200, 300);
    block(image, 66, 104, 78, 130);
    const word = drawWord(image, 86, 150, 'nnnn', ['L', 'u', 'ậ', 't']);
    const [line] = await raiseMarks(readerOf(['1', 'L', 'u', 'ậ', 't']), image, [lineOf(150, word)], 1000);
    expect(line!.words.map(({ text }) => text)).toEqual(['¹Luật']);
  });

  it('costs no reading where nothing is raised', async () => {
    const image = paper(600, 300);
    const lines = [lineOf(150, drawWord(image, 100, 150, 'nnnn', ['2', '0', '1', '2']))];
    const never = { ...readerOf([]), recognise: () => Promise.reject(new Error('read again')) };
    expect(await raiseMarks(never, image, lines, 1000)).toBe(lines);
  });
});
