import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultLimits, detectFormat, readDocument } from '../../src/ingest/index.js';
import { PipelineError } from '../../src/model/index.js';
import { processTime } from '../process-time.js';
import { docxOf, p, run } from './docx/docx-package.js';

const docx = docxOf({ body: p('Báo cáo công tác năm 2023 của Sở Nội vụ') });
const oleHead = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const withPart = (name: string, text: string) => docxOf({ body: p('a'), raw: { [name]: text } });
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A DOCX whose directory says that its text is larger than it is. */
function claiming(size: number): Uint8Array {
  const bytes = Buffer.from(docx);
  bytes.writeUInt32LE(size, bytes.lastIndexOf('word/document.xml') - 46 + 24);
  return bytes;
}

async function codeOf(bytes: Uint8Array, name = 'a.docx', limits = defaultLimits): Promise<string> {
  try {
    await readDocument({ bytes, name }, limits);
    return 'read';
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    expect(error.message).toContain(name);
    expect(error.retryable).toBe(false);
    return error.code;
  }
}

describe('bad input', () => {
  it.each<[what: string, bytes: Uint8Array, code: string]>([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a DOCX cut short', docx.subarray(0, docx.length - 40), 'corrupt'],
    ['the first half of a DOCX', docx.subarray(0, docx.length / 2), 'corrupt'],
    [
      'a DOCX with a password',
      Buffer.concat([oleHead, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(600)]),
      'encrypted',
    ],
    ['a ZIP with a password', Buffer.from(docx).fill(1, 6, 7), 'encrypted'],
    ['an old DOC', Buffer.concat([oleHead, Buffer.alloc(2000)]), 'unsupported-format'],
    ['a ZIP that is no DOCX', zipSync({ 'a.txt': strToU8('báo cáo') }), 'unsupported-format'],
    ['an empty ZIP', zipSync({}), 'unsupported-format'],
    ['a picture', Buffer.from('\u0089PNG\r\n\u001a\n\u0000\u0000', 'latin1'), 'no-text'],
    ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)), 'unsupported-format'],
    ['white space', Buffer.from(' \n\t\n '), 'no-text'],
    ['a DOCX without a word', docxOf({ body: p('') }), 'no-text'],
    ['XML that breaks off', withPart('word/document.xml', `<w:document ${word}><w:body><w:p>`), 'corrupt'],
    ['XML without a body', withPart('word/document.xml', `<w:document ${word}/>`), 'corrupt'],
    [
      'entities of its own',
      withPart(
        'word/document.xml',
        `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document ${word}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
      ),
      'corrupt',
    ],
    [
      'tags without end',
      withPart('word/document.xml', `<w:document ${word}><w:body>${'<w:ins>'.repeat(100_000)}`),
      'corrupt',
    ],
    // What the directory claims is not believed, and unpacking has a limit of its own.
    ['a text that claims to be a gigabyte', claiming(1_000_000_000), 'read'],
    ['a text that claims to be all there is', claiming(4_000_000_000), 'read'],
  ])('%s', async (_, bytes, code) => expect(await codeOf(bytes)).toBe(code));

  it('keeps to the limits it is given', async () => {
    expect(await codeOf(docx, 'a.docx', { ...defaultLimits, maxBytes: 100 })).toBe('too-large');
    expect(await codeOf(docx, 'a.docx', { ...defaultLimits, maxUnpackedBytes: 100 })).toBe('archive-bomb');
    expect(
      await codeOf(zipSync(Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`${at}`, new Uint8Array()])))),
    ).toBe('archive-bomb');
  });

  it.each([
    ['bao-cao.pdf', docx, 'docx'],
    ['bao-cao.txt', docx, 'docx'],
    ['bao-cao.docx', Buffer.from('Báo cáo'), 'text'],
    ['bao-cao.docx', Buffer.from('%PDF-1.4\n'), 'pdf'],
    ['bao-cao.pdf', Buffer.from('\u0001\u0002\u0000%PDF-1.6\n'), 'pdf'],
    ['ghi-chu.txt', Buffer.from('Tệp bắt đầu bằng %PDF-1.4 là PDF'), 'text'],
    ['bao-cao.md', Buffer.from('# Báo cáo'), 'markdown'],
  ] as const)('knows the kind of %s from its bytes', (name, bytes, format) =>
    expect(detectFormat(bytes, name)).toBe(format),
  );

  it('reads a file with a wrong ending', async () => {
    expect((await readDocument({ bytes: docx, name: 'a.pdf' })).text).toBe('Báo cáo công tác năm 2023 của Sở Nội vụ');
    expect((await readDocument({ bytes: Buffer.from('Báo cáo'), name: 'a.docx' })).text).toBe('Báo cáo');
  });

  it('names the file by its content', async () => {
    const document = await readDocument({ bytes: Buffer.from('abc'), name: 'a.txt' });
    expect(document).toMatchObject({
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      bytes: 3,
      name: 'a.txt',
      mediaType: 'text/plain',
      pageCount: null,
    });
  });

  it.each([
    ['paragraphs', p('một đoạn văn').repeat(8000)],
    ['runs in one paragraph', p(run('a').repeat(20_000))],
    ['empty fields', `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(10_000)}${run('a')}</w:p>`],
    ['unknown tags', `<w:p>${'<w:la/>'.repeat(20_000)}${run('a')}</w:p>`],
  ])('reads very many %s in time', async (_, body) => {
    const start = processTime();
    await readDocument({ bytes: docxOf({ body }), name: 'a.docx' });
    expect(processTime() - start).toBeLessThan(10_000);
  });
});
