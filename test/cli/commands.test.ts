import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, smallReport, Workplace } from './trichluc.js';

const place = new Workplace();
let imported: Ended;
const isRoot = process.getuid?.() === 0;

beforeAll(async () => {
  mkdirSync(`${place.folder}/in/sub`, { recursive: true });
  place.write('in/mot.txt', smallReport(1));
  place.write('in/sub/hai.txt', smallReport(2));
  place.write('in/sub/hai-ban-sao.txt', smallReport(2));
  place.write('in/trong.docx', '');
  place.write('in/hong.pdf', '%PDF-1.7\nnothing more');
  place.write('in/.hidden', 'x');
  place.write('in/~$mot.docx', 'x');
  symlinkSync('/nowhere/at/all', `${place.folder}/in/lost.txt`);
  mkdirSync(`${place.folder}/in/closed`);
  chmodSync(`${place.folder}/in/closed`, 0);
  imported = await place.run('import', 'in', 'not-there.txt', '--json');
  await place.keepOpen();
});
afterAll(() => {
  chmodSync(`${place.folder}/in/closed`, 0o700);
  return place.remove();
});

describe('import', () => {
  it('takes in what can be read, says what cannot and why, and ends with 1', () => {
    expect(imported.status).toBe(1);
    const summary = JSON.parse(imported.out);
    const outcomes = Object.fromEntries(
      summary.files.map((file: { path: string; outcome: string; failure: { code: string } | null }) => [
        file.path.slice(place.folder.length + 1),
        file.failure?.code ?? file.outcome,
      ]),
    );
    expect(outcomes).toEqual({
      'in/mot.txt': 'new',
      'in/sub/hai-ban-sao.txt': expect.stringMatching(/^(new|duplicate)$/),
      'in/sub/hai.txt': expect.stringMatching(/^(new|duplicate)$/),
      'in/trong.docx': 'empty',
      'in/hong.pdf': expect.stringMatching(/^(corrupt|unsupported-format)$/),
      'in/lost.txt': 'vanished',
      'not-there.txt': 'vanished',
      ...(isRoot ? {} : { 'in/closed': 'unreadable' }),
    });
    expect(summary).toMatchObject({ new: 2, duplicate: 1, failed: isRoot ? 4 : 5, waiting: 0, skipped: 2 });
  });

  it('the second time finds everything there, and what failed still failing', async () => {
    const again = await place.run('import', 'in');
    expect(again.status).toBe(1);
    expect(again.out).toMatch(/│ new +│ +0 │/);
    expect(again.out).toMatch(/│ duplicate +│ +3 │/);
    expect(again.out).toContain('vanished');
    expect(again.out).not.toContain('\u001b[');
  });

  it('ends with 0 when nothing failed', async () => {
    expect((await place.run('import', 'in/mot.txt')).status).toBe(0);
  });
});

describe('search', () => {
  it.each([['1085/QĐ-UBND'], ['1085 qd ubnd'], ['QĐ 1085']])('finds the decision by %s', async (query) => {
    const { numbers } = await place.json('search', query, '--in', 'numbers');
    expect(numbers[0]).toMatchObject({ document: { number: '1085/QĐ-UBND' }, reports: 2, citations: 2 });
  });

  it('takes words from the command line as one query, and finds them without their marks', async () => {
    const { status, out } = await place.run('search', 'tap', 'huan', '--in', 'text');
    expect(status).toBe(0);
    expect(out).toContain('mot.txt');
    expect(out).toMatch(/«tập» ?«?huấn»|«tập huấn»/);
  });

  it('prints no more than --limit', async () => {
    expect((await place.json('search', 'tập huấn', '--in', 'text', '--limit', '1')).text).toHaveLength(1);
  });

  it('says so when there is nothing, and ends with 0', async () => {
    const { status, out, err } = await place.run('search', 'zzzzz', '--lang', 'vi');
    expect([status, out]).toEqual([0, '']);
    expect(err).toContain('Không tìm thấy "zzzzz"');
  });
});

describe('show', () => {
  it('a report: header, citations with role, figures', async () => {
    const { out } = await place.run('show', 'mot.txt', '--lang', 'vi');
    expect(out).toContain('1/BC-SNV');
    expect(out).toContain('Viện dẫn (2)');
    expect(out).toContain('1085/QĐ-UBND');
    expect(out).toContain('thực hiện');
  });

  it('a legal document: who cites it, in which role', async () => {
    const { report, document } = await place.json('show', '1085/QĐ-UBND');
    expect(report).toBeNull();
    expect(document.document.number).toBe('1085/QĐ-UBND');
    expect(document.citers.map(({ role }: { role: string }) => role)).toEqual(['implements', 'implements']);
    for (const { quote, sentence } of document.citers) {
      expect(sentence.text.length).toBeGreaterThan(quote.length);
      expect(sentence.text.slice(sentence.mark.start, sentence.mark.end)).toBe(quote);
    }
    const { out } = await place.run('show', '1085/QĐ-UBND');
    expect(out).toContain('Cited in 2 places of 2 reports');
  });

  it('ends with 1 for what is not there', async () => {
    const { status, err } = await place.run('show', 'khong-co.docx');
    expect(status).toBe(1);
    expect(err).toContain('"khong-co.docx"');
  });
});

describe('graph', () => {
  it('says what a report rests on', async () => {
    const { steps } = await place.json('graph', 'rests-on', 'mot.txt', '--depth', '1');
    expect(steps.map(({ how, to }: { how: string; to: { label: string } }) => [how, to.label])).toContainEqual([
      'implements',
      '1085/QĐ-UBND',
    ]);
    const { out } = await place.run('graph', 'rests-on', 'mot.txt', '--lang', 'vi');
    expect(out).toMatch(/1\/BC-SNV +│ thực hiện +│ 1085\/QĐ-UBND/);
  });

  it('lists what is cited most, and what the archive lacks', async () => {
    const { documents } = await place.json('graph', 'most-cited', '--limit', '1');
    expect(documents).toMatchObject([{ document: { number: '1085/QĐ-UBND' }, reports: 2, citations: 2 }]);
    expect((await place.run('graph', 'red-links', '--type', 'QĐ')).out).toContain('1085/QĐ-UBND');
    expect((await place.run('graph', 'red-links', '--type', 'NĐ', '--lang', 'vi')).out).toBe('Không có.\n');
  });

  it('ends with 1 for what is not there, and with 2 for a question that is none', async () => {
    expect((await place.run('graph', 'rests-on', 'khong-co.docx')).status).toBe(1);
    expect((await place.run('graph', 'path', 'mot.txt', '999/QĐ-XYZ')).status).toBe(1);
    expect((await place.run('graph', 'why')).status).toBe(2);
    expect((await place.run('graph', 'rests-on', 'mot.txt', '--depth', 'deep')).status).toBe(2);
  });
});

describe('index', () => {
  it('csv on the standard output', async () => {
    const { out } = await place.run('index', '--format', 'csv');
    const rows = parse(out, { bom: true, columns: true }) as { number: string; role: string }[];
    const [first, second, ...plans] = rows.map(({ number }) => number);
    expect([first, second]).toEqual(['1085/QĐ-UBND', '1085/QĐ-UBND']);
    expect(plans).toEqual([expect.stringMatching(/^0?1\/KH-UBND$/), expect.stringMatching(/^0?2\/KH-UBND$/)]);
  });

  it('html into a file', async () => {
    const { file, documents } = await place.json('index', '--out', 'index.html');
    expect([file, documents]).toEqual([`${place.folder}/index.html`, 3]);
  });
});

describe('index and export into files', () => {
  it('docx and xlsx, of the documents asked for', async () => {
    const { file, documents } = await place.json('index', '--format', 'docx', '--type', 'QĐ', '--out', 'index.docx');
    expect([file, documents]).toEqual([`${place.folder}/index.docx`, 1]);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    const sheets = await place.json('index', '--format', 'xlsx', '--issuer', 'khong co', '--out', 'index.xlsx');
    expect(sheets.documents).toBe(0);
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    ['jsonld', /"@context"/],
    ['graphml', /<graphml/],
    ['rico', /@prefix rico:/],
  ])('the graph as %s, twice the same', async (format, sign) => {
    await place.run('export', '--format', format, '--out', `one.${format}`);
    await place.run('export', '--format', format, '--out', `two.${format}`);
    const text = readFileSync(`${place.folder}/one.${format}`, 'utf8');
    expect(text).toMatch(sign);
    expect(text).toContain('1085/QĐ-UBND');
    expect(readFileSync(`${place.folder}/two.${format}`, 'utf8')).toBe(text);
  });
});

describe('confidence', () => {
  it('has two decimals in every table, and all of them in JSON', async () => {
    await place.run('export', '--format', 'csv', '--out', 'bang');
    const tables = ['citations', 'quantities'].map((key) => readFileSync(`${place.folder}/bang/${key}.csv`, 'utf8'));
    tables.push((await place.run('index', '--format', 'csv')).out);
    for (const table of tables) {
      const shown = (parse(table, { columns: true, bom: true }) as Record<string, string>[]).map(
        (row) => row['confidence'],
      );
      expect(shown).not.toEqual([]);
      for (const confidence of shown) expect(confidence).toMatch(/^[01]\.\d\d$/);
    }
    const { document } = await place.json('show', '1085/QĐ-UBND');
    expect(document.citers.map(({ confidence }: { confidence: number }) => String(confidence).length)).toContain(
      '0.123456'.length,
    );
  });
});

describe('extract', () => {
  it('prints the records of one file without an archive', async () => {
    const elsewhere = place.start(['extract', 'in/mot.txt', '--json'], { TRICHLUC_ARCHIVE: `${place.folder}/none` });
    const { status, out } = await elsewhere.ended;
    expect(status).toBe(0);
    const records = JSON.parse(out);
    expect(Object.keys(records)).toEqual(
      expect.arrayContaining(['document', 'header', 'citations', 'relations', 'quantities', 'awards']),
    );
    expect(records).toMatchObject({ document: 'mot', header: { number: '1/BC-SNV' } });
    expect(records.citations[0]).toMatchObject({ number: '1085/QĐ-UBND', role: 'implements', page: null });
  });

  it('prints the parts that a citation points at, the larger first', async () => {
    place.write('parts.txt', smallReport(3).replace('Quyết định', 'điểm a, b khoản 1, khoản 3 Điều 9 Quyết định'));
    const { citations } = JSON.parse((await place.run('extract', 'parts.txt', '--json')).out);
    expect(citations[0]).toMatchObject({
      provisions: ['điểm a', 'điểm b', 'khoản 1', 'khoản 3', 'Điều 9'],
      provisionTree: [{ unit: 'article', label: '9', children: [{ label: '1' }, { label: '3', children: [] }] }],
    });
    const { out } = await place.run('extract', 'parts.txt', '--lang', 'vi');
    expect(out.replace(/[│\s]+/g, ' ')).toContain('Điều 9');
  });

  it('--text prints the text as read', async () => {
    expect((await place.run('extract', 'in/mot.txt', '--text')).out).toContain('Sở đã mở 1 lớp tập huấn.');
  });

  it('ends with 1 and the code when the file cannot be read', async () => {
    const { status, out, err } = await place.run('extract', 'in/trong.docx', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ document: 'trong', failure: { code: 'empty' } });
    expect(err).toContain('trong.docx');
  });
});

describe('status, retry, rebuild, doctor', () => {
  it('status counts and lists what failed', async () => {
    const status = await place.json('status');
    expect(status.reports).toEqual({ 'taken-in': 0, processing: 0, done: 2, failed: 2 });
    expect(status.failed.map(({ name }: { name: string }) => name).sort()).toEqual(['hong.pdf', 'trong.docx']);
  });

  it('retry tries what failed and ends with 1 when it fails again', async () => {
    const all = await place.run('retry', '--json');
    expect(all.status).toBe(1);
    expect(JSON.parse(all.out).retried).toBe(2);
    expect((await place.json('retry', 'trong.docx')).retried).toBe(1);
  });

  it('rebuild gives the same index', async () => {
    const before = await place.run('index', '--format', 'csv');
    await place.letGo();
    const { status, err } = await place.run('rebuild');
    await place.keepOpen();
    expect(status, err).toBe(0);
    const after = await place.run('index', '--format', 'csv');
    expect(after.out).toBe(before.out);
  });

  it('doctor is content with this machine', async () => {
    const { status, out, err } = await place.run('doctor', '--json');
    expect(status, out + err).toBe(0);
    expect(JSON.parse(out).ok).toBe(true);
  });
});

describe('wrong use', () => {
  it.each([
    [['foo']],
    [['search']],
    [['search', 'x', '--in', 'somewhere']],
    [['search', 'x', '--limit', '0']],
    [['index', '--format', 'docx2']],
    [['status', '--lang', 'fr']],
  ])('%j ends with 2', async (words) => expect((await place.run(...words)).status).toBe(2));

  it('so does a variable that makes no sense', async () => {
    const { status, err } = await place.start(['status'], { TRICHLUC_THREADS: 'many' }).ended;
    expect(status).toBe(2);
    expect(err).toContain('TRICHLUC_THREADS');
  });

  it('an archive that is not there ends with 3', async () => {
    const { status, err } = await place.run('--archive', 'none', 'status');
    expect(status).toBe(3);
    expect(err).toContain(`${place.folder}/none`);
  });

  it.each([['status'], ['search', 'x'], ['show', 'x'], ['index']])(
    'so does a folder that is no archive, and %s makes none',
    async (...command) => {
      const folder = mkdtempSync(join(place.folder, 'empty-'));
      expect((await place.run('--archive', folder, ...command)).status).toBe(3);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('so does a server that is not there', async () => {
    const env = { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/none' };
    expect((await place.start(['status'], env).ended).status).toBe(3);
  });
});

describe('manners', () => {
  it('--help names the commands with examples, in the language of the locale', async () => {
    const english = await place.run('--help');
    expect(english.status).toBe(0);
    expect(english.out).toContain('$ trichluc import');
    const vietnamese = await place.start(['search', '--help'], { LANG: 'vi_VN.UTF-8' }).ended;
    expect(vietnamese.out).toContain('Ví dụ:');
    expect(vietnamese.out).toContain('--archive');
    expect(vietnamese.out).toContain('(mặc định: 20)');
    expect(vietnamese.out).not.toMatch(/default|choices|arguments/);
  });

  it.each([
    [['search'], "Lỗi: thiếu 'query'\n"],
    [['index', '--formt', 'x'], "Lỗi: không có tùy chọn '--formt'\n(Có phải là --format?)\n"],
    [
      ['index', '--format', 'pdf'],
      "Lỗi: '--format <format>' không nhận giá trị 'pdf'. Chỉ nhận: html, docx, xlsx, csv, json.\n",
    ],
    [['index', '--out'], "Lỗi: sau '--out <file>' còn thiếu giá trị\n"],
    [['serch', 'x'], "Lỗi: không có lệnh 'serch'\n(Có phải là search?)\n"],
    [['graph', 'together', 'a', 'b'], 'Lỗi: thừa tham số: cần 1, có 2.\n'],
  ])('says in the language of the locale what is wrong with %j', async (words, said) => {
    const { status, err } = await place.start(words, { LANG: 'vi_VN.UTF-8' }).ended;
    expect(status).toBe(2);
    expect(err).toBe(said);
  });

  it('--version prints the version alone', async () => {
    expect((await place.run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('bears a reader that goes away', async () => {
    const { child } = place.start(['index']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const status = await new Promise((resolve) => child.on('exit', resolve));
    expect(status).toBe(0);
  });
});
