// How much the DOCX reader costs beside mammoth alone, on files given or on one made here:
//   npx tsx bench/docx.ts [FILE…]
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import mammoth from 'mammoth';
import { readDocument } from '../src/ingest/index.js';

const sentence =
  'Thực hiện Kế hoạch số 12/KH-UBND ngày 15/8/2022 của Ủy ban nhân dân tỉnh, Sở đã ban hành 05 văn bản. ';

async function sample(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  return Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [new Paragraph(sentence)] } },
      sections: [
        {
          children: [
            ...Array.from(
              { length: 120 },
              (_, at) =>
                new Paragraph({
                  children: [
                    new TextRun({ text: `${at}. `, bold: true }),
                    ...Array.from({ length: 4 }, () => new TextRun(sentence)),
                    ...(at === 3 ? [new FootnoteReferenceRun(1)] : []),
                  ],
                }),
            ),
            new Table({
              rows: Array.from(
                { length: 30 },
                (_, at) => new TableRow({ children: [cell(`${at}`), cell('Hộ nghèo'), cell('1.250')] }),
              ),
            }),
          ],
        },
      ],
    }),
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Middle times and middle ratio of rounds in which one follows the other: a load of the machine meets both. */
async function compare(alone: () => Promise<unknown>, whole: () => Promise<unknown>) {
  const rounds: { readonly alone: number; readonly whole: number; readonly ratio: number }[] = [];
  for (let round = 0; round < 21; round += 1) {
    const [one, other] = [await timed(alone), await timed(whole)];
    if (round > 5) rounds.push({ alone: one, whole: other, ratio: other / one });
  }
  const middle = (key: 'alone' | 'whole' | 'ratio') => rounds.map((round) => round[key]).sort((a, b) => a - b)[7]!;
  return { alone: middle('alone'), whole: middle('whole'), ratio: middle('ratio') };
}

const files: { name: string; bytes: Buffer }[] = process.argv
  .slice(2)
  .map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
if (files.length === 0) files.push({ name: 'made here', bytes: await sample() });
for (const { name, bytes } of files) {
  const { alone, whole, ratio } = await compare(
    () => mammoth.convertToHtml({ buffer: bytes }),
    () => readDocument({ bytes, name }),
  );
  const speed = (1000 / whole).toFixed(1);
  console.log(
    `${name}: mammoth ${alone.toFixed(1)} ms, reader ${whole.toFixed(1)} ms (${speed} files/s), ratio ${ratio.toFixed(2)}`,
  );
}
