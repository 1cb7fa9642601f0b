import { strToU8, zipSync } from 'fflate';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const more =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const root = (name: string, body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${w} ${more}>${body}</w:${name}>`;
const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Parts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly comments?: string;
  /** entries as they are */
  readonly raw?: Readonly<Record<string, string>>;
}

/** A DOCX of hand-written parts. */
export function docxOf(parts: Parts): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(root('document', `<w:body>${parts.body}</w:body>`)),
  };
  const related: string[] = [];
  const add = (name: string, target: string, xml: string | undefined) => {
    if (xml === undefined) return;
    files[`word/${target}`] = strToU8(xml);
    related.push(`<Relationship Id="${name}" Type="${type}/${name}" Target="${target}"/>`);
  };
  add('styles', 'styles.xml', parts.styles && root('styles', parts.styles));
  add('numbering', 'numbering.xml', parts.numbering && root('numbering', parts.numbering));
  add('footnotes', 'footnotes.xml', parts.footnotes && root('footnotes', parts.footnotes));
  add('endnotes', 'endnotes.xml', parts.endnotes && root('endnotes', parts.endnotes));
  add('comments', 'comments.xml', parts.comments && root('comments', parts.comments));
  add('header', 'header1.xml', parts.header && root('hdr', parts.header));
  files['word/_rels/document.xml.rels'] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}</Relationships>`,
  );
  for (const [name, text] of Object.entries(parts.raw ?? {})) files[name] = strToU8(text);
  return zipSync(files, { mtime: '2024-01-01T00:00:00' });
}

/** A run, with properties if any. */
export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs, or of one text. */
export const p = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;

/** A paragraph in a list. */
export const item = (numId: number, level: number, text: string) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

/** A cell, with properties if any. */
export const tc = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : p(content)}</w:tc>`;
export const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (rows: string[], properties = '') =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.join('')}</w:tbl>`;
export const grid = '<w:tblBorders><w:top w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>';

/** A list definition: one entry a level, as "format text". */
export const list = (
  id: number,
  levels: readonly (readonly [format: string, text: string, more?: string])[],
  extra = '',
) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text, rest = ''], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>${extra}<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
