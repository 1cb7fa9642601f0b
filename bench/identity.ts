// Whether mentions of one document fall together, and those of two stay apart, on reports of known truth:
//   npx tsx bench/identity.ts [REPORTS=400] [SEED=1]
// Issuers of 4 provinces that share numbers, districts among them, before and after the merger of July 2025; references in
// full and shortened, with a reader's slips, slips in the year, bare numbers that only other reports settle, and bodies
// that are said to be former. What a report leaves open counts as a document of that report alone. Baseline: the printed
// number alone, folded, as the identity.
import { createHash } from 'node:crypto';
import { extract } from '../src/extract/index.js';
import { readDocument } from '../src/ingest/index.js';
import { normalizeReport } from '../src/normalize/index.js';
import { type OpenMention, siblingRanges, weighSiblings } from '../src/store/identity/weigh-siblings.js';
import { foldKey } from '../src/text/fold.js';
import { chance, two } from './chance.js';

const [countText = '400', seedText = '1'] = process.argv.slice(2);
const count = Number(countText);
const { random, below, pick } = chance(Number(seedText));
const likely = (share: number) => random() < share;

const provinces = ['Quảng Ngãi', 'Bình Định', 'Lào Cai', 'Gia Lai'] as const;
/** those that exist since July 2025 */
const merged: readonly (typeof provinces)[number][] = ['Quảng Ngãi', 'Lào Cai', 'Gia Lai'];
const heldBy = (province: (typeof provinces)[number]) => (province === 'Bình Định' ? 'Gia Lai' : province);
const districts: Readonly<Record<(typeof provinces)[number], readonly string[]>> = {
  'Quảng Ngãi': ['Ba Tơ', 'Sơn Hà'],
  'Bình Định': ['Tây Sơn', 'Vĩnh Thạnh'],
  'Lào Cai': ['Bát Xát', 'Mường Khương'],
  'Gia Lai': ['Chư Sê', 'Ia Grai'],
};
type Province = (typeof provinces)[number];

interface Issuer {
  /** how its own province's reports call it; in full it has the place behind */
  readonly short: string;
  readonly full: string;
  readonly code: string;
  readonly party: boolean;
  readonly province: Province | null;
  /** only reports of this district call it by its short name */
  readonly district: string | null;
  /** made in the merger */
  readonly since2025?: true;
  readonly types: readonly (readonly [word: string, code: string])[];
}
const state = [
  ['Quyết định', 'QĐ'],
  ['Kế hoạch', 'KH'],
  ['Công văn', ''],
  ['Báo cáo', 'BC'],
] as const;
const issuers: readonly Issuer[] = [
  {
    short: 'Chính phủ',
    full: 'Chính phủ',
    code: 'CP',
    party: false,
    province: null,
    district: null,
    types: [
      ['Nghị định', 'NĐ'],
      ['Nghị quyết', 'NQ'],
    ],
  },
  {
    short: 'Thủ tướng Chính phủ',
    full: 'Thủ tướng Chính phủ',
    code: 'TTg',
    party: false,
    province: null,
    district: null,
    types: [
      ['Quyết định', 'QĐ'],
      ['Chỉ thị', 'CT'],
    ],
  },
  ...provinces.flatMap((province): Issuer[] => [
    {
      short: 'UBND tỉnh',
      full: `UBND tỉnh ${province}`,
      code: 'UBND',
      party: false,
      province,
      district: null,
      types: state,
    },
    {
      short: 'HĐND tỉnh',
      full: `HĐND tỉnh ${province}`,
      code: 'HĐND',
      party: false,
      province,
      district: null,
      types: [['Nghị quyết', 'NQ']],
    },
    {
      short: 'Sở Nội vụ',
      full: `Sở Nội vụ tỉnh ${province}`,
      code: 'SNV',
      party: false,
      province,
      district: null,
      types: [
        ['Kế hoạch', 'KH'],
        ['Báo cáo', 'BC'],
        ['Hướng dẫn', 'HD'],
      ],
    },
    {
      short: 'Tỉnh ủy',
      full: `Tỉnh ủy ${province}`,
      code: 'TU',
      party: true,
      province,
      district: null,
      types: [
        ['Chỉ thị', 'CT'],
        ['Nghị quyết', 'NQ'],
        ['Kế hoạch', 'KH'],
      ],
    },
    ...(merged.includes(province)
      ? [
          {
            short: 'UBND tỉnh',
            full: `UBND tỉnh ${province}`,
            code: 'UBND',
            party: false,
            province,
            district: null,
            types: state,
            since2025: true as const,
          },
        ]
      : []),
    ...districts[province].map(
      (district): Issuer => ({
        short: 'UBND huyện',
        full: `UBND huyện ${district}`,
        code: 'UBND',
        party: false,
        province,
        district,
        types: [
          ['Quyết định', 'QĐ'],
          ['Kế hoạch', 'KH'],
        ],
      }),
    ),
  ]),
];

interface Paper {
  readonly truth: string;
  readonly issuer: Issuer;
  readonly word: string;
  readonly number: string;
  readonly digits: string;
  readonly day: string;
  readonly legal: boolean;
}
const papers: Paper[] = [];
for (const issuer of issuers)
  for (let each = 0; each < 12; each += 1) {
    const [word, code] = pick(issuer.types);
    const year = issuer.since2025 ? 2025 : 2019 + below(6);
    // Provinces share numbers: serials come from a small range.
    const digits = two(1 + below(60));
    const legal = word === 'Nghị định' || (code === 'NQ' && issuer.code === 'HĐND');
    const symbol =
      code === '' ? `/${issuer.code}-VX` : issuer.party ? `-${code}/${issuer.code}` : `/${code}-${issuer.code}`;
    const number = legal ? `${digits}/${year}/${code}-${issuer.code}` : `${digits}${symbol}`;
    const month = issuer.since2025 ? 7 + below(5) : 1 + below(12);
    const day = `${two(1 + below(28))}/${two(month)}/${year}`;
    const truth = `${issuer.full}${issuer.since2025 ? ' 2025' : ''}|${word}|${number}|${year}`;
    if (!papers.some((paper) => paper.truth === truth))
      papers.push({ truth, issuer, word, number, digits, day, legal });
  }

/** A reader's slips that the letters beside them betray. */
const slipped = (text: string): string => {
  switch (below(4)) {
    case 0:
      return text.replace('Đ', 'Ð');
    case 1:
      return text.replace(/^(\d)0/, '$1O');
    case 2:
      return text.replace('UBND', 'UBNO');
    default:
      return text.replace('/', ' / ');
  }
};

interface Home {
  readonly province: Province;
  readonly district: string | null;
  /** written in December 2025 */
  readonly late: boolean;
}
const isAtHome = ({ issuer }: Paper, home: Home): boolean =>
  issuer.province === home.province &&
  (issuer.since2025 === true) === home.late &&
  (issuer.district === null || issuer.district === home.district);
/** How a report after the merger calls a body from before it. */
const formerly = (issuer: Issuer): string => {
  const held = issuer.province === null ? '' : heldBy(issuer.province);
  return pick(['', ' (cũ)', ' cũ', ' (trước sáp nhập)', ' trước đây', ` (nay là tỉnh ${held})`]);
};
const yearSlips = { made: 0, told: 0 };

/** How a report of `home` refers to a paper; `known` when it stands in full before. */
function reference(paper: Paper, home: Home, known: boolean): { readonly text: string; readonly slip: boolean } {
  const abbreviations: Readonly<Record<string, string>> = {
    'Quyết định': 'QĐ',
    'Kế hoạch': 'KH',
    'Nghị quyết': 'NQ',
    'Chỉ thị': 'CT',
  };
  if (known && likely(0.5)) return { text: `${paper.word} số ${paper.digits}`, slip: false };
  if (known && likely(0.5)) return { text: `${paper.word} số ${paper.number}`, slip: false };
  const slip = likely(0.05);
  const number = slip ? slipped(paper.number) : paper.number;
  const word = likely(0.1) ? (abbreviations[paper.word] ?? paper.word) : paper.word;
  const office = isAtHome(paper, home) && likely(0.8) ? paper.issuer.short : paper.issuer.full;
  const day = paper.day.split('/').map(Number);
  const slipOfYear = !known && !paper.legal && likely(0.01);
  if (slipOfYear) {
    yearSlips.made += 1;
    day[2]! -= 1;
  }
  const date =
    likely(0.5) || slipOfYear
      ? `${two(day[0]!)}/${two(day[1]!)}/${day[2]}`
      : `${two(day[0]!)} tháng ${day[1]} năm ${day[2]}`;
  if (home.late && paper.issuer.province !== null && !paper.issuer.since2025)
    return { text: `${word} số ${number} ngày ${date} của ${paper.issuer.full}${formerly(paper.issuer)}`, slip };
  // The symbol left out, the year left out: only other reports know.
  if (!paper.legal && likely(0.02))
    return { text: `${paper.word} số ${paper.digits} ngày ${date} của ${office}`, slip };
  if (!paper.legal && likely(0.01)) return { text: `${word} số ${number} của ${office}`, slip };
  if (likely(0.06) && isAtHome(paper, home)) return { text: `${word} số ${number} ngày ${date}`, slip };
  if (paper.legal && likely(0.3)) return { text: `${word} số ${number} của ${office}`, slip };
  return { text: `${word} số ${number} ngày ${date} của ${office}`, slip };
}

interface Mention {
  readonly truth: string;
  /** of the document; with the report's number where the report leaves open which one it is */
  key: string | null;
  readonly node: string;
  readonly report: number;
  readonly open: OpenMention;
  readonly state: string;
  readonly folded: string;
  readonly text: string;
  readonly home: string;
}
const mentions: Mention[] = [];
/** What each report says of each document: the reports that name it, and the days. */
const named = new Map<string, { readonly reports: Set<number>; readonly days: Map<string, number> }>();
let lost = 0;
for (let index = 0; index < count; index += 1) {
  const province = pick(provinces);
  const late = merged.includes(province) && likely(0.3);
  const district = !late && likely(0.4) ? pick(districts[province]) : null;
  const home: Home = { province, district, late };
  const office = district === null ? 'SỞ Y TẾ' : 'PHÒNG NỘI VỤ';
  const parent = district === null ? `UBND TỈNH ${province.toUpperCase()}` : `UBND HUYỆN ${district.toUpperCase()}`;
  const place = district ?? province;
  const cited = Array.from({ length: 3 + below(8) }, () => pick(papers)).filter(
    (paper, at, all) =>
      // A report knows its own province and the centre; now and then it cites a neighbour by its full name.
      (isAtHome(paper, home) ||
        paper.issuer.province === null ||
        // A report of the merged province rests on what its predecessors issued.
        (late && heldBy(paper.issuer.province) === province && !paper.issuer.since2025) ||
        likely(0.15)) &&
      (late || !paper.issuer.since2025) &&
      // A bare number would mean either of two of its own papers.
      all.findIndex(({ digits, word }) => digits === paper.digits && word === paper.word) === at,
  );
  const seen = new Set<Paper>();
  const sentences: { readonly text: string; readonly papers: readonly Paper[] }[] = [];
  for (const paper of [...cited, ...cited.filter(() => likely(0.4))]) {
    const { text } = reference(paper, home, seen.has(paper));
    seen.add(paper);
    sentences.push({ text: `Thực hiện ${text}, đơn vị đã hoàn thành nhiệm vụ được giao.`, papers: [paper] });
  }
  const body = `${parent}                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
${office}                          Độc lập - Tự do - Hạnh phúc

Số: ${index + 1}/BC-${district === null ? 'SYT' : 'PNV'}                ${place}, ngày 20 tháng 12 năm ${late ? 2025 : 2024}

BÁO CÁO
Kết quả công tác năm 2024${district === null ? '' : ` của huyện ${district}, tỉnh ${province}`}

${sentences.map(({ text }) => text).join('\n\n')}
`;
  const document = await readDocument({ bytes: Buffer.from(body), name: `${index}.txt` });
  const extraction = extract(document);
  const normalized = normalizeReport(document, extraction);
  for (const { key, issuedOn } of normalized.documents) {
    const known = named.get(key) ?? { reports: new Set(), days: new Map() };
    named.set(key, known);
    known.reports.add(index);
    if (issuedOn !== null) known.days.set(issuedOn, (known.days.get(issuedOn) ?? 0) + 1);
  }
  yearSlips.told += normalized.conflicts.filter(({ code }) => code === 'year-slip').length;
  let at = 0;
  const blocks = new Map(
    sentences.map(({ text, papers: [paper] }) => {
      const begin = document.text.indexOf(text, at);
      if (begin < 0) throw new Error(`«${text}» is not in the text as read`);
      at = begin + text.length;
      return [begin, paper!] as const;
    }),
  );
  const starts = [...blocks.keys()].sort((a, b) => a - b);
  const found = new Set<number>();
  for (const edge of normalized.citations) {
    const { citation, document: key, state } = edge;
    const { span, quote, number, date } = extraction.citations[citation]!;
    const start = starts.findLast((at) => at <= span.start);
    if (start === undefined) continue;
    found.add(start);
    mentions.push({
      truth: blocks.get(start)!.truth,
      key: state === 'resolved' ? key : `${key}#${index}`,
      node: key,
      report: index,
      open: {
        edge,
        date,
        reportDate: extraction.header.date,
        reportIssuer: normalized.self?.key.split('/')[5] ?? null,
        alone: false,
      },
      state,
      folded: foldKey(number ?? quote),
      text: quote,
      home: `${district ?? ''} ${province}`,
    });
  }
  lost += starts.filter((start) => !found.has(start)).length;
}

/** What the other reports say of the mentions that their own report leaves open. */
const alone = mentions.map(({ key }) => key);
const keys = [...named.keys()].sort();
const settled = { resolved: 0, wrong: 0, ambiguous: 0 };
for (const mention of mentions) {
  const open = { ...mention.open, alone: named.get(mention.node)?.reports.size === 1 };
  const siblings = siblingRanges(open).flatMap(({ first, end }) =>
    keys
      .filter((key) => key >= first && key < end)
      .map((key) => {
        const { reports, days } = named.get(key)!;
        const [day] = [...days].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
        return { key, issuedOn: day?.[0] ?? null, reports: reports.size - (reports.has(mention.report) ? 1 : 0) };
      }),
  );
  const said = weighSiblings(open, siblings);
  if (said === null) continue;
  settled[said.state] += 1;
  if (said.state !== 'resolved') continue;
  mention.key = said.document;
  const meant = mentions.filter(({ state, node }) => state === 'resolved' && node === said.document);
  if (meant.some(({ truth }) => truth !== mention.truth)) settled.wrong += 1;
}

/** Pairs of mentions that one identity puts together, and that belong together. */
function pairwise(identity: (mention: Mention, index: number) => string) {
  const groups = (of: (mention: Mention, index: number) => string): Map<string, number> => {
    const sizes = new Map<string, number>();
    for (const [index, mention] of mentions.entries())
      sizes.set(of(mention, index), (sizes.get(of(mention, index)) ?? 0) + 1);
    return sizes;
  };
  const pairs = (sizes: Map<string, number>): number =>
    [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const together = pairs(groups((mention, index) => `${identity(mention, index)}\n${mention.truth}`));
  return {
    precision: together / Math.max(1, pairs(groups(identity))),
    recall: together / Math.max(1, pairs(groups(({ truth }) => truth))),
  };
}

const show = (name: string, { precision, recall }: { readonly precision: number; readonly recall: number }): void =>
  console.log(`${name.padEnd(34)} precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}`);
const states = new Map<string, number>();
for (const { state } of mentions) states.set(state, (states.get(state) ?? 0) + 1);
console.log(`${count} reports, ${papers.length} documents, ${mentions.length} mentions, ${lost} references not found`);
console.log(
  Object.entries(states)
    .map(([state, list]) => `${state} ${list?.length}`)
    .join(', '),
);
show(
  'printed number alone (baseline)',
  pairwise(({ folded }) => folded),
);
show(
  'each report alone',
  pairwise((_mention, index) => alone[index] ?? ''),
);
show(
  'archive',
  pairwise(({ key }) => key ?? ''),
);
console.log(
  `left open by their own report, other reports settled ${settled.resolved} (${settled.wrong} wrong) and named candidates of ${settled.ambiguous}; ` +
    `${yearSlips.made} slips in the year`,
);

// Which merges and splits there are, by example.
const byKey = new Map<string, Mention[]>();
for (const mention of mentions) byKey.set(mention.key ?? '', [...(byKey.get(mention.key ?? '') ?? []), mention]);
const mixed = [...byKey].filter(([, list]) => new Set(list.map(({ truth }) => truth)).size > 1);
console.log(`keys that hold two documents: ${mixed.length}`);
for (const [key, list] of mixed.slice(0, 8))
  console.log(
    `  ${key}\n    ${[...new Set(list.map(({ truth, text, home }) => `${truth} «${text}» ${home}`))].slice(0, 3).join('\n    ')}`,
  );
const byTruth = new Map<string, Map<string, Mention[]>>();
for (const mention of mentions) {
  const keys = byTruth.get(mention.truth) ?? new Map<string, Mention[]>();
  byTruth.set(mention.truth, keys);
  keys.set(mention.key ?? '', [...(keys.get(mention.key ?? '') ?? []), mention]);
}
const split = [...byTruth].filter(([, keys]) => keys.size > 1);
console.log(`documents under two keys: ${split.length}`);
for (const [truth, keys] of split.slice(0, 12))
  console.log(
    `  ${truth}\n${[...keys].map(([key, list]) => `    ${list.length} × ${key}  «${list[0]!.text}» ${list[0]!.home}`).join('\n')}`,
  );
console.log(
  createHash('sha256')
    .update(JSON.stringify(mentions.map(({ open: _, ...mention }) => mention)))
    .digest('hex')
    .slice(0, 12),
);
