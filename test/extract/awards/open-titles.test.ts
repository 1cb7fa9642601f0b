// Names that no table knows, spellings, abbreviations, and who gives.
import { describe } from 'vitest';
import type { Brief } from './awards-of-text.js';
import { readsAwards } from './reads-awards.js';

const finds: readonly (readonly [text: string, gives: readonly Brief[]])[] = [
  ['Có 03 cá nhân được trao Giải thưởng Tôn Đức Thắng năm 2022.', [{ award: 'Giải thưởng Tôn Đức Thắng', count: 3 }]],
  ['Đơn vị được tặng 2 Huy chương Tự do.', [{ award: 'Huy chương Tự do', count: 2 }]],
  ['UBND tỉnh tặng Cờ “Đơn vị tiêu biểu” cho 04 tập thể.', [{ award: 'Cờ thi đua', count: 4 }]],
  [
    'Hội đồng đề nghị UBND tỉnh tặng “Đơn vị dẫn đầu phong trào thi đua” cho 12 tập thể.',
    [{ award: 'Cờ thi đua', count: 12, status: 'proposed' }],
  ],
  ['Trường 5 năm liền đạt danh hiệu đơn vị xanh sạch.', [{ award: 'Đơn vị xanh sạch' }]],
  ['Có 02 tập thể được tặng Cờ thi đua suất sắc.', [{ award: 'Cờ thi đua', count: 2 }]],
  ['Có 35/39 thôn đạt chuẩn VH.', [{ award: 'Thôn, tổ dân phố văn hóa', count: 35 }]],
  [
    'Công đoàn đạt VMXS, LĐLĐ tỉnh tặng bằng khen cho 02 cá nhân.',
    [{ award: 'Công đoàn cơ sở vững mạnh' }, { count: 2, grantor: 'LĐLĐ tỉnh' }],
  ],
  ['Có 14 đảng viên được trao tặng huy hiệu.', [{ award: 'Huy hiệu Đảng', count: 14 }]],
  [
    'Viện có 02 Huân chương Lao động hạng 2 và 3.',
    [
      { award: 'Huân chương Lao động hạng Nhì', count: 1 },
      { award: 'Huân chương Lao động hạng Ba', count: 1 },
    ],
  ],
  [
    'Trao 52 Bằng khen của Bộ Y tế, UBND tỉnh Sơn La cho các tập thể.',
    [{ count: 52, grantor: 'Bộ Y tế, UBND tỉnh Sơn La' }],
  ],
  [
    'Bộ Y tế tặng Bằng khen cho 03 tập thể; tặng Kỷ niệm chương cho 05 cá nhân.',
    [
      { award: 'Bằng khen', count: 3, grantor: 'Bộ Y tế' },
      { award: 'Kỷ niệm chương', count: 5, grantor: 'Bộ Y tế' },
    ],
  ],
  [
    'Tổ Hóa và 11 cá nhân được UBND huyện tặng Giấy khen.',
    [
      { count: 1, recipient: 'collective' },
      { count: 11, recipient: 'individual' },
    ],
  ],
  [
    'Hội đồng thống nhất đề nghị tặng Bằng khen cho 02 cá nhân; khen thưởng thành tích đột xuất cho 05 cá nhân (Huân chương Dũng cảm cho 01 cá nhân).',
    [
      { award: 'Bằng khen', count: 2, status: 'proposed' },
      { award: null, count: 5, status: 'proposed' },
      { award: 'Huân chương Dũng cảm', count: 1, status: 'proposed' },
    ],
  ],
  [
    'Có 12 xã đạt NTM; 03 xã đạt tiêu chuẩn nông thôn mới.',
    [
      { award: 'Đạt chuẩn nông thôn mới', count: 12 },
      { award: 'Đạt chuẩn nông thôn mới', count: 3 },
    ],
  ],
  [
    'Có 01 em đạt loại khá, 4 em đạt giải Nhất, 1 em đạt Huy chương Đồng.',
    [
      { award: 'Giải Nhất', count: 4 },
      { award: 'Huy chương Đồng', count: 1 },
    ],
  ],
  [
    'Trong số các đảng viên được nhận Huy hiệu Đảng đợt này có 2 đảng viên được tặng Huy hiệu 50 năm tuổi Đảng.',
    [{ award: 'Huy hiệu 50 năm tuổi Đảng', count: 2 }],
  ],
];

const ignores: readonly string[] = [
  'Đảng ủy đang xây dựng kế hoạch tổ chức lễ trao tặng Huy hiệu Đảng cho các đảng viên.',
  'Phát động Giải thưởng báo chí; đạt 95% kế hoạch.',
  'Đơn vị đạt danh hiệu cao quý sau 20 năm.',
  'Có 12 tộc đã xây dựng quy ước Tộc VH.',
  'Hội đồng họp xem xét khen thưởng Cờ thi đua của tỉnh cho các cụm thi đua.',
  'Bộ đội tặng 20 huy hiệu lưu niệm cho học sinh.',
];

describe('open names and spellings', () => {
  readsAwards(finds, ignores);
});
