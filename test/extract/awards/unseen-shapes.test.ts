// Shapes met in reports of many offices: who counts how, what goes on from the clause before, and what only looks like it.
import { describe, expect, it } from 'vitest';
import { awardsOfText, type Brief } from './awards-of-text.js';
import { readsAwards } from './reads-awards.js';

const g = 'granted' as const;
const finds: readonly (readonly [text: string, gives: readonly Brief[]])[] = [
  [
    'Sở tặng Giấy khen cho 12 cá nhân thuộc Văn phòng Sở; 01 tập thể thuộc Chi cục; 07 tập thể và 08 cá nhân thuộc các phòng.',
    [12, 1, 7, 8].map((count) => ({ award: 'Giấy khen', count, status: g })),
  ],
  [
    'Đề nghị cấp trên công nhận 16 tập thể lao động xuất sắc, 08 chiến sĩ thi đua cấp tỉnh, tặng 03 cờ thi đua xuất sắc, 05 bằng khen.',
    [
      { award: 'Tập thể lao động xuất sắc', count: 16, status: 'proposed' },
      { award: 'Chiến sĩ thi đua cấp tỉnh', count: 8, status: 'proposed' },
      { award: 'Cờ thi đua', count: 3, status: 'proposed' },
      { award: 'Bằng khen', count: 5, status: 'proposed' },
    ],
  ],
  [
    'UBND huyện đề nghị UBND tỉnh tặng Bằng khen cho 02 tập thể; UBND huyện tặng Giấy khen cho 09 cá nhân.',
    [
      { award: 'Bằng khen', count: 2, status: 'proposed' },
      { award: 'Giấy khen', count: 9, status: g },
    ],
  ],
  [
    'Có 210 đảng viên được trao Huy hiệu 50 năm, 45 năm và 30 năm tuổi Đảng.',
    [{ award: 'Huy hiệu Đảng', count: 210, status: g }],
  ],
  ['Trao huy hiệu 30, 40,45,50 năm tuổi Đảng cho 36 đảng viên.', [{ award: 'Huy hiệu Đảng', count: 36 }]],
  [
    'Trong đó, 30 năm tuổi Đảng có 14 đảng viên, 40 năm tuổi Đảng có 05 đảng viên.',
    [
      { award: 'Huy hiệu 30 năm tuổi Đảng', count: 14 },
      { award: 'Huy hiệu 40 năm tuổi Đảng', count: 5 },
    ],
  ],
  [
    'Trao 06 Huân chương Lao động (01 hạng Nhất, 02 hạng Nhì, 03 hạng Ba) cho 06 cá nhân.',
    [
      { award: 'Huân chương Lao động', count: 6 },
      { award: 'Huân chương Lao động hạng Nhất', count: 1 },
      { award: 'Huân chương Lao động hạng Nhì', count: 2 },
      { award: 'Huân chương Lao động hạng Ba', count: 3 },
    ],
  ],
  [
    'Toàn huyện có 120/150 thôn (80%) đạt chuẩn văn hóa; 95 % hộ đạt danh hiệu Gia đình văn hóa.',
    [
      { award: 'Thôn, tổ dân phố văn hóa', count: 120, percent: 80 },
      { award: 'Gia đình văn hóa', percent: 95 },
    ],
  ],
  [
    'Có 41/56 xã (chiếm 73,2%) đạt chuẩn nông thôn mới (tăng 04 xã so với năm 2022), trong đó có 12 xã đạt chuẩn nông thôn mới nâng cao.',
    [
      { award: 'Đạt chuẩn nông thôn mới', count: 41, percent: 73.2 },
      { award: 'Đạt chuẩn nông thôn mới nâng cao', count: 12 },
    ],
  ],
  [
    'Tổng số hộ đạt danh hiệu Gia đình văn hóa: 8.249/9.833, đạt tỷ lệ 83,9%.',
    [{ award: 'Gia đình văn hóa', count: 8249, percent: 83.9 }],
  ],
  [
    'Số hộ đạt danh hiệu Gia đình văn hóa 3 năm liên tục đạt 4.504/9.833 hộ (tỷ lệ 45,8%).',
    [{ award: 'Gia đình văn hóa', count: 4504, percent: 45.8 }],
  ],
  [
    'Năm 2023, 8.500 hộ đăng ký Gia đình văn hóa, 8.200 hộ đạt danh hiệu.',
    [
      { award: 'Gia đình văn hóa', count: 8500, status: 'registered' },
      { award: 'Gia đình văn hóa', count: 8200, status: g },
    ],
  ],
  ['Tỷ lệ gia đình văn hóa đạt 86%.', [{ award: 'Gia đình văn hóa', percent: 86 }]],
  [
    'Có 28 thôn đạt danh hiệu “Thôn, khu phố văn hóa”; 14 tộc đạt danh hiệu Tộc văn hóa.',
    [
      { award: 'Thôn, tổ dân phố văn hóa', count: 28 },
      { award: 'Tộc văn hóa', count: 14 },
    ],
  ],
  [
    'Công an tỉnh Hà Tiên đã 03 lần được tặng Cờ thi đua của Bộ Công an.',
    [{ award: 'Cờ thi đua của Bộ Công an', count: 1, status: g }],
  ],
  [
    'Công an Hà Tiên được Chủ tịch nước tặng thưởng Huân chương Chiến công hạng Ba, 02 năm liền được Bộ Công an tặng Cờ thi đua xuất sắc.',
    [
      { award: 'Huân chương Chiến công hạng Ba', count: 1, grantor: 'Chủ tịch nước' },
      { award: 'Cờ thi đua', count: 1, grantor: 'Bộ Công an' },
    ],
  ],
  [
    'Tập thể Sở được UBND tỉnh tặng Bằng khen, Bộ trưởng Bộ Nội vụ tặng Cờ thi đua.',
    [
      { award: 'Bằng khen', count: 1, grantor: 'UBND tỉnh' },
      { award: 'Cờ thi đua', count: 1, grantor: 'Bộ trưởng Bộ Nội vụ' },
    ],
  ],
  [
    'UBND tỉnh tặng bằng khen biểu dương 03 xã, 12 thôn và 06 cá nhân.',
    [3, 12, 6].map((count) => ({ award: 'Bằng khen', count, grantor: 'UBND tỉnh' })),
  ],
  [
    'Hội nghị khen thưởng cho 04 tập thể được Thủ tướng Chính phủ tặng Bằng khen.',
    [{ award: 'Bằng khen', count: 4, grantor: 'Thủ tướng Chính phủ' }],
  ],
  [
    'Sáu tập thể và năm cá nhân được tặng Giấy khen.',
    [
      { award: 'Giấy khen', count: 6 },
      { award: 'Giấy khen', count: 5 },
    ],
  ],
  [
    'Có 30 trường hợp đề nghị khen thưởng. Trong đó, Huân chương Lao động hạng Nhì với 01 cá nhân; Giấy khen với 04 tập thể.',
    [
      { award: null, count: 30, recipient: null, status: 'proposed' },
      { award: 'Huân chương Lao động hạng Nhì', count: 1, status: 'proposed' },
      { award: 'Giấy khen', count: 4, status: 'proposed' },
    ],
  ],
  [
    'Đơn vị thực hiện tốt các chỉ tiêu, nhiệm vụ được giao, được UBND tỉnh tặng Bằng khen cho 02 tập thể.',
    [{ award: 'Bằng khen', count: 2, status: g }],
  ],
  [
    'Đoàn đạt 8 giải Nhất, 12 giải Nhì và 3 Ba.',
    [
      { award: 'Giải Nhất', count: 8 },
      { award: 'Giải Nhì', count: 12 },
      { award: 'Giải Ba', count: 3 },
    ],
  ],
  [
    'Toàn huyện có 3.700 hộ được công nhận gia đình văn hóa, đạt tỷ lệ 83,2% tổng số hộ.',
    [{ award: 'Gia đình văn hóa', count: 3700, percent: 83.2 }],
  ],
  ['Tổ có trên 92% số hộ đạt danh hiệu “Gia đình văn hóa”.', [{ award: 'Gia đình văn hóa', percent: 92 }]],
  [
    'Hội nghị đã bình xét được 14 tập thể lao động tiên tiến; nhiều đơn vị cũng nhận được Bằng khen của Bộ trưởng Bộ Y tế.',
    [
      { award: 'Tập thể lao động tiên tiến', count: 14, status: g },
      { award: 'Bằng khen', count: null, grantor: 'Bộ trưởng Bộ Y tế' },
    ],
  ],
  ['Trường đã được công nhận danh hiệu Tập thể lao động xuất sắc.', [{ award: 'Tập thể lao động xuất sắc' }]],
  [
    'Phấn đấu 100% tập thể đạt Tập thể lao động tiên tiến.',
    [{ percent: 100, recipientName: 'tập thể', status: 'target' }],
  ],
  [
    'Qua xem xét các tập thể và cá nhân đề nghị khen thưởng năm 2022, các thành viên Hội đồng Thi đua - Khen thưởng huyện Tân Hòa thống nhất: Tặng danh hiệu Lao động tiên tiến cho 640 cá nhân.',
    [{ award: 'Lao động tiên tiến', count: 640, status: g }],
  ],
  [
    'Hội đồng thống nhất: Đề nghị UBND tỉnh tặng Bằng khen cho 04 tập thể.',
    [{ award: 'Bằng khen', count: 4, status: 'proposed' }],
  ],
  [
    'Đề nghị UBND tỉnh tặng Cờ thi đua của tỉnh cho 02 tập thể. Bằng khen của Thủ tướng Chính phủ cho 05 cá nhân.',
    [
      { award: 'Cờ thi đua cấp tỉnh', count: 2, status: 'proposed' },
      { award: 'Bằng khen', count: 5, grantor: 'Thủ tướng Chính phủ', status: 'proposed' },
    ],
  ],
  [
    'Hội đồng đề nghị UBND xã Hòa Lộc công nhận danh hiệu Lao động tiên tiến cho 11 cá nhân.',
    [{ award: 'Lao động tiên tiến', count: 11, status: 'proposed' }],
  ],
  [
    'Đề nghị Chủ tịch UBND huyện công nhận danh hiệu Lao động tiên tiến 25 tập thể; Chiến sĩ thi đua cơ sở 40 cá nhân.',
    [
      { award: 'Tập thể lao động tiên tiến', count: 25, recipient: 'collective', status: 'proposed' },
      { award: 'Chiến sĩ thi đua cơ sở', count: 40, recipient: 'individual', status: 'proposed' },
    ],
  ],
  [
    'Đề nghị Giám đốc Sở Y tế tặng Giấy khen cho 03 tập thể, Giám đốc Sở Y tế tặng danh hiệu Lao động tiên tiến cho 20 cá nhân.',
    [
      { award: 'Giấy khen', count: 3, status: 'proposed' },
      { award: 'Lao động tiên tiến', count: 20, status: 'proposed' },
    ],
  ],
  ['Kết quả thi đua:\n- Chiến sĩ thi đua cơ sở: 05', [{ award: 'Chiến sĩ thi đua cơ sở', count: 5, status: g }]],
  [
    'Phấn đấu có 90% trở lên số cơ quan đạt danh hiệu Tập thể lao động tiên tiến.',
    [{ award: 'Tập thể lao động tiên tiến', percent: 90, status: 'target' }],
  ],
  ['Có 04 cá nhân đạt danh hiệu Chiến sĩ thu đua cơ sở.', [{ award: 'Chiến sĩ thi đua cơ sở', count: 4, status: g }]],
  ['UBND huyện tặng Băng khen cho 06 cá nhân.', [{ award: 'Bằng khen', count: 6, status: g }]],
];

const ignores: readonly string[] = [
  'Sở tặng quà cho 12 cá nhân; 30 hộ thoát nghèo.',
  'Thu đua về cho 12 hộ dân 30 suất quà.',
  'Các cơ sở 05 và 06 đã đón 12 cá nhân đến xin khen.',
  'Khi nào đảng viên được tặng Huy hiệu 30 năm tuổi Đảng?',
  'Trao tặng Huy hiệu Đảng là sự ghi nhận công lao của đảng viên.',
  'Chi bộ có 12 đảng viên trên 30 năm tuổi Đảng.',
  'Có 64 em dự kỳ thi chọn học sinh giỏi cấp huyện; bồi dưỡng 20 học sinh giỏi.',
  'Phong trào nông dân thi đua sản xuất, kinh doanh giỏi có 4.100 hộ tham gia.',
  'Phường Hà Tiên được tỉnh tặng thưởng 04 công trình.',
  'Các cá nhân xuất sắc trong học tập, lao động sáng tạo được trao quà.',
  'Nếu đạt danh hiệu Lao động tiên tiến thì cá nhân được thưởng 0,3 lần mức lương cơ sở.',
];

describe('awards in many hands', () => {
  readsAwards(finds, ignores);

  it('does not read the row numbers of a flattened table as counts', async () => {
    for (const { count } of await awardsOfText('12 Lao động tiên tiến 20 18\n13 Chiến sĩ thi đua cơ sở 4 3'))
      expect([12, 13]).not.toContain(count);
  });
});

describe('rules and decisions', () => {
  const articles = (first: string, many: number): string =>
    [first, ...Array.from({ length: many }, (_, i) => `Điều ${i + 2}. Tổ chức thực hiện nội dung số ${i + 2}.`)].join(
      '\n',
    );

  it('reads a decision that gives, however many articles it has', async () => {
    const found = await awardsOfText(
      articles('Điều 1. Tặng Giấy khen cho 14 tập thể và 23 cá nhân có thành tích.', 11),
    );
    expect(found.map(({ count }) => count)).toEqual([14, 23]);
  });

  it('finds nothing in a statute, whose articles say what may be given', async () => {
    const text = articles('Điều 1. Phạm vi điều chỉnh', 11);
    expect(
      await awardsOfText(
        `${text}\nĐiều 13. Giấy khen được tặng cho cá nhân có 02 năm đạt danh hiệu Lao động tiên tiến.`,
      ),
    ).toEqual([]);
  });

  it('finds nothing in a guideline of few articles', async () => {
    const guideline =
      'SỞ NỘI VỤ\nHƯỚNG DẪN\nXét tặng danh hiệu thi đua\n- Có 02 cá nhân đạt danh hiệu Chiến sĩ thi đua cơ sở thì được xét tặng Bằng khen.';
    expect(await awardsOfText(guideline)).toEqual([]);
    expect(
      await awardsOfText(guideline.replace('HƯỚNG DẪN', 'BÁO CÁO').replace(' thì được xét tặng Bằng khen', '')),
    ).toMatchObject([{ award: 'Chiến sĩ thi đua cơ sở', count: 2 }]);
  });
});
