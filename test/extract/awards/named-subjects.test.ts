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
    [
      one('individual', 'Bác sĩ Trần Văn An', 'Chủ tịch nước'),
      one('individual', 'nguyên Điều dưỡng Lê Thị Bình', 'Chủ tịch nước'),
    ],
  ],
  ['Nhà trường được tặng Bằng khen.', [{ award: 'Bằng khen', count: null }]],
  ['Trường Tiểu học Tân Hòa, quận Hai Bà Trưng nhận Bằng khen.', [{ award: 'Bằng khen', recipient: 'collective' }]],
  ['Ngày 5 tháng 3, Tân Hòa đón nhận Bằng khen.', [{ award: 'Bằng khen', count: 1, recipientName: 'Tân Hòa' }]],
  ['Đội đạt 12 giải Nhất, chiếm 20% tổng số giải Nhất.', [{ award: 'Giải Nhất', count: 12, percent: 20 }]],
];

const ignores: readonly string[] = [
  'Quận Hai Bà Trưng đón đoàn khách.',
  'DANH SÁCH ĐƯỢC NHẬN QUÀ TẾT',
  'Lễ đón nhận Bằng khen diễn ra khi nào?',
];

describe('subjects by name', () => {
  readsAwards(finds, ignores);
});
