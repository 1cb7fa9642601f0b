import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation, Header } from '../../src/model/index.js';
import { normalizedReport } from '../../src/model/index.js';
import { normalizeReport } from '../../src/normalize/index.js';
import { documentOf } from '../extract/document-of.js';
import { citationOf, extractionOf, headerOf } from './citation-of.js';

const report = documentOf('Sở Nội vụ báo cáo trên địa bàn tỉnh Sơn La.');
const normalize = (citations: readonly Citation[], header?: Header) =>
  normalizeReport(report, extractionOf(citations, header));
const edgeOf = (citation: Partial<Citation>, ...others: Partial<Citation>[]) =>
  normalize([citation, ...others].map(citationOf)).citations[0];

describe('normalizeReport', () => {
  it("makes the report's own node from its header", () => {
    expect(normalize([]).self).toMatchObject({
      key: '/akn/vn/act/bao-cao/so-noi-vu-tinh-son-la/2023/45-bc-snv',
      number: '45/BC-SNV',
      issuer: 'Sở Nội vụ tỉnh Sơn La',
      issuedOn: '2023-12-15',
      folded: '45bcsnv',
    });
    expect(normalize([], headerOf({ number: null })).self).toBeNull();
  });

  it.each<[string, Partial<Header>, string]>([
    ['a law that the catalogue knows', { type: 'BL', number: '91/2015/QH13', title: 'DÂN SỰ' }, 'Bộ luật Dân sự'],
    ['a law that it has not', { type: 'L', number: '999/2025/QH15', title: 'TRỒNG CHÈ' }, 'Luật TRỒNG CHÈ'],
    ['a plan', { type: 'KH', number: '45/KH-SNV', title: 'TRỒNG CHÈ' }, 'TRỒNG CHÈ'],
  ])('titles %s as it is called', (_what, fields, title) => {
    expect(normalize([], headerOf(fields)).self?.title).toBe(title);
  });

  it('has one node for each Constitution, however it is called, and is surer of one whose year is said', () => {
    const named = (name: string): Citation => citationOf({ kind: 'named', type: 'HP', number: null, name });
    const { citations, documents } = normalize([
      named('Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam'),
      named('Hiến pháp năm 2013'),
      named('Hiến pháp 1992'),
    ]);
    expect(documents.map(({ key }) => key)).toEqual([
      '/akn/vn/act/hien-phap/quoc-hoi/1992/hien-phap',
      '/akn/vn/act/hien-phap/quoc-hoi/2013/hien-phap',
    ]);
    const [unsaid, said] = citations;
    expect(unsaid).toMatchObject({ document: said!.document, state: 'resolved', reasons: ['law-by-date'] });
    expect(unsaid!.score!).toBeLessThan(said!.score!);
  });

  it.each<[string, Partial<Citation>, string]>([
    ['a decree', { number: '24-CP', type: 'NĐ', date: '1981-03-18' }, 'nghi-dinh/chinh-phu/1981/24-cp'],
    [
      'a decision',
      { number: '150-TTg', type: 'QĐ', date: '1995-04-12' },
      'quyet-dinh/thu-tuong-chinh-phu/1995/150-ttg',
    ],
    ['a directive', { number: '15-CT', type: 'CT', date: '1989-01-15' }, 'chi-thi/hoi-dong-bo-truong/1989/15-ct'],
    [
      'a decision without its stroke',
      { number: '178TTg', type: 'QĐ', date: '1996-04-12' },
      'quyet-dinh/thu-tuong-chinh-phu/1996/178-ttg',
    ],
    [
      'a decree of the Council',
      { number: '133/HĐBT', type: 'NĐ', date: '1992-04-20' },
      'nghi-dinh/hoi-dong-bo-truong/1992/133-hdbt',
    ],
    ['a circular', { number: '33TC/HCVX', type: 'TT', date: '1992-05-12' }, 'thong-tu/bo-tai-chinh/1992/33-tc-hcvx'],
    [
      'a decision of a ministry',
      { number: '999-TC/QĐ-CĐKT', type: 'QĐ', date: '1996-11-02' },
      'quyet-dinh/bo-tai-chinh/1996/999-tc-qd-cdkt',
    ],
    [
      'the same by its symbol alone',
      { number: '999-TC/QĐ-CĐKT', type: null, date: '1996-11-02' },
      'quyet-dinh/bo-tai-chinh/1996/999-tc-qd-cdkt',
    ],
    [
      'a decree by its symbol alone',
      { number: '64/CP', type: null, date: '1993-09-27' },
      'nghi-dinh/chinh-phu/1993/64-cp',
    ],
    // a letter stays one, whatever it is called
    ['a letter', { number: '12/BNV-TCCB', type: 'CV', date: '1996-04-12' }, 'cong-van/bo-noi-vu/1996/12-bnv-tccb'],
    [
      'a letter that is called a plan',
      { number: '12/BNV-TCCB', type: 'KH', date: '1996-04-12' },
      'cong-van/bo-noi-vu/1996/12-bnv-tccb',
    ],
  ])('files %s of the time before numbers had codes of types under what it is', (_what, citation, key) => {
    expect(edgeOf(citation)).toMatchObject({ document: `/akn/vn/act/${key}`, state: 'resolved' });
  });

  it('leaves open what an old number is that neither a word nor its symbol tells, unless the report does', () => {
    const bare: Partial<Citation> = { number: '150/TTg', type: null, date: '1995-04-12' };
    expect(edgeOf(bare)).toMatchObject({
      document: '/akn/vn/act/van-ban/thu-tuong-chinh-phu/1995/150-ttg',
      state: 'unresolved',
      reasons: expect.arrayContaining(['type-unknown']),
    });
    expect(edgeOf(bare, { number: '150-TTg', type: 'CT', date: '1995-04-12' })).toMatchObject({
      document: '/akn/vn/act/chi-thi/thu-tuong-chinh-phu/1995/150-ttg',
      state: 'resolved',
    });
    // "Nghị quyết 30a CP" is the resolution that the report names in full
    expect(
      edgeOf({ number: '30aCP', type: 'NQ' }, { number: '30a/2008/NQ-CP', type: 'NQ', date: '2008-12-27' }),
    ).toMatchObject({ document: '/akn/vn/act/nghi-quyet/chinh-phu/2008/30a-2008-nq-cp' });
  });

  it('keeps a number with an impossible year apart, and names what it may be a slip of', () => {
    const slip: Partial<Citation> = { number: '12/2053/NĐ-CP', type: 'NĐ' };
    const key = (year: string, number = year) => `/akn/vn/act/nghi-dinh/chinh-phu/${year}/12-${number}-nd-cp`;
    expect(edgeOf(slip)).toMatchObject({ document: key('_', '2053'), state: 'unresolved', candidates: [] });
    expect(edgeOf({ ...slip, date: '2023-05-03' })).toMatchObject({
      document: key('2023', '2053'),
      state: 'ambiguous',
      candidates: [key('2023')],
    });
    expect(edgeOf(slip, { number: '12/2022/NĐ-CP', type: 'NĐ' })).toMatchObject({
      state: 'ambiguous',
      candidates: [key('2022')],
    });
  });

  it('takes what a judgment is about for no court', () => {
    const [judgment] = normalize([citationOf({ number: '32/2009/KDTM-PT', type: 'BA', date: '2009-02-19' })]).documents;
    expect(judgment).toMatchObject({ number: '32/2009/KDTM-PT', type: 'BA', issuer: null });
  });

  it('leaves off the bracket where a title was cut', () => {
    const title = 'công tác dân vận của Tỉnh ủy (';
    const [document] = normalize([citationOf({ number: '06-NQ/TU', type: 'NQ', date: '2022-04-04', title })]).documents;
    expect(document?.title).toBe('công tác dân vận của Tỉnh ủy');
  });

  it.each<[string, Partial<Citation>, string]>([
    [
      'a decision of "UBND tỉnh"',
      { number: '1085/QĐ-UBND', type: 'QĐ', date: '2022-08-15', issuer: 'UBND tỉnh' },
      '/akn/vn/act/quyet-dinh/ubnd-tinh-son-la/2022/1085-qd-ubnd',
    ],
    [
      'a legal decision, whose year is part of the number',
      { number: '48/2021/QĐ-UBND', type: 'QĐ', issuer: 'UBND tỉnh' },
      '/akn/vn/act/quyet-dinh/ubnd-tinh-son-la/2021/48-2021-qd-ubnd',
    ],
    ['a decree', { number: '38/2023/NĐ-CP', type: 'NĐ' }, '/akn/vn/act/nghi-dinh/chinh-phu/2023/38-2023-nd-cp'],
    [
      'a Party regulation',
      { number: '114-QĐ/TW', type: 'QyĐ', date: '2023-07-11' },
      '/akn/vn/act/quy-dinh/trung-uong-dang/2023/114-qd-tw',
    ],
    [
      'a Party notice, not a circular',
      { number: '07-TT/TU', type: 'TT', date: '2021-02-01' },
      '/akn/vn/act/thong-tri/tinh-uy-son-la/2021/7-tt-tu',
    ],
    [
      'a letter called only "văn bản"',
      { number: '2101/SNV-TĐKT', type: null, date: '2023-11-07' },
      '/akn/vn/act/cong-van/so-noi-vu-tinh-son-la/2023/2101-snv-tdkt',
    ],
    [
      "a precedent, which is one court's in every report",
      { number: '08/2016/AL', type: 'AL' },
      '/akn/vn/act/an-le/toa-an-nhan-dan-toi-cao/2016/8-2016-al',
    ],
    [
      'a code that recognition damaged, with its witness',
      { number: '1017/UBNDT-DTTS', type: 'CV', date: '2023-06-21', issuer: 'Ủy ban Dân tộc' },
      '/akn/vn/act/cong-van/uy-ban-dan-toc/2023/1017-ubdt-dtts',
    ],
    [
      'a law by its name',
      { kind: 'named', name: 'Luật Tiếp công dân', type: 'L' },
      '/akn/vn/act/luat/quoc-hoi/2013/42-2013-qh13',
    ],
    [
      "a congress of the province's Party organisation",
      { kind: 'named', name: 'Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV', type: 'NQ' },
      '/akn/vn/act/nghi-quyet/tinh-uy-son-la/_/nghi-quyet-dai-hoi-15',
    ],
    [
      'a nickname of the table',
      { number: '06', type: 'ĐA' },
      '/akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/2022/6-qd-ttg',
    ],
  ])('resolves %s', (_, citation, document) => {
    expect(edgeOf(citation)).toMatchObject({ document, state: 'resolved', candidates: [] });
  });

  it('gives the same key to a law by name and by number', () => {
    const [byName, byNumber] = normalize([
      citationOf({ kind: 'named', name: 'Luật Thi đua, khen thưởng năm 2022', type: 'L' }),
      citationOf({ number: '06/2022/QH15', type: 'L' }),
    ]).citations;
    expect(byName!.document).toBe(byNumber!.document);
  });

  it('settles a bare number by the full form of the same type and date', () => {
    const full = { number: '1045/KH-SNV', type: 'KH', date: '2023-10-10' };
    expect(edgeOf({ number: '1045', type: 'KH', date: '2023-10-10' }, full)).toMatchObject({
      state: 'resolved',
      document: '/akn/vn/act/ke-hoach/so-noi-vu-tinh-son-la/2023/1045-kh-snv',
    });
    expect(edgeOf({ number: '1045', type: 'KH', date: '2023-10-11' }, full)?.state).toBe('unresolved');
    expect(edgeOf({ number: '1045', type: 'QĐ' }, full)?.state).toBe('unresolved');
    const two = edgeOf({ number: '1045', type: 'KH' }, full, { ...full, number: '1045/KH-UBND', date: '2022-01-01' });
    expect(two).toMatchObject({
      state: 'ambiguous',
      candidates: ['/akn/vn/act/ke-hoach/ubnd-tinh-son-la/2022/1045-kh-ubnd'],
    });
  });

  it('lends a short mention the date and issuer of the full one', () => {
    const full = { number: '1085/QĐ-UBND', type: 'QĐ', date: '2022-08-15', issuer: 'UBND tỉnh Hòa Bình' };
    expect(edgeOf({ number: '1085/QĐ-UBND', type: 'QĐ' }, full)).toMatchObject({
      state: 'resolved',
      document: '/akn/vn/act/quyet-dinh/ubnd-tinh-hoa-binh/2022/1085-qd-ubnd',
    });
    expect(edgeOf({ number: '1085/QĐ-UBND', type: 'QĐ' })).toMatchObject({
      state: 'unresolved',
      reasons: expect.arrayContaining(['year-unknown']),
    });
    expect(edgeOf({ number: '1085/QĐ-UBND', type: 'QĐ' }, full, { ...full, date: '2020-01-01' })?.state).toBe(
      'ambiguous',
    );
  });

  it('settles "nêu trên" by the nearest mention of its type and "này" by the report', () => {
    const citations = [
      citationOf({ number: '10/QĐ-TTg', type: 'QĐ', date: '2022-01-01' }),
      citationOf({ number: '11/QĐ-TTg', type: 'QĐ', date: '2022-02-01' }),
      citationOf({ number: '12/CT-TTg', type: 'CT', date: '2022-03-01' }),
      citationOf({ kind: 'anaphora', type: 'QĐ', quote: 'Quyết định nêu trên' }),
      citationOf({ kind: 'anaphora', type: 'BC', quote: 'Báo cáo này' }),
      citationOf({ kind: 'anaphora', type: 'NQ', quote: 'Nghị quyết trên' }),
    ];
    const { citations: edges, diagnostics, self } = normalize(citations);
    expect(edges.find(({ citation }) => citation === 3)).toMatchObject({
      document: edges[1]!.document,
      reasons: expect.arrayContaining(['antecedent:1']),
    });
    expect(edges.find(({ citation }) => citation === 4)?.document).toBe(self?.key);
    expect(edges.find(({ citation }) => citation === 5)).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['normalize/no-antecedent']);
  });

  it('keeps the other documents of the kind that an anaphor may mean, and says how it was settled', () => {
    const two = [
      citationOf({ number: '10/QĐ-TTg', type: 'QĐ', date: '2022-01-01', block: 1 }),
      citationOf({ number: '11/QĐ-TTg', type: 'QĐ', date: '2022-02-01', block: 1 }),
    ];
    const anaphor = citationOf({ kind: 'anaphora', type: 'QĐ', quote: 'Quyết định nêu trên', block: 2 });
    const near = normalize([...two, anaphor]).citations;
    expect(near[2]).toMatchObject({
      document: near[1]!.document,
      state: 'ambiguous',
      candidates: [near[0]!.document],
      reasons: expect.arrayContaining(['antecedent:1']),
    });
    const far = normalize([{ ...two[0]!, block: 0 }, two[1]!, anaphor]).citations;
    expect(far[2]).toMatchObject({ document: far[1]!.document, state: 'resolved', candidates: [] });
  });

  it.each([
    ['citation/alias', 'alias'],
    ['citation/law-of-year', 'law-of-year'],
  ])('settles what %s stands for by its full form, not by the nearest', (rule, reason) => {
    const { citations: edges } = normalize([
      citationOf({ kind: 'named', number: null, name: 'Luật Lưu trữ năm 2011', type: 'L' }),
      citationOf({ kind: 'named', number: null, name: 'Luật Lưu trữ năm 2024', type: 'L' }),
      citationOf({ kind: 'anaphora', type: 'L', quote: 'Luật 2011', resolved: 'Luật Lưu trữ năm 2011', rule }),
    ]);
    expect(edges[2]).toMatchObject({
      document: edges[0]!.document,
      reasons: expect.arrayContaining([reason, 'antecedent:0']),
    });
  });

  it('files a programme called by a number under the decision of that number, without a warning', () => {
    const { citations: edges, diagnostics } = normalize([
      citationOf({ number: '1719/QĐ-TTg', type: 'QĐ', date: '2021-10-14' }),
      citationOf({ number: '1719', type: 'CTr', resolved: '1719/QĐ-TTg', rule: 'citation/alias' }),
    ]);
    expect(edges[1]).toMatchObject({
      document: edges[0]!.document,
      reasons: expect.arrayContaining(['full-form-in-report']),
    });
    expect(diagnostics).toEqual([]);
  });

  it("joins relations by key and leaves out a document's relation to itself", () => {
    const citations = [
      citationOf({ number: '38/2023/NĐ-CP', type: 'NĐ' }),
      citationOf({ number: '27/2022/NĐ-CP', type: 'NĐ' }),
      citationOf({ number: '38/2023/ND-CP', type: 'NĐ' }),
    ];
    const relation = {
      from: '',
      to: '',
      relation: 'amends' as const,
      relationDetail: null,
      span: { start: 0, end: 5 },
      confidence: 1,
      rule: 'test',
    };
    const { relations, documents } = normalizeReport(report, {
      ...extractionOf(citations),
      relations: [
        { ...relation, fromCitation: 0, toCitation: 1 },
        { ...relation, fromCitation: 0, toCitation: 2 },
      ],
    });
    expect(relations).toEqual([
      {
        from: '/akn/vn/act/nghi-dinh/chinh-phu/2023/38-2023-nd-cp',
        relation: 'amends',
        relationDetail: null,
        to: '/akn/vn/act/nghi-dinh/chinh-phu/2022/27-2022-nd-cp',
        span: { start: 0, end: 5 },
      },
    ]);
    expect(documents.map(({ aliases }) => aliases)).toEqual([['27/2022/NĐ-CP'], ['38/2023/ND-CP', '38/2023/NĐ-CP']]);
  });

  it.each<[string, Partial<Citation>[]]>([
    ['normalize/type-conflict', [{ number: '12/QĐ-UBND', type: 'KH', date: '2022-01-01' }]],
    ['normalize/year-conflict', [{ number: '38/2023/NĐ-CP', type: 'NĐ', date: '2022-06-24' }]],
    ['normalize/date-after-report', [{ number: '12/QĐ-UBND', type: 'QĐ', date: '2024-01-01' }]],
    [
      'normalize/date-conflict',
      [
        { number: '12/QĐ-TTg', type: 'QĐ', date: '2022-01-01' },
        { number: '12/QĐ-TTg', type: 'QĐ', date: '2022-01-02' },
      ],
    ],
  ])('reports %s and goes on', (code, citations) => {
    expect(normalize(citations.map(citationOf)).diagnostics.map((each) => each.code)).toEqual([code]);
  });

  const anyCitation = fc.record({
    kind: fc.constantFrom('numbered' as const, 'named' as const, 'anaphora' as const),
    type: fc.constantFrom(null, 'QĐ', 'KH', 'NQ', 'CV', 'L', 'CT'),
    number: fc.constantFrom(
      null,
      '12',
      '12/QĐ-UBND',
      '12-NQ/TU',
      '12/2020/QĐ-UBND',
      '12/BDT-VP',
      '12/QD-UBND',
      '7-KH/HU',
      'TCVN 1:2020',
      '999',
    ),
    name: fc.constantFrom(null, 'Luật Đất đai', 'Nghị quyết Đại hội XIII'),
    date: fc.constantFrom(null, '2021-03-04', '2022-05', '2022-05-06'),
    issuer: fc.constantFrom(null, 'UBND tỉnh', 'UBND huyện', 'UBND tỉnh Hòa Bình', 'Huyện ủy', 'Hội Nông dân'),
    quote: fc.constantFrom('Quyết định này', 'Kế hoạch trên', 'x'),
  });

  it('gives the same result twice, in the shape of the record, with a node for every edge', () => {
    fc.assert(
      fc.property(fc.array(anyCitation, { maxLength: 12 }), (fields) => {
        const citations = fields.map(citationOf);
        const once = normalize(citations);
        expect(normalize(citations)).toEqual(once);
        expect(() => normalizedReport.parse(once)).not.toThrow();
        const keys = new Set(once.documents.map(({ key }) => key));
        for (const { document, state, candidates } of once.citations) {
          expect(keys.has(document)).toBe(true);
          expect(candidates.includes(document)).toBe(false);
          if (state === 'resolved') expect(candidates).toEqual([]);
        }
      }),
    );
  });

  it('never gives one key to a local document in the reports of two provinces', () => {
    const local = anyCitation.filter(
      ({ kind, type, issuer, number }) =>
        kind === 'numbered' &&
        type !== 'L' &&
        number !== null &&
        !number.startsWith('TCVN') &&
        number !== '999' &&
        issuer !== 'UBND tỉnh Hòa Bình',
    );
    const provinces = fc.constantFrom('Sơn La', 'Lâm Đồng', 'Gia Lai', 'Đà Nẵng', null);
    fc.assert(
      fc.property(local, provinces, provinces, (fields, one, other) => {
        fc.pre(one !== other);
        const keyAt = (province: string | null, sha: string) => {
          const header =
            province === null
              ? headerOf({ parent: null, place: null, issuer: null, number: null })
              : headerOf({ parent: `UBND TỈNH ${province.toUpperCase()}`, place: province });
          const text = documentOf('Văn bản không nêu nơi ban hành.');
          return normalizeReport({ ...text, sha256: sha.repeat(64) }, extractionOf([citationOf(fields)], header))
            .citations[0]?.document;
        };
        expect(keyAt(one, 'a')).not.toBe(keyAt(other, 'b'));
      }),
    );
  });
});
