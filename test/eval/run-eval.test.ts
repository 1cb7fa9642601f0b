import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runEval } from '../../src/eval/index.js';

const project = resolve(import.meta.dirname, '../..');

describe('npm run eval', () => {
  const work = mkdtempSync(join(tmpdir(), 'trichluc-eval-script-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  const run = async (...args: string[]) => {
    let [stdout, stderr] = ['', ''];
    const status = await runEval(args, {
      project,
      out: (text) => {
        stdout += text;
      },
      err: (text) => {
        stderr += text;
      },
      signal: new AbortController().signal,
    });
    return { stdout, stderr, status };
  };
  mkdirSync(join(work, 'labels', 'gold'), { recursive: true });
  mkdirSync(join(work, 'labels', 'corpus'), { recursive: true });
  mkdirSync(join(work, 'bare', 'gold'), { recursive: true });
  const gold = (name: string, citations: object[]) =>
    writeFileSync(join(work, 'labels', 'gold', `${name}.json`), JSON.stringify({ header: {}, citations }));
  const corpus = (name: string, text: string) => writeFileSync(join(work, 'labels', 'corpus', name), text);
  corpus('thang-ba.txt', 'Sở đã triển khai thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2023 của UBND tỉnh.\n');
  corpus('README.md', 'Thực hiện Kế hoạch số 99/KH-UBND.\n');
  const label = { kind: 'numbered', type: 'KH', number: '12/KH-UBND', date: '2023-03-05', issuer: 'UBND tỉnh' };
  gold('thang-ba', [
    { ...label, role: 'implements' },
    { ...label, number: '77/KH-UBND', quote: 'KH 77' },
  ]);

  it('scores a folder of labels, prints the misses and holds a mark', async () => {
    const { stdout, stderr, status } = await run(
      '--labels',
      join(work, 'labels'),
      '--misses',
      '--min',
      'citations=0.9',
    );
    expect(stdout).toContain('thang-ba  citations missed number|77/KH-UBND|2023-03-05  «KH 77»');
    expect(stdout).toMatch(/^citations {3}P 1\.000 {2}R 0\.500 {2}F1 0\.667 {3}gold 2 predicted 1 matched 1$/mu);
    expect(stdout).toMatch(/^attributes {2}citations\.type 1\.00 .*citations\.role 1\.00/mu);
    expect(stderr).toContain('falls short: citations F1 0.667 < 0.9');
    expect(status).toBe(1);
  });

  it('reads labels beside their texts, and prints what only some of them tell', async () => {
    const folder = join(work, 'together');
    mkdirSync(folder);
    writeFileSync(join(folder, 'thang-tu.txt'), 'Năm 2023, toàn xã có 12 hộ nghèo và 5 hộ cận nghèo.\n');
    const figure = { kind: 'count', unit: 'hộ', modifier: 'exact' };
    const quantities = [
      { ...figure, value: 12, indicator: 'hộ nghèo', period: '2023', basis: 'plan' },
      { ...figure, value: 5 },
    ];
    writeFileSync(join(folder, 'thang-tu.json'), JSON.stringify({ quantities }));
    const { stdout, status } = await run('--labels', folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^where told {2}quantities\.indicator 1\.000 of 1 {2}.*quantities\.period 1\.000 of 1 {2}quantities\.basis 0\.000 of 1$/mu,
    );
  });

  it('keeps what is found and compares with it by name', async () => {
    const saved = join(work, 'saved.json');
    const folder = join(work, 'labels', 'corpus');
    expect(await run('--save', saved, folder)).toMatchObject({ status: 0, stdout: '' });
    const baseline = JSON.parse(readFileSync(saved, 'utf8'));
    expect(baseline.reports).toHaveLength(1);
    const found = baseline.reports[0].records.citations[0];
    // As if the earlier rules had read the role otherwise and found one thing more.
    baseline.reports[0].records.citations = [
      { ...found, role: 'mentions' },
      { ...found, number: 'KH', quote: 'Kế', span: { start: 0, end: 2 } },
    ];
    writeFileSync(saved, JSON.stringify(baseline));

    const printed = await run('--baseline', saved, '--labels', join(work, 'labels'), folder);
    expect(printed.status).toBe(0);
    expect(printed.stdout).toContain('role: mentions → implements');
    expect(printed.stdout).toMatch(
      /~ citation .*«Kế hoạch số 12\/KH-UBND ngày 05\/3\/2023 của UBND tỉnh».* right now$/mu,
    );
    expect(printed.stdout).toMatch(/- citation .*«Kế» .* was wrong$/mu);
    expect(printed.stdout).toContain('citations   +0  -1  ~1   by the labels: 2 for the better, 0 for the worse');
    const asked = JSON.parse((await run('--baseline', saved, folder, '--json')).stdout);
    expect(asked.sums.citations).toMatchObject({ gained: 0, lost: 1, changed: 1 });
  });

  it.each([
    ['a folder without labels', ['--labels', join(work, 'bare')], /^No labels in /],
    ['a baseline that is not there', ['--baseline', join(work, 'none.json')], /^Cannot read the baseline .*--save/],
    ['a file that is no baseline', ['--baseline', join(work, 'labels', 'gold', 'thang-ba.json')], /is not a baseline/],
    ['two baselines', ['--baseline', 'a.json', '--against', 'main'], /not with both/],
    ['a revision that is not there', ['--against', 'no-such-branch'], /has no revision no-such-branch/],
    ['a folder that is not there', ['--save', join(work, 'x.json'), join(work, 'nowhere')], /^Cannot read .*ENOENT/],
    ['a mark of nothing', ['--min', 'headings=1'], /one of citations, /],
    ['an option that is not there', ['--agianst', 'main'], /unknown option '--agianst'/],
    ['files and nothing to compare them with', [join(work, 'labels', 'corpus')], /--against or --baseline/],
  ])('says what is wrong with %s', async (_, args, message) => {
    const { stderr, status } = await run(...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});
