import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLegacy, seenThrough1252, type TableEncoding } from '../../../fixtures/encode-legacy.js';
import { decodeRuns } from '../../../src/ingest/legacy/decode-runs.js';
import { fontHint } from '../../../src/ingest/legacy/font-encoding.js';

type Run = readonly [text: string, font: string | null];

/** The texts of the paragraphs' runs after decoding. */
function decode(...paragraphs: (readonly Run[])[]): string[][] {
  const runs = paragraphs.map((paragraph) => paragraph.map(([text, font]) => ({ text, font })));
  return (decodeRuns(runs) ?? runs).map((paragraph) => paragraph.map(({ text }) => text));
}
const typed = (text: string, encoding: TableEncoding) => seenThrough1252(encodeLegacy(text, encoding));

const sentence =
  'Ủy ban nhân dân tỉnh chỉ đạo các sở, ngành và địa phương tổ chức thực hiện nghiêm túc kế hoạch đã được phê duyệt.';

describe('fonts', () => {
  it.each([
    ['.VnTime', 'tcvn3', false],
    ['.VnTimeH', 'tcvn3', true],
    ['ABCDEF+.VnTimeH,Bold', 'tcvn3', true],
    ['VnTimeHBold', 'tcvn3', true],
    ['VnTimeH(Ds)', 'tcvn3', true],
    ['.VnArial NarrowH', 'tcvn3', true],
    ['.VnCentury Schoolbook', 'tcvn3', false],
    ['.VnTeknical', 'tcvn3', false],
    ['VNI-Times', 'vni', false],
    ['GHIJKL+VNI-Helve-Condense', 'vni', false],
    ['VPS Long An', 'vps', false],
    ['Times New Roman', null, false],
    ['Vneck Sans', 'tcvn3', false],
    [null, null, false],
  ])('%s is of %s', (font, encoding, capitals) => {
    expect(fontHint(font)).toMatchObject({ encoding, capitals });
  });
});

describe('a run in a font with an encoding of its own', () => {
  it.each<[string, Run, string]>([
    [
      'decodes numbers with their letters',
      ['1085/Q§-UBND, 38/2023/N§-CP, H§ND', '.VnTime'],
      '1085/QĐ-UBND, 38/2023/NĐ-CP, HĐND',
    ],
    [
      'keeps numbers, English and addresses',
      ['06-NQ/TU, 12.345,6; Windows; vpubnd@quangngai.gov.vn', '.VnTime'],
      '06-NQ/TU, 12.345,6; Windows; vpubnd@quangngai.gov.vn',
    ],
    [
      'raises what an H font draws in capitals',
      ['céng hßa x· héi chñ nghÜa viÖt nam', '.VnTimeH'],
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    ],
    ['joins a capital typed before its toned letter', ['¢Êp A¸nh s¸ng, Oãng ¶', '.VnTime'], 'Ấp Ánh sáng, Óng ả'],
    ['keeps a minus', ['nhiÖt ®é −5 ®Õn +3; 5 − 3; −', '.VnTime'], 'nhiệt độ −5 đến +3; 5 − 3; −'],
    ['but not ư that is shown as one', ['−u tiªn, ®−êng, th−', '.VnTime'], 'ưu tiên, đường, thư'],
    ['keeps the bullet of a list', ['∙ x∙ NghÜa Hµnh', '.VnTime'], '∙ xã Nghĩa Hành'],
    ['reads a tone that was typed twice', ['ñôn vòï, thò xaõõ', 'VNI-Times'], 'đơn vị, thị xã'],
    ['reads a tone behind the mark of its vowel', ['VEÂØ, veâø, TOÂÛ', 'VNI-Times'], 'VỀ, về, TỔ'],
    ['reads a word with an abbreviation behind it', ['§iÓmTB, t×nh h×nh', '.VnTime'], 'ĐiểmTB, tình hình'],
    ['but not Uỷ', ['Uû ban, Uû viªn', '.VnTime'], 'Uỷ ban, Uỷ viên'],
    ['raises toned letters among capitals', ['QUYÕT §ÞNH Vµ CHØ THÞ', '.VnTime'], 'QUYẾT ĐỊNH VÀ CHỈ THỊ'],
    [
      'raises short words one after the other',
      ['BAN QU¶N Lý Dù ¸n; BAN QU¶N Lý Dù ¸N', '.VnTime'],
      'BAN QUẢN LÝ Dự án; BAN QUẢN LÝ DỰ ÁN',
    ],
    [
      'raises a word whose first letter alone has a tone',
      ['Danh môc ¸P 12, ¸p 13', '.VnTime'],
      'Danh mục ÁP 12, áp 13',
    ],
    ['leaves a short word after an abbreviation', ['UBND Mü Ch¸nh, H§ND x·', '.VnTime'], 'UBND Mỹ Chánh, HĐND xã'],
    ['reads VNI', ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'VNI-Times'], 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    [
      'finds VNI in a TCVN3 font',
      ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', '.VnTime'],
      'Cộng hòa xã hội chủ nghĩa Việt Nam',
    ],
    [
      'finds TCVN3 in a VNI font',
      ['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'VNI-Times'],
      'Cộng hòa xã hội chủ nghĩa Việt Nam',
    ],
    ['finds Unicode in it', ['Các xã đã báo cáo kết quả', '.VnTime'], 'Các xã đã báo cáo kết quả'],
    ['does not raise Unicode in an H font', ['Các xã đã báo cáo kết quả', '.VnTimeH'], 'Các xã đã báo cáo kết quả'],
    ['keeps a Unicode word among others', ['TØnh ủy chØ ®¹o c¸c huyÖn', '.VnTime'], 'Tỉnh ủy chỉ đạo các huyện'],
    [
      'reads Eth that software took for Đ',
      ['Vĩnh Long, Bé tr\u00adëng, kĐm theo', '.VnTime'],
      'Vĩnh Long, Bộ trưởng, kém theo',
    ],
    [
      'undoes a code page for Vietnamese',
      [
        'QuyƠt ®Þnh cđa Chđ tÞch ữy ban'.replace(
          /.*/s,
          new TextDecoder('windows-1258').decode(encodeLegacy('quyết định của chủ tịch ủy ban', 'tcvn3')),
        ),
        '.VnTime',
      ],
      'quyết định của chủ tịch ủy ban',
    ],
  ])('%s', (_, run, expected) => {
    expect(decode([run])).toEqual([[expected]]);
  });
});

describe('runs of which no font is known', () => {
  it.each<[string, string, string]>([
    ['TCVN3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['VNI', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['VISCII', typed(sentence, 'viscii'), sentence],
    ['VPS', typed(sentence, 'vps'), sentence],
    ['Windows-1258', seenThrough1252(encodeLegacy(sentence, 'windows-1258')), sentence],
    ['misread UTF-8', seenThrough1252(encodeLegacy(sentence, 'utf-8')), sentence],
  ])('are read as %s when the letters say so', (_, shown, meant) => {
    expect(decode([[shown, 'Times New Roman']])).toEqual([[meant]]);
    expect(decode([[shown, null]])).toEqual([[meant]]);
  });
  it.each([
    sentence,
    'El señor Muñoz comió una piña mañana en la montaña, según el señor Ibáñez.',
    'Le gouvernement français a décidé où et quand la réunion aura lieu; même les élèves étaient là, très étonnés.',
    'Die Größe der Fläche: 12 m² ± 0,5; für größere Flächen müssen Anträge geprüft werden. § 5 Absatz 2, ½ Stück.',
    'O município não tem condições; a situação é difícil, então às vezes há exceções.',
    'The Windows® trademark © 2004 of a µm-sized part ª º ¹ ² ³, 25° C, £ 5, ¥ 6.',
    'vpubnd@quangngai.gov.vn – http://www.quangngai.gov.vn – 0255.3822.123',
    'Đ/c Nguyễn Văn Ánh – 12 m² đất, khoảng 25°C; §3 khoản 2 «Ưu tiên»; µg/l; ½ diện tích',
  ])('stay as they are: %s', (text) => {
    expect(decodeRuns([[{ text, font: null }], [{ text, font: 'Arial' }]])).toBeNull();
  });
});

describe('a run whose encoding changes', () => {
  it.each<[string, string, string]>([
    [
      'VNI after TCVN3',
      'KÕt nèi m¹ng cho UBND tØnh vaø caùc huyeän, thò xaõ, thaønh phoá',
      'Kết nối mạng cho UBND tỉnh và các huyện, thị xã, thành phố',
    ],
    [
      'TCVN3 within VNI',
      'Baûng 2: Ñoái vôùi Côc Thèng kª tØnh vaø Ban Toå chöùc Chính quyeàn',
      'Bảng 2: Đối với Cục Thống kê tỉnh và Ban Tổ chức Chính quyền',
    ],
    [
      'Unicode after TCVN3',
      'C¸c huyÖn ®· thùc hiÖn xong chØ tiªu, các xã đã báo cáo kết quả',
      'Các huyện đã thực hiện xong chỉ tiêu, các xã đã báo cáo kết quả',
    ],
  ])('is read in its parts: %s', (_, shown, meant) => {
    for (const font of ['.VnTime', 'VNI-Times', 'VNSTCVN3'])
      expect(
        decode([[shown, font]], [[`${typed(sentence, 'tcvn3')} `, font]], [[typed(sentence, 'vni'), font]])[0],
      ).toEqual([meant]);
  });
  it('but not for abbreviations', () => {
    const shown = 'QuyÕt ®Þnh sè 12/Q§-UBND cña H§ND, UBND, CTTr§, Tæng côc';
    expect(decode([[shown, '.VnTime']], [[typed(sentence, 'tcvn3'), '.VnTime']])[0]).toEqual([
      'Quyết định số 12/QĐ-UBND của HĐND, UBND, CTTrĐ, Tổng cục',
    ]);
  });
});

describe('runs of one document', () => {
  it('are judged by whole words, where a capital stands in an H font', () => {
    expect(
      decode([
        ['hîp t¸c víi ', '.VnTime'],
        ['Ê', '.VnTimeH'],
        ['n §é', '.VnTime'],
      ]),
    ).toEqual([['hợp tác với ', 'Ấ', 'n Độ']]);
  });
  it.each<[what: string, runs: Run[], meant: string[]]>([
    [
      'a soft hyphen',
      [
        ['Nhµ n', '.VnTime'],
        ['\u00ad', 'Arial'],
        ['íc', '.VnTime'],
      ],
      ['Nhà n', 'ư', 'ớc'],
    ],
    [
      'a minus',
      [
        ['tr', '.VnTime'],
        ['−', 'Symbol'],
        ['êng häc', '.VnTime'],
      ],
      ['tr', 'ư', 'ờng học'],
    ],
    [
      'the first letter',
      [
        ['c¸c x· ', '.VnTime'],
        ['®', null],
        ['· cã', '.VnTime'],
      ],
      ['các xã ', 'đ', 'ã có'],
    ],
    [
      'not the mark of a note',
      [
        ['thu GDP', '.VnTime'],
        ['¹', 'Arial'],
        [' cña x·', '.VnTime'],
      ],
      ['thu GDP', '¹', ' của xã'],
    ],
    [
      'not quotes',
      [
        ['c¸c ', '.VnTime'],
        ['«', 'Arial'],
        ['hé nghÌo', '.VnTime'],
      ],
      ['các ', '«', 'hộ nghèo'],
    ],
    [
      'not a sign of itself',
      [
        ['QuyÕt ®Þnh ', '.VnTime'],
        ['§', 'Arial'],
        [' 5 cña x·', '.VnTime'],
      ],
      ['Quyết định ', '§', ' 5 của xã'],
    ],
    [
      'not beside another encoding',
      [
        ['x· tr', '.VnTime'],
        ['\u00ad', 'Arial'],
        ['êng', 'Arial'],
      ],
      ['xã tr', '\u00ad', 'êng'],
    ],
  ])('take in what stands in another font within a word: %s', (_, runs, meant) => {
    expect(decode(runs)).toEqual([meant]);
  });
  it('do not take letters that VNI has not for VNI', () => {
    const vni = typed(sentence, 'vni');
    expect(
      decode([[vni, 'VNSTCVN3']], [[vni, 'VNSTCVN3']], [['Bé', 'VNSTCVN3']], [['Sè', 'VNSTCVN3']]).slice(2),
    ).toEqual([['Bộ'], ['Số']]);
  });
  it('are decoded each as it needs', () => {
    expect(
      decode(
        [['Uû ban nh©n d©n tØnh Qu¶ng Ng·i', '.VnTime']],
        [[sentence, 'Times New Roman']],
        [
          ['Soá 12 ngaøy 15 thaùng 8 cuûa Chuû tòch', 'VNI-Times'],
          [' señor ', 'Arial'],
          ['x· NghÜa Hµnh', '.VnTime'],
        ],
      ),
    ).toEqual([
      ['Uỷ ban nhân dân tỉnh Quảng Ngãi'],
      [sentence],
      ['Số 12 ngày 15 tháng 8 của Chủ tịch', ' señor ', 'xã Nghĩa Hành'],
    ]);
  });
  it('too short to tell go with the others of their font', () => {
    const vni = [['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', '.VnTime']] as const;
    expect(decode(vni, [['TÑ', '.VnTime']])[1]).toEqual(['TĐ']);
    expect(decode([['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Arial']], [['§', 'Arial']])[1]).toEqual(['Đ']);
    expect(decode([['Céng hßa x· héi chñ nghÜa ViÖt Nam', '.VnTime']], [['§', 'Arial']])[1]).toEqual(['§']);
  });
  it('share a letter whose mark stands in the next', () => {
    const context = [['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'VNI-Times']] as const;
    expect(
      decode(context, [
        ['Nghò ñònh cuûa Chính phu', 'VNI-Times'],
        ['û veà ña', 'VNI-Times'],
        ['át ñai', 'VNI-Times'],
      ])[1],
    ).toEqual(['Nghị định của Chính phủ', ' về đấ', 't đai']);
  });
  it('say what was done, why, and to how many letters', () => {
    const [[first, second] = [], [third] = [], [fourth] = []] = decodeRuns([
      [
        { text: 'Sè 12 cña Së', font: '.VnTime' },
        { text: ' 2024 ', font: '.VnTime' },
      ],
      [{ text: 'Coäng hoøa xaõ hoäi chuû nghóa', font: '.VnTime' }],
      [{ text: sentence, font: null }],
    ])!;
    expect(first!.conversion).toEqual({
      encoding: 'tcvn3',
      why: 'font-and-letters',
      font: '.VnTime',
      letters: 3,
      capitals: false,
    });
    expect(second!.conversion).toMatchObject({ letters: 0 });
    expect(third!.conversion).toEqual({
      encoding: 'vni',
      why: 'letters',
      font: '.VnTime',
      letters: 6,
      capitals: false,
    });
    expect(fourth!.conversion).toBeNull();
  });
});

describe('whatever the text', () => {
  const words = sentence.replace(/[.,]/g, '').split(' ');
  it.each<TableEncoding>(['tcvn3', 'vni'])('words typed in %s come back, between words in Unicode', (encoding) => {
    const font = encoding === 'vni' ? 'VNI-Times' : '.VnTime';
    const some = fc.array(fc.constantFrom(...words.map((word) => word.toLowerCase())), { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(some, some, (legacy, unicode) => {
        const [[first, second]] = decode([
          [typed(legacy.join(' '), encoding), font],
          [` ${unicode.join(' ')}`, 'Times New Roman'],
        ]) as [[string, string]];
        expect([first, second]).toEqual([legacy.join(' '), ` ${unicode.join(' ')}`]);
      }),
    );
  });
  it('runs keep their places', () => {
    const run = fc.record({ text: fc.string({ unit: 'binary' }), font: fc.constantFrom('.VnTime', 'VNI-Times', null) });
    fc.assert(
      fc.property(fc.array(fc.array(run)), (paragraphs) => {
        const decoded = decodeRuns(paragraphs);
        if (decoded !== null) expect(decoded.map((runs) => runs.length)).toEqual(paragraphs.map((runs) => runs.length));
      }),
    );
  });
});
