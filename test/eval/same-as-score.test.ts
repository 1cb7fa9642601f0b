import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { extractFile, type LabelledReport, labelledFiles, readLabels, score } from '../../src/eval/index.js';

// The labels lie beside the project, not in it.
const shared = resolve(import.meta.dirname, '../../../shared');
const scorer = join(shared, 'gold', 'score.mjs');

describe.runIf(existsSync(scorer))('the score beside that of the labels’ own scorer', async () => {
  const work = mkdtempSync(join(tmpdir(), 'trichluc-same-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  const labels = existsSync(scorer) ? await readLabels(shared) : new Map<string, LabelledReport>();
  const names = [...labels.keys()];

  async function found(): Promise<ReadonlyMap<string, LabelledReport>> {
    const records = new Map<string, LabelledReport>();
    for (const file of await labelledFiles(shared, names)) {
      const outcome = await extractFile(file);
      if ('failure' in outcome) throw new Error(outcome.failure);
      records.set(file.name, outcome.records);
    }
    return records;
  }

  /** Scores by both: `predicted` says whose records stand for a report. */
  function both(folder: string, predicted: (name: string, at: number) => LabelledReport) {
    const out = join(work, folder);
    mkdirSync(out);
    const reports = names.map((name, at) => ({ name, labels: labels.get(name)!, found: predicted(name, at) }));
    for (const { name, found } of reports) writeFileSync(join(out, `${name}.json`), JSON.stringify(found));
    const theirs = execFileSync(process.execPath, [scorer, join(shared, 'gold'), out, '--json'], { encoding: 'utf8' });
    const { misses: _, told: __, ...ours } = score(reports);
    return { ours, theirs: JSON.parse(theirs) as typeof ours };
  }

  it('is the same for what the rules find, and for records that are wrong in every way', async () => {
    const records = await found();
    const real = both('real', (name) => records.get(name)!);
    expect(real.ours).toEqual(real.theirs);
    // Another report's records: most mentions miss, some match by chance, and attributes and header are wrong.
    const mixed = both('mixed', (name, at) => {
      const [own, other] = [records.get(name)!, records.get(names[(at + 1) % names.length]!)!];
      const half = <Mention>(mentions: readonly Mention[]) => mentions.filter((_, index) => index % 2 === 0);
      return {
        header: other.header,
        citations: [...half(own.citations).map((one) => ({ ...one, role: 'mentions' })), ...half(other.citations)],
        relations: [...own.relations, ...half(other.relations)],
        quantities: [...half(other.quantities), ...half(own.quantities).map((one) => ({ ...one, modifier: 'over' }))],
        awards: [...half(own.awards).map((one) => ({ ...one, grantor: null })), ...other.awards],
      };
    });
    expect(mixed.ours).toEqual(mixed.theirs);
    expect(mixed.ours.mentions.citations.f1).toBeLessThan(0.9);
  });
});
