import { issuerKeyOf, type LegalDocument } from '../../model/index.js';
import type { IssuerRecord } from '../../store/index.js';
import { dateOf } from '../cross-reference-index.js';
import { citingEdges, dateType, type GraphSource } from './graph-source.js';
import { relationTerms } from './render-json-ld.js';

const prefixes = {
  rico: 'https://www.ica.org/standards/RiC/ontology#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  eli: 'http://data.europa.eu/eli/ontology#',
  dcterms: 'http://purl.org/dc/terms/',
  trl: 'https://trichluc.invalid/terms#',
};
const base = 'https://trichluc.invalid';

/** Turtle's IRIREF admits no spaces, quotes or brackets (https://www.w3.org/TR/turtle/#grammar-production-IRIREF). */
const iri = (path: string): string => `<${base}${encodeURI(path).replace(/[<>"{}|^`\\]/g, encodeURIComponent)}>`;
const text = (value: string, language?: 'vi'): string =>
  `"${value.replace(/[\\"\n\r\t]/g, (sign) => ({ '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[sign]!)}"${language === undefined ? '' : `@${language}`}`;
const typedDate = (date: string): string => `"${date}"^^${dateType(date)}`;

/** One subject with those of its properties that are known. */
function subject(id: string, type: string, properties: readonly (readonly [string, string | null])[]): string {
  const lines = properties
    .filter((property): property is [string, string] => property[1] !== null)
    .map(([name, value]) => `  ${name} ${value}`);
  return `${id} a ${[type, ...lines].join(' ;\n')} .\n`;
}

const agent = (key: string): string => iri(`/agent/${key}`);

/** An authority record, with the bodies before it, after it and above it. */
const corporateBody = (record: IssuerRecord): string =>
  subject(agent(record.key), 'rico:CorporateBody', [
    ['rico:name', [record.name, ...record.aliases].map((name) => text(name, 'vi')).join(', ')],
    ['rico:beginningDate', record.validFrom === null ? null : typedDate(record.validFrom)],
    ['rico:endDate', record.validTo === null ? null : typedDate(record.validTo)],
    ['rico:isOrWasSubordinateTo', record.parent === null ? null : agent(record.parent.key)],
    ...record.predecessors.map(({ key }) => ['rico:isSuccessorOf', agent(key)] as const),
    ...record.successors.map(({ key }) => ['rico:hasSuccessor', agent(key)] as const),
  ]);

/** rico:relationCertainty is a word; ours are the outcomes of identification. */
const certainties = {
  resolved: 'certain',
  'by-other-reports': 'probable',
  ambiguous: 'probable',
  unresolved: 'uncertain',
} as const;

/**
 * The graph in Records in Contexts (RiC-O 1.1, https://www.ica.org/standards/RiC/ontology) as Turtle, for archival
 * systems: reports and documents as records, their offices as agents, citations as relations with `relationCertainty`.
 */
export async function* renderRico(source: GraphSource): AsyncGenerator<string> {
  for (const [name, value] of Object.entries(prefixes)) yield `@prefix ${name}: <${value}> .\n`;
  yield '\n';
  const known = new Set<string>();
  for await (const issuer of source.issuers()) {
    known.add(issuer.key);
    yield corporateBody(issuer);
  }
  // A body that no table knows, or that the reports leave open, is an agent by its name alone.
  const agentOf = ({ key, issuer }: LegalDocument): string =>
    agent(known.has(issuerKeyOf(key)) ? issuerKeyOf(key) : issuer!);
  for await (const { document, own, relations } of source.documents()) {
    const date = dateOf(document);
    yield subject(iri(document.key), 'rico:Record', [
      ['rico:identifier', document.number === null ? null : text(document.number)],
      ['rico:title', document.title === null ? null : text(document.title, 'vi')],
      ['rico:hasDocumentaryFormType', document.type === null ? null : iri(`/form/${document.type}`)],
      ['rico:hasCreator', document.issuer === null ? null : agentOf(document)],
      ['rico:creationDate', date === null ? null : typedDate(date)],
      ['rico:hasCopy', own.length === 0 ? null : own.map((id) => iri(`/report/${id}`)).join(', ')],
      ...relations.map(({ relation, to }) => [relationTerms[relation], iri(to)] as const),
    ]);
    if (document.issuer === null || known.has(issuerKeyOf(document.key)) || known.has(document.issuer)) continue;
    known.add(document.issuer);
    yield subject(agentOf(document), 'rico:CorporateBody', [['rico:name', text(document.issuer, 'vi')]]);
  }
  for await (const exported of source.reports()) {
    const { report } = exported;
    const id = iri(`/report/${report.id}`);
    yield subject(id, 'rico:Record', [
      ['rico:identifier', text(report.id)],

      ['rico:title', report.title === null ? null : text(report.title, 'vi')],
      ['rico:creationDate', report.date === null ? null : typedDate(report.date)],
    ]);
    for (const [index, { to, role, state, mentions, reasons, printedAs }] of citingEdges(exported).entries())
      yield subject(iri(`/report/${report.id}/relation/${index + 1}`), 'rico:RecordResourceToRecordResourceRelation', [
        ['rico:relationHasSource', id],
        ['rico:relationHasTarget', iri(to)],
        ['rico:relationCertainty', text(certainties[state])],
        ['trl:role', text(role)],
        ['trl:mentions', String(mentions)],
        ['trl:byOtherReports', reasons.length === 0 ? null : reasons.map((reason) => text(reason)).join(', ')],
        ['trl:printedAs', printedAs.length === 0 ? null : printedAs.map(iri).join(', ')],
      ]);
  }
}
