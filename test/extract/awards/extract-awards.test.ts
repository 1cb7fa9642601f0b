import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayNameAward } from '../../../src/extract/awards/candidates.js';
import { sentenceAwards } from '../../../src/extract/awards/sentence-awards.js';
import { fold } from '../../../src/text/fold.js';
import { awardForms } from '../../../src/text/lexicon/generated/award-forms.js';
import { awards as awardTable } from '../../../src/text/lexicon/generated/awards.js';
import { processTime } from '../../process-time.js';
import { awardsOfText, type Brief } from './awards-of-text.js';
import { readsAwards } from './reads-awards.js';

const finds: readonly (readonly [text: string, gives: readonly Brief[]])[] = [
  [
    'Chủ tịch UBND huyện tặng Giấy khen cho 15 tập thể, 42 cá nhân; đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 03 tập thể.',
    [
      { award: 'Giấy khen', count: 15, grantor: 'Chủ tịch UBND huyện', status: 'granted' },
      { award: 'Giấy khen', count: 42, grantor: 'Chủ tịch UBND huyện', status: 'granted' },
      { award: 'Bằng khen', count: 3, grantor: 'Chủ tịch UBND tỉnh', status: 'proposed' },
    ],
  ],
  [
    'Kết quả: 05 tập thể đạt danh hiệu Tập thể Lao động xuất sắc, 10 tập thể Lao động tiên tiến, 150 cá nhân LĐTT, 20 CSTĐ cơ sở.',
    [
      { award: 'Tập thể lao động xuất sắc', count: 5 },
      { award: 'Tập thể lao động tiên tiến', count: 10 },
      { award: 'Lao động tiên tiến', count: 150 },
      { award: 'Chiến sĩ thi đua cơ sở', count: 20 },
    ],
  ],
  [
    'Phấn đấu năm 2024: 100% công chức đạt danh hiệu Lao động tiên tiến, 15% đạt Chiến sĩ thi đua cơ sở.',
    [
      { award: 'Lao động tiên tiến', percent: 100, status: 'target', period: '2024' },
      { award: 'Chiến sĩ thi đua cơ sở', percent: 15, status: 'target' },
    ],
  ],
  [
    'Tổng số 45 Bằng khen, 120 Giấy khen đã được trao cho các tập thể, cá nhân.',
    [
      { award: 'Bằng khen', count: 45, recipient: null },
      { award: 'Giấy khen', count: 120, recipient: null },
    ],
  ],
  [
    'Thừa ủy quyền của Chủ tịch nước, đồng chí Bí thư Tỉnh ủy trao Huân chương Lao động hạng Ba cho tập thể Trường THPT Lê Lợi.',
    [{ award: 'Huân chương Lao động hạng Ba', count: 1, recipient: 'collective', grantor: 'Chủ tịch nước' }],
  ],
  [
    'Điều 1. Tặng danh hiệu “Lao động tiên tiến” năm 2022 cho ông Nguyễn Văn A, chuyên viên Phòng Hành chính.',
    [{ award: 'Lao động tiên tiến', count: 1, recipientName: 'ông Nguyễn Văn A', period: '2022' }],
  ],
  [
    'Lực lượng Công an xã được Giám đốc Công an tỉnh khen thưởng 02 tập thể, 05 cá nhân.',
    [
      { award: null, count: 2, grantor: 'Giám đốc Công an tỉnh' },
      { award: null, count: 5, grantor: 'Giám đốc Công an tỉnh' },
    ],
  ],
  [
    'Trao tặng Kỷ niệm chương “Vì sự nghiệp Văn hóa, Thể thao và Du lịch” cho 05 cá nhân.',
    [{ award: 'Kỷ niệm chương Vì sự nghiệp Văn hóa, Thể thao và Du lịch', count: 5 }],
  ],
  ['Trao Huy hiệu 30, 40, 45 năm tuổi Đảng cho 120 đảng viên.', [{ award: 'Huy hiệu Đảng', count: 120 }]],
  ['- Khen thưởng: Không có.', [{ award: null, status: 'none', quote: 'Khen thưởng: Không có' }]],
  ['Không có tập thể, cá nhân nào được khen thưởng.', [{ award: null, status: 'none' }]],
];

const ignores: readonly string[] = [
  'Công tác thi đua, khen thưởng được quan tâm chỉ đạo.',
  'Thăm, tặng quà 15 Bà mẹ Việt Nam anh hùng; trao 20 suất quà cho 20 Bà mẹ Việt Nam anh hùng.',
  'Danh hiệu “Lao động tiên tiến” được xét tặng cho cá nhân đạt các tiêu chuẩn sau:',
  'Huân chương Lao động hạng Nhất để tặng cho cá nhân có công lao to lớn.',
  'Xây dựng Đảng bộ trong sạch, vững mạnh là nhiệm vụ then chốt.',
  'Hội nghị biểu dương, tôn vinh, khen thưởng các điển hình tiên tiến.',
  'Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”.',
  'Sản lượng tăng 20 tấn; đã trao 12 suất học bổng cho học sinh giỏi.',
  'Kế hoạch phát động phong trào thi đua năm 2023; công tác kiểm tra: Không có.',
  '3. Tổ chức thực hiện tốt các nhiệm vụ công tác thi đua, khen thưởng.',
  'Năm 2023, Ban Thi đua - Khen thưởng tỉnh tổ chức hội nghị.',
];

describe('extractAwards', () => {
  readsAwards(finds, ignores);

  it('takes the status of a list from its lead-in, and from an item before', async () => {
    const found = await awardsOfText(
      'a) Thực hiện đăng ký thi đua:\n- Trong đó, phấn đấu:\n- 100% cá nhân đạt danh hiệu lao động tiên tiến.\n' +
        '- Tập thể Sở đăng ký “Cờ thi đua cấp tỉnh”.\n- Các danh hiệu “Đơn vị học tập”, “Cơ quan đạt chuẩn văn hóa”.\n' +
        'b) Kết quả đạt được:\n- 20 cá nhân đạt danh hiệu lao động tiên tiến.',
    );
    expect(found.map(({ status }) => status)).toEqual(['target', 'registered', 'registered', 'registered', 'granted']);
  });

  it.each([
    [
      'an item that also says what came of it',
      '1. Phong trào gia đình văn hóa: có 41.250 hộ đăng ký danh hiệu, cuối năm bình xét 38.900 hộ.\n2. Khen thưởng: Hội Nông dân huyện tặng Giấy khen cho 15 tập thể.',
      'granted',
    ],
    [
      'an item above another heading',
      '- Các chi hội đăng ký giao ước thi đua từ đầu năm.\nCông tác khen thưởng:\n- Hội Nông dân huyện tặng Giấy khen cho 15 tập thể.',
      'granted',
    ],
    [
      'what is registered is no title',
      '1. Cấp mới 214 giấy chứng nhận đăng ký hộ kinh doanh, tổng vốn đăng ký 35 tỷ đồng.\n2. Hội Nông dân huyện tặng Giấy khen cho 15 tập thể.',
      'granted',
    ],
    [
      'a list of what is registered',
      '- Năm 2022 các đơn vị đăng ký danh hiệu như sau.\n- Giấy khen cho 15 tập thể.',
      'registered',
    ],
  ])('does not carry what was registered beyond its list: %s', async (_, text, status) => {
    const found = (await awardsOfText(text)).filter(({ award }) => award === 'Giấy khen');
    expect(found).toMatchObject([{ count: 15, status }]);
  });

  it('links the deciding document cited in the same sentence', async () => {
    const found = await awardsOfText(
      'Giám đốc Sở Nội vụ tặng Giấy khen cho 02 cá nhân theo Quyết định số 163/QĐ-SNV ngày 05/3/2024.',
    );
    expect(found).toMatchObject([{ award: 'Giấy khen', count: 2, decision: '163/QĐ-SNV' }]);
  });

  it('reads a sentence of several pages to its end', async () => {
    const items = Array.from({ length: 150 }, (_, i) => `xã số ${i}: ${i + 2} cá nhân được tặng Giấy khen`);
    const found = await awardsOfText(`Cụ thể, ${items.join('; ')}.`);
    expect(found.map(({ count }) => count)).toEqual(items.map((_, i) => i + 2));
  });

  it('gives nothing for a text that makes rules', async () => {
    const rules = Array.from(
      { length: 10 },
      (_, i) => `Điều ${i + 1}. Giấy khen\nTặng Giấy khen cho 02 cá nhân có thành tích.`,
    );
    expect(await awardsOfText(rules.join('\n'))).toEqual([]);
  });

  it('gives a sum and its parts the same award', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (a, b) => {
        const found = sentenceAwards(
          `Có ${a + b} cá nhân được tặng Giấy khen; trong đó ${a} cá nhân được UBND huyện tặng Giấy khen, ${b} cá nhân được UBND xã tặng Giấy khen.`,
          null,
        );
        expect(found.map(({ count }) => count)).toEqual([a + b, a, b]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the tables', () => {
  it.each(awardForms.map(({ form }) => form))('let «%s» through to the reading', (form) => {
    expect(mayNameAward(fold(`đạt danh hiệu ${form}`))).toBe(true);
  });

  it('name only awards of the award table', () => {
    const codes = new Set(awardTable.map(({ code }) => code));
    expect(awardForms.filter(({ code }) => code !== '' && !codes.has(code))).toEqual([]);
  });

  it('do not let ordinary sentences through', () => {
    for (const text of ['Tổ chức 12 lớp tập huấn cho 720 người.', 'Thu ngân sách đạt 95% dự toán.'])
      expect(mayNameAward(fold(text))).toBe(false);
  });
});

describe('hostile input', () => {
  // A second a megabyte would be far too slow for a sentence's rules that went over their text twice.
  it.each([
    ['one letter', 'a'.repeat(300_000)],
    ['half matches', 'được tặng '.repeat(20_000)],
    ['award words without end', 'tặng Bằng khen cho 2 cá nhân '.repeat(8_000)],
    ['numbers', '12/12 '.repeat(40_000)],
    ['colons', 'khen thưởng:'.repeat(20_000)],
    ['lines', 'Bằng khen\n'.repeat(8_000)],
  ])('ends soon on %s', async (_, text) => {
    // Time on the processor, which other work on the machine does not lengthen.
    const from = processTime();
    await awardsOfText(text);
    expect(processTime() - from).toBeLessThan(8_000);
  });
});
