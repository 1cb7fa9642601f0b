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

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[7]!;
}

const files: { name: string; bytes: Buffer }[] = process.argv
  .slice(2)
  .map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
if (files.length === 0) files.push({ name: 'made here', bytes: await sample() });
for (const { name, bytes } of files) {
  const alone = await median(() => mammoth.convertToHtml({ buffer: bytes }));
  const whole = await median(() => readDocument({ bytes, name }));
  console.log(
    `${name}: mammoth ${alone.toFixed(1)} ms, reader ${whole.toFixed(1)} ms, ratio ${(whole / alone).toFixed(2)}`,
  );
}
