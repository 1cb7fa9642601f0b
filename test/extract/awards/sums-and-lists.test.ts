// What one sentence says of the award and the next of who got it, items that name who and what, and words that only look like a plan.
import { describe } from 'vitest';
import type { Brief } from './awards-of-text.js';
import { readsAwards } from './reads-awards.js';

const g = 'granted' as const;
const p = 'proposed' as const;
const bk = 'Bằng khen';

const finds: readonly (readonly [text: string, gives: readonly Brief[]])[] = [
  [
    'Hội đồng đề nghị UBND tỉnh tặng Bằng khen. Trong đó có 12 tập thể, 30 cá nhân.',
    [
      { award: bk, count: null, status: p },
      { award: bk, count: 12, recipient: 'collective', status: p, rule: 'award/part-of-sum' },
      { award: bk, count: 30, recipient: 'individual', grantor: 'UBND tỉnh', status: p },
    ],
  ],
  [
    'Có 45 tập thể, cá nhân được tặng Bằng khen, trong đó có 15 tập thể, 30 cá nhân.',
    [45, 15, 30].map((count) => ({ award: bk, count, status: g })),
  ],
  [
    'Sở đề nghị lên Ban Thi đua - Khen thưởng tỉnh 22 tập thể, cá nhân được khen thưởng. Trong đó, có 1 tập thể nhận Cờ thi đua của Chính phủ; 9 cá nhân nhận Bằng khen.',
    [
      { award: null, count: 22, status: p },
      { award: 'Cờ thi đua của Chính phủ', count: 1, status: p },
      { award: bk, count: 9, status: p },
    ],
  ],
  [
    'Hội đồng thông qua đề nghị 2 cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen.',
    [{ award: bk, count: 2, grantor: 'Chủ tịch UBND tỉnh', status: p }],
  ],
  [
    'Đề nghị UBND tỉnh khen thưởng:\n- Ông Trần Văn An, Phó Giám đốc: Bằng khen của UBND tỉnh\n- Bà Lê Thị Bình: tặng Bằng khen',
    [
      { award: bk, count: 1, recipient: 'individual', recipientName: 'Ông Trần Văn An', status: p },
      { award: bk, count: 1, recipientName: 'Bà Lê Thị Bình', status: p },
    ],
  ],
  [
    'Danh sách khen thưởng:\n1. Trường Tiểu học Hòa Lộc: Tập thể lao động xuất sắc\n2. Nguyễn Văn An: Chiến sĩ thi đua cơ sở',
    [
      { award: 'Tập thể lao động xuất sắc', count: 1, recipient: 'collective', status: g },
      { award: 'Chiến sĩ thi đua cơ sở', count: 1, recipientName: 'Nguyễn Văn An', status: g },
    ],
  ],
  ['Đơn vị đã phấn đấu đạt danh hiệu Tập thể lao động xuất sắc.', [{ award: 'Tập thể lao động xuất sắc', status: g }]],
  ['Đơn vị phấn đấu đạt danh hiệu Tập thể lao động xuất sắc.', [{ status: 'target' }]],
  ['UBND huyện công nhận 12 cơ quan đạt chuẩn văn hóa.', [{ count: 12, grantor: 'UBND huyện' }]],
  ['Có 12 cơ quan được công nhận đạt chuẩn văn hóa.', [{ count: 12, grantor: null }]],
  [
    'UBND tỉnh và Liên đoàn Lao động tỉnh tặng Bằng khen cho 5 cá nhân.',
    [{ count: 5, grantor: 'UBND tỉnh và Liên đoàn Lao động tỉnh' }],
  ],
  [
    'Theo đề nghị của Sở Nội vụ, UBND tỉnh tặng Bằng khen cho 5 cá nhân.',
    [{ count: 5, grantor: 'UBND tỉnh', status: g }],
  ],
  [
    'Chủ tịch nước Trần Văn An ký quyết định tặng Huân chương Lao động hạng Ba cho 5 cá nhân.',
    [{ count: 5, grantor: 'Chủ tịch nước' }],
  ],
  [
    'Bộ Tư lệnh tặng Bằng khen cho 12 sĩ quan, 5 hạ sĩ quan, 20 chiến sĩ.',
    [12, 5, 20].map((count) => ({ award: bk, count, recipient: 'individual' as const })),
  ],
  [
    'Kết quả bình xét: 05 đ/c đạt danh hiệu CSTĐCS, 40 đ/c LĐTT.',
    [
      { award: 'Chiến sĩ thi đua cơ sở', count: 5 },
      { award: 'Lao động tiên tiến', count: 40 },
    ],
  ],
  [
    'Có 6,2 triệu hộ nông dân đăng ký danh hiệu nông dân sản xuất kinh doanh giỏi.',
    [{ count: 6_200_000, recipient: 'household', status: 'registered' }],
  ],
  ['Hội nghị đã biểu dương và trao giấy khen tặng 19 tập thể.', [{ award: 'Giấy khen', count: 19 }]],
  ['Năm qua có 45 cá nhân được khen; Giám đốc thưởng nóng cho 3 tập thể.', [{ count: 45 }, { count: 3 }]],
  [
    'Trường có 12 học sinh giỏi cấp tỉnh, 45 học sinh giỏi cấp huyện.',
    [12, 45].map((count) => ({ award: 'Học sinh giỏi', count, status: g })),
  ],
  [
    'Có 20 gia đình văn hóa tiêu biểu được tặng Giấy khen.',
    [{ award: 'Giấy khen', count: 20, recipient: 'household' }],
  ],
  ['Có 3 hộ đạt danh hiệu “Gia đình văn hóa xuất sắc”.', [{ award: 'Gia đình văn hóa xuất sắc', count: 3 }]],
  ['Chi bộ đạt danh hiệu vững mạnh xuất sắc.', [{ award: 'Vững mạnh xuất sắc' }]],
  ['Bệnh viện được Quân khu tặng cờ đơn vị huấn luyện giỏi.', [{ award: 'Cờ thi đua', grantor: 'Quân khu' }]],
  [
    'Em Nguyễn Văn An, lớp 9A đạt giải Nhất môn Toán; được trao giải Nhì toàn đoàn.',
    [{ award: 'Giải Nhất', count: 1, recipient: 'individual' }, { award: 'Giải Nhì' }],
  ],
  [
    'Có 02 nhà giáo được phong tặng danh hiệu Nhà giáo ưu tú, 01 được phong tặng Nhà giáo nhân dân.',
    [
      { award: 'Nhà giáo ưu tú', count: 2 },
      { award: 'Nhà giáo nhân dân', count: 1 },
    ],
  ],
  ['Hội nghị có 30 đại biểu đại diện cho hàng nghìn hội viên được biểu dương, tôn vinh.', [{ award: null, count: 30 }]],
  [
    'Có 34 đồng chí được tặng Huy hiệu Đảng, trong đó có 01 huy hiệu 60 năm, 33 huy hiệu 30 năm tuổi Đảng.',
    [
      { award: 'Huy hiệu Đảng', count: 34 },
      { award: 'Huy hiệu 60 năm tuổi Đảng', count: 1 },
      { award: 'Huy hiệu 30 năm tuổi Đảng', count: 33 },
    ],
  ],
  [
    'Xã có 718 hộ đăng ký; kết quả có 690/718 hộ gia đình đạt tiêu chuẩn văn hóa, chiếm 96,1%, trong đó hộ đạt chuẩn văn hóa 3 năm liền có 610 hộ, 200 hộ khá giả.',
    [
      { award: 'Gia đình văn hóa', count: 690, percent: 96.1, status: g },
      { award: 'Gia đình văn hóa', count: 610, status: g },
    ],
  ],
  ['5 xã đạt danh hiệu xã Văn hóa nông thôn mới năm 2019', [{ award: 'Xã văn hóa nông thôn mới', count: 5 }]],
  ['Có 44 cá nhân hiến máu 40 lần được UBND thành phố tặng Bằng khen.', [{ award: bk, count: 44 }]],
  ['Huyện Hòa Lộc: Đón nhận Huân chương Lao động hạng Ba', [{ count: 1, recipientName: 'Huyện Hòa Lộc' }]],
  ['Nhân dân và cán bộ huyện Hòa Lộc đón nhận Huân chương Lao động hạng Ba.', [{ count: 1, recipient: 'collective' }]],
  [
    'Lãnh đạo tỉnh trao tặng Bằng khen cho Sở Y tế (đơn vị đầu khối) và Đại tá Trần Văn An.',
    [
      { award: bk, count: 1, recipient: 'collective' },
      { award: bk, count: 1, recipient: 'individual' },
    ],
  ],
  [
    'Công đoàn ngành khen thưởng 3 tập thể và 22 cá nhân có thành tích; 2 tập thể "Giỏi việc nước".',
    [3, 22, 2].map((count) => ({ award: null, count })),
  ],
  [
    'Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh tặng Giấy khen cho 29 cá nhân.',
    [{ count: 29, grantor: 'Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh' }],
  ],
  ['Huyện có 1 người được tôn vinh, khen thưởng là anh Trần Văn An, Giám đốc doanh nghiệp.', [{ count: 1 }]],
  ['Hội nghị tôn vinh 100 gương hiến máu.\n\nTrong đó có 10 người hiến từ 20 lần.', [{ count: 100 }, { count: 10 }]],
  ['Hội đồng đề nghị khen thưởng đối với 26 tập thể, cá nhân.', [{ count: 26, grantor: null, status: p }]],
];

const ignores: readonly string[] = [
  'Huyện có 12 xã. Trong đó có 5 xã khó khăn.',
  'Hội tăng 19 tập thể, giảm 3 cá nhân; các đơn vị trao đổi giấy khen.',
  'Hộ dân hưởng ứng cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh” đạt 90%.',
  'Danh sách khen thưởng:\n1. Hồ sơ đề nghị: Chiến sĩ thi đua cơ sở',
  'Tỉnh có 6,2 triệu hộ nông dân.',
  'Xã có 30 hộ văn minh.\n\nTrong đó có 10 người hiến máu.',
];

describe('sums, their parts and lists of names', () => {
  readsAwards(finds, ignores);
});
