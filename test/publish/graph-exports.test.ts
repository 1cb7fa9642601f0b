import jsonld from 'jsonld';
import { Parser } from 'n3';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderGraphml, renderJsonLd, renderRico } from '../../src/publish/index.js';
import type { Archive } from '../../src/store/index.js';
import { enginesUnderTest, importMade, openAt, type Place } from '../store/engines.js';
import { idOf, keyOf, type MadeReport } from '../store/made-report.js';

const hostile = 'Nguyễn "A" <b>\u0001 & \\ C';
const reports: readonly MadeReport[] = [
  {
    name: 'mot.txt',
    number: '12/BC-UBND',
    date: '2024-03-01',
    text: 'Thực hiện Quyết định số 1085/QĐ-UBND. Theo số 1085/QĐ-UBND và số 31/KH-UBND.',
    cites: [
      { quote: 'Quyết định số 1085/QĐ-UBND', number: '1085/QĐ-UBND', role: 'implements' },
      { quote: 'số 1085/QĐ-UBND và', number: '1085/QĐ-UBND', role: 'implements' },
      { quote: 'số 31/KH-UBND', number: '31/KH-UBND', role: 'mentions', date: '2023-01-02', title: hostile },
    ],
    amends: [['31/KH-UBND', '1085/QĐ-UBND']],
  },
  {
    name: 'hai "2".txt',
    text: 'Số 12/BC-UBND.',
    cites: [{ quote: 'Số 12/BC-UBND', number: '12/BC-UBND', role: 'based-on' }],
  },
];

const whole = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};
const sourceOf = (archive: Archive) => ({
  documents: () => archive.exportDocuments(),
  issuers: () => archive.exportIssuers(),
  reports: () => archive.exportReports(),
});
const place = 'https://trichluc.invalid';

describe.each(await enginesUnderTest())('the graph of an archive on $name, read back by others', ({ newPlace }) => {
  const places: Place[] = [];
  const archives: Archive[] = [];
  const filled = async (order: readonly MadeReport[]): Promise<Archive> => {
    places.push(await newPlace());
    const archive = await openAt(places.at(-1)!);
    archives.push(archive);
    for (const report of order) await importMade(archive, report);
    return archive;
  };
  let archive: Archive;
  beforeAll(async () => {
    archive = await filled(reports);
  });
  afterAll(async () => {
    for (const open of archives) await open.close();
    for (const { dispose } of places) await dispose();
  });

  it('is the same JSON-LD whatever the order in which the reports came', async () => {
    const other = await filled([...reports].reverse());
    await importMade(other, reports[0]!); // once more is once
    expect(await whole(renderJsonLd(sourceOf(other)))).toBe(await whole(renderJsonLd(sourceOf(archive))));
  });

  it('takes what a report says of itself for no citation', async () => {
    const cites = [
      { quote: 'Báo cáo này', number: '12/BC-UBND' },
      { quote: 'số 7/QĐ-UBND', number: '7/QĐ-UBND' },
    ];
    const own = { name: 'minh.txt', number: '12/BC-UBND', text: 'Báo cáo này theo số 7/QĐ-UBND.', cites };
    const source = sourceOf(await filled([own]));
    const [itself, decision] = [encodeURI(keyOf('12/BC-UBND')), encodeURI(keyOf('7/QĐ-UBND'))];
    const { '@graph': nodes } = JSON.parse(await whole(renderJsonLd(source)));
    const node = (end: string) => nodes.find((each: { '@id': string }) => each['@id'] === `/report/${idOf(own)}${end}`);
    expect(node('')).toMatchObject({ citation: [decision], exampleOfWork: itself });
    expect(node('#citation-1')).toMatchObject({ 'oa:motivatedBy': 'oa:identifying', 'oa:hasBody': itself });
    expect(node('#citation-1')).not.toHaveProperty('trl:role');
    expect(node('#citation-2')).toMatchObject({ 'oa:motivatedBy': 'oa:linking', 'trl:role': 'mentions' });
    const targets = new Parser()
      .parse(await whole(renderRico(source)))
      .filter(({ predicate }) => predicate.value.endsWith('#relationHasTarget'));
    expect(targets.map(({ object }) => object.value)).toEqual([`${place}${decision}`]);
    const edges = (await whole(renderGraphml(source))).match(/<edge .*?<\/data>/g);
    expect(edges?.filter((edge) => edge.includes(idOf(own))).map((edge) => edge.replace(/.*<data/, '<data'))).toEqual([
      '<data key="relation">is</data>',
      '<data key="relation">mentions</data>',
    ]);
  });

  it('says who took the work of an issuer over', async () => {
    const former = await filled([
      {
        name: 'cu.txt',
        text: 'Theo số 7/QĐ-UBND.',
        cites: [{ quote: 'số 7/QĐ-UBND', number: '7/QĐ-UBND', issuer: 'UBND tỉnh Bình Định' }],
      },
    ]);
    const successor = { key: 'ubnd-tinh-gia-lai-2025', name: 'UBND tỉnh Gia Lai', since: '2025-07-01' };
    expect((await former.legalDocument('7/QĐ-UBND'))?.successors).toEqual([successor]);
    const { '@graph': nodes } = JSON.parse(await whole(renderJsonLd(sourceOf(former))));
    const node = (id: string) => nodes.find((each: { '@id': string }) => each['@id'] === encodeURI(id));
    expect(node(keyOf('7/QĐ-UBND', 'UBND tỉnh Bình Định')).legislationPassedBy).toEqual({
      '@id': '/issuer/ubnd-tinh-binh-dinh',
      '@type': 'Organization',
      name: 'UBND tỉnh Bình Định',
    });
    expect(node('/issuer/ubnd-tinh-binh-dinh')).toMatchObject({
      '@type': 'Organization',
      name: 'UBND tỉnh Bình Định',
      alternateName: expect.arrayContaining(['Ủy ban nhân dân tỉnh Bình Định']),
      dissolutionDate: { '@value': '2025-06-30', '@type': 'xsd:date' },
      parentOrganization: { '@id': '/issuer/chinh-phu', name: 'Chính phủ' },
      'trl:succeededBy': [
        {
          '@id': '/issuer/ubnd-tinh-gia-lai-2025',
          name: 'UBND tỉnh Gia Lai',
          'trl:since': { '@value': '2025-07-01', '@type': 'xsd:date' },
        },
      ],
    });
    // the bodies around it have records as well, the namesake before the merger apart from the one after
    expect(
      node('/issuer/ubnd-tinh-gia-lai-2025')['trl:precededBy'].map((each: { '@id': string }) => each['@id']),
    ).toEqual(['/issuer/ubnd-tinh-binh-dinh', '/issuer/ubnd-tinh-gia-lai']);
    const agent = (key: string) => `${place}/agent/${key}`;
    const quads = new Parser().parse(await whole(renderRico(sourceOf(former))));
    const follows = quads.filter(({ predicate }) => predicate.value.endsWith('#hasSuccessor'));
    expect(follows.map(({ subject, object }) => [subject.value, object.value])).toContainEqual([
      agent('ubnd-tinh-binh-dinh'),
      agent('ubnd-tinh-gia-lai-2025'),
    ]);
    const graphml = await whole(renderGraphml(sourceOf(former)));
    expect(graphml).toContain(
      '<edge source="/issuer/ubnd-tinh-binh-dinh" target="/issuer/ubnd-tinh-gia-lai-2025"><data key="relation">succeeded-by</data>',
    );
  });

  it('is JSON-LD: documents with ELI relations, and an annotation for each mention', async () => {
    const document = JSON.parse(await whole(renderJsonLd(sourceOf(archive))));
    // Its context stands in the file: nothing is fetched.
    const quads = (await jsonld.toRDF(document, {
      documentLoader: () => Promise.reject(new Error('no network')),
    })) as { subject: { value: string }; predicate: { value: string }; object: { value: string } }[];
    const objects = (subject: string, predicate: string) =>
      quads
        .filter((quad) => quad.subject.value === subject && quad.predicate.value.endsWith(predicate))
        .map((quad) => quad.object.value);
    const plan = `${place}${encodeURI(keyOf('31/KH-UBND'))}`;
    const decision = `${place}${encodeURI(keyOf('1085/QĐ-UBND'))}`;
    expect(objects(plan, 'eli/ontology#amends')).toEqual([decision]);
    expect(objects(plan, 'legislationDate')).toEqual(['2023-01-02']);
    expect(objects(plan, 'schema.org/name')).toEqual([hostile]);
    const first = `${place}/report/${idOf(reports[0]!)}`;
    expect(objects(first, 'schema.org/citation').sort()).toEqual([decision, plan].sort());
    expect(objects(first, 'exampleOfWork')).toEqual([`${place}${encodeURI(keyOf('12/BC-UBND'))}`]);
    const annotations = quads.filter(
      ({ predicate, object }) => predicate.value.endsWith('#type') && object.value.endsWith('oa#Annotation'),
    );
    expect(annotations).toHaveLength(5);
    expect(objects(`${first}#citation-1`, 'oa#hasBody')).toEqual([decision]);
    expect(objects(`${first}#citation-1`, 'terms#role')).toEqual(['implements']);
  });

  it('is GraphML with typed attributes', async () => {
    const nodes: Record<string, Record<string, string>> = {};
    const edges: Record<string, string>[] = [];
    let values: Record<string, string> = {};
    let key = '';
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'node') {
        values = {};
        nodes[String(attributes['id'])] = values;
      }
      if (name === 'edge') {
        values = { source: String(attributes['source']), target: String(attributes['target']) };
        edges.push(values);
      }
      key = name === 'data' ? String(attributes['key']) : '';
    });
    parser.on('text', (text) => {
      if (key !== '') values[key] = (values[key] ?? '') + text;
    });
    parser.on('closetag', () => {
      key = '';
    });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(await whole(renderGraphml(sourceOf(archive)))).close();
    expect(nodes[keyOf('31/KH-UBND')]).toMatchObject({
      label: '31/KH-UBND',
      kind: 'document',
      title: hostile.replace('\u0001', ' '),
    });
    const [one, two] = [idOf(reports[0]!), idOf(reports[1]!)];
    expect(edges).toContainEqual({
      source: keyOf('31/KH-UBND'),
      target: keyOf('1085/QĐ-UBND'),
      relation: 'amends',
      weight: '1',
    });
    expect(edges).toContainEqual({
      source: one,
      target: keyOf('1085/QĐ-UBND'),
      relation: 'implements',
      certainty: 'resolved',
      weight: '2',
    });
    expect(edges).toContainEqual({ source: one, target: keyOf('12/BC-UBND'), relation: 'is', weight: '1' });
    expect(edges.filter(({ source }) => source === two)).toHaveLength(1);
    expect(edges.every(({ source, target }) => source! in nodes && target! in nodes)).toBe(true);
  });

  it('is RiC-O in Turtle', async () => {
    const quads = new Parser().parse(await whole(renderRico(sourceOf(archive))));
    const rico = 'https://www.ica.org/standards/RiC/ontology#';
    const relations = quads.filter(({ object }) => object.value === `${rico}RecordResourceToRecordResourceRelation`);
    expect(relations).toHaveLength(3);
    const certainties = quads.filter(({ predicate }) => predicate.value === `${rico}relationCertainty`);
    expect(certainties.map(({ object }) => object.value)).toEqual(['certain', 'certain', 'certain']);
    const titles = quads.filter(({ predicate }) => predicate.value === `${rico}title`);
    expect(titles.map(({ object }) => object.value)).toContain(hostile);
  });
});
