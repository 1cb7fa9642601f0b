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

/** rico:relationCertainty is a word; ours are the outcomes of identification. */
const certainties = { resolved: 'certain', ambiguous: 'probable', unresolved: 'uncertain' } as const;

/**
 * The graph in Records in Contexts (RiC-O 1.1, https://www.ica.org/standards/RiC/ontology) as Turtle, for archival
 * systems: reports and documents as records, their offices as agents, citations as relations with `relationCertainty`.
 */
export async function* renderRico(source: GraphSource): AsyncGenerator<string> {
  for (const [name, value] of Object.entries(prefixes)) yield `@prefix ${name}: <${value}> .\n`;
  yield '\n';
  for await (const { document, own, successors, relations } of source.documents()) {
    const date = dateOf(document);
    yield subject(iri(document.key), 'rico:Record', [
      ['rico:identifier', document.number === null ? null : text(document.number)],
      ['rico:title', document.title === null ? null : text(document.title, 'vi')],
      ['rico:hasDocumentaryFormType', document.type === null ? null : iri(`/form/${document.type}`)],
      ['rico:hasCreator', document.issuer === null ? null : iri(`/agent/${document.issuer}`)],
      ['rico:creationDate', date === null ? null : typedDate(date)],
      ['rico:hasCopy', own.length === 0 ? null : own.map((id) => iri(`/report/${id}`)).join(', ')],
      ...relations.map(({ relation, to }) => [relationTerms[relation], iri(to)] as const),
    ]);
    if (document.issuer !== null)
      yield subject(iri(`/agent/${document.issuer}`), 'rico:CorporateBody', [
        ['rico:name', text(document.issuer, 'vi')],
        // A merged province's body that kept its name is one agent here.
        ...successors
          .filter(({ name }) => name !== document.issuer)
          .map(({ name }) => ['rico:hasSuccessor', iri(`/agent/${name}`)] as const),
      ]);
  }
  for await (const exported of source.reports()) {
    const { report } = exported;
    const id = iri(`/report/${report.id}`);
    yield subject(id, 'rico:Record', [
      ['rico:identifier', text(report.id)],

      ['rico:title', report.title === null ? null : text(report.title, 'vi')],
      ['rico:creationDate', report.date === null ? null : typedDate(report.date)],
    ]);
    for (const [index, { to, role, state, mentions }] of citingEdges(exported).entries())
      yield subject(iri(`/report/${report.id}/relation/${index + 1}`), 'rico:RecordResourceToRecordResourceRelation', [
        ['rico:relationHasSource', id],
        ['rico:relationHasTarget', iri(to)],
        ['rico:relationCertainty', text(certainties[state])],
        ['trl:role', text(role)],
        ['trl:mentions', String(mentions)],
      ]);
  }
}
