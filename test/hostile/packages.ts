import { type Entry, zipOf } from './zip-of.js';

const utf8 = (text: string) => Buffer.from(text, 'utf8');

export const types: Entry = {
  name: '[Content_Types].xml',
  bytes: utf8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
};
export const rels: Entry = {
  name: '_rels/.rels',
  bytes: utf8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
};
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const documentOf = (body: string, doctype = '') =>
  utf8(`<?xml version="1.0"?>${doctype}<w:document ${word}><w:body>${body}</w:body></w:document>`);
export const docx = (body: string, doctype = '', more: readonly Entry[] = []) =>
  zipOf([types, rels, { name: 'word/document.xml', bytes: documentOf(body, doctype) }, ...more]);
export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const openDocument = (kind: string, body: string) =>
  zipOf([
    { name: 'mimetype', bytes: utf8(`application/vnd.oasis.opendocument.${kind}`) },
    {
      name: 'content.xml',
      bytes: utf8(
        `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
      ),
    },
  ]);
export const odt = (body: string) => openDocument('text', body);
export const ods = (body: string) => openDocument('spreadsheet', body);
export const xlsx = (sheet: string, more: readonly Entry[] = []) =>
  zipOf([
    types,
    {
      name: 'xl/workbook.xml',
      bytes: utf8('<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: utf8('<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'),
    },
    { name: 'xl/worksheets/sheet1.xml', bytes: utf8(`<worksheet>${sheet}</worksheet>`) },
    ...more,
  ]);
