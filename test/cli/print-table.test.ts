import { describe, expect, it } from 'vitest';
import { printTable } from '../../src/cli/print-table.js';
import type { Terminal } from '../../src/cli/terminal.js';

const terminal = { width: 40, paint: (_style: string, text: string) => text } as Terminal;
const columns = [{ title: 'Tệp', share: 1 }, { title: 'Số', share: 1 }, { title: 'Trang' }];
const wordsOf = (table: string): string =>
  table
    .split('\n')
    .slice(3, -2)
    .map((line) => line.split('│').slice(1, -1))
    .reduce((sum, cells) => cells.map((cell, index) => (sum[index] ?? '') + cell.trim()), [] as string[])
    .join(' ');

describe('a table on a narrow screen', () => {
  it('breaks a word that is wider than its column, and cuts nothing off', () => {
    const file = 'bao-cao-tong-ket-cong-tac-nam-2023-cua-so-noi-vu.docx';
    const table = printTable(terminal, columns, [[file, '1234/QĐ-SLĐTBXH-BTXH', '5']]);
    expect(table).not.toContain('…');
    expect(wordsOf(table)).toBe(`${file} 1234/QĐ-SLĐTBXH-BTXH 5`);
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it('leaves out a column that is empty from top to bottom', () => {
    expect(printTable(terminal, columns, [['a', 'b', '']])).not.toContain('Trang');
  });
});
