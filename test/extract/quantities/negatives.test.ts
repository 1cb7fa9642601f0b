import { describe, expect, it } from 'vitest';
import { line, paragraphs, quantitiesOf, read } from './read-paragraphs.js';

/** The domain's list of what is no document number; most of it is no quantity either, the rest is shown with its records. */
const examples: readonly (readonly [number: number, text: string, ...records: string[]])[] = [
  [1, 'vào ngày 12/12/2023 tại Hà Nội'],
  [2, 'Ngày 24/6/2023, Chính phủ ban hành'],
  [3, 'Chiều 23/7, UBND tỉnh tổ chức'],
  [4, 'đã hoàn thành 12/12 nhiệm vụ', 'ratio 12/12 nhiệm vụ'],
  [5, '20/20 cá nhân đạt danh hiệu lao động tiên tiến', 'ratio 20/20 cá nhân'],
  [6, '03/03 phòng thuộc Ban', 'ratio 3/3 phòng'],
  [7, '01/03 tập thể hoàn thành xuất sắc nhiệm vụ', 'ratio 1/3 tập thể'],
  [8, '8/8 huyện, thành phố đã tổ chức xong đại hội', 'ratio 8/8 huyện, thành phố'],
  [9, '7 lượt/7 xã, thị trấn', 'count 7 lượt', 'count 7 xã, thị trấn'],
  [10, '196.878 khẩu/52.001 hộ', 'count 196878 khẩu', 'count 52001 hộ'],
  [11, 'đạt 100% kế hoạch giao', 'percent 100 %'],
  [12, 'năm 2022 đạt 36,45% và năm 2023 chỉ đạt 1,67%', 'percent 36.45 %', 'percent 1.67 %'],
  [13, 'tăng 2,5%/năm', 'change 2.5 % up'],
  [14, '3,5 triệu đồng/người/tháng', 'money 3500000 đồng'],
  [15, 'xếp thứ 15/63 tỉnh, thành phố', 'ratio 15/63 tỉnh, thành phố'],
  [16, 'giai đoạn 2021-2025'],
  [17, 'giai đoạn 2021 – 2030, tầm nhìn đến 2045'],
  [18, 'nhiệm kỳ 2020-2025'],
  [19, 'năm học 2023-2024'],
  [20, 'quý II/2024'],
  [21, 'tháng 10/2024'],
  [22, 'tháng 01-2024'],
  [23, '6 tháng đầu năm 2024'],
  [24, 'trực 24/7'],
  [25, '24/24 giờ'],
  [26, 'Quốc khánh 2/9'],
  [27, 'dịp 30/4 - 1/5'],
  [28, 'Cách mạng tháng Tám 19/8'],
  [29, 'QL.24B'],
  [30, 'Quốc lộ 1A'],
  [31, 'đường ĐT.623'],
  [32, 'tuyến ĐH.05'],
  [33, 'km 12+500'],
  [34, 'khổ giấy A4'],
  [35, 'dịch Covid-19'],
  [36, 'thông điệp 5K'],
  [37, 'không ai bị F0'],
  [38, 'Nhóm U10'],
  [39, 'vi rút H5N1'],
  [40, 'ISO 9001:2015'],
  [41, 'TCVN chất lượng cao'],
  [42, 'mã QR số 0012345'],
  [43, 'mã số thuế 4300319432'],
  [44, 'mã hồ sơ 000.00.12.H48-230915-0007'],
  [45, 'số tài khoản 110000012345 tại Kho bạc'],
  [46, 'điện thoại 0255.3822.123'],
  [47, 'số điện thoại: 0905 123 456'],
  [48, 'số Fax: 02553.824.680'],
  [49, 'số 12 đường Hùng Vương'],
  [50, 'số nhà 45/7 đường Nguyễn Du'],
  [51, 'xe ô tô biển số 76A-012.34'],
  [52, 'biển kiểm soát 76C-123.45'],
  [53, 'CCCD số 051085001234'],
  [54, 'xã khu vực III'],
  [55, 'khóa XX'],
  [56, 'lần thứ XIII'],
  [57, 'Quốc hội khóa XV'],
  [58, 'sinh con thứ 3'],
  [59, 'Nội dung số 02, tiểu dự án 2'],
  [60, 'Tiểu dự án 1, Dự án 4'],
  [61, 'Chỉ tiêu số 1 tại Phụ lục số 02'],
  [62, 'Biểu số 03'],
  [63, 'Mẫu số 01/TĐKT'],
  [64, 'Dự án 3 Chương trình 1719'],
  [65, 'Điều 9'],
  [66, 'khoản 9 Điều 9 Luật Ngân sách nhà nước'],
  [67, 'thôn 5 - thị trấn Đăk Rve'],
  [68, 'Tổ 5/Phường Nguyễn Nghiêm'],
  [69, 'Sư đoàn 10, Quân đoàn 34'],
  [70, 'Ban Chỉ đạo 35'],
  [71, 'đội 113'],
  [72, 'chương trình 135'],
  [73, '3 gương mẫu, 3 tự giác, 3 an toàn'],
  [74, 'trên 88% cán bộ, công chức', 'percent 88 % over'],
  [75, '9.600.000 đồng', 'money 9600000 đồng'],
  [76, 'hơn 9 tỷ đồng', 'money 9000000000 đồng over'],
  [77, 'tỷ số 3-1'],
  [78, 'giờ 7h30-11h30'],
  [79, 'nhiệt độ 25-30 độ C', 'measure 25..30 độ c'],
  [80, 'giống lúa ĐT100/KD'],
  [81, 'phân NPK 16-16-8'],
  [82, 'máy bay F-16, tàu HQ-012'],
  [83, 'hóa đơn số 0001234 ký hiệu AA/23E'],
  [84, 'Lưu: VT, BDT (02b)'],
  [85, 'Nơi nhận: - Lưu VT, P.TH'],
  [86, '(1)Kế hoạch thực hiện Chương trình'],
  [87, '2.1. Thuận lợi'],
  [88, 'b/ Những khó khăn vướng mắc'],
];

describe('what is no quantity', () => {
  it.each(examples.map(([number, text, ...records]) => ({ number, text, records })))(
    '$number: $text',
    ({ text, records }) => {
      expect(read(text).map(line)).toEqual(records);
    },
  );

  it.each([
    'Căn cứ Quyết định số 1085/QĐ-UBND của UBND tỉnh',
    'Kế hoạch số 12/KH-UBND, Công văn 2101/SNV-TĐKT',
    'theo Nghị định 27/2022/NĐ-CP và Luật số 06/2022/QH15',
    'Báo cáo số 128-BC/BCĐ, Nghị quyết 06-NQ/TU',
    'Chỉ thị 05 xã hội hóa', // the document's bare number, not five communes
    'báo cáo trước ngày 15 tháng 6 năm 2024',
    'trong thời hạn 30 ngày làm việc',
    'kế hoạch 5 năm, nhiệm kỳ 5 năm',
    'Kỷ niệm 75 năm xây dựng và trưởng thành',
    'từ năm 2021 đến năm 2025 huyện đã triển khai',
    'các năm 2022, 2023 và 2024',
    'Hội nghị Trung ương 6 khóa XII',
    'học sinh lớp 5 trường tiểu học',
    'phường 7 quận 3',
    'một số xã, một phần kinh phí, một cách',
    'phải được bên thứ ba đồng ý, hai đồng thời',
    'theo đoạn 2 phần mở đầu',
    'thứ hai là công tác tuyên truyền; hai là, tăng cường kiểm tra',
    'phong trào “5 không, 3 sạch”',
    'mô hình “2 giỏi 1 tốt” trong phụ nữ',
    'đường Hai Bà Trưng, quận Ba Đình',
    'Tiểu dự án 2 Dự án 5',
    'chính quyền địa phương 02 cấp',
    'chậm nhất 15/02 hằng năm',
    'lúc 8h30, kết thúc 11:00',
  ])('finds nothing in «%s»', (text) => {
    expect(read(text).map(line)).toEqual([]);
  });

  it('takes no number out of a claimed span, and goes on after it', () => {
    const document = paragraphs('theo văn bản 15 xã đã ký, có 12 hộ');
    const start = document.text.indexOf('văn bản');
    const found = quantitiesOf(document, { claimed: [{ start, end: start + 'văn bản 15 xã'.length }] });
    expect(found.map(line)).toEqual(['count 12 hộ']);
  });

  it('never reads over the end of a paragraph', () => {
    expect(quantitiesOf(paragraphs('Kết quả đạt 15', 'xã của huyện', 'số 2', '% hộ')).map(line)).toEqual([]);
  });

  it('leaves letterhead, recipients and signature alone', () => {
    const document = paragraphs('Có 3 phòng', 'Có 4 phòng', 'Có 5 phòng', 'Có 6 phòng');
    const layout = {
      zones: ['letterhead', 'body', 'recipients', 'signature'] as const,
      sections: [null, null, null, null],
      headings: [[], [], [], []],
    };
    expect(quantitiesOf(document, { layout }).map(line)).toEqual(['count 4 phòng']);
  });
});
