import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  LevelFormat,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { aboutEntry, doubtInWords } from './about-document.js';
import type { CrossReferenceIndex, IndexEntry, Language } from './cross-reference-index.js';
import { reportInWords } from './date-in-words.js';
import { indexWords, placeInWords, readingsInWords } from './index-words.js';
import { xmlText } from './markup.js';

const font = 'Times New Roman';
/** A4 with the margins of decree 30/2020/NĐ-CP, appendix I: top and bottom 2 cm, left 3 cm, right 1.5 cm; twentieths of a point. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1134, bottom: 1134, left: 1701, right: 851 },
};
const plain = (text: string): string => xmlText(text).replace(/\s+/gu, ' ');

interface ContentsEntry {
  readonly title: string;
  readonly level: number;
  readonly href: string;
}

/** A heading of the table of contents, with the place that the table points at. */
function listed(contents: ContentsEntry[], text: string, level: 1 | 2): Paragraph {
  const id = `part${contents.length + 1}`;
  contents.push({ title: plain(text), level, href: id });
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    children: [new Bookmark({ id, children: [new TextRun(plain(text))] })],
  });
}
/** «Luật ........ 3»: the page is a field that Word and LibreOffice work out. */
const contentsLine = ({ title, level, href }: ContentsEntry): Paragraph =>
  new Paragraph({
    indent: { left: (level - 1) * 360 },
    tabStops: [
      {
        type: TabStopType.RIGHT,
        position: page.size.width - page.margin.left - page.margin.right,
        leader: LeaderType.DOT,
      },
    ],
    children: [
      new InternalHyperlink({ anchor: href, children: [new TextRun(title)] }),
      new TextRun('\t'),
      new PageReference(href),
    ],
  });
const entryHeading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_3, keepNext: true, children: [new TextRun(plain(text))] });
const item = (level: number, ...children: TextRun[]): Paragraph =>
  new Paragraph({ numbering: { reference: 'places', level }, children });

/**
 * The index as a DOCX that opens in Word and LibreOffice: real headings, a table of contents whose lines lead to their part,
 * page numbers.
 */
export async function renderDocx(index: CrossReferenceIndex, language: Language): Promise<Buffer> {
  const words = indexWords[language];
  const contents: ContentsEntry[] = [];
  const parts = [
    ...(await byDocument(index, language, contents)),
    ...(await byReport(index, language, contents)),
    ...(await lacking(index, language, contents)),
    ...(await conflicting(index, language, contents)),
  ];
  const body = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      children: [new TextRun(words.title)],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [new TextRun(words.summary(index.documents, index.citations))],
    }),
    ...(index.sections.length === 0
      ? [new Paragraph({ children: [new TextRun(words.empty)] })]
      : [entryHeading(words.contents), ...contents.map(contentsLine), ...parts]),
  ];
  const document = new Document({
    creator: 'trichluc',
    title: words.title,
    features: { updateFields: true },
    styles: {
      default: {
        document: { run: { font, size: 24 } },
        title: { run: { font, size: 32, bold: true } },
        heading1: { run: { font, size: 28, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading2: { run: { font, size: 26, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } },
        heading3: { run: { font, size: 24, bold: true }, paragraph: { spacing: { before: 160, after: 40 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: 'places',
          levels: [0, 1].map((level) => ({
            level,
            format: LevelFormat.BULLET,
            text: level === 0 ? '•' : '–',
            style: { paragraph: { indent: { left: 360 + level * 360, hanging: 240 } } },
          })),
        },
      ],
    },
    sections: [
      {
        properties: { page },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: body,
      },
    ],
  });
  return Packer.toBuffer(document);
}

async function byDocument(
  index: CrossReferenceIndex,
  language: Language,
  contents: ContentsEntry[],
): Promise<Paragraph[]> {
  const words = indexWords[language];
  const paragraphs = [listed(contents, words.byDocument, 1)];
  let section = -1;
  for await (const entry of index.entries()) {
    if (entry.section !== section) paragraphs.push(listed(contents, entry.heading, 2));
    section = entry.section;
    paragraphs.push(...(await entryOf(entry, language)));
  }
  return paragraphs;
}

async function entryOf(entry: IndexEntry, language: Language): Promise<Paragraph[]> {
  const { label, reports } = entry;
  const about = aboutEntry(entry, language);
  const paragraphs = [entryHeading(label)];
  if (about.length > 0)
    paragraphs.push(
      new Paragraph({ keepNext: true, children: [new TextRun({ text: plain(about.join('; ')), italics: true })] }),
    );
  for await (const { name, places } of reports()) {
    const { reportNumber, reportDate } = places[0]!;
    const more = reportInWords(reportNumber, reportDate, language).join(', ');
    paragraphs.push(
      item(0, new TextRun({ text: plain(name), bold: true }), new TextRun(more === '' ? '' : plain(` (${more})`))),
      ...places.map((place) =>
        item(1, new TextRun(plain(`${placeInWords(place, language)}: `)), new TextRun(plain(`“${place.quote}”`))),
      ),
    );
  }
  return paragraphs;
}

async function byReport(
  index: CrossReferenceIndex,
  language: Language,
  contents: ContentsEntry[],
): Promise<Paragraph[]> {
  const words = indexWords[language];
  const paragraphs = [listed(contents, words.byReport, 1)];
  for await (const { name, number, date, documents } of index.reports())
    paragraphs.push(
      entryHeading([name, ...reportInWords(number, date, language)].join(', ')),
      ...documents.map(({ label, mayBe, places }) =>
        item(
          0,
          new TextRun({ text: plain(label), bold: true }),
          ...doubtInWords(mayBe, language).map((doubt) => new TextRun(plain(` (${doubt})`))),
          new TextRun(plain(`: ${places.map((place) => placeInWords(place, language)).join('; ')}`)),
        ),
      ),
    );
  return paragraphs;
}

async function lacking(
  index: CrossReferenceIndex,
  language: Language,
  contents: ContentsEntry[],
): Promise<Paragraph[]> {
  const words = indexWords[language];
  const paragraphs = [
    listed(contents, words.lacking, 1),
    new Paragraph({ children: [new TextRun({ text: words.lackingAbout, italics: true })] }),
  ];
  for await (const cited of index.lacking())
    paragraphs.push(
      item(
        0,
        new TextRun({ text: plain(cited.label), bold: true }),
        new TextRun(
          plain(
            `${aboutEntry(cited, language)
              .map((part) => `; ${part}`)
              .join('')} (${words.citedBy(cited.reports, cited.byOtherReports)})`,
          ),
        ),
      ),
    );
  return paragraphs;
}

async function conflicting(
  index: CrossReferenceIndex,
  language: Language,
  contents: ContentsEntry[],
): Promise<Paragraph[]> {
  const words = indexWords[language];
  if (index.counts.conflicts === 0) return [];
  const paragraphs = [
    listed(contents, words.conflicting, 1),
    new Paragraph({ children: [new TextRun({ text: words.conflictingAbout, italics: true })] }),
  ];
  for await (const conflict of index.conflicts()) {
    const { code, label, issuer, place } = conflict;
    const said = plain(
      `${issuer === null ? '' : `; ${issuer}`}: ${words.conflicts[code]}: ${readingsInWords(conflict, language)}`,
    );
    paragraphs.push(item(0, new TextRun({ text: plain(label), bold: true }), new TextRun(said)));
    if (place === null) continue;
    const where = [place.report, ...(place.page === null ? [] : [words.page(place.page)])].join(', ');
    paragraphs.push(item(1, new TextRun(plain(`${where}: “${place.quote}”`))));
  }
  return paragraphs;
}
