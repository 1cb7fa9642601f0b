import { describe, expect, it } from 'vitest';
import { placeWords } from '../../../src/ingest/ocr/place-words.js';
import { readHocr } from '../../../src/ingest/ocr/read-hocr.js';

const hocr = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title></head><body>
 <div class='ocr_page' id='page_1' title='image "x"; bbox 0 0 1000 1400; ppageno 0'>
  <div class='ocr_carea' title="bbox 90 100 500 140"><p class='ocr_par' title="bbox 90 100 500 140">
   <span class='ocr_line' title="bbox 90 100 490 140; baseline 0.01 -10; x_size 40; x_descenders 9; x_ascenders 10">
    <span class='ocrx_word' title='bbox 90 100 200 131; x_wconf 96'>Kế</span>
    <span class='ocrx_word' title='bbox 210 100 300 140; x_wconf 91'><strong>hoạch</strong></span>
    <span class='ocrx_word' title='bbox 310 100 490 140; x_wconf 12'> </span>
   </span>
   <span class='ocr_header' title="bbox 90 200 490 240; baseline 0 0"><span class='ocrx_word' title='bbox 90 200 490 240; x_wconf 50'>R&amp;D</span></span>
   <span class='ocr_line' title="bbox 0 0 1 1"></span>
  </p></div></div></body></html>`;

describe('readHocr', () => {
  it('gives lines with their words, boxes, certainty and baseline; empty words and lines are left out', () => {
    expect(readHocr(hocr)).toEqual([
      {
        baseline: 132,
        slope: 0.01,
        height: 40,
        words: [
          { text: 'Kế', confidence: 0.96, left: 90, top: 100, right: 200, bottom: 131 },
          { text: 'hoạch', confidence: 0.91, left: 210, top: 100, right: 300, bottom: 140 },
        ],
      },
      {
        baseline: 240,
        slope: 0,
        height: 40,
        words: [{ text: 'R&D', confidence: 0.5, left: 90, top: 200, right: 490, bottom: 240 }],
      },
    ]);
  });

  it.each([
    ['93/QĐÐ-UBND', '93/QĐ-UBND'],
    ['93/QÐĐ-UBND', '93/QĐ-UBND'],
    ['QÐ', 'QĐ'],
    ['ðường', 'đường'],
    ['QĐĐT', 'QĐĐT'],
  ])('reads %s as %s', (read, meant) => {
    const [line] = readHocr(hocr.replace('Kế', read));
    expect(line!.words[0]!.text).toBe(meant);
  });

  it('gives the letters of a word where the program says them', () => {
    const letter = (text: string, left: number) =>
      `<span class='ocrx_cinfo' title='x_bboxes ${left} 100 ${left + 20} 131; x_conf 99'>${text}</span>`;
    const [line] = readHocr(hocr.replace('>Kế<', `>${letter('K', 90)} ${letter('ế', 115)}<`));
    expect(line!.words[0]).toMatchObject({
      text: 'Kế',
      letters: [
        { text: 'K', left: 90, right: 110 },
        { text: 'ế', left: 115, right: 135 },
      ],
    });
  });

  it('refuses what is cut short', () => {
    expect(() => readHocr(hocr.slice(0, 900))).toThrow();
  });
});

describe('placeWords', () => {
  const word = (text: string, left: number) => ({ text, confidence: 0.9, left, top: 10, right: left + 20, bottom: 20 });

  it('ties each word of the text to its box, in the order they were read, and skips what was joined', () => {
    const text = 'số 12 và số 13 liên-tục';
    const read = {
      by: 'tesseract 5.3.0',
      confidence: 0.91234,
      words: [word('số', 1), word('12', 30), word('và', 60), word('số', 90), word('13', 120), word('liên-', 150)],
    };
    expect(placeWords(read, text, [{ start: 0, end: text.length }])).toEqual({
      by: 'tesseract 5.3.0',
      confidence: 0.912,
      words: [
        [0, 2, 90, 1, 10, 20, 10],
        [3, 5, 90, 30, 10, 20, 10],
        [6, 8, 90, 60, 10, 20, 10],
        [9, 11, 90, 90, 10, 20, 10],
        [12, 14, 90, 120, 10, 20, 10],
      ],
    });
  });
});
