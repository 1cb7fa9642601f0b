import { describe, expect, it } from 'vitest';
import { line, read } from './read-paragraphs.js';

describe('numbers, units and the words around them', () => {
  it.each([
    ['khoảng 60 nghìn ha cà phê', 'measure 60000 ha about'],
    ['8,3 triệu lượt khách du lịch', 'count 8300000 lượt khách du lịch'],
    ['7 vạn người', 'count 70000 người'],
    ['kinh phí 350 trđ', 'money 350000000 đồng'],
    ['hỗ trợ 500.000đ/hộ', 'money 500000 đồng'],
    ['đạt 25 tỷ USD (dầu thô 5,1 tỷ)', 'money 25000000000 usd', 'money 5100000000 usd'],
    ['dài 30.9 km, rộng 26.500m 2', 'measure 30.9 km', 'measure 26500 m2'],
    ['54.577ha; 40.56ha', 'measure 54577 ha', 'measure 40.56 ha'],
    ['có 1,290 người tham gia', 'count 1290 người'],
    ['có 2,125 ha rừng', 'measure 2.125 ha rừng'],
    ['đạt 12.345% kế hoạch', 'percent 12.345 %'],
    ['15 phần trăm số hộ', 'percent 15 %'],
    ['0,5‰', 'percent 0.5 ‰'],
    ['tiêm 15, 6% dân số', 'percent 15.6 %'],
    ['80% số hộ trở lên', 'percent 80 %'],
    ['từ 05 hộ trở lên', 'count 5 hộ at-least'],
    ['không dưới 20 hội viên', 'count 20 hội viên at-least'],
    ['chưa đến 5%', 'percent 5 % under'],
    ['triển khai trên 07 xã', 'count 7 xã'],
    ['khen hơn 07 cá nhân', 'count 7 cá nhân over'],
    ['cao hơn 1,6% so với năm trước', 'change 1.6 % up'],
    ['thấp hơn 2 điểm phần trăm', 'change 2 điểm phần trăm down'],
    ['tăng so với cùng kỳ năm 2022 là 5,2%', 'change 5.2 % up'],
    ['vượt kế hoạch 12%', 'change 12 % up'],
    ['tăng thêm bình quân hằng năm trên 3%', 'change 3 % up over'],
    ['so với cùng kỳ giảm 02 vụ, 01 người chết', 'change 2 vụ down', 'change 1 người down'],
    ['tăng 1.416 hộ với 4.921 khẩu', 'change 1416 hộ up', 'change 4921 khẩu up'],
    ['tăng từ 5 đến 7%', 'change 5..7 % up'],
    ['từ 5% đến 7%', 'percent 5..7 %'],
    ['giảm từ 76,6% năm 2003 xuống còn 75,5%', 'percent 76.6 %', 'percent 75.5 %'],
    ['tốc độ tăng trưởng 7,5%', 'percent 7.5 %'],
    ['75.540 trên tổng số 118.034 làng', 'ratio 75540/118034 làng'],
    ['126/106 tin báo', 'ratio 126/106 tin báo'],
    ['số xã đạt chuẩn: 12/15;', 'ratio 12/15'],
    ['Tổng số hộ nghèo: 1.250', 'count 1250 hộ nghèo'],
    ['hai bên đã ký', 'count 2 bên'],
    ['một trăm hai mươi hộ', 'count 120 hộ'],
    ['trao 150 túi gạo nếp', 'count 150 túi'],
    ['nộp 25 hiện vật quý', 'count 25 hiện vật'],
    ['đúc 12 khuôn mẫu', 'count 12 khuôn mẫu'],
    ['soạn 15 công điện', 'count 15 công điện'],
    ['đắp 15 công đất', 'measure 15 công đất'],
    ['12/12 nhiệm vụ¹³ (đạt 100%)', 'ratio 12/12 nhiệm vụ', 'percent 100 %'],
    ['12 nhiệm vụ13 đã xong', 'count 12 nhiệm vụ'],
    ['-100% xã', 'percent 100 %'],
    ['có 9400 lượt người nghe', 'count 9400 lượt người'],
    ['có 2024 hộ', 'count 2024 hộ'],
    ['mỗi tổ 3 người', 'count 3 người'],
    ['trong số 15 xã', 'count 15 xã'],
    ['trao 10 Huy hiệu 40 năm tuổi Đảng', 'count 10 huy hiệu'],
    ['7.530 ngày công lao động', 'count 7530 ngày công'],
    ['giải ngân đạt 345,6/1.234,5 tỷ đồng', 'ratio 345600000000/1234500000000 đồng'],
    ['giảm tỷ lệ hộ nghèo bình quân 3-4%/năm', 'change 3..4 % down'],
    ['giảm tỷ lệ hộ nghèo xuống còn 5%', 'percent 5 %'],
    ['chỉ số xếp thứ 30/63.', 'ratio 30/63'],
    ['thương binh hạng 4/4, bệnh binh 2/3'],
    ['03 (ba) bộ hồ sơ', 'count 3 bộ hồ sơ'],
    ['vốn vay 56 (năm mươi sáu) tỷ đồng', 'money 56000000000 đồng'],
    ['5.000.000 đồng (Bằng chữ: Năm triệu đồng)', 'money 5000000 đồng'],
    ['2.305.000.000 đồng ( Hai tỷ, ba trăm linh năm triệu đồng)', 'money 2305000000 đồng'],
    ['xử lý 07 đảng viên (khiển trách: 4; cảnh cáo: 3)', 'count 7 đảng viên', 'count 4 đảng viên', 'count 3 đảng viên'],
    [
      'Hình thức: khiển trách 28 (chiếm 70%), cảnh cáo 12 (30%)',
      'count 28',
      'percent 70 %',
      'count 12',
      'percent 30 %',
    ],
    ['xử lý 07 đảng viên (theo Điều 4; khoản 3)', 'count 7 đảng viên'],
    ['học sinh lớp 9 (30%)', 'percent 30 %'],
    ['2 tỷ đồng (năm triệu đồng mỗi hộ)', 'money 2000000000 đồng', 'money 5000000 đồng'],
    ['Đã rà soát. Hai xã chưa đạt', 'count 2 xã'],
    ['đoạt 5 HCV, 3 HCB', 'count 5 hcv', 'count 3 hcb'],
    ['cơ chế 1 cửa'],
    ['có 15/15 (100%) thôn', 'ratio 15/15 thôn', 'percent 100 %'],
    ['giảm 05 vụ (-16,6%)', 'change 5 vụ down', 'change 16.6 % down'],
    ['giảm từ 3,5% đến 4%', 'change 3.5..4 % down'],
    ['Hộ nghèo: 12 hộ; khẩu: 4.321.', 'count 12 hộ', 'count 4321 khẩu'],
    ['Điện thoại: 4321; trang: 12.'],
    ['qua 2 cửa khẩu phụ; cơ chế 2 cửa', 'count 2 cửa khẩu'],
    ['dập tắt 03 ổ dịch, triệt xóa 4 ổ nhóm', 'count 3 ổ dịch', 'count 4 ổ nhóm'],
    ['bổ nhiệm mới 14 kiểm sát viên, 6 giám sát viên', 'count 14 kiểm sát viên', 'count 6 giám sát viên'],
    ['hiện có 21 Chấp hành viên và 9 Thẩm tra viên', 'count 21 chấp hành viên', 'count 9 thẩm tra viên'],
    ['gồm 12 Trợ giúp viên', 'count 12 trợ giúp'],
    ['huy động được 35 CTV tham gia', 'count 35 ctv'],
    ['có 12 Nguyễn Huệ; Ban Chỉ đạo 35 Trung ương; khóa 12 BCH'],
    ['giành 16 HC Vàng, 9 HC Bạc', 'count 16 hc vàng', 'count 9 hc bạc'],
    ['dân số khoảng 1,215 triệu người', 'count 1215000 người about'],
    ['là một tỉnh miền núi, năm tỉnh bạn'],
    ['đạt và vượt 13/15 chỉ tiêu', 'ratio 13/15 chỉ tiêu'],
    ['Tốt: 84 em (60%); Đạt: 56 (40%)', 'count 84 em', 'percent 60 %', 'count 56 em', 'percent 40 %'],
    ['có 84 em. Theo Nghị quyết 56 (40%)', 'count 84 em', 'percent 40 %'],
    ['hoàn thành chương trình: 87/87 đạt 100%', 'ratio 87/87', 'percent 100 %'],
    ['cấp 120 GCNQSDĐ', 'count 120 gcnqsdđ'],
    ['doanh thu vượt 15 tỷ đồng', 'money 15000000000 đồng over'],
    ['thu vượt 2 tỷ đồng so với dự toán', 'change 2000000000 đồng up'],
    ['chuyển đất lúa 2 vụ; xử lý 2 vụ', 'count 2 vụ'],
    ['số hợp tác xã, tổ hợp tác vào năm 2022: 17;', 'count 17 hợp tác xã'],
    ['3. 245 hộ thoát nghèo', 'count 245 hộ thoát nghèo'],
    ['còn 3. 245 hộ nghèo', 'count 3245 hộ nghèo'],
    ['biểu dương 17 gương điển hình', 'count 17 gương điển hình'],
    ['là 1 trong 3 xã điểm; làm 6 việc trong 2 năm', 'ratio 1/3 xã', 'count 6 việc'],
    ['dân số 2.415 hộ; quân số 120 đồng chí', 'count 2415 hộ', 'count 120 đồng chí'],
    ['có 1.345 điểm sạt lở; đạt 8.125 điểm', 'count 1345 điểm', 'measure 8.125 điểm'],
    ['giảm tỷ suất sinh 0,15%0/năm; tỷ suất 4,2%o', 'change 0.15 ‰ down', 'percent 4.2 ‰'],
    ['may mặctăng5,21%; giống lúa OM1,36', 'percent 5.21 %'],
    [
      'hư hỏng 57 ngôi nhà (Bảo Lạc 40, Hạ Lang 12 và Thạch An 5).',
      'count 57 ngôi nhà',
      'count 40 ngôi nhà',
      'count 12 ngôi nhà',
      'count 5 ngôi nhà',
    ],
    [
      'ngập 1.250,5 ha lúa (Phú Lộc: 850,25; Nam Đông: 400,25)',
      'measure 1250.5 ha',
      'measure 850.25 ha',
      'measure 400.25 ha',
    ],
    ['xảy ra 8 sự cố, gồm Quế Phong 5, Con Cuông 3.', 'count 8 sự cố', 'count 5 sự cố', 'count 3 sự cố'],
    ['có 45 học viên (nam 20, nữ 25)', 'count 45 học viên', 'count 20 học viên', 'count 25 học viên'],
    [
      'hỗ trợ 12 hộ (Quyết định 22), 4 thôn (Vùng 3), 2 cầu (Bến Tre 2022)',
      'count 12 hộ',
      'count 4 thôn',
      'count 2 cầu',
    ],
    ['kết quả: giải Nhất: 02; giải Nhì: 05.', 'count 2 giải', 'count 5 giải'],
    ['số nhà đổ, hư hỏng là 31 (chưa kể nhà tạm)', 'count 31 nhà'],
    ['số vụ giảm 8,3% (143/156)', 'change 8.3 % down', 'ratio 143/156'],
    ['nghỉ lễ (30/4), khai giảng (5/9)'],
    ['chỉ số xếp 12/34 về cải cách hành chính', 'ratio 12/34'],
    ['được 87 hộ dân của xã/121 hộ', 'count 87 hộ dân', 'count 121 hộ'],
    ['dư nợ 4 tỷ đồng (năm 2022) /52 lượt vay/3 tổ', 'money 4000000000 đồng', 'count 52 lượt vay', 'count 3 tổ'],
    ['văn bản QĐ/12 hộ; xã/12'],
    [
      'Phú Yên 1,1 triệu con, Bình Định 1,6 triệu, thu 2,5 tỷ',
      'count 1100000 con',
      'count 1600000 con',
      'money 2500000000 đồng',
    ],
    ['chuyên mục “Mỗi ngày một tin” phát 12 kỳ', 'count 12 kỳ'],
  ])('%s', (text, ...records) => {
    expect(read(text).map(line)).toEqual(records);
  });

  it('keeps a rate’s denominator out of the unit and in the quote', () => {
    const [found] = read('thu nhập 45 triệu đồng/người/năm');
    expect(found).toMatchObject({ unit: 'đồng', quote: '45 triệu đồng/người/năm', exact: '45000000' });
  });

  it('reads commas as groups where the document’s other numbers do', () => {
    expect(read('Thu 1,234,567 đồng; diện tích 2,125 ha').map(line)).toEqual(['money 1234567 đồng', 'measure 2125 ha']);
    expect(read('Thu 1.234.567 đồng; diện tích 2,125 ha').map(line)).toEqual([
      'money 1234567 đồng',
      'measure 2.125 ha',
    ]);
  });

  it('is surer of a unit it knows than of a noun it does not', () => {
    const [known, unknown] = read('có 12 hộ và 12 khuôn đúc');
    expect(known!.confidence).toBeGreaterThan(unknown!.confidence);
    expect(unknown!.unitCode).toBeNull();
  });

  it('keeps exact decimals', () => {
    expect(read('4,35 nghìn tỷ đồng')[0]).toMatchObject({ exact: '4350000000000', value: 4.35e12 });
    expect(read('tăng 0,1%')[0]).toMatchObject({ exact: '0.1', value: 0.1 });
  });
});
