import { issuerKeyOf } from '../../model/index.js';
import { labelOf } from '../cross-reference-index.js';
import { escapeMarkup, xmlText } from '../markup.js';
import { citingEdges, type GraphSource } from './graph-source.js';

const escapeXml = (text: string): string => escapeMarkup(xmlText(text));

/** Attributes of nodes and edges, with GraphML's types (http://graphml.graphdrawing.org). */
const keys = [
  ['node', 'label', 'string'],
  ['node', 'kind', 'string'],
  ['node', 'type', 'string'],
  ['node', 'issuer', 'string'],
  ['node', 'title', 'string'],
  ['node', 'date', 'string'],
  ['node', 'year', 'int'],
  ['edge', 'relation', 'string'],
  ['edge', 'certainty', 'string'],
  ['edge', 'weight', 'double'],
  ['edge', 'reasons', 'string'],
  ['edge', 'printed-as', 'string'],
] as const;

type Values = Readonly<Partial<Record<(typeof keys)[number][1], string | number | null>>>;

const data = (values: Values): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `<data key="${name}">${escapeXml(String(value))}</data>`)
    .join('');

const node = (id: string, values: Values): string => `<node id="${escapeXml(id)}">${data(values)}</node>\n`;
const edge = (from: string, to: string, values: Values): string =>
  `<edge source="${escapeXml(from)}" target="${escapeXml(to)}">${data(values)}</edge>\n`;

const issuerNode = (key: string): string => `/issuer/${key}`;

/**
 * The graph as GraphML, which Gephi, yEd and NetworkX open: documents, reports and issuing bodies as nodes; citations with their number
 * of mentions, relations between documents, and «is» from a report to the document it is, as edges.
 */
export async function* renderGraphml(source: GraphSource): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n' +
    keys
      .map(([domain, name, type]) => `<key id="${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>\n`)
      .join('') +
    '<graph id="archive" edgedefault="directed">\n';
  for await (const { document } of source.documents())
    yield node(document.key, {
      label: labelOf(document),
      kind: 'document',
      type: document.type,
      issuer: document.issuer,
      title: document.title,
      date: document.issuedOn,
      year: document.year,
    });
  const issuers = new Set<string>();
  for await (const record of source.issuers()) {
    issuers.add(record.key);
    yield node(issuerNode(record.key), {
      label: record.name,
      kind: 'issuer',
      type: record.level,
      date: record.validFrom,
    });
  }
  for await (const { key, parent, successors } of source.issuers()) {
    if (parent !== null) yield edge(issuerNode(key), issuerNode(parent.key), { relation: 'part-of', weight: 1 });
    for (const successor of successors)
      yield edge(issuerNode(key), issuerNode(successor.key), { relation: 'succeeded-by', weight: 1 });
  }
  for await (const { document } of source.documents())
    if (issuers.has(issuerKeyOf(document.key)))
      yield edge(document.key, issuerNode(issuerKeyOf(document.key)), { relation: 'issued-by', weight: 1 });
  for await (const { document, relations } of source.documents())
    for (const { relation, to } of relations) yield edge(document.key, to, { relation, weight: 1 });
  for await (const exported of source.reports()) {
    const { report, self } = exported;
    yield node(report.id, {
      label: report.number ?? report.name,
      kind: 'report',
      type: report.type,
      issuer: report.issuer,
      title: report.title,
      date: report.date,
      year: report.date === null ? null : Number(report.date.slice(0, 4)),
    });
    if (self !== null) yield edge(report.id, self.key, { relation: 'is', weight: 1 });
    for (const { to, role, state, mentions, reasons, printedAs } of citingEdges(exported))
      yield edge(report.id, to, {
        relation: role,
        certainty: state,
        weight: mentions,
        reasons: reasons.join('; '),
        'printed-as': printedAs.join(' '),
      });
  }
  yield '</graph>\n</graphml>\n';
}
