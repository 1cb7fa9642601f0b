import { issuerKeyOf, type RelationKind } from '../../model/index.js';
import type { ByOtherReports, ExportedDocument, ExportedReport, IssuerRecord } from '../../store/index.js';
import { dateOf } from '../cross-reference-index.js';
import { citingEdges, dateType, type GraphSource, isOfItself } from './graph-source.js';

/**
 * Terms: schema.org's Legislation (https://schema.org/Legislation) with ELI's (http://data.europa.eu/eli/ontology) for
 * documents, Akoma Ntoso's naming convention for their ids, W3C Web Annotation for the words that say so, PROV-O for the
 * rule and its version. What none of them has stands under `trl`.
 */
const context = {
  '@version': 1.1,
  // Ids name nothing on the web: an archive stands on its own.
  '@base': 'https://trichluc.invalid/',
  '@vocab': 'https://schema.org/',
  eli: 'http://data.europa.eu/eli/ontology#',
  oa: 'http://www.w3.org/ns/oa#',
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  trl: 'https://trichluc.invalid/terms#',
  citation: { '@type': '@id' },
  exampleOfWork: { '@type': '@id' },
  'eli:amends': { '@type': '@id' },
  'eli:repeals': { '@type': '@id' },
  'eli:based_on': { '@type': '@id' },
  'eli:ensures_implementation_of': { '@type': '@id' },
  'dcterms:replaces': { '@type': '@id' },
  'trl:approves': { '@type': '@id' },
  'trl:issues': { '@type': '@id' },
  'trl:guides': { '@type': '@id' },
  'trl:respondsTo': { '@type': '@id' },
  'trl:candidate': { '@type': '@id' },
  'trl:document': { '@type': '@id' },
  'oa:hasBody': { '@type': '@id' },
  'oa:hasSource': { '@type': '@id' },
  'oa:motivatedBy': { '@type': '@id' },
  'rdf:subject': { '@type': '@id' },
  'rdf:predicate': { '@type': '@id' },
  'rdf:object': { '@type': '@id' },
  'prov:wasDerivedFrom': { '@type': '@id' },
} as const;

/** The property that says each relation; ELI's where it has one. */
export const relationTerms: Readonly<Record<RelationKind, string>> = {
  implements: 'eli:ensures_implementation_of',
  'based-on': 'eli:based_on',
  amends: 'eli:amends',
  replaces: 'dcterms:replaces',
  repeals: 'eli:repeals',
  approves: 'trl:approves',
  issues: 'trl:issues',
  guides: 'trl:guides',
  'responds-to': 'trl:respondsTo',
};

/** A key is a path; beside the base it must not begin a host («//»). Spaces and signs of IRIs are escaped. */
const iri = (key: string): string =>
  encodeURI(key)
    .replace(/^\/+/, '/')
    .replace(/[?#[\]]/g, encodeURIComponent);
const reportIri = (id: string): string => `/report/${id}`;

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/** Leaves out what is not known: JSON-LD has no use for null. */
const known = (entries: Readonly<Record<string, Json | undefined>>): { readonly [name: string]: Json } =>
  Object.fromEntries(
    Object.entries(entries).filter(
      (entry): entry is [string, Json] =>
        entry[1] !== undefined && entry[1] !== null && !(Array.isArray(entry[1]) && entry[1].length === 0),
    ),
  );

/** ISO dates, months and years each have a datatype of their own. */
const typedDate = (date: string | null): Json => (date === null ? null : { '@value': date, '@type': dateType(date) });

const issuerIri = (key: string): string => iri(`/issuer/${key}`);

/** A body by its key; where the reports leave its place open it has only a name. */
const organisation = (name: string | null, key: string | null = null): Json =>
  name === null
    ? null
    : known({ '@id': key === null || key.includes('~') ? null : issuerIri(key), '@type': 'Organization', name });

const linked = ({ key, name, since }: IssuerRecord['successors'][number]): Json =>
  known({ '@id': issuerIri(key), name, 'trl:since': typedDate(since) });

/** An authority record. */
function issuerNode(record: IssuerRecord): Json {
  return known({
    '@id': issuerIri(record.key),
    '@type': 'Organization',
    name: record.name,
    alternateName: [...record.aliases, ...record.symbols],
    areaServed: record.province,
    foundingDate: typedDate(record.validFrom),
    dissolutionDate: typedDate(record.validTo),
    parentOrganization: record.parent === null ? null : linked(record.parent),
    'trl:level': record.level,
    'trl:precededBy': record.predecessors.map(linked),
    'trl:succeededBy': record.successors.map(linked),
    'trl:ended': record.ended,
  });
}

function documentNode({ document, own, relations }: ExportedDocument): Json {
  const links = new Map<string, string[]>();
  for (const { relation, to } of relations) {
    const term = relationTerms[relation];
    links.set(term, [...(links.get(term) ?? []), iri(to)]);
  }
  return known({
    '@id': iri(document.key),
    '@type': ['Legislation', 'eli:LegalResource'],
    legislationIdentifier: document.number,
    legislationType: document.type,
    legislationDate: typedDate(dateOf(document)),
    legislationPassedBy: organisation(document.issuer, issuerKeyOf(document.key)),
    name: document.title,
    alternateName: [...document.aliases],
    workExample: own.map((id) => ({ '@id': reportIri(id) })),
    ...Object.fromEntries(links),
  });
}

function reportNode(exported: ExportedReport): Json {
  const { report, self } = exported;
  return known({
    '@id': reportIri(report.id),
    '@type': ['Report', 'prov:Entity'],
    identifier: report.id,
    name: report.title,
    alternateName: report.name,
    legislationIdentifier: report.number,
    legislationType: report.type,
    dateCreated: typedDate(report.date),
    creator: organisation(report.issuer, self === null ? null : issuerKeyOf(self.key)),
    encodingFormat: report.mediaType,
    numberOfPages: report.pageCount,
    exampleOfWork: self === null ? null : iri(self.key),
    citation: [...new Set(citingEdges(exported).map(({ to }) => iri(to)))],
    'prov:wasGeneratedBy': exported.stages.map(({ stage, version }) => ({
      '@type': 'prov:Activity',
      'trl:stage': stage,
      'trl:version': version,
    })),
  });
}

const selector = (span: { readonly start: number; readonly end: number }, quote: string): Json => [
  { '@type': 'oa:TextPositionSelector', 'oa:start': span.start, 'oa:end': span.end },
  { '@type': 'oa:TextQuoteSelector', 'oa:exact': quote },
];

/** What other reports say of a mention that its own leaves open. */
const othersNode = ({ document, state, score, candidates, reasons }: ByOtherReports): Json =>
  known({
    'trl:document': iri(document),
    'trl:certainty': state,
    'trl:score': score,
    'trl:candidate': candidates.map(iri),
    'trl:reason': [...reasons],
  });

function* annotationNodes({ report, self, citations, relations }: ExportedReport): Generator<Json> {
  for (const [ordinal, mention] of citations.entries()) {
    const { citation, edge, byOtherReports } = mention;
    if (edge === null) continue;
    const ofItself = isOfItself(self, mention);
    yield known({
      '@id': `${reportIri(report.id)}#citation-${ordinal + 1}`,
      '@type': 'oa:Annotation',
      // «Báo cáo này» says which paper this is, and links it to none.
      'oa:motivatedBy': ofItself ? 'oa:identifying' : 'oa:linking',
      'oa:hasBody': iri(edge.document),
      'oa:hasTarget': known({
        'oa:hasSource': reportIri(report.id),
        'oa:hasSelector': selector(citation.span, citation.quote),
        'trl:page': citation.page,
        'trl:section': citation.section,
      }),
      'trl:role': ofItself ? null : edge.role,
      'trl:provision': [...citation.provisions],
      'trl:certainty': edge.state,
      'trl:score': edge.score,
      'trl:confidence': citation.confidence,
      'trl:candidate': edge.candidates.map(iri),
      'trl:reason': [...edge.reasons],
      'trl:byOtherReports': byOtherReports === null ? null : othersNode(byOtherReports),
      'prov:wasGeneratedBy': { '@type': 'prov:Activity', 'trl:rule': citation.rule },
    });
  }
  for (const [ordinal, { from, relation, relationDetail, to, quote, page, byOtherReports }] of relations.entries())
    yield known({
      '@id': `${reportIri(report.id)}#relation-${ordinal + 1}`,
      '@type': 'oa:Annotation',
      'oa:motivatedBy': 'oa:describing',
      'oa:hasBody': {
        '@type': 'rdf:Statement',
        'rdf:subject': iri(from),
        'rdf:predicate': relationTerms[relation],
        'rdf:object': iri(to),
      },
      'oa:hasTarget': known({
        'oa:hasSource': reportIri(report.id),
        'oa:hasSelector': { '@type': 'oa:TextQuoteSelector', 'oa:exact': quote },
        'trl:page': page,
      }),
      'trl:relationDetail': relationDetail,
      'trl:byOtherReports': byOtherReports === null ? null : othersNode(byOtherReports),
    });
}

/**
 * The graph as JSON-LD 1.1, one node a line: issuing bodies and documents by key, then each report by id with its annotations. The same
 * reports give the same bytes, whatever the order in which they came.
 */
export async function* renderJsonLd(source: GraphSource): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(context)},\n"@graph":[`;
  let separator = '\n';
  const line = (node: Json): string => {
    const text = `${separator}${JSON.stringify(node)}`;
    separator = ',\n';
    return text;
  };
  for await (const issuer of source.issuers()) yield line(issuerNode(issuer));
  for await (const document of source.documents()) yield line(documentNode(document));
  for await (const report of source.reports()) {
    yield line(reportNode(report));
    for (const annotation of annotationNodes(report)) yield line(annotation);
  }
  yield '\n]}\n';
}
