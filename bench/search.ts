// How fast an archive of N reports answers, and what its index and exports cost:
//   npx tsx bench/search.ts [N=10000] [--engines embedded,server] [--keep FOLDER] [--only check,load,settle,graph,numbers,words,index,export]
// The reports are written (large/write-report.ts, fifty mentions each) and go through the stages; their rows go into the
// tables by bulk copies (large/load-archive.ts). With --keep the archive stays, and the next run finds it there. A server is
// DATABASE_URL's, in a database of the bench's own. Absolute figures are those of the machine and the day.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type Archive, openArchive } from '../src/store/index.js';
import { type ReportTable, reportTables } from '../src/store/prepare-report.js';
import { electAll, loadArchives } from './large/load-archive.js';
import { makeReport } from './large/make-rows.js';
import { numberQueries } from './large/number-queries.js';
import { watched } from './large/usage.js';
import { writeReport } from './large/write-report.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engines: { type: 'string', default: 'embedded,server' },
    keep: { type: 'string' },
    only: { type: 'string', default: 'check,load,settle,graph,numbers,words,index,export' },
    each: { type: 'string', default: '200' },
  },
});
const count = Number(positionals[0] ?? '10000');
const only = new Set(values.only.split(','));
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'trichluc-bench-'));
mkdirSync(folder, { recursive: true });
const serverUrl = process.env['DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

async function administer(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

/** An archive of one engine with a way to its tables. */
interface Place {
  readonly engine: string;
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly archive: Archive;
  readonly db: pg.Pool;
}

async function openPlace(engine: string, name: string): Promise<Place> {
  const database = `trichluc_bench_${name}`;
  const own = join(folder, `${engine}-${name}`);
  let databaseUrl: string | undefined;
  if (engine === 'server') {
    if ((await administer(`select 1 from pg_database where datname = '${database}'`)).length === 0)
      await administer(`create database ${database} template template0 encoding 'UTF8'`);
    const url = new URL(serverUrl);
    url.pathname = `/${database}`;
    databaseUrl = url.href;
  }
  const archive = await openArchive({
    folder: own,
    now: () => new Date(),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  const db = new pg.Pool({ ...archive.queueConnection(), max: 2 });
  db.on('error', () => {});
  return { engine, folder: own, databaseUrl, archive, db };
}

async function closePlace({ archive, db }: Place): Promise<void> {
  await db.end();
  await archive.close();
}

async function dropPlace({ engine, folder: own }: Place, name: string): Promise<void> {
  rmSync(own, { recursive: true, force: true });
  if (engine === 'server') await administer(`drop database if exists trichluc_bench_${name} with (force)`);
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const load = (): string => `load ${loadavg()[0]!.toFixed(1)}`;
const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);

async function fill(places: readonly Place[]): Promise<void> {
  const counts = await Promise.all(
    places.map(({ db }) => db.query<{ count: number }>('select count(*)::int as count from trichluc.report')),
  );
  const from = Math.min(...counts.map(({ rows }) => rows[0]!.count));
  if (from >= count) return;
  const start = performance.now();
  const dbs = places.map(({ db }) => db);
  const mentions = await loadArchives(dbs, { from, to: count }, (done) => {
    if (done % 1000 === 0) process.stderr.write(`${from + done} reports, ${seconds(start)}, ${load()}\n`);
  });
  console.log(`${count - from} reports with ${mentions} mentions loaded in ${seconds(start)}`);
  for (const { db, engine } of places) {
    await db.query('truncate trichluc.legal_document, trichluc.document_form');
    const electing = performance.now();
    const documents = await electAll(db, () => {});
    await db.query(`select setval(pg_get_serial_sequence('trichluc.report', 'id'), ${count})`);
    console.log(`${engine}: ${documents} documents elected in ${seconds(electing)}; ${load()}`);
  }
}

/** The bulk copies against the store's own way of storing a report, table by table, row by row. */
async function check(engine: string): Promise<void> {
  const reports = 60;
  const rowsOf: string[][] = [];
  for (const way of ['copied', 'imported']) {
    const place = await openPlace(engine, `check_${way}`);
    try {
      if (way === 'copied') {
        await loadArchives([place.db], { from: 0, to: reports }, () => {});
        await electAll(place.db, () => {});
      } else
        for (let index = 0; index < reports; index += 1) {
          const { name, text } = writeReport(index);
          const { report } = await place.archive.takeIn({ path: `/${name}`, name, bytes: Buffer.from(text) });
          await place.archive.replaceReport(report.id, (await makeReport(index)).prepared);
        }
      const rows: string[] = [];
      for (const [table, columns] of Object.entries(compared)) {
        const found = await place.db.query<{ row: string }>(
          `select row(${columns})::text as row from trichluc.${table} t
             ${columns.startsWith('r.') ? 'join trichluc.report r on r.id = t.report_id' : ''} order by 1`,
        );
        rows.push(...found.rows.map(({ row }) => `${table} ${row}`));
      }
      rowsOf.push(rows);
    } finally {
      await closePlace(place);
      await dropPlace(place, `check_${way}`);
    }
  }
  const [copied, imported] = rowsOf;
  const different = imported!.findIndex((row, at) => row !== copied![at]);
  if (different >= 0 || copied!.length !== imported!.length)
    throw new Error(`The copies are not what an import stores:\n${copied![different]}\n${imported![different]}`);
  console.log(`${engine}: the ${imported!.length} rows of ${reports} reports are those that the store writes itself`);
}
const ofReport = (table: ReportTable): string =>
  `r.sha256, ${Object.keys(reportTables[table])
    .map((name) => `t.${name}`)
    .join(', ')}`;
const compared: Readonly<Record<string, string>> = {
  ...Object.fromEntries((Object.keys(reportTables) as ReportTable[]).map((table) => [table, ofReport(table)])),
  report_text: 'r.sha256, t.text, t.pages',
  report_path: 'r.sha256, t.path_hash, t.path',
  report: `t.sha256, t.name, t.media_type, t.bytes, t.state, t.page_count, t.type, t.number, t.number_folded, t.issuer,
    t.issued_on, t.title, t.header, t.self_key, t.self, t.diagnostics, t.row_counts`,
  document_vote: 't.key, t.kind, t.value_hash, t.value, t.votes, t.citing, t.citations',
  legal_document: 't.*',
  document_form: 't.*',
};

async function measureNumbers({ archive, db, engine }: Place): Promise<void> {
  const queries = await numberQueries(db, Number(values.each));
  const show = (kind: string, passes: readonly (readonly number[])[], more: string): void =>
    console.log(
      `  ${kind.padEnd(18)} ${passes
        .map((times) => times.toSorted((a, b) => a - b))
        .map((times, pass) => `${pass === 0 ? 'first' : 'again'} p50 ${at(times, 0.5)} p99 ${at(times, 0.99)} ms`)
        .join(', ')}  of ${passes[0]!.length}${more}`,
    );
  const all: number[][] = [[], []];
  console.log(`${engine}, ${count} reports: number search, ${load()}`);
  for (const [kind, list] of queries) {
    const passes: number[][] = [[], []];
    let found = 0;
    // The second time the pages are in memory, as they are in a program that has run for a while.
    for (const [pass, times] of passes.entries())
      for (const { text, key } of list) {
        const start = performance.now();
        const hits = await archive.searchNumbers(text, { limit: 20 });
        times.push(performance.now() - start);
        if (pass === 0 && hits.some(({ document }) => document.key === key)) found += 1;
      }
    for (const [pass, times] of passes.entries()) all[pass]!.push(...times);
    show(kind, passes, `; among the first 20: ${((100 * found) / Math.max(1, list.length)).toFixed(0)} %`);
  }
  show('all', all, `; ${load()}`);
}

const wordQueries = [
  'giảm nghèo bền vững',
  'giam nghe ben vung',
  '"giảm nghèo bền vững"',
  '"chuyển đổi số" lâm đồng',
  'lưu trữ lịch sử quảng ngãi',
  '1085/QĐ-UBND',
  '"Quyết định số 712/QĐ-UBND"',
  'sinh kế vùng cao phòng cháy',
  'kinh phí tỷ đồng',
  'không có từ nào như thế',
];

async function measureWords({ archive, engine }: Place): Promise<void> {
  console.log(`${engine}, ${count} reports: word search, ${load()}`);
  for (const query of wordQueries) {
    const times: number[] = [];
    let hits = 0;
    for (let each = 0; each < 5; each += 1) {
      const start = performance.now();
      hits = (await archive.searchText(query, { limit: 20 })).hits.length;
      times.push(performance.now() - start);
    }
    const first = times[0]!;
    times.sort((a, b) => a - b);
    console.log(`  ${query.padEnd(34)} first ${first.toFixed(0)} ms, then ${at(times, 0.5)} ms; ${hits} hits`);
  }
}

/** What other reports settle: the first time for all reports, then after one is taken out. */
async function measureSettling({ archive, engine, db }: Place): Promise<void> {
  const whole = performance.now();
  await archive.settleMentions();
  const all = seconds(whole);
  const { rows } = await db.query<{ state: string; count: number }>(
    'select state, count(*)::int as count from trichluc.settlement group by state order by state',
  );
  const told = rows.map(({ state, count: mentions }) => `${mentions} ${state}`).join(', ');
  await db.query("insert into trichluc.settlement_due (report_id, gone) select id, '{}' from trichluc.report limit 1");
  const one = performance.now();
  await archive.settleMentions();
  console.log(`${engine}, ${count} reports: settled in ${all} (${told}); once more for one report ${seconds(one)}`);
}

async function measureGraph({ archive, engine }: Place): Promise<void> {
  console.log(`${engine}, ${count} reports: questions, ${load()}`);
  const [first] = await archive.graph.mostCited({ limit: 1 });
  const [report] = await archive.reports({ limit: 1 });
  const questions: Readonly<Record<string, () => Promise<unknown>>> = {
    'most cited': () => archive.graph.mostCited(),
    'most cited in 2023': () => archive.graph.mostCited({ citedIn: 2023 }),
    'red links': () => archive.graph.redLinks(),
    'rests on': () => archive.graph.restsOn(report!.id),
    'path to the law': () => archive.graph.pathTo(report!.id),
    'cited together with the most cited': () => archive.graph.citedTogether(first!.document.key),
    'out of force': () => archive.graph.staleBases(),
    'who cites the most cited': () => archive.legalDocument(first!.document.key),
  };
  for (const [name, ask] of Object.entries(questions)) {
    const times: number[] = [];
    for (let each = 0; each < 5; each += 1) {
      const start = performance.now();
      await ask();
      times.push(performance.now() - start);
    }
    const [cold] = times;
    times.sort((a, b) => a - b);
    console.log(`  ${name.padEnd(36)} first ${cold!.toFixed(0)} ms, then ${at(times, 0.5)} ms`);
  }
}

/** The command itself, in a process of its own, as a person runs it. */
async function measureCommand({ folder: own, databaseUrl }: Place, args: readonly string[]): Promise<void> {
  const out = join(own, 'out');
  const cli = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js');
  const run = await watched(process.execPath, [cli, ...args, '--out', out, '--archive', own], {
    ...process.env,
    DATABASE_URL: databaseUrl ?? '',
  });
  const size = existsSync(out) && statSync(out).isFile() ? `${(statSync(out).size / 1e6).toFixed(0)} MB` : '';
  console.log(
    `  ${args.join(' ').padEnd(26)} ${run.seconds.toFixed(1)} s, peak ${run.peakMb.toFixed(0)} MB ${size}` +
      (run.status === 0 ? '' : `  FAILED with ${run.status}: ${run.errors.slice(-300)}`),
  );
  rmSync(out, { recursive: true, force: true });
}

const engines = values.engines.split(',');
const places: Place[] = [];
try {
  if (only.has('check')) for (const engine of engines) await check(engine);
  for (const engine of engines) places.push(await openPlace(engine, String(count)));
  if (only.has('load')) await fill(places);
  for (const place of places) {
    if (only.has('settle')) await measureSettling(place);
    if (only.has('graph')) await measureGraph(place);
    if (only.has('numbers')) await measureNumbers(place);
    if (only.has('words')) await measureWords(place);
  }
  for (const place of places) await closePlace(place);
  console.log(`peak of this process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  for (const place of places)
    for (const [command, formats] of [
      ['index', ['html', 'docx', 'xlsx', 'csv', 'json']],
      ['export', ['jsonld', 'graphml', 'rico', 'csv', 'xlsx']],
    ] as const)
      if (only.has(command)) {
        console.log(`${place.engine}, ${count} reports: ${command}, ${load()}`);
        for (const format of formats) await measureCommand(place, [command, '--format', format]);
      }
} finally {
  if (values.keep === undefined) for (const place of places) await dropPlace(place, String(count));
}
