import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citation as citationSchema, type Provision } from '../../../src/model/index.js';
import { cite } from './extract.js';

/** "article 9 (clause 1 (point a, point b), clause 3), article 12" */
const shown = (tree: readonly Provision[]): string =>
  tree
    .map(({ unit, label, children }) => `${unit} ${label}${children.length === 0 ? '' : ` (${shown(children)})`}`)
    .join(', ');
const treeOf = (text: string): string => shown(cite(text).citations[0]?.provisionTree ?? []);

describe('provisions before their document', () => {
  it.each([
    [
      'điểm a, b khoản 1, khoản 3 Điều 9 và Điều 12 Luật Đất đai',
      'article 9 (clause 1 (point a, point b), clause 3), article 12',
    ],
    ['Khoản 9, Điều 9 Luật Ngân sách nhà nước', 'article 9 (clause 9)'],
    [
      'điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự',
      'part I (chapter XII (section 5 (article 103 (clause 2 (point a)))))',
    ],
    ['các khoản 1, 2 và 3 Điều 5 Luật Đất đai', 'article 5 (clause 1, clause 2, clause 3)'],
    ['khoản 1 và điểm b khoản 2 Điều 7 Luật Đất đai', 'article 7 (clause 1, clause 2 (point b))'],
    ['điểm a và khoản 2 Điều 5 Luật Đất đai', 'article 5 (point a, clause 2)'],
    ['Điều 5, khoản 2 Điều 7 Luật Đất đai', 'article 5, article 7 (clause 2)'],
    [
      'khoản 3 Điều 15 và khoản 2, khoản 6 Điều 21 Nghị định số 3/2020/NĐ-CP',
      'article 15 (clause 3), article 21 (clause 2, clause 6)',
    ],
    ['khoản 1a Điều 5, Điều 12a Luật Đất đai', 'article 5 (clause 1a), article 12a'],
    ['các Điều 5, 6, 7 và 8 của Luật Đất đai', 'article 5, article 6, article 7, article 8'],
    ['điểm đ khoản 2 Điều 5 Luật Đất đai', 'article 5 (clause 2 (point đ))'],
    ['điểm c1 khoản 2 Điều 5 Luật Đất đai', 'article 5 (clause 2 (point c1))'],
    ['điểm a), b) khoản 2 Điều 5 Luật Đất đai', 'article 5 (clause 2 (point a, point b))'],
    ['Mục 2 Chương III Nghị định số 3/2020/NĐ-CP', 'chapter III (section 2)'],
    ['tiểu mục 3 Mục I Phần B Nghị quyết số 5-NQ/TU', 'part B (section I (subsection 3))'],
    ['Phần thứ hai của Bộ luật Dân sự', 'part thứ hai'],
    [
      'Tại tiết 2.2.1, điểm 2.2, khoản 2, Điều 30 Quy định số 7-QĐ/TW',
      'article 30 (clause 2 (point 2.2 (indent 2.2.1)))',
    ],
    ['tiết 1.2 điểm b mục 3 Chỉ thị số 7/CT-UBND', 'section 3 (point b (indent 1.2))'],
    ['gạch đầu dòng thứ nhất điểm a khoản 2 Điều 3 Luật Đất đai', 'article 3 (clause 2 (point a (indent thứ nhất)))'],
    ['đoạn 2 khoản 1 Điều 7 Luật Đất đai', 'article 7 (clause 1 (indent 2))'],
    ['Phụ lục số 02 kèm theo Công văn số 15/SNV-TH', 'annex 02'],
    ['Phụ lục I ban hành kèm theo Thông tư số 3/2020/TT-BNV', 'annex I'],
    ['Mẫu số 03 Phụ lục II kèm theo Nghị định số 3/2020/NĐ-CP', 'annex II (form 03)'],
    ['Mẫu số 01/TĐKT kèm theo Nghị định số 3/2020/NĐ-CP', 'form 01/TĐKT'],
    ['mẫu 2C-BNV/2008 ban hành kèm theo Quyết định số 2/2008/QĐ-BNV', 'form 2C-BNV/2008'],
    ['Chỉ tiêu số 1 tại Phụ lục số 02 kèm theo Công văn số 120-CV/BCĐ', 'annex 02 (item 1)'],
    ['Ðiều 5 Luật Đất đai', 'article 5'],
    ['ðiểm a khoản 2 Ðiều 5 Luật Đất đai', 'article 5 (clause 2 (point a))'],
    ['KHOẢN 2 ĐIỀU 5 LUẬT ĐẤT ĐAI', 'article 5 (clause 2)'],
    ['K.2 Đ.5 Luật Đất đai', 'article 5 (clause 2)'],
    ['k. 2, đ. 5 Luật Đất đai', 'article 5 (clause 2)'],
    ['đ a k 2 Đ 5 Luật Đất đai', 'article 5 (clause 2 (point a))'],
    ['Chương ll Luật Đất đai', 'chapter ll'],
    ['tại khoản 2 Điều 5 Nghị định này', 'article 5 (clause 2)'],
  ])('reads %j', (text, expected) => {
    expect(treeOf(text)).toBe(expected);
  });
});

describe('the larger part first', () => {
  it.each([
    ['Điều 9 khoản 1 điểm a của Luật Đất đai', 'article 9 (clause 1 (point a))'],
    ['Điều 9, khoản 1, điểm a Luật Đất đai', 'article 9 (clause 1 (point a))'],
    ['Điều 9 khoản 1 điểm a, Điều 12 khoản 3 Luật Đất đai', 'article 9 (clause 1 (point a)), article 12 (clause 3)'],
    ['Điều 9 khoản 1 và khoản 2 Luật Đất đai', 'article 9 (clause 1, clause 2)'],
    ['Chương III Mục 2 Điều 15 Luật Đất đai', 'chapter III (section 2 (article 15))'],
    ['Phụ lục I Mẫu số 02 kèm theo Nghị định số 3/2020/NĐ-CP', 'annex I (form 02)'],
  ])('reads %j', (text, expected) => {
    expect(treeOf(text)).toBe(expected);
  });
});

describe('ranges', () => {
  it.each([
    ['từ Điều 5 đến Điều 9 Luật Đất đai', 'article 5-9', ['5', '9']],
    ['Điều 5 đến 9 Luật Đất đai', 'article 5-9', ['5', '9']],
    ['Điều 5-9 Luật Đất đai', 'article 5-9', ['5', '9']],
    ['Điều 5 – Điều 9 Luật Đất đai', 'article 5-9', ['5', '9']],
    ['từ Chương II đến Chương IV Luật Đất đai', 'chapter II-IV', ['II', 'IV']],
  ])('reads %j', (text, expected, [from, to]) => {
    expect(treeOf(text)).toBe(expected);
    expect(cite(text).citations[0]!.provisionTree[0]).toMatchObject({ from, to });
  });

  it('puts a range inside its article', () => {
    expect(treeOf('khoản 1 đến khoản 4 Điều 3 Luật Đất đai')).toBe('article 3 (clause 1-4)');
    expect(treeOf('từ điểm a đến điểm d khoản 2, Điều 7 Luật Đất đai')).toBe('article 7 (clause 2 (point a-d))');
    expect(treeOf('Điều 3, từ Điều 5 đến Điều 9 và Điều 12 Luật Đất đai')).toBe('article 3, article 5-9, article 12');
  });
});

describe('provisions after their document', () => {
  it.each([
    ['theo Luật Đất đai tại Điều 5', 'article 5'],
    ['theo Luật Đất đai năm 2024 quy định tại khoản 2 Điều 5 thì', 'article 5 (clause 2)'],
    ['theo Quyết định số 5/QĐ-UBND (khoản 2 Điều 3)', 'article 3 (clause 2)'],
    ['theo Quyết định số 5/QĐ-UBND ngày 3/4/2023 của UBND tỉnh (Điều 3, điểm b)', 'article 3 (point b)'],
    [
      'theo Quyết định số 5/QĐ-UBND ngày 3/4/2023 của UBND tỉnh về khuyến học (tại khoản 2 Điều 3)',
      'article 3 (clause 2)',
    ],
    ['Luật Đất đai, Điều 5 và Điều 7 quy định', 'article 5, article 7'],
    ['Luật Đất đai Điều 5 quy định', 'article 5'],
    ['khoản 2 Điều 3 Luật Đất đai và Luật Lưu trữ (Điều 5)', 'article 3 (clause 2)'],
  ])('reads %j', (text, expected) => {
    expect(treeOf(text)).toBe(expected);
  });

  it('leaves to the next document what is its own', () => {
    const { citations } = cite('Luật Đất đai, khoản 2 Điều 5 Luật Lưu trữ và Luật Đầu tư (Điều 9)');
    expect(citations.map(({ provisionTree }) => shown(provisionTree))).toEqual([
      '',
      'article 5 (clause 2)',
      'article 9',
    ]);
  });

  it.each([
    'theo Kế hoạch số 5/KH-UBND (Phụ lục 01)',
    'theo Kế hoạch số 5/KH-UBND (Biểu số 2 kèm theo)',
    'theo Kế hoạch số 5/KH-UBND, mục 2 báo cáo',
    'sửa Luật Đất đai tại Điều 5 Quy chế làm việc',
    'theo Luật Đất đai tại Điều 5 Nghị định này',
    'Luật Đất đai\nĐiều 5. Phạm vi điều chỉnh',
    'theo Luật Đất đai, 3 điểm cầu',
    'theo Luật Đất đai (khoản tiền 5 triệu)',
    'theo Luật Đất đai (Điều kiện)',
    'theo Luật Đất đai. Điều 5 đã',
  ])('finds none in %j', (text) => {
    expect(treeOf(text)).toBe('');
  });
});

describe('what is no provision', () => {
  it.each([
    'đạt 3 điểm Luật Đất đai',
    'tại 5 điểm cầu theo Luật Đất đai',
    'khoản tiền 5 triệu theo Luật Đất đai',
    'khoản chi 2 theo Luật Đất đai',
    'tại Điều này và Luật Đất đai',
    'bổ sung điều kiện theo Luật Đất đai',
    'điểm nóng, điểm trường theo Luật Đất đai',
    'mục tiêu 2 trong Luật Đất đai',
    'chương trình 3 theo Luật Đất đai',
    'phần quà 2 theo Luật Đất đai',
    'quy định tại Danh mục C ban hành kèm theo Nghị định số 51/1999/NĐ-CP',
    'tại khoản 2 Điều này; Luật Đất đai',
    'điều tra 5 vụ theo Luật Đất đai',
    'điểm số 9 về Luật Đất đai',
    'khoản kinh phí 3 tỷ theo Luật Đất đai',
    'mục đích 2 của Luật Đất đai',
    'ông K 2 Luật Đất đai',
    'đạt 90 điểm, xếp thứ 2 về Luật Đất đai',
  ])('finds none in %j', (text) => {
    expect(treeOf(text)).toBe('');
  });
});

const unit = fc.constantFrom('Điều', 'khoản', 'điểm', 'Mục', 'Chương', 'Phần', 'Phụ lục', 'tiết');
const label = fc.constantFrom('1', '12', '5a', 'a', 'đ', 'II', 'thứ hai', '1.2');
const joiner = fc.constantFrom(' ', ', ', ' và ', ' đến ', ' của ');
const chain = fc.array(fc.tuple(unit, label, joiner), { minLength: 1, maxLength: 6 }).map((parts) =>
  parts
    .map(([word, value, join]) => `${word} ${value}${join}`)
    .join('')
    .replace(/(?:,| và| đến| của)? $/u, ' '),
);

const nodesOf = (tree: readonly Provision[]): Provision[] => tree.flatMap((node) => [node, ...nodesOf(node.children)]);

describe('always', () => {
  it('every part quotes its label, and the schema takes the record', () => {
    fc.assert(
      fc.property(chain, fc.boolean(), (parts, after) => {
        const text = after ? `Luật Đất đai tại ${parts}` : `${parts}Luật Đất đai`;
        const { document, citations } = cite(text);
        for (const one of citations) {
          citationSchema.parse(one);
          for (const { label: said, from, to, span } of nodesOf(one.provisionTree)) {
            const quoted = document.text.slice(span.start, span.end);
            if (to === null) expect(quoted).toBe(said);
            else expect([quoted.startsWith(from!), quoted.endsWith(to)]).toEqual([true, true]);
          }
        }
      }),
    );
  });

  it('more space, line breaks and no-break spaces change no tree', () => {
    fc.assert(
      fc.property(chain, fc.constantFrom('  ', '\n', '\u00a0', ' \n'), (parts, space) => {
        const text = `${parts}Luật Đất đai`;
        expect(treeOf(text.replaceAll(' ', space))).toBe(treeOf(text));
      }),
    );
  });

  it('names every part once, in the flat list and in the tree', () => {
    fc.assert(
      fc.property(chain, (parts) => {
        const [one] = cite(`${parts}Luật Đất đai`).citations;
        const ends = nodesOf(one!.provisionTree).reduce((sum, { to }) => sum + (to === null ? 1 : 2), 0);
        const flat = one!.provisions.reduce((sum, words) => sum + (words.includes(' đến ') ? 2 : 1), 0);
        expect(ends).toBe(flat);
      }),
    );
  });
});
