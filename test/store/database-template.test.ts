import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packTemplate, unpackTemplate } from '../../src/store/database-template.js';
import { newFolder } from './engines.js';

const contents = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => [path, statSync(join(folder, path)).isFile() ? readFileSync(join(folder, path), 'hex') : 'folder']);

describe('a database packed into one file', () => {
  let folder: string;
  let database: string;
  let template: string;
  beforeEach(async () => {
    folder = newFolder();
    database = join(folder, 'database');
    template = join(folder, 'packed');
    mkdirSync(join(database, 'base', '5'), { recursive: true });
    mkdirSync(join(database, 'pg_notify'));
    writeFileSync(join(database, 'PG_VERSION'), '18\n');
    writeFileSync(join(database, 'base', '5', '1259'), Buffer.from([0, 10, 255, 13, 0]));
    writeFileSync(join(database, 'base', '5', 'empty'), '');
    await packTemplate(database, template);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is unpacked as it was, empty folders and files too', async () => {
    const copy = join(folder, 'copy');
    expect(await unpackTemplate(copy, template)).toBe(true);
    expect(contents(copy)).toEqual(contents(database));
  });

  it('leaves nothing of an unpacking that was cut off', async () => {
    const copy = join(folder, 'copy');
    mkdirSync(`${copy}.making`);
    writeFileSync(join(`${copy}.making`, 'half'), 'x');
    await unpackTemplate(copy, template);
    expect(contents(copy)).toEqual(contents(database));
    expect(readdirSync(folder).sort()).toEqual(['copy', 'database', 'packed']);
  });

  it('is not taken when it is cut short', async () => {
    writeFileSync(template, readFileSync(template).subarray(0, -12));
    await expect(unpackTemplate(join(folder, 'copy'), template)).rejects.toThrow();
    expect(readdirSync(folder)).not.toContain('copy');
  });
});
