// A process of its own that imports made reports: `importing-process.ts FOLDER FROM TO`. Says what was acknowledged.
import { prepareReport } from '../../src/store/index.js';
import { openAt } from './engines.js';
import { bytesOf, graphOf, type MadeReport } from './made-report.js';

export const numbered = (index: number): MadeReport => ({
  name: `bao-cao-${index}.txt`,
  number: `${index + 1}/BC-UBND`,
  text: `Thực hiện Quyết định số ${1000 + (index % 5)}/QĐ-UBND của UBND tỉnh, còn ${index} hộ nghèo.`,
  cites: [{ quote: `Quyết định số ${1000 + (index % 5)}/QĐ-UBND`, number: `${1000 + (index % 5)}/QĐ-UBND` }],
  figures: [`${index} hộ nghèo`],
});

const [folder, from, to] = process.argv.slice(2);
if (folder !== undefined && process.argv[1]?.includes('importing-process')) {
  const archive = await openAt(
    { folder },
    { onEvent: (event) => console.log(event.kind === 'attached' ? (event.client ? 'client' : 'owner') : event.kind) },
  );
  for (let index = Number(from); index < Number(to); index++) {
    const report = numbered(index);
    const { report: row } = await archive.takeIn({ path: `/scans/${report.name}`, bytes: bytesOf(report) });
    console.log(`taken ${row.id}`);
    await archive.replaceReport(row.id, prepareReport(graphOf(report)));
    console.log(`done ${row.id}`);
  }
  console.log('finished');
  const awake = setInterval(() => {}, 1000);
  await new Promise((resolve) => process.once('SIGTERM', resolve));
  clearInterval(awake);
  await archive.close();
}
