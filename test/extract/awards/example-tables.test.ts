// Sentences as offices write them, construct by construct, in tables of text: «examples/*.txt».
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { Award } from '../../../src/model/index.js';
import type { Brief } from './awards-of-text.js';
import { readsAwards } from './reads-awards.js';

const linesOf = (name: string): string[] =>
  readFileSync(join(import.meta.dirname, 'examples', `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** «-» is none; «*» is not looked at. */
const told = <T>(cell: string | undefined, read: (words: string) => T): T | null | undefined =>
  cell === undefined || cell === '*' ? undefined : cell === '-' ? null : read(cell);

/** «award | count | percent | status | recipient | grantor», the last two where they matter. */
function briefOf(line: string): Brief {
  const [award, count, percent, status, recipient, grantor] = line.slice(2).split(' | ');
  const fields = {
    award: told(award, String),
    count: told(count, Number),
    percent: told(percent, Number),
    status: told(status, (words) => words as Award['status']),
    recipient: told(recipient, (words) => words as Award['recipient']),
    grantor: told(grantor, String),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Brief;
}

/** A text on a line, with «\\n» for its line breaks, and below it one line an award. */
function tableOf(name: string): [text: string, gives: Brief[]][] {
  const table: [string, Brief[]][] = [];
  for (const line of linesOf(name)) {
    if (line.startsWith('= ')) table.at(-1)![1].push(briefOf(line));
    else table.push([line.replace(/\\n/g, '\n'), []]);
  }
  return table;
}

describe.each([
  'verbs-and-givers',
  'reports-of-a-year',
  'news-and-histories',
  'labels-and-lists',
  'lists-of-recipients',
  'parts-and-labels',
  'names-and-sums',
  'plans-and-ceremonies',
  'who-got-what',
  'petitions-and-passing',
  'many-offices',
  'shares-and-standards',
  'ranges-and-brackets',
  'schools-and-unions',
  'annual-reports',
])('awards in %s', (name) => {
  readsAwards(tableOf(name), []);
});

describe('what only looks like an award', () => {
  readsAwards([], linesOf('none'));
});
