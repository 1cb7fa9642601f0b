// Lists: what the line above says holds for the items below, and a name a line is a record a line.
import { describe, expect, it } from 'vitest';
import { awardsOfText, type Brief } from './awards-of-text.js';

const g = 'granted' as const;
const finds: readonly (readonly [what: string, lines: readonly string[], gives: readonly Brief[]])[] = [
  [
    'years of a body',
    [
      'THÀNH TÍCH ĐÃ ĐẠT ĐƯỢC',
      '- Năm 2015: Tập thể lao động tiên tiến. Được UBND huyện tặng Giấy khen.',
      '- Năm 2016: Tập thể lao động xuất sắc. Chi bộ trong sạch, vững mạnh. UBND tỉnh tặng Cờ thi đua xuất sắc.',
      '- Năm 2017: Huân chương Lao động hạng III; Bằng khen Bộ Y tế.',
    ],
    [
      { award: 'Tập thể lao động tiên tiến', status: g, count: 1 },
      { award: 'Giấy khen', grantor: 'UBND huyện' },
      { award: 'Tập thể lao động xuất sắc', status: g },
      { award: 'Chi bộ trong sạch vững mạnh', status: g },
      { award: 'Cờ thi đua', grantor: 'UBND tỉnh' },
      { award: 'Huân chương Lao động hạng Ba', status: g },
      { award: 'Bằng khen', grantor: 'Bộ Y tế' },
    ],
  ],
  [
    'lines without marks',
    [
      'Những thành tích của nhà trường:',
      'Huân chương Lao động hạng Nhì năm 2006 về thành tích xây dựng đội ngũ và cơ sở vật chất',
      'Cờ thi đua của Chính phủ năm 2011, 2015',
      'Công đoàn trường được tặng Bằng khen của Liên đoàn Lao động tỉnh năm 2012.',
      'Bằng khen của Bộ trưởng Bộ Giáo dục và Đào tạo năm 2014',
    ],
    [
      { award: 'Huân chương Lao động hạng Nhì', status: g },
      { award: 'Cờ thi đua của Chính phủ', status: g },
      { award: 'Bằng khen', grantor: 'Liên đoàn Lao động tỉnh' },
      { award: 'Bằng khen', grantor: 'Bộ trưởng Bộ Giáo dục và Đào tạo' },
    ],
  ],
  [
    'a giver above its list',
    [
      'Chính phủ tặng:',
      '- Cờ thi đua: 03 tập thể',
      '- Bằng khen: 12 tập thể, 40 cá nhân',
      'UBND tỉnh tặng',
      '- Bằng khen: 5 cá nhân',
    ],
    [
      { award: 'Cờ thi đua của Chính phủ', count: 3, grantor: 'Chính phủ' },
      { award: 'Bằng khen', count: 12, grantor: 'Chính phủ' },
      { award: 'Bằng khen', count: 40, recipient: 'individual' },
      { award: 'Bằng khen', count: 5, grantor: 'UBND tỉnh' },
    ],
  ],
  [
    'a list that is asked for',
    ['Đề nghị Thủ tướng Chính phủ tặng:', '- Bằng khen: 02 cá nhân', '- Chiến sĩ thi đua toàn quốc: 01 cá nhân'],
    [
      { award: 'Bằng khen', count: 2, status: 'proposed', grantor: 'Thủ tướng Chính phủ' },
      { award: 'Chiến sĩ thi đua toàn quốc', count: 1, status: 'proposed' },
    ],
  ],
  [
    'what was striven for and reached',
    [
      'Các thế hệ đã phấn đấu và được các cấp khen thưởng:',
      '- Chủ tịch nước tặng thưởng Huân chương Lao động hạng Ba.',
    ],
    [{ award: 'Huân chương Lao động hạng Ba', status: g, grantor: 'Chủ tịch nước' }],
  ],
  [
    'who and what',
    ['Danh hiệu tập thể:', '+ Trường: Tập thể lao động xuất sắc.', '+ Chi bộ: Trong sạch, vững mạnh.'],
    [
      { award: 'Tập thể lao động xuất sắc', status: g },
      { award: 'Trong sạch, vững mạnh', status: g },
    ],
  ],
  [
    'persons of a decision',
    [
      'Điều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho các cá nhân sau:',
      '1. Ông Nguyễn Văn Bình, Giám đốc Sở Xây dựng;',
      '2. Đại tá Lê Hồng Cường, Giám đốc Công an tỉnh;',
      '3. Trần Thị Duyên, chuyên viên,',
      'Đã có thành tích xuất sắc trong năm 2023.',
      'Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.',
    ],
    [
      { count: 1, recipientName: 'Ông Nguyễn Văn Bình', recipient: 'individual', grantor: 'Chủ tịch UBND tỉnh' },
      { count: 1, recipientName: 'Đại tá Lê Hồng Cường' },
      { count: 1, recipientName: 'Trần Thị Duyên', award: 'Bằng khen', awardCode: 'BKBNT', status: g },
    ],
  ],
  [
    'an annex, with the grantor of the first article and the decision of its title',
    [
      'Điều 1. Tặng Giấy khen của Giám đốc Sở Y tế cho 02 tập thể, 01 cá nhân (có danh sách kèm theo).',
      'DANH SÁCH',
      'TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN',
      '(Kèm theo Quyết định số 412/QĐ-SYT ngày 03/02/2023 của Giám đốc Sở Y tế)',
      'I. Tập thể',
      '1. Khoa Nội tổng hợp, Bệnh viện đa khoa huyện Hà Tiên',
      '2. Trạm Y tế xã Bình Minh',
      'II. Cá nhân',
      '1. Phạm Văn Giang, bác sĩ',
    ],
    [
      { count: 2, recipient: 'collective' },
      { count: 1, recipient: 'individual' },
      { count: 1, recipient: 'collective', grantor: 'Giám đốc Sở Y tế', decision: '412/QĐ-SYT' },
      { count: 1, recipientName: 'Trạm Y tế xã Bình Minh', decision: '412/QĐ-SYT' },
      { count: 1, recipientName: 'Phạm Văn Giang', recipient: 'individual', award: 'Giấy khen' },
    ],
  ],
  [
    'names within a sentence, as one record',
    ['UBND huyện trao Giấy khen cho các giáo viên: Lê Thị Hoa, Trường Mầm non A; Ngô Văn Khoa, Trường THCS B.'],
    [{ award: 'Giấy khen', count: null, recipientName: 'Lê Thị Hoa; Ngô Văn Khoa' }],
  ],
];

const ignores: readonly (readonly [what: string, lines: readonly string[]])[] = [
  [
    'the forms that there are',
    ['Hình thức khen thưởng gồm:', '- Huân chương Lao động;', '- Bằng khen;', '- Giấy khen.'],
  ],
  [
    'what is asked of a title',
    ['Tiêu chuẩn tặng Giấy khen cho:', '- Cá nhân có thành tích xuất sắc;', '- Tập thể Phòng Nội vụ.'],
  ],
  ['who has a task', ['Giao cho:', '1. Phòng Nội vụ: tham mưu khen thưởng.', '2. Bà Lê Thị Hoa: tổng hợp hồ sơ.']],
  [
    'a list of guests',
    [
      'Dự lễ trao Giấy khen có các đồng chí:',
      '- Ông Nguyễn Văn Bình, Chủ tịch UBND huyện;',
      '- Bà Lê Thị Hoa, Phó Chủ tịch.',
    ],
  ],
  [
    'awards that rules name, a line each',
    [
      'Các hình thức khen thưởng theo thành tích:',
      'Huân chương Lao động các hạng',
      'Bằng khen của Thủ tướng Chính phủ',
      'Giấy khen của Chủ tịch UBND xã',
    ],
  ],
  [
    'text that goes on after a list',
    ['Thành tích nổi bật:', 'Thu ngân sách đạt dự toán giao.', 'Hồ sơ đề nghị Bằng khen gửi về Sở Nội vụ trước 15/11.'],
  ],
  [
    'results of work',
    ['THÀNH TÍCH ĐẠT ĐƯỢC', '- Năm 2015: trồng 200 ha rừng.', '- Năm 2016: xây dựng chi bộ trong sạch, vững mạnh.'],
  ],
];

describe('lists of awards', () => {
  it.each(finds)('reads %s', async (_, lines, gives) => {
    const found = await awardsOfText(lines.join('\n'));
    expect(found).toMatchObject(gives);
    expect(found).toHaveLength(gives.length);
  });

  it.each(ignores)('finds nothing in %s', async (_, lines) => {
    expect(await awardsOfText(lines.join('\n'))).toEqual([]);
  });
});
