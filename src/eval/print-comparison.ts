import type { Difference, Verdict } from './compare.js';
import type { Comparison } from './compare-runs.js';

const signs = { gained: '+', lost: '-', changed: '~' } as const;

/** What the labels say of it, in words. */
export function verdictWords(change: Difference['change'], verdict: Verdict): string {
  if (verdict === null) return '';
  if (change === 'lost') return verdict === 'right' ? 'LOST A RIGHT ONE' : 'was wrong';
  if (change === 'gained') return verdict === 'right' ? 'right' : 'WRONG';
  return { right: 'right now', wrong: 'WRONG NOW', neither: 'wrong as before' }[verdict];
}

const shorten = (words: string, length: number): string =>
  words.length <= length ? words : `${words.slice(0, length - 1)}…`;

/** Long titles and indicators are cut: the quote says which mention it is. */
const longestValue = 80;
const longestQuote = 160;

/** "role: mentions → implements"; what two long values begin with alike is left out. */
function printChange({ field, before, after }: Difference['fields'][number]): string {
  let alike = 0;
  while (alike < Math.min(before.length, after.length) && before[alike] === after[alike]) alike += 1;
  const from = Math.max(before.length, after.length) <= longestValue ? 0 : before.lastIndexOf(' ', alike) + 1;
  const value = (text: string) => {
    if (text === '') return '–';
    return `${from > 0 ? '… ' : ''}${shorten(text.slice(from), longestValue)}`;
  };
  return `${field}: ${value(before)} → ${value(after)}`;
}

function printDifference({ kind, change, where, quote, rule, fields, verdict }: Difference): string {
  const changes = change === 'changed' ? fields.map(printChange).join('; ') : '';
  const parts = [
    `  ${signs[change]} ${singular[kind]}`,
    where,
    quote === '' ? '' : `«${shorten(quote, longestQuote)}»`,
    changes,
    rule,
    verdictWords(change, verdict),
  ];
  return `${parts.filter((part) => part !== '').join('  ')}\n`;
}

const singular = {
  header: 'header',
  citations: 'citation',
  quantities: 'quantity',
  awards: 'award',
  relations: 'relation',
} as const;

/** Report by report, then the sums of each kind. */
export function printComparison({ baseline, differences, failures, reports, sums }: Comparison): string {
  const lines: string[] = [];
  let report = '';
  for (const difference of differences) {
    if (difference.report !== report) lines.push(`${difference.report}\n`);
    report = difference.report;
    lines.push(printDifference(difference));
  }
  for (const { name, before, after } of failures)
    lines.push(`${name}\n  ! ${before === null ? 'read before' : before} → ${after === null ? 'read now' : after}\n`);
  if (lines.length > 0) lines.push('\n');
  lines.push(`${reports} reports, against ${baseline}\n`);
  for (const [kind, { gained, lost, changed, right, wrong }] of Object.entries(sums)) {
    const judged = right + wrong > 0 ? `   by the labels: ${right} for the better, ${wrong} for the worse` : '';
    lines.push(`${kind.padEnd(11)} +${gained}  -${lost}  ~${changed}${judged}\n`);
  }
  return lines.join('');
}
