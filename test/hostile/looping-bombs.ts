import type { Bomb } from './bomb.js';
import { docx, paragraph } from './packages.js';
import { catalogue, onePage, pdfOf, stream } from './pdf-of.js';
import { zipOf } from './zip-of.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

const letterHead = ['From: a@example.vn', 'To: b@example.vn', 'Subject: Bao cao', 'MIME-Version: 1.0'];

/** Parts in parts in parts. */
function nestedParts(depth: number): Buffer {
  const lines = [...letterHead];
  for (let level = 0; level < depth; level += 1)
    lines.push(`Content-Type: multipart/mixed; boundary=b${level}`, '', `--b${level}`);
  lines.push('Content-Type: text/plain', '', 'Bao cao ket qua so 12/BC-UBND');
  for (let level = depth - 1; level >= 0; level -= 1) lines.push(`--b${level}--`);
  return latin1(lines.join('\r\n'));
}

/** Letters attached to letters. */
function nestedLetters(depth: number): Buffer {
  const lines: string[] = [];
  for (let level = 0; level < depth; level += 1)
    lines.push(
      ...letterHead,
      `Content-Type: multipart/mixed; boundary=b${level}`,
      '',
      `--b${level}`,
      'Content-Type: message/rfc822',
      'Content-Disposition: attachment; filename="thu.eml"',
      '',
    );
  lines.push(...letterHead, 'Content-Type: text/plain', '', 'Bao cao ket qua');
  for (let level = depth - 1; level >= 0; level -= 1) lines.push(`--b${level}--`);
  return latin1(lines.join('\r\n'));
}

/** A PDF with this cross-reference section; its objects are numbered from 1. */
const withTable = (section: string): Buffer => {
  const body = latin1(
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\n',
  );
  return Buffer.concat([body, latin1(`${section}\nstartxref\n${body.length}\n%%EOF\n`)]);
};

/** What names itself, or is nested without an end in sight. */
export const loopingBombs: readonly Bomb[] = [
  { name: 'phan-long-nhau.eml', bytes: () => nestedParts(1_000), ends: ['corrupt'] },
  {
    name: 'phan-long-nhau-trong.zip',
    bytes: () => zipOf([{ name: 'a.eml', bytes: nestedParts(1_000) }]),
    ends: ['read'],
  },
  { name: 'thu-long-nhau.eml', bytes: () => nestedLetters(1_000), ends: ['read', 'corrupt'] },
  {
    name: 'thu-long-nhau-trong.zip',
    bytes: () => zipOf([{ name: 'a.eml', bytes: nestedLetters(1_000) }]),
    ends: ['read'],
  },
  {
    name: 'bang-rat-sau.docx',
    bytes: () =>
      docx(`${'<w:tbl><w:tr><w:tc>'.repeat(10_000)}${paragraph('a')}${'</w:tc></w:tr></w:tbl>'.repeat(10_000)}`),
    ends: ['corrupt'],
  },
  {
    name: 'tu-chua.docx',
    bytes: () =>
      zipOf([
        {
          name: '[Content_Types].xml',
          bytes: latin1('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        },
        {
          name: '_rels/.rels',
          bytes: latin1(
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="_rels/.rels"/></Relationships>',
          ),
        },
      ]),
    ends: ['corrupt', 'no-text', 'unsupported-format'],
  },
  {
    name: 'luong-tu-chua.pdf',
    bytes: () =>
      onePage('BT /F 12 Tf 72 700 Td (Bao cao) Tj ET', [
        stream(
          latin1('6 0 7 30 << /Type /ObjStm /N 2 /First 9 >> << /A 7 0 R >>'),
          '/Type /ObjStm /N 2 /First 9 /Extends 6 0 R',
        ),
      ]),
    ends: ['read'],
  },
  {
    name: 'do-dai-tu-goi.pdf',
    bytes: () => onePage(latin1('<< /Length 4 0 R >>\nstream\nBT /F 12 Tf 72 700 Td (Bao cao) Tj ET\nendstream')),
    ends: ['read', 'corrupt', 'no-text'],
  },
  {
    name: 'noi-dung-tu-goi.pdf',
    bytes: () =>
      pdfOf([
        catalogue,
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
        '[4 0 R 4 0 R 5 0 R]',
        '5 0 R',
      ]),
    ends: ['corrupt', 'no-text'],
  },
  {
    name: 'cha-con-vong.pdf',
    bytes: () =>
      pdfOf([
        catalogue,
        '<< /Type /Pages /Count 3 /Kids [3 0 R 3 0 R 2 0 R] /Parent 2 0 R >>',
        '<< /Type /Page /Parent 3 0 R >>',
      ]),
    ends: ['corrupt', 'no-text'],
  },
  {
    name: 'bang-dia-chi-khong-lo.pdf',
    bytes: () => withTable('xref\n0 2000000000\n0000000000 65535 f \ntrailer\n<< /Size 2000000000 /Root 1 0 R >>'),
    ends: ['corrupt', 'no-text'],
  },
  {
    name: 'bang-dia-chi-vong.pdf',
    bytes: () => {
      const table = (previous: number) =>
        withTable(
          `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R /Prev ${previous} /XRefStm ${previous} >>`,
        );
      return table(table(0).indexOf('xref'));
    },
    ends: ['corrupt', 'no-text'],
  },
  {
    name: 'luong-dia-chi-khong-lo.pdf',
    bytes: () =>
      withTable(
        '3 0 obj\n<< /Type /XRef /Size 2147483647 /Index [0 2147483647] /W [0 0 0] /Root 1 0 R /Length 0 >>\nstream\n\nendstream\nendobj',
      ),
    ends: ['corrupt', 'no-text'],
  },
  {
    name: 'luong-dia-chi-khong-do-dai.pdf',
    bytes: () =>
      withTable(
        '3 0 obj\n<< /Size 2147483647 /W [0 0 0] /Root 1 0 R /Length 0 /Type /XRef >>\nstream\n\nendstream\nendobj',
      ),
    ends: ['corrupt', 'no-text'],
  },
  {
    name: 'cay-ten-vong.pdf',
    bytes: () =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 4 0 R >> /AF [4 0 R] >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
        '<< /Kids [4 0 R 4 0 R] /Limits [(a) (z)] >> % /EmbeddedFile',
      ]),
    ends: ['corrupt', 'no-text'],
  },
  {
    name: 'mang-sau.pdf',
    bytes: () => onePage('BT /F 12 Tf 72 700 Td (Bao cao) Tj ET', ['['.repeat(1_000_000)]),
    ends: ['read', 'corrupt', 'no-text'],
  },
];
