// Several by name, ranges, totals that recipients are taken from, and honours of those who bear a title.
import { describe } from 'vitest';
import type { Brief } from './awards-of-text.js';
import { readsAwards } from './reads-awards.js';

const finds: readonly (readonly [text: string, gives: readonly Brief[]])[] = [
  [
    'Công ty khen thưởng 14 tổ khai thác và 70 công nhân của 7 đơn vị.',
    [
      { award: null, count: 14, grantor: 'Công ty' },
      { award: null, count: 70, recipient: 'individual' },
    ],
  ],
  [
    'Có 1.200 cá nhân trong số hơn 2.300 cán bộ được các đơn vị trong ngành biểu dương.',
    [{ award: null, count: 1200, recipient: 'individual' }],
  ],
  [
    'Tại hội nghị, Trường THPT Bình Minh và Trường THCS Hòa Lạc nhận Cờ thi đua của UBND tỉnh.',
    [{ count: 2, recipientName: 'Trường THPT Bình Minh; Trường THCS Hòa Lạc' }],
  ],
  [
    'Tặng Giấy khen cho ông Nguyễn Văn Bình, bà Lê Thị Mai và hộ bà Trần Thị Hoa.',
    [
      { count: 2, recipient: 'individual', recipientName: 'ông Nguyễn Văn Bình; bà Lê Thị Mai' },
      { count: 1, recipient: 'household', recipientName: 'hộ bà Trần Thị Hoa' },
    ],
  ],
  [
    'Thủ tướng Chính phủ đã tặng Bằng khen cho Sở Nội vụ; bà Hồ Thị Lan, Bí thư Đảng ủy xã Bình Minh.',
    [
      { count: 1, recipientName: 'Sở Nội vụ' },
      { count: 1, recipientName: 'bà Hồ Thị Lan' },
    ],
  ],
  [
    'Có 3 tập thể; 7 cá nhân; 2 hộ gia đình được UBND xã tặng Giấy khen.',
    [3, 7, 2].map((count) => ({ award: 'Giấy khen', count, grantor: 'UBND xã' })),
  ],
  // A range is one number of recipients; the record holds its lower bound.
  ['Hằng năm có 15-20 cơ quan được tặng Bằng khen.', [{ count: 15, recipient: 'organisation' }]],
  ['Có từ 7 đến 9 tập thể đạt Tập thể lao động tiên tiến.', [{ count: 7, recipient: 'collective' }]],
  ['Chủ tịch UBND tỉnhtặng Bằng khen cho 06 tập thể.', [{ count: 6, grantor: 'Chủ tịch UBND tỉnh' }]],
  ['UBND TP. Hồ Chí Minh tặng Bằng khen cho 06 tập thể.', [{ count: 6, grantor: 'UBND TP. Hồ Chí Minh' }]],
  [
    'Ban Chấp hành Tỉnh đoàn đã khen thưởng như sau:\n- Bằng khen cho 12 tập thể.\n- Giấy khen cho 15 cá nhân.',
    [
      { award: 'Bằng khen', count: 12, grantor: 'Ban Chấp hành Tỉnh đoàn' },
      { award: 'Giấy khen', count: 15, grantor: 'Ban Chấp hành Tỉnh đoàn' },
    ],
  ],
  [
    'Liên đoàn Lao động tỉnh tặng 18 cờ thi đua cho 25 tập thể và 89 bằng khen cho cá nhân.',
    [{ grantor: 'Liên đoàn Lao động tỉnh' }, { award: 'Bằng khen', count: 89, grantor: 'Liên đoàn Lao động tỉnh' }],
  ],
  [
    'Hội đồng thống nhất đề nghị Bằng khen của Bộ Y tế cho 18 cá nhân; khen thưởng quá trình cống hiến cho 02 cá nhân.',
    [
      { count: 18, grantor: 'Bộ Y tế', status: 'proposed' },
      { award: null, count: 2, grantor: null, status: 'proposed' },
    ],
  ],
  [
    'Trong năm 2015, được UBND tỉnh tặng Bằng khen và Cờ thi đua.',
    [
      { award: 'Bằng khen', count: 1 },
      { award: 'Cờ thi đua', count: 1 },
    ],
  ],
  [
    'Có 11 đồng chí hoàn thành nhiệm vụ , có 6 chi bộ đạt trong sạch vững mạnh.',
    [{ count: 6, recipient: 'collective' }],
  ],
  [
    'UBND tỉnh khen thưởng 45 gia đình văn hóa tiêu biểu và 12 học sinh giỏi.',
    [
      { award: null, count: 45, recipient: 'household' },
      { award: null, count: 12, recipient: 'individual' },
    ],
  ],
  ['Có 30 cá nhân được công nhận “Người tốt, việc tốt”.', [{ award: 'Người tốt, việc tốt', count: 30 }]],
  [
    'Đơn vị được tặng 02 Cờ, 15 Bằng khen.',
    [
      { award: 'Cờ thi đua', count: 2 },
      { award: 'Bằng khen', count: 15 },
    ],
  ],
];

const ignores = [
  'Tặng cờ lưu niệm, hoa tươi cho 05 đội bóng.',
  'Có nhiều điển hình tiên tiến trong phong trào thi đua.',
  'Trường A và Trường B phối hợp tổ chức hội thi.',
];

describe('several by name, ranges and totals', () => readsAwards(finds, ignores));
