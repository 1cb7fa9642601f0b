import { describe, expect, it } from 'vitest';
import { listedName } from '../../../src/extract/awards/listed-name.js';

describe('listedName', () => {
  it.each([
    ['1. Ông Nguyễn Văn A, Giám đốc Sở X;', 'Ông Nguyễn Văn A', 'individual'],
    ['- đồng chí Lê Thị B - Phó Bí thư', 'đồng chí Lê Thị B', 'individual'],
    ['2) Thượng tá Trần C, Phó Trưởng phòng', 'Thượng tá Trần C', 'individual'],
    ['TRẦN VĂN DŨNG, Trưởng phòng', 'TRẦN VĂN DŨNG', 'individual'],
    ['3. Phòng Tài chính - Kế hoạch huyện', 'Phòng Tài chính - Kế hoạch huyện', 'collective'],
    ['a) Công ty Cổ phần Biển Bắc, đã hoàn thành nhiệm vụ', 'Công ty Cổ phần Biển Bắc', 'collective'],
    ['Hộ ông Y Blăm', 'Hộ ông Y Blăm', 'household'],
  ])('reads «%s»', (item, name, who) => {
    const found = listedName(item, null);
    expect(found).toMatchObject({ name, who });
    expect(item.slice(found!.start, found!.end)).toBe(name);
  });

  it.each([
    'Cá nhân có thành tích xuất sắc',
    '1. Phòng Nội vụ tổng hợp hồ sơ',
    '2. Phòng Nội vụ: 05 cá nhân',
    'vì đã có thành tích',
    '3. Bằng khen: Ông Nguyễn Văn A',
    '12 cá nhân',
    'Quá trình công tác',
  ])('reads no name in «%s»', (item) => {
    expect(listedName(item, null)).toBeNull();
  });
});
