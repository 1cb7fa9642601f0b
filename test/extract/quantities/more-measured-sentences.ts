import type { MeasuredRow } from './measured-sentences.js';

/** More sentences, as `measuredTables` writes them. */
export const moreMeasuredTables: Readonly<Record<string, readonly MeasuredRow[]>> = {
  'what those who are counted were given': [
    [
      'UBND huyện tặng Giấy khen cho 12 tập thể và 25 cá nhân.',
      'tập thể được UBND huyện tặng Giấy khen',
      'cá nhân được UBND huyện tặng Giấy khen',
    ],
    [
      'Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể, 05 cá nhân.',
      'tập thể được đề nghị Chủ tịch UBND tỉnh tặng Bằng khen',
      'cá nhân được đề nghị Chủ tịch UBND tỉnh tặng Bằng khen',
    ],
    [
      'Trình Bộ trưởng tặng Cờ thi đua cho 01 đơn vị, Bằng khen cho 03 tập thể.',
      'đơn vị được trình Bộ trưởng tặng Cờ thi đua',
      'tập thể được trình Bộ trưởng tặng Bằng khen',
    ],
    ['- Huân chương Lao động: 05 tập thể.', 'tập thể được tặng Huân chương Lao động'],
    [
      '- Huân chương Lao động hạng Nhì cho 02 cá nhân, hạng Ba cho 04 tập thể.',
      'cá nhân được tặng Huân chương Lao động hạng Nhì',
      'tập thể được tặng Huân chương Lao động hạng Ba',
    ],
    [
      '- Chiến sĩ thi đua cơ sở: 14 người; Lao động tiên tiến: 96 người.',
      'người đạt Chiến sĩ thi đua cơ sở',
      'người đạt Lao động tiên tiến',
    ],
    [
      'Hội Cựu chiến binh tỉnh tặng Giấy khen 07 hội viên tiêu biểu.',
      'hội viên được Hội Cựu chiến binh tỉnh tặng Giấy khen',
    ],
    ['Giám đốc Sở khen thưởng đột xuất 03 cá nhân.', 'cá nhân được Giám đốc Sở khen thưởng đột xuất'],
    ['Không xét danh hiệu thi đua đối với 02 cá nhân.', 'Không xét danh hiệu thi đua'],
    ['UBND xã tặng 45 suất quà cho 45 hộ nghèo.', 'tặng suất quà', 'tặng suất quà cho hộ nghèo'],
    ['Có 12 cá nhân đạt danh hiệu Lao động tiên tiến.', 'cá nhân đạt danh hiệu Lao động tiên tiến'],
    ['Trao 15 bằng khen, 20 giấy khen.', 'Trao bằng khen', 'Trao giấy khen'],
    ['Tặng Cờ cho Công đoàn trường A, tặng Giấy khen cho Chi đoàn B và 04 cá nhân.', 'cá nhân được tặng Giấy khen'],
  ],
  'a level of what was named before': [
    [
      'Giáo viên dạy giỏi: cấp huyện 40 người, cấp tỉnh 08 người.',
      'Giáo viên dạy giỏi cấp huyện',
      'Giáo viên dạy giỏi cấp tỉnh',
    ],
    ['Học sinh giỏi cấp huyện 52 em, cấp tỉnh 04 em.', 'Học sinh giỏi cấp huyện', 'Học sinh giỏi cấp tỉnh'],
    [
      'giám sát 16 cuộc (cấp huyện 02 cuộc, cấp xã 14 cuộc)',
      'giám sát cuộc',
      'giám sát cuộc cấp huyện',
      'giám sát cuộc cấp xã',
    ],
  ],
  'what goes on over a comma, a figure or a time': [
    ['Trong 6 tháng nhân dân đóng góp 240 triệu đồng.', 'nhân dân đóng góp'],
    ['Toàn xã đầu năm còn 120 hộ nghèo, cuối năm còn 95 hộ nghèo.', 'hộ nghèo', 'hộ nghèo'],
    ['Đến 30/11 giải ngân được 45 tỷ đồng, đạt 80% kế hoạch.', 'giải ngân', 'giải ngân | ~kế hoạch'],
    ['có 06 hộ hiến 750 m2 đất', 'hộ hiến đất', 'hiến đất'],
    ['có 15 xã biên giới thuộc 3 huyện', 'xã biên giới', 'huyện'],
    [
      'Diện tích lúa 320 ha, năng suất 60 tạ/ha, sản lượng 1.920 tấn.',
      'Diện tích lúa',
      'năng suất lúa',
      'sản lượng lúa',
    ],
    [
      'Toàn cơ quan có 25 đồng chí, trong đó: nữ 12 đồng chí, đảng viên 20 đồng chí.',
      'đồng chí',
      'đồng chí: nữ',
      'đồng chí: đảng viên',
    ],
    [
      'Đầu năm xã có 742 hộ nghèo (13,9%) và 398 hộ cận nghèo (7,46%).',
      'hộ nghèo',
      'hộ nghèo',
      'hộ cận nghèo',
      'hộ cận nghèo',
    ],
    [
      'Cán bộ, công chức có 45 người, gồm 30 người có trình độ đại học.',
      'Cán bộ, công chức',
      'người có trình độ đại học',
    ],
  ],
  'another time, or a plan, beside the result': [
    [
      'Thu ngân sách đạt 64% DT huyện giao và 59% DT HĐND xã.',
      'Thu ngân sách | ~DT huyện giao',
      'Thu ngân sách | ~DT HĐND xã',
    ],
    [
      'Vốn giảm nghèo được giao 6 tỷ đồng, giải ngân 5 tỷ đồng.',
      'Vốn giảm nghèo được giao | !plan',
      'Vốn giảm nghèo được giao: giải ngân',
    ],
    ['Tổng vốn giao 20 tỷ đồng, trong đó hỗ trợ sản xuất 12 tỷ đồng.', 'vốn giao | !plan', 'hỗ trợ sản xuất | !plan'],
    ['Tăng trưởng 17%, cao hơn kế hoạch đề ra (15%).', 'Tăng trưởng', 'Tăng trưởng | !plan'],
    ['Năm 2024 có 32 hộ đăng ký gia đình văn hóa.', 'hộ đăng ký gia đình văn hóa | #2024 | !registered'],
    ['Tháng 9 năm 2023 xảy ra 12 vụ (cùng kỳ năm trước 15 vụ).', 'vụ | #2023-09', 'vụ | #2022-09'],
    [
      'Năm 2023 có 12 vụ (cùng kỳ năm trước xảy ra 15 vụ), giảm 3 vụ so với cùng kỳ năm trước.',
      'vụ | #2023',
      'vụ | #2022',
      'vụ | #2023 | ~so với cùng kỳ năm trước',
    ],
    [
      'Tăng trưởng 6 tháng đầu năm 2022 đạt 7,15% (cùng kỳ 2021 đạt 6,92%).',
      'Tăng trưởng | #2022-H1',
      'Tăng trưởng | #2021-H1',
    ],
    ['Quý III năm 2024 xảy ra 4 vụ cháy, cùng kỳ năm 2023 là 7 vụ.', 'vụ cháy | #2024-Q3', 'vụ | #2023-Q3'],
    [
      'Năm 2022, tỷ lệ hộ cận nghèo còn 4,5% (năm 2021: 5,1%), hộ nghèo còn 3,2%.',
      'tỷ lệ hộ cận nghèo | #2022',
      'tỷ lệ hộ cận nghèo | #2021',
      'hộ nghèo | #2022',
    ],
    ['Sản lượng đạt 412 tấn (năm 2021).', 'Sản lượng | #2021'],
    [
      'Tỷ lệ hộ nghèo năm 2023 giảm từ 12,5% năm 2020 xuống còn 6,1%.',
      'Tỷ lệ hộ nghèo | #2020',
      'Tỷ lệ hộ nghèo | #2023',
    ],
    ['Phương hướng 2024: kết nạp 30 hội viên.', 'kết nạp hội viên | #2024 | !plan'],
    ['Chỉ tiêu năm 2025: 95% hộ dùng nước sạch.', 'hộ dùng nước sạch | #2025 | !target'],
    ['Thu nhập năm 2022 là 30 triệu đồng, gấp 2,3 lần năm 2010.', 'Thu nhập | #2022', 'Thu nhập | #2022'],
  ],
};
