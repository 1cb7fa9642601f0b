// Turns the tables of data/ into typed modules, so that the rules need no file at run time: npm run lexicons
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const target = 'src/text/lexicon/generated';
mkdirSync(target, { recursive: true });
for (const file of readdirSync('data')
  .filter((name) => name.endsWith('.csv'))
  .sort()) {
  const rows = parse(readFileSync(`data/${file}`, 'utf8').normalize('NFC'), {
    columns: true,
    skip_empty_lines: true,
    trim: true,
    bom: true,
  });
  const name = file.replace('.csv', '');
  const constant = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const columns = Object.keys(rows[0]);
  const type = `${constant[0].toUpperCase() + constant.slice(1)}Row`;
  const body = rows
    .map((row) => `  ${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column]])))},`)
    .join('\n');
  writeFileSync(
    `${target}/${name}.ts`,
    `// Made from data/${file} by scripts/build-lexicons.mjs. Do not edit: change the table and run "npm run lexicons".\n\n` +
      `export interface ${type} {\n${columns.map((column) => `  readonly ${column}: string;`).join('\n')}\n}\n\n` +
      `export const ${constant}: readonly ${type}[] = [\n${body}\n];\n`,
  );
  console.log(`${name}: ${rows.length} rows`);
}
