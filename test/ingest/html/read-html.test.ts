import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/index.js';
import { processTime } from '../../process-time.js';

const page = (body: string, head = '') =>
  readDocument({
    bytes: Buffer.from(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`),
    name: 'a.html',
  });

describe('the text of a web page', () => {
  it.each<[what: string, body: string, text: string]>([
    ['paragraphs, with or without their ends', '<p>Một<p>Hai</p>Ba', 'Một\nHai\nBa'],
    ['one space for many', '<p>  Sở \n\t Nội <b> vụ</b> </p>', 'Sở Nội vụ'],
    ['line breaks', '<p>BÁO CÁO<br>năm 2023</p>', 'BÁO CÁO\nnăm 2023'],
    ['entities', '<p>&Ocirc;ng &amp; b&agrave; &#7871;</p>', 'Ông & bà ế'],
    ['no scripts and styles', '<style>p{}</style><script>var a = "<p>b</p>"</script><p>c</p>', 'c'],
    ['no hidden text', '<p>a<span style="display:none">b</span>c</p>', 'ac'],
    ['lines of preformatted text', '<pre>Kính gửi:\n  Sở Nội vụ</pre>', 'Kính gửi:\nSở Nội vụ'],
    ['numbers of lists', '<ol start=3><li>Một</li><li value=7>Hai</ol><ol type=a><li>Ba</ol>', '3. Một\n7. Hai\na. Ba'],
    ['signs of lists', '<ul><li>Một<ul><li>Hai</ul><li>Ba</ul>', '- Một\n- Hai\n- Ba'],
    ['rows with tabs between cells', '<table border=1><tr><th>TT<th>Tên<tr><td>1<td>An</table>', 'TT\tTên\n1\tAn'],
    ['letters cut by tags', '<p>Nghị <font face="Arial">đ</font><i>ị</i>nh</p>', 'Nghị định'],
    ['what stands in unknown tags', '<o:p>a</o:p><st1:place>b</st1:place>', 'ab'],
  ])('has %s', async (_, body, text) => expect((await page(body)).text).toBe(text));

  it('has what is hidden where that is to be kept', async () => {
    const bytes = Buffer.from('<p>a<span style="display:none">b</span>c<script>d</script></p>');
    expect((await readDocument({ bytes, name: 'a.html', hidden: 'kept' })).text).toBe('abc');
  });

  it.each<[encoding: string, bytes: Uint8Array]>([
    ['UTF-8', Buffer.from('<html><meta charset=utf-8><p>Sở Nội vụ')],
    ['UTF-8 that calls itself something else', Buffer.from('<html><meta charset=windows-1252><p>Sở Nội vụ')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<html><p>Sở Nội vụ')],
    ['UTF-16', Buffer.from('\ufeff<html><p>Sở Nội vụ', 'utf16le')],
    [
      'Windows-1258',
      Buffer.from(
        '<html><meta http-equiv=Content-Type content="text/html; charset=windows-1258"><p>S\u00f5\u00d2 N\u00f4\u00f2i vu\u00f2',
        'latin1',
      ),
    ],
  ])('is read from %s', async (_, bytes) =>
    expect((await readDocument({ bytes, name: 'a.html' })).text).toBe('Sở Nội vụ'),
  );

  it.each([
    ['<p>ghi chú', true],
    ['<?xml version="1.0"?>\n<!-- a -->\n<html><p>a', true],
    ['<HTML xmlns:o="urn:x"><P>a', true],
    ['<100 người dự họp', false],
    ['Xem <p>', false],
  ])('%s: %s', async (text, isPage) =>
    expect((await readDocument({ bytes: Buffer.from(text), name: 'a.doc' })).mediaType).toBe(
      isPage ? 'text/html' : 'text/plain',
    ),
  );
});

describe('the build of a web page', () => {
  it('has headings, tables with joined cells, and what is bold', async () => {
    const { blocks, tables } = await page(
      '<h2>I. KẾT QUẢ</h2><table border="1"><thead><tr><th rowspan="2">TT</th><th colspan="2">Năm 2023</th></tr><tr><th>KH</th><th>TH</th></tr></thead><tr><td>1</td><td>20</td><td>25</td></tr></table>',
    );
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 2, style: { bold: true } });
    expect(tables).toMatchObject([{ rows: 3, columns: 3, kind: 'data' }]);
    expect(tables[0]!.cells.slice(0, 4)).toMatchObject([
      { row: 0, column: 0, rowSpan: 2, header: true },
      { row: 0, column: 1, columnSpan: 2 },
      { row: 1, column: 1 },
      { row: 1, column: 2, header: true },
    ]);
  });

  it.each([
    [
      'Word',
      '<p>Theo báo cáo<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> năm</p><p>Sau</p><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Số 12/BC</p></div>',
    ],
    [
      'LibreOffice',
      '<p>Theo báo cáo<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> năm</p><p>Sau</p><div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Số 12/BC</p></div>',
    ],
  ])('ties notes to their marks, as %s saves them', async (_, body) => {
    const { text, notes } = await page(body);
    expect(text).toBe('Theo báo cáo¹ năm\n¹ Số 12/BC\nSau');
    expect(notes).toMatchObject([{ kind: 'footnote', mark: '1' }]);
  });

  it.each([
    [
      'from a table of contents',
      '<p><a href="#a" name="m">I. Chung</a></p><p><a name="a" href="#m">I. Chung</a> là</p>',
      'I. Chung\nI. Chung là',
    ],
    [
      'within a paragraph',
      '<p>xem <a href="#a" name="m">1</a></p><p>và <a name="a" href="#m">1</a> nữa</p>',
      'xem 1\nvà 1 nữa',
    ],
    ['to a place', '<a href="#a" name="m">1</a><p><a name="a">I. Chung</a></p>', '1\nI. Chung'],
  ])('takes links %s for no notes', async (_, body, text) => {
    const document = await page(body);
    expect([document.text, document.notes]).toEqual([text, []]);
  });
});

describe('hostile pages', () => {
  it.each([
    ['tables in tables', '<table><tr><td>'.repeat(2_000)],
    ['lists in lists', '<ul><li>a'.repeat(4_000)],
    ['an endless tag', `<a ${'b=c '.repeat(200_000)}`],
    ['links that point at one another', '<a name=a href=#b>x</a><a name=b href=#a>y</a>'.repeat(10_000)],
    ['columns out of all measure', '<table><tr><td colspan=99999999 rowspan=99999999>a</table>'],
  ])('%s end in time', async (_, body) => {
    const start = processTime();
    await page(`a${body}`);
    expect(processTime() - start).toBeLessThan(15_000);
  });

  it('gives up a page whose tags never end', async () =>
    expect(page('<div><b>'.repeat(100_000))).rejects.toMatchObject({ code: 'corrupt' }));

  it('reads fifty megabytes', async () => {
    const start = processTime();
    const { text } = await page(`<p>${'Sở Nội vụ báo cáo. '.repeat(200)}</p>`.repeat(10_500));
    expect(text.length).toBeGreaterThan(39_000_000);
    expect(processTime() - start).toBeLessThan(60_000);
  }, 120_000);
});
