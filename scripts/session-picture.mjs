// Runs a real session on the fixtures and draws what the terminal shows:  node scripts/session-picture.mjs docs/session.svg
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const target = process.argv[2] ?? 'docs/session.svg';
const archive = mkdtempSync(join(tmpdir(), 'trichluc-session-'));
const session = [
  ['import', 'fixtures/reports'],
  ['search', '1085 qd ubnd', '--in', 'numbers'],
  ['show', '118/2021/NĐ-CP'],
  ['search', '--in', 'awards', 'bang khen', '--limit', '4'],
];
const lines = [];
try {
  for (const words of session) {
    lines.push({
      prompt: true,
      text: `$ trichluc ${words.map((word) => (/ /.test(word) ? `"${word}"` : word)).join(' ')}`,
    });
    const run = spawnSync(process.execPath, ['dist/cli/main.js', ...words], {
      encoding: 'utf8',
      env: { ...process.env, TRICHLUC_ARCHIVE: archive, LANG: 'en_US.UTF-8', COLUMNS: '96' },
    });
    if (run.status !== 0) throw new Error(`${words.join(' ')} ended with ${run.status}: ${run.stderr}`);
    for (const text of run.stdout.replace(/\n+$/, '').split('\n')) lines.push({ prompt: false, text });
    lines.push({ prompt: false, text: '' });
  }
} finally {
  rmSync(archive, { recursive: true, force: true });
}
const escapeXml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const [lineHeight, charWidth, margin] = [18, 7.9, 16];
const width = Math.ceil(Math.max(...lines.map(({ text }) => text.length)) * charWidth) + 2 * margin;
const height = lines.length * lineHeight + 2 * margin;
const body = lines
  .map(
    ({ prompt, text }, at) =>
      `<text x="${margin}" y="${margin + (at + 0.8) * lineHeight}" xml:space="preserve"${prompt ? ' class="p"' : ''}>${escapeXml(text)}</text>`,
  )
  .join('\n');
writeFileSync(
  target,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="13">
<style>text{fill:#d8dee9}.p{fill:#8fbcbb;font-weight:bold}</style>
<rect width="100%" height="100%" rx="8" fill="#20242c"/>
${body}
</svg>
`,
);
