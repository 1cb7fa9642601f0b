// Who got it, by a name that no word of the lexicon tells.
import { describe } from 'vitest';
import type { Brief } from './awards-of-text.js';
import { readsAwards } from './reads-awards.js';

const order = 'Huân chương Lao động hạng Ba';
const one = (recipient: 'individual' | 'collective', recipientName: string, grantor: string | null = null): Brief => ({
  award: order,
  count: 1,
  recipient,
  recipientName,
  grantor,
});

const finds: readonly (readonly [text: string, gives: readonly Brief[]])[] = [
  [`Vinatech đón nhận ${order}.`, [one('collective', 'Vinatech')]],
  [`Vinatech 4 nhận ${order}.`, [one('collective', 'Vinatech 4')]],
  [
    `Trường Tiểu học thị trấn Hòa Lộc 1 được Chủ tịch nước tặng ${order}.`,
    [{ award: order, count: 1, recipient: 'collective', grantor: 'Chủ tịch nước' }],
  ],
  [
    `Công ty Gạch Tân Hòa (Taho), đơn vị thành viên của Tập đoàn Hòa Lộc, vinh dự đón nhận ${order}.`,
    [one('collective', 'Công ty Gạch Tân Hòa')],
  ],
  [
    `Với nhiều thành tích, BĐBP tỉnh Hòa Lộc được Đảng và Nhà nước tặng ${order}.`,
    [one('collective', 'BĐBP tỉnh Hòa Lộc', 'Đảng và Nhà nước')],
  ],
  [
    `Trường Mầm non Hòa Lộc được Chủ tịch nước tặng ${order}; Bằng khen của Bộ Y tế; 2 năm liền được UBND tỉnh tặng Giấy khen.`,
    [
      { award: order, count: 1 },
      { award: 'Bằng khen', count: 1, grantor: 'Bộ Y tế' },
      { award: 'Giấy khen', count: 1, grantor: 'UBND tỉnh' },
    ],
  ],
  [
    `Lãnh đạo tỉnh trao ${order} cho thợ lò Phạm Văn An.`,
    [{ award: order, count: 1, recipient: 'individual', recipientName: 'thợ lò Phạm Văn An' }],
  ],
  [
    `Chủ tịch nước ký quyết định truy tặng ${order} cho Bác sĩ Trần Văn An và nguyên Điều dưỡng Lê Thị Bình.`,
    [{ ...one('individual', 'Bác sĩ Trần Văn An; nguyên Điều dưỡng Lê Thị Bình', 'Chủ tịch nước'), count: 2 }],
  ],
  ['Nhà trường được tặng Bằng khen.', [{ award: 'Bằng khen', count: 1 }]],
  ['Trường Tiểu học Tân Hòa, quận Hai Bà Trưng nhận Bằng khen.', [{ award: 'Bằng khen', recipient: 'collective' }]],
  ['Ngày 5 tháng 3, Tân Hòa đón nhận Bằng khen.', [{ award: 'Bằng khen', count: 1, recipientName: 'Tân Hòa' }]],
  ['Đội đạt 12 giải Nhất, chiếm 20% tổng số giải Nhất.', [{ award: 'Giải Nhất', count: 12, percent: 20 }]],
  [
    'Lãnh đạo ngành trao Cờ thi đua của Chính phủ tặng Vụ 3, Bộ Y tế.',
    [{ award: 'Cờ thi đua của Chính phủ', count: 1, recipient: 'collective' }],
  ],
  [
    'Sở tặng Giấy khen cho 2 học sinh đoạt giải quốc tế và 3 giáo viên.',
    [2, 3].map((count) => ({ award: 'Giấy khen', count })),
  ],
  [
    'Có 8 học sinh đoạt giải Nhất, 26 học sinh đoạt giải Nhì.',
    [
      { award: 'Giải Nhất', count: 8 },
      { award: 'Giải Nhì', count: 26 },
    ],
  ],
  [
    'Hội đồng đề nghị Giám đốc Sở Y tế công nhận danh hiệu: “Lao động tiên tiến” đối với 26 cá nhân, “Chiến sĩ thi đua cơ sở” đối với 3 cá nhân.',
    [
      { award: 'Lao động tiên tiến', count: 26, grantor: 'Giám đốc Sở Y tế', status: 'proposed' },
      { award: 'Chiến sĩ thi đua cơ sở', count: 3, grantor: 'Giám đốc Sở Y tế', status: 'proposed' },
    ],
  ],
  [
    'Chủ tịch UBND tỉnh Thanh Hóa Nguyễn Văn An ký quyết định tặng Bằng khen cho 6 cá nhân.',
    [{ count: 6, grantor: 'Chủ tịch UBND tỉnh Thanh Hóa' }],
  ],
];

const ignores: readonly string[] = [
  'Quận Hai Bà Trưng đón đoàn khách.',
  'DANH SÁCH ĐƯỢC NHẬN QUÀ TẾT',
  'Lễ đón nhận Bằng khen diễn ra khi nào?',
];

describe('subjects by name', () => {
  readsAwards(finds, ignores);
});
