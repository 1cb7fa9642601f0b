import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Extraction, SourceDocument } from '../../src/model/index.js';
import { loadStages } from '../../src/pipeline/index.js';
import { openArchive, packStage, unpackOutput } from '../../src/store/index.js';
import { smallReport, Workplace } from './trichluc.js';

const place = new Workplace();
let id: string;

/**
 * Leaves in the archive what rules before these would have, under older versions: without the first citation, with the
 * figure of another body, and with one where there is none, which a person put right.
 */
async function makeOld(): Promise<void> {
  const { extractStage, ingestStage, normalizeStage } = await loadStages();
  const archive = await openArchive({ folder: place.archive, now: () => new Date() });
  const row = (await archive.reports()).find(({ name }) => name === 'a.txt')!;
  id = row.id;
  const { stored } = (await archive.storedWork(id))!;
  const outputOf = async (stage: string) => unpackOutput(stored.find((one) => one.stage === stage)!.output);
  const extraction = (await outputOf('extract')) as Extraction;
  const document = (await outputOf('ingest')) as SourceDocument;
  const [figure] = extraction.quantities;
  const stray = {
    kind: 'quantity' as const,
    quote: 'Sở đã mở',
    start: document.text.indexOf('Sở đã mở'),
    occurrence: 0,
  };
  const span = { start: stray.start, end: stray.start + stray.quote.length };
  const old: Extraction = {
    ...extraction,
    citations: extraction.citations.slice(1),
    relations: [],
    quantities: [
      { ...figure!, quote: stray.quote, span },
      { ...figure!, subject: { words: 'huyện khác', span: null } },
    ],
  };
  const told = await normalizeStage.run({ document, extraction: old });
  const resolved = { ...told, citations: told.citations.map((edge) => ({ ...edge, state: 'unresolved' as const })) };
  // An older reading too: it is kept, and the file is not read again.
  for (const [stage, version, output] of [
    ['ingest', ingestStage.version - 1, document],
    ['extract', extractStage.version - 2, old],
    ['normalize', normalizeStage.version - 2, resolved],
  ] as const)
    await archive.saveStage(id, await packStage(stage, version, { output, diagnostics: [] }));
  const mention = (await archive.mention(
    `${id.slice(0, 8)}:c${extraction.citations.find(({ number }) => number === '5/KH-UBND')!.span.start}`,
  ))!;
  await archive.addCorrection({
    report: id,
    by: 'Lan',
    reason: null,
    found: null,
    decision: { action: 'correct', anchor: mention.anchor, fields: { number: '55/KH-UBND' } },
  });
  await archive.addCorrection({
    report: id,
    by: 'Lan',
    reason: null,
    found: null,
    decision: { action: 'correct-quantity', anchor: stray, fields: { period: '2021' } },
  });
  rmSync(archive.originalPath(id));
  await archive.close();
}

beforeAll(async () => {
  place.write('a.txt', smallReport(5));
  place.write('b.txt', smallReport(6));
  await place.run('import', 'a.txt', 'b.txt');
  await makeOld();
  await place.keepOpen();
});
afterAll(() => place.remove());

describe('newer rules over stored reports', () => {
  it('says what they would gain, and changes nothing', async () => {
    const { reports, byKind, byReport, differences } = await place.json('reextract', '--dry-run');
    expect(reports).toBe(1);
    expect(byKind.citations).toEqual({ gained: 1, lost: 0, changed: 1 });
    expect(byKind.quantities).toEqual({ gained: 0, lost: 1, changed: 1 });
    expect(byReport).toMatchObject([{ id, name: 'a.txt', gained: 1 }]);
    expect(differences[0]).toMatchObject({ report: 'a.txt', kind: 'citations', change: 'gained' });
    expect(differences[0].quote).toContain('1085/QĐ-UBND');
    expect((await place.json('reextract', '--dry-run')).reports).toBe(1);
  });

  it('tells of a document that becomes sure, of whose a figure is, and of decisions that lose their mention', async () => {
    const { differences, orphaned } = await place.json('reextract', '--dry-run');
    const fields = differences.flatMap((one: { change: string; fields: object[] }) =>
      one.change === 'changed' ? one.fields : [],
    );
    expect(fields).toContainEqual({ field: 'state', before: 'unresolved', after: 'resolved' });
    expect(fields).toContainEqual({ field: 'subject', before: 'huyện khác', after: 'Sở' });
    expect(orphaned).toMatchObject([{ reportName: 'a.txt', by: 'Lan', decision: { fields: { period: '2021' } } }]);
    const { out } = await place.run('reextract', '--dry-run', '--lang', 'vi');
    expect(out).toContain('đơn vị, địa bàn: huyện khác → Sở');
    expect(out).toContain('trạng thái: chưa đủ căn cứ → đã xác định');
    expect(out).toContain('1 quyết định sẽ mồ côi');
  });

  it('runs over the old ones alone, without their files, and keeps what people corrected', async () => {
    expect(await place.json('reextract')).toEqual({ reports: 1, failed: [] });
    const { report } = await place.json('show', 'a.txt');
    expect(report.citations.map(({ citation }: { citation: { number: string } }) => citation.number)).toEqual([
      '1085/QĐ-UBND',
      '55/KH-UBND',
    ]);
    expect((await place.json('reextract')).reports).toBe(0);
  });

  it('takes a report out only when it is sure', async () => {
    expect((await place.run('remove', 'b.txt')).status).toBe(2);
    expect((await place.json('remove', 'b.txt', '--yes')).removed).toMatchObject([{ name: 'b.txt' }]);
    expect((await place.json('show', 'b.txt')).report).toBeNull();
    expect((await place.run('remove', 'b.txt', '--yes')).status).toBe(2);
  });
});
