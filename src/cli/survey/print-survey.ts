import type { FailureCode } from '../../model/index.js';
import { printTable } from '../print-table.js';
import type { Context } from '../session.js';
import type { Estimate, Range } from './estimate-import.js';
import type { Findings, Secrecy } from './tally.js';

/** More lines than this tell nobody anything; `--json` has them all. */
const mostLines = 50;
const mostGroups = 20;

/** What `survey --json` prints. */
export function surveyRecord(findings: Findings, estimate: Estimate | null) {
  const byCount = <Key>(map: ReadonlyMap<Key, number>) => [...map].sort(([, a], [, b]) => b - a);
  return {
    files: findings.files,
    bytes: findings.bytes,
    toTake: findings.toTake,
    kinds: [...findings.kinds].sort(([, a], [, b]) => b.files - a.files).map(([format, kind]) => ({ format, ...kind })),
    failures: failureCounts(findings).map(([code, files]) => ({ code, files })),
    failed: [...findings.failed].sort((a, b) => (a.path < b.path ? -1 : 1)),
    recognition: findings.recognition,
    legacy: {
      files: findings.legacyFiles,
      encodings: byCount(findings.legacy).map(([encoding, files]) => ({ encoding, files })),
    },
    sameBytes: findings.sameBytes,
    inArchive: findings.inArchive,
    nearDuplicates: findings.near,
    sameTemplate: findings.sameTemplate,
    secrecy: Object.fromEntries(findings.secret),
    urgency: Object.fromEntries(findings.urgent),
    years: [...findings.years]
      .sort(([a], [b]) => ((a ?? '9999') < (b ?? '9999') ? -1 : 1))
      .map(([year, files]) => ({ year: year === null ? null : Number(year), files })),
    estimate,
  };
}

/** Tables of what there is and what to do about it, then how long an import takes. */
export function printSurvey(context: Context, findings: Findings, estimate: Estimate | null): string {
  return [
    printKinds(context, findings),
    printMatters(context, findings, estimate),
    printYears(context, findings),
    printFailed(context, findings),
    printLists(context, findings),
    printEstimate(context, findings, estimate),
  ].join('');
}

function printKinds({ terminal, messages: { survey, colCount } }: Context, { kinds, files, bytes }: Findings): string {
  const rows = [...kinds]
    .sort(([, a], [, b]) => b.files - a.files)
    .map(([format, kind]) => [format?.toUpperCase() ?? survey.unknownKind, String(kind.files), sizeOf(kind.bytes)]);
  return printTable(
    terminal,
    [{ title: survey.colKind }, { title: colCount, align: 'right' }, { title: survey.colSize, align: 'right' }],
    [...rows, [survey.all, String(files), sizeOf(bytes)]],
  );
}

function printMatters({ config, terminal, messages }: Context, findings: Findings, estimate: Estimate | null): string {
  const words = messages.survey;
  const { recognition, near, sameTemplate, sameBytes } = findings;
  const count = (sets: readonly (readonly string[])[]) => sets.reduce((sum, set) => sum + set.length, 0);
  const rows: string[][] = [];
  const add = (files: number, matter: string, found: string, toDo: string) => {
    if (files > 0) rows.push([matter, found, toDo]);
  };
  const scansToDo =
    config.ocr === 'never'
      ? words.scansOff
      : estimate?.recognition == null
        ? words.scansUntimed
        : words.scansToDo(words.time(estimate.recognition.least, estimate.recognition.most));
  add(recognition.files, words.scans, words.scansFound(recognition.files, recognition.pages), scansToDo);
  const encodings = [...findings.legacy].map(([name, files]) => `${name.toUpperCase()} ${files}`).join(', ');
  add(findings.legacyFiles, words.legacy, `${words.files(findings.legacyFiles)} (${encodings})`, words.legacyToDo);
  // The first of each set is no copy.
  const copies = count(sameBytes) - sameBytes.length;
  add(copies, words.same, words.files(copies), words.sameToDo);
  add(findings.inArchive.length, words.inArchive, words.files(findings.inArchive.length), words.inArchiveToDo);
  add(near.length, words.near, words.nearFound(count(near), near.length), words.nearToDo);
  add(
    sameTemplate.length,
    words.template,
    words.nearFound(count(sameTemplate), sameTemplate.length),
    words.templateToDo,
  );
  for (const grade of ['TUYỆT MẬT', 'TỐI MẬT', 'MẬT'] satisfies Secrecy[]) {
    const files = findings.secret.get(grade)?.length ?? 0;
    add(files, words.secrecy[grade], words.files(files), words.secretToDo);
  }
  for (const [mark, paths] of findings.urgent) add(paths.length, mark, words.files(paths.length), words.urgentToDo);
  for (const [code, files] of failureCounts(findings)) add(files, code, words.files(files), messages.failures[code]);
  if (rows.length === 0) return '';
  return printTable(
    terminal,
    [{ title: words.colMatter }, { title: words.colFound, share: 2 }, { title: words.colToDo, share: 4 }],
    rows,
  );
}

function printYears({ messages: { survey } }: Context, { years }: Findings): string {
  if (years.size === 0) return '';
  const shown = [...years]
    .sort(([a], [b]) => ((a ?? '9999') < (b ?? '9999') ? -1 : 1))
    .map(([year, files]) => `${year ?? survey.noYear}: ${files}`);
  return `${survey.years}: ${shown.join(' · ')}\n`;
}

function printFailed({ terminal, messages }: Context, { failed }: Findings): string {
  if (failed.length === 0) return '';
  const rows = [...failed]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .slice(0, mostLines)
    .map(({ path, code, message }) => [path, code, message]);
  const table = printTable(
    terminal,
    [{ title: messages.colFile, share: 3 }, { title: messages.colCode }, { title: messages.colReason, share: 3 }],
    rows,
  );
  const more = failed.length - mostLines;
  return `${table}${more > 0 ? `${messages.survey.andFiles(more)}\n` : ''}`;
}

function printLists({ messages: { survey } }: Context, { secret, near, sameBytes }: Findings): string {
  const lines: string[] = [];
  const marked = [...secret].flatMap(([grade, paths]) => paths.map((path) => `  ${grade}  ${plain(path)}`));
  if (marked.length > 0) {
    lines.push(`${survey.secretFiles}:`, ...marked.slice(0, mostLines));
    if (marked.length > mostLines) lines.push(survey.andFiles(marked.length - mostLines));
  }
  const groups = (title: string, sets: readonly (readonly string[])[]) => {
    if (sets.length === 0) return;
    lines.push(`${title}:`);
    for (const set of sets.slice(0, mostGroups)) {
      lines.push(...set.slice(0, mostLines).map((path, index) => `  ${index === 0 ? '•' : ' '} ${plain(path)}`));
      if (set.length > mostLines) lines.push(`    ${survey.andFiles(set.length - mostLines)}`);
    }
    if (sets.length > mostGroups) lines.push(survey.andGroups(sets.length - mostGroups));
  };
  groups(survey.sameGroups, sameBytes);
  groups(survey.nearGroups, near);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function printEstimate({ messages: { survey } }: Context, findings: Findings, estimate: Estimate | null): string {
  if (estimate === null) return `${findings.toTake === 0 ? survey.nothingToTake : survey.noEstimate}\n`;
  const { total, reading, recognition, threads } = estimate;
  const time = ({ least, most }: Range) => survey.time(least, most);
  const lines = [survey.total(time(total), threads)];
  if (reading !== null)
    lines.push(survey.readingBasis(time(reading), reading.timedFiles, megabytes(reading.timedBytes)));
  if (recognition !== null) {
    const { pages, timedPages, secondsAPage } = recognition;
    lines.push(survey.recognitionBasis(time(recognition), pages, timedPages, secondsAPage.toFixed(1)));
  }
  lines.push(survey.notIncluded);
  return `${lines.join('\n')}\n`;
}

function failureCounts({ failed }: Findings): [FailureCode, number][] {
  const counts = new Map<FailureCode, number>();
  for (const { code } of failed) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** A stranger's path on one line, without signs that would steer the terminal. */
const plain = (path: string): string => path.replace(/[\s\p{Cc}]+/gu, ' ');
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const sizeOf = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${megabytes(bytes)} MB`
      : `${(bytes / 1e9).toFixed(1)} GB`;
