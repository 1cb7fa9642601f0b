import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelledExample } from '../../src/model/index.js';
import { Workplace } from './trichluc.js';

const place = new Workplace();
const report = (number: number, sentence: string): string =>
  `UBND TỈNH QUẢNG NAM\nSỞ NỘI VỤ\nSố: ${number}/BC-SNV\nQuảng Nam, ngày 05 tháng 12 năm 2022\n\nBÁO CÁO\nKết quả công tác năm 2022\n\n${sentence}\n`;
const shown = async (...words: string[]) => (await place.json('review', ...words)).items as ReviewLine[];
interface ReviewLine {
  readonly id: string;
  readonly reason: string;
  readonly code: string | null;
  readonly report: { readonly name: string } | null;
}

beforeAll(async () => {
  place.write('in-1.txt', report(1, 'Thực hiện Quyết định số 1085/QĐ-UBND ngày 15/8/2022 của UBND tỉnh Quảng Nam.'));
  place.write('in-2.txt', report(2, 'Thực hiện Quyết định số 1085/QĐ-UBND ngày 25/8/2022 của UBND tỉnh Quảng Nam.'));
  place.write('in-3.txt', report(3, 'Căn cứ Kế hoạch số 12/KH-UBND ngày 31/02/2022 của UBND tỉnh Quảng Nam.'));
  await place.run('import', 'in-1.txt', 'in-2.txt', 'in-3.txt');
  await place.keepOpen();
});
afterAll(() => place.remove());

describe('trichluc review', () => {
  it('lists what contradicts itself, and narrows', async () => {
    const all = await shown('--only', 'conflict');
    expect(all.map(({ code, report: of }) => [code, of?.name ?? null])).toEqual([
      ['date-conflict', null],
      ['impossible-date', 'in-3.txt'],
    ]);
    expect(await shown('--only', 'conflict', '--report', 'in-3.txt')).toHaveLength(1);
    const { out } = await place.run('review', '--only', 'conflict', '--lang', 'vi');
    expect(out).toMatch(/một số, nhiều ngày[\s\S]*15\/8\/2022[\s\S]*in-1\.txt/);
  });

  it('corrects, tells who and why, undoes, and every command sees it', async () => {
    const id = (await shown('--report', 'in-3.txt'))[0]!.id;
    const words = ['--number', '13/KH-UBND', '--date', '28/2/2022', '--by', 'Lan', '--reason', 'xem bản gốc'];
    const { corrections } = await place.json('review', 'correct', id, ...words);
    expect(corrections[0]).toMatchObject({ by: 'Lan', reason: 'xem bản gốc' });
    expect(await shown('--report', 'in-3.txt')).toEqual([]);
    expect((await place.run('show', '13/KH-UBND')).out).toContain('2022-02-28');
    expect((await place.json('show', '12/KH-UBND')).document).toBeNull();
    await place.json('review', 'undo', corrections[0].id, '--by', 'Minh');
    expect(await shown('--report', 'in-3.txt')).toHaveLength(1);
    expect((await place.json('review', 'history')).corrections.map(({ state }: { state: string }) => state)).toEqual([
      'undone',
      'in-force',
    ]);
  });

  it('names a command that it does not have, and what an option takes', async () => {
    const said = async (...words: string[]) => (await place.run('review', ...words, '--lang', 'vi')).err.trim();
    expect(await said('frob')).toBe("Lỗi: không có lệnh 'frob'");
    expect(await said('--below', '2')).toBe("Lỗi: '--below <share>' không nhận giá trị '2'. Hãy ghi: 0 – 1");
  });

  it('puts the day of a document right, in every report', async () => {
    await place.json('review', 'correct', '1085/QĐ-UBND', '--date', '2022-08-15');
    expect((await shown('--only', 'conflict')).map(({ code }) => code)).toEqual(['impossible-date']);
    expect((await place.run('review', 'correct', '1085/QĐ-UBND', '--date', '2021-08-15')).status).toBe(2);
  });

  it('corrects a figure and an award as they are printed, and exports them as examples', async () => {
    const sentence =
      'Năm 2022 đã giải ngân 36,8 tỷ đồng vốn sự nghiệp. Có 03 tập thể được Chủ tịch UBND tỉnh tặng Bằng khen.';
    place.write('in-4.txt', report(4, sentence));
    const own = ['--archive', join(place.folder, 'figures')];
    await place.run(...own, 'import', 'in-4.txt');
    await place.keepOpen(join(place.folder, 'figures'));
    const { report: about, quantities, awards } = (await place.json(...own, 'show', 'in-4.txt')).report;
    const [figure, award] = [`q${quantities[0].span.start}`, `a${awards[0].span.start}`].map(
      (at) => `${about.id.slice(0, 8)}:${at}`,
    ) as [string, string];
    const change = (...words: string[]) => place.json(...own, 'review', 'correct', ...words, '--by', 'Lan');
    await change(figure, '--value', '38,6 tỷ đồng', '--basis', 'plan', '--indicator', 'vốn sự nghiệp');
    const { corrections } = await change(award, '--award', 'giấy khen', '--count', '5', '--grantor', '');
    const shownNow = (await place.json(...own, 'show', 'in-4.txt')).report;
    expect(shownNow.quantities[0]).toMatchObject({
      exact: '38600000000',
      unit: 'đồng',
      basis: 'plan',
      indicator: { words: 'vốn sự nghiệp' },
    });
    expect(shownNow.awards[0]).toMatchObject({ award: 'Giấy khen', count: 5, grantor: null });
    const lines = (await place.run(...own, 'review', 'export')).out.trimEnd().split('\n');
    expect(lines.map((line) => labelledExample.parse(JSON.parse(line)))).toMatchObject([
      {
        label: 'corrected',
        kind: 'quantity',
        found: { exact: '36800000000' },
        expected: { exact: '38600000000', basis: 'plan' },
      },
      { label: 'corrected', kind: 'award', found: { count: 3 }, expected: { award: 'Giấy khen', count: 5 } },
    ]);
    await place.run(...own, 'review', 'undo', corrections[0].id);
    expect((await place.json(...own, 'show', 'in-4.txt')).report.awards).toEqual(awards);
    for (const wrong of [
      [figure, '--number', '12/KH-UBND'],
      [award, '--value', '3'],
    ])
      expect((await place.run(...own, 'review', 'correct', ...wrong)).status).toBe(2);
  });

  it('writes decisions as examples that another archive takes in', async () => {
    const file = join(place.folder, 'quyet-dinh.jsonl');
    await place.run('review', 'export', '--out', file);
    const examples = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => labelledExample.parse(JSON.parse(line)));
    expect(examples.map(({ label, inForce }) => [label, inForce])).toEqual([
      ['corrected', false],
      [null, true],
      [null, true],
    ]);
    expect(examples[0]).toMatchObject({
      kind: 'citation',
      expected: { number: '13/KH-UBND', date: '2022-02-28' },
      found: { number: '12/KH-UBND' },
    });
    expect(examples[0]?.before).toContain('Căn cứ');
    const second = ['--archive', join(place.folder, 'second')];
    await place.run(...second, 'import', 'in-1.txt', 'in-2.txt', 'in-3.txt');
    await place.keepOpen(join(place.folder, 'second'));
    expect(await place.json(...second, 'review', 'import', file)).toMatchObject({ added: 3, known: 0 });
    expect(await place.json(...second, 'review', 'import', file)).toMatchObject({ added: 0, known: 3 });
    const { items } = await place.json(...second, 'review', '--only', 'conflict');
    expect(items.map(({ code }: ReviewLine) => code)).toEqual(['impossible-date']);
  });

  it.each([
    [['review', 'accept', 'deadbeef:c1']],
    [['review', 'correct', 'in-1.txt']],
    [['review', 'merge', '1085/QĐ-UBND', '1085/QĐ-UBND']],
    [['review', 'undo', 'ffffffff']],
    [['review', 'import', 'in-1.txt']],
    [['review', 'correct', '1085/QĐ-UBND', '--date', '31/02/2022']],
  ])('refuses %j', async (words) => {
    expect((await place.run(...words)).status).toBe(2);
  });
});

describe('what is sure, rejected, or named by its number', () => {
  const other = new Workplace();
  beforeAll(async () => {
    other.write('in-1.txt', report(1, 'Thực hiện Quyết định số 1085/QĐ-UBND ngày 15/8/2022 của UBND tỉnh Quảng Nam.'));
    other.write('in-2.txt', report(2, 'Thực hiện Quyết định số 1085/QĐ-UBND ngày 25/8/2022 của UBND tỉnh Quảng Nam.'));
    await other.run('import', 'in-1.txt', 'in-2.txt');
    await other.keepOpen();
  });
  afterAll(() => other.remove());

  it('lists everything of a report with its ids, so that what is sure can be put right', async () => {
    expect((await other.run('review', '--all')).status).toBe(2);
    const { mentions, total } = await other.json('review', '--report', 'in-1.txt', '--all', '--kind', 'citation');
    expect(total).toBe(1);
    expect(mentions[0]).toMatchObject({ kind: 'citation', record: { number: '1085/QĐ-UBND' } });
    expect((await other.json('review', 'show', mentions[0].id)).mention.id).toBe(mentions[0].id);
    expect((await other.run('review', '--report', 'in-1.txt', '--all')).out).toContain(mentions[0].id);
  });

  it('tells who rejected a mention and how to get it back, and takes it for no other', async () => {
    const { mentions } = await other.json('review', '--report', 'in-1.txt', '--all');
    const { id } = mentions[0];
    const { corrections } = await other.json('review', 'reject', id, '--by', 'Lan');
    for (const command of ['show', 'accept', 'reject']) {
      const { status, out, err } = await other.run('review', command, id, '--lang', 'vi');
      expect([status, out]).toEqual([2, '']);
      expect(err).toBe(`Lỗi: ${id} đã được Lan bỏ; lấy lại: trichluc review undo ${corrections[0].id}\n`);
    }
    await other.json('review', 'undo', corrections[0].id);
    expect((await other.json('review', 'show', id)).mention.id).toBe(id);
  });

  it('takes a document by its number too, and prints keys that can be copied', async () => {
    const { out } = await other.run('review', '--only', 'conflict');
    const [key] = /^\/akn\S+$/mu.exec(out)!;
    expect((await other.json('review', 'show', '1085/QĐ-UBND')).document.key).toBe(key);
    const { corrections } = await other.json('review', 'accept', '1085 qd ubnd');
    expect(corrections[0].decision).toEqual({ action: 'accept-document', key });
    await other.json('review', 'undo', corrections[0].id);
  });
});
