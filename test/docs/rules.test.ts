import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedRules } from '../../scripts/rules/named-rules.js';
import { rulesPage } from '../../scripts/rules/rules-page.js';
import { extract } from '../../src/extract/index.js';
import { readDocument } from '../../src/ingest/index.js';

const project = resolve(import.meta.dirname, '../..');
const known = new Set(namedRules.map(({ rule }) => rule));

describe('docs/rules.md', () => {
  it('is what the tables say now (else: npm run rules)', async () => {
    const page = readFileSync(join(project, 'docs', 'rules.md'), 'utf8');
    expect(page === (await rulesPage())).toBe(true);
  });

  it('names each rule once', () => {
    expect(known.size).toBe(namedRules.length);
  });

  it('names every rule that the sources name', () => {
    const folder = join(project, 'src', 'extract');
    const named = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [
          ...readFileSync(join(folder, file), 'utf8').matchAll(/'((?:citation|quantity|award|relation)\/[a-z-]+)'/gu),
        ].map(([, rule]) => rule!),
      );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((rule) => !known.has(rule))).toEqual([]);
  });

  it('names every rule that made a record of the fixtures', async () => {
    const reports = join(project, 'fixtures', 'reports');
    const made = new Set<string>();
    for (const name of readdirSync(reports)) {
      const document = await readDocument({ bytes: readFileSync(join(reports, name)), name });
      const { citations, relations, quantities, awards } = extract(document);
      for (const { rule } of [...citations, ...relations, ...quantities, ...awards]) made.add(rule);
    }
    expect(made.size).toBeGreaterThan(10);
    expect([...made].filter((rule) => !known.has(rule))).toEqual([]);
  });
});
