import { describe, expect, it } from 'vitest';
import { NearDuplicates, nearShare, type OwnMarks } from '../../src/text/near-duplicates.js';
import { sketchText } from '../../src/text/text-sketch.js';

const unknown: OwnMarks = { number: null, date: null };

/** A small generator with a fixed seed (mulberry32, public domain). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const syllables =
  'công tác cán bộ xã huyện tỉnh thực hiện kế hoạch chương trình mục tiêu giảm nghèo nông thôn mới đầu tư xây dựng trường học trạm y tế đường giao thông hộ dân vốn ngân sách giải ngân kết quả đạt được khó khăn vướng mắc kiến nghị đề xuất giải pháp'.split(
    ' ',
  );
const words = (count: number, random: () => number): string[] =>
  Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]!);

/** The words that a year's report shares with the next one's, and the figures that it does not. */
const yearly = (year: number, figures: readonly number[]): string =>
  `BÁO CÁO kết quả công tác năm ${year}. ${words(600, generator(1)).join(' ')}. ` +
  figures.map((figure, index) => `Chỉ tiêu thứ ${['nhất', 'hai', 'ba', 'tư'][index]} đạt ${figure} hộ.`).join(' ');

function groupsOf(texts: readonly (string | readonly [string, OwnMarks])[]) {
  const index = new NearDuplicates();
  for (const one of texts) {
    const [text, marks] = typeof one === 'string' ? [one, unknown] : one;
    const sketch = sketchText(text);
    if (sketch === null) throw new Error('too short a text for this test');
    index.add(sketch, marks);
  }
  return index.groups();
}

describe('nearly the same', () => {
  const text = yearly(2022, [318, 27, 1402, 56]);

  it.each([
    ['the same words', text],
    ['other capitals', text.toUpperCase()],
    [
      'without marks, as an old e-mail',
      text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'),
    ],
    ['other line breaks and signs', text.replaceAll(' ', '\n').replaceAll('.', ' ;')],
    ['a sentence more', `${text} Phòng xin trân trọng báo cáo và đề nghị xem xét.`],
    ['a word put right', text.replace('kết quả công tác', 'kết quả nhiệm vụ')],
  ])('%s', (_, other) => {
    expect(groupsOf([text, other])).toEqual({ near: [[0, 1]], sameTemplate: [] });
  });

  it.each([
    ['the draft, of which number and day are blank', { number: null, date: null }],
    ['the signed one', { number: '12/BC-UBND', date: '2022-12-05' }],
  ])('%s', (_, marks) => {
    const signed = { number: '12/BC-UBND', date: '2022-12-05' };
    expect(
      groupsOf([
        [text, signed],
        [text, marks],
      ]).near,
    ).toEqual([[0, 1]]);
  });
});

describe('not the same report', () => {
  const text = yearly(2022, [318, 27, 1402, 56]);

  it('the next year over the same template, whose figures are others', () => {
    expect(groupsOf([text, yearly(2023, [289, 31, 1397, 60])])).toEqual({ near: [], sameTemplate: [[0, 1]] });
  });

  it.each([
    ['number', { number: '13/BC-UBND', date: '2022-12-05' }],
    ['day', { number: '12/BC-UBND', date: '2022-12-06' }],
  ])('the same words and figures under another %s', (_, marks) => {
    const groups = groupsOf([
      [text, { number: '12/BC-UBND', date: '2022-12-05' }],
      [text, marks],
    ]);
    expect(groups).toEqual({ near: [], sameTemplate: [[0, 1]] });
  });

  it.each([
    ['another text', words(700, generator(7)).join(' ')],
    ['half of it anew', [...text.split(' ').slice(0, 320), ...words(300, generator(9))].join(' ')],
    ['a part of it', text.split(' ').slice(0, 300).join(' ')],
  ])('%s', (_, other) => {
    expect(groupsOf([text, other])).toEqual({ near: [], sameTemplate: [] });
  });

  it('a cover or a form of few words is not compared', () => {
    expect(sketchText('Báo cáo năm 2022 của Ủy ban nhân dân xã')).toBeNull();
    expect(sketchText('')).toBeNull();
  });
});

describe('many texts', () => {
  it('finds the copy of one among hundreds over one template', () => {
    const random = generator(3);
    const reports = Array.from({ length: 400 }, (_, report) =>
      yearly(
        2000 + (report % 25),
        Array.from({ length: 4 }, () => Math.floor(random() * 1e6)),
      ),
    );
    const copies = [17, 200, 399];
    const { near, sameTemplate } = groupsOf([...reports, ...copies.map((report) => `${reports[report]} Hết.`)]);
    expect(near).toEqual(copies.map((report, index) => [report, 400 + index]));
    expect(sameTemplate).toHaveLength(1);
  });

  it('says "near" of nine in ten shingles or more, wrong by no more than the sketch is', () => {
    const random = generator(5);
    const shinglesOf = (text: string) => {
      const all = text.split(' ');
      return new Set(all.slice(4).map((_, at) => all.slice(at, at + 5).join(' ')));
    };
    let said = 0;
    let right = 0;
    let farOff = 0;
    let missed = 0;
    for (let pair = 0; pair < 150; pair += 1) {
      const one = Array.from(
        { length: 800 },
        () => `${syllables[Math.floor(random() * syllables.length)]}${Math.floor(random() * 9)}x`,
      );
      const changes = Math.floor(random() * 30);
      const other = [...one];
      for (let change = 0; change < changes; change += 1) other[Math.floor(random() * other.length)] = `mới${change}`;
      const [a, b] = [shinglesOf(one.join(' ')), shinglesOf(other.join(' '))];
      const both = [...a].filter((shingle) => b.has(shingle)).length;
      const share = both / (a.size + b.size - both);
      const near = groupsOf([one.join(' '), other.join(' ')]).near.length > 0;
      if (near) said += 1;
      if (near && share >= nearShare) right += 1;
      if (near && share < nearShare - 0.06) farOff += 1;
      if (!near && share >= nearShare + 0.06) missed += 1;
    }
    expect(said).toBeGreaterThan(30);
    expect(right / said).toBeGreaterThanOrEqual(0.85);
    expect({ farOff, missed }).toEqual({ farOff: 0, missed: 0 });
  }, 30_000);

  it('takes time in proportion to the texts, all over one template or each its own', () => {
    const measure = (count: number) => {
      const index = new NearDuplicates();
      const sketch = sketchText(yearly(2022, [1, 2, 3, 4]))!;
      for (let text = 0; text < count; text += 1) {
        const own = sketch.slice();
        // Every second text is its own; the others share words and not the figures.
        if (text % 2 === 0) crypto.getRandomValues(own);
        else crypto.getRandomValues(own.subarray(240, 304));
        index.add(own, unknown);
      }
      const began = process.cpuUsage();
      index.groups();
      const { user, system } = process.cpuUsage(began);
      return user + system;
    };
    measure(500);
    expect(measure(8000) / measure(1000)).toBeLessThan(30);
  });
});
