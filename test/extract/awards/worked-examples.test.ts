// The worked examples of the domain's page on emulation and commendation, in the fields of our record.
import { describe, expect, it } from 'vitest';
import { awardsOfText, type Brief } from './awards-of-text.js';

interface Example {
  readonly text: string;
  /** a heading above the text */
  readonly under?: string;
  readonly gives: readonly Brief[];
}

const g = 'granted' as const;
const examples: readonly Example[] = [
  {
    text:
      'Có 06 cá nhân là người có uy tín trong đồng bào dân tộc thiểu số được tặng Bằng khen tại hội nghị vào ngày 12/12/2023; ' +
      'trong đó, có 05 người được Bộ trưởng, Chủ nhiệm Ủy ban dân tộc tặng Bằng khen, 01 người được Thủ tướng Chính phủ tặng Bằng khen.',
    gives: [
      { award: 'Bằng khen', count: 6, recipient: 'individual', status: g },
      {
        award: 'Bằng khen',
        awardCode: 'BKBNT',
        count: 5,
        recipient: 'individual',
        grantor: 'Bộ trưởng, Chủ nhiệm Ủy ban dân tộc',
        status: g,
      },
      {
        award: 'Bằng khen',
        awardCode: 'BKTTG',
        count: 1,
        recipient: 'individual',
        grantor: 'Thủ tướng Chính phủ',
        status: g,
      },
    ],
  },
  {
    text: 'Năm 2023, Ban Dân tộc đăng ký Bằng khen của Chủ tịch UBND tỉnh hoặc của Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc.',
    gives: [
      {
        award: 'Bằng khen',
        recipient: 'collective',
        recipientName: 'Ban Dân tộc',
        grantor: 'Chủ tịch UBND tỉnh hoặc của Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc',
        status: 'registered',
        period: '2023',
      },
    ],
  },
  {
    text: 'Tập thể Ban Dân tộc đăng ký “Cờ thi đua cấp tỉnh” trong Khối thi đua năm 2023.',
    gives: [
      {
        award: 'Cờ thi đua cấp tỉnh',
        awardCode: 'CTDBNT',
        recipient: 'collective',
        recipientName: 'Tập thể Ban Dân tộc',
        status: 'registered',
        period: '2023',
      },
    ],
  },
  {
    text: 'Tập thể Ban Dân tộc đăng ký “Bằng khen” của Chủ tịch UBND tỉnh trong Khối thi đua năm 2023.',
    gives: [{ award: 'Bằng khen', recipient: 'collective', grantor: 'Chủ tịch UBND tỉnh', status: 'registered' }],
  },
  {
    under: 'Trong đó, phấn đấu:',
    text: '- 100% cá nhân đạt danh hiệu lao động tiên tiến.',
    gives: [{ award: 'Lao động tiên tiến', percent: 100, count: null, recipient: 'individual', status: 'target' }],
  },
  {
    under: 'Trong đó, phấn đấu:',
    text: '- 15% cá nhân đạt danh hiệu chiến sĩ thi đua cơ sở/LĐTT và đề nghị tặng danh hiệu Chiến sỹ thi đua cấp tỉnh.',
    gives: [
      { award: 'Chiến sĩ thi đua cơ sở', percent: 15, recipient: 'individual', status: 'target' },
      { award: 'Chiến sĩ thi đua cấp tỉnh', percent: null, recipient: 'individual', status: 'target' },
    ],
  },
  {
    under: 'Trong đó, phấn đấu:',
    text: '- 100% các phòng thuộc Ban đạt tập thể lao động tiên tiến; đề nghị cấp trên khen thưởng 20% tập thể lao động xuất sắc.',
    gives: [
      { award: 'Tập thể lao động tiên tiến', percent: 100, recipient: 'collective', status: 'target' },
      { award: 'Tập thể lao động xuất sắc', percent: 20, recipient: 'collective', status: 'target' },
    ],
  },
  {
    text: '20/20 cá nhân đạt danh hiệu lao động tiên tiến, đạt 100%.',
    gives: [{ award: 'Lao động tiên tiến', count: 20, percent: 100, recipient: 'individual', status: g }],
  },
  {
    text: 'Có 02 cá nhân đạt danh hiệu chiến sĩ thi đua cơ sở, đạt 10%; trong đó 01 cá nhân đề nghị xét tặng danh hiệu "Chiến sỹ thi đua cấp tỉnh".',
    gives: [
      { award: 'Chiến sĩ thi đua cơ sở', count: 2, percent: 10, recipient: 'individual', status: g },
      { award: 'Chiến sĩ thi đua cấp tỉnh', count: 1, percent: null, recipient: 'individual', status: 'proposed' },
    ],
  },
  {
    text: '03/03 phòng thuộc Ban đạt tập thể lao động tiên tiến, đạt 100%.',
    gives: [{ award: 'Tập thể lao động tiên tiến', count: 3, percent: 100, recipient: 'collective', status: g }],
  },
  // Ratings are no awards.
  { text: 'Tập thể Ban Dân tộc tỉnh tự đánh giá, xếp loại: Hoàn thành tốt nhiệm vụ năm 2023.', gives: [] },
  {
    text: 'Công Đoàn cơ sở được đánh giá, xếp loại “Công đoàn cơ sở hoàn thành tốt nhiệm vụ năm 2023”.',
    gives: [],
  },
  {
    text: 'Được chứng nhận “Cơ quan đạt chuẩn văn hóa” 05 năm 2018-2022.',
    gives: [{ award: 'Cơ quan đạt chuẩn văn hóa', recipient: 'organisation', status: g, period: '2018/2022' }],
  },
  {
    text: 'Cơ quan đạt tiêu chuẩn "An toàn về an ninh, trật tự" năm 2023.',
    gives: [{ award: 'An toàn về an ninh, trật tự', recipient: 'organisation', status: g, period: '2023' }],
  },
  {
    text: '10 công chức, người lao động trong cơ quan hoàn thành tốt nhiệm vụ trở lên, đạt 100%; trong đó có 04 công chức hoàn thành xuất sắc nhiệm vụ.',
    gives: [],
  },
  { text: 'Có 02 sáng kiến được công nhận là sáng kiến cấp cơ sở.', gives: [] },
  {
    text: '5. Công tác khen thưởng tập thể, hộ gia đình, cá nhân có thành tích trong Phong trào thi đua từ năm 2020 đến nay: Không có.',
    gives: [{ award: null, count: null, recipient: null, status: 'none' }],
  },
  {
    under: 'a) Thực hiện đăng ký thi đua, cụ thể như sau:',
    text: '- Các danh hiệu “Chi bộ trong sạch vững mạnh”, “Công đoàn cơ sở vững mạnh”, “Cơ quan đạt chuẩn văn hóa”, "Đơn vị học tập".',
    gives: [
      { award: 'Chi bộ trong sạch vững mạnh', awardCode: 'TSVM', recipient: 'organisation', status: 'registered' },
      { award: 'Công đoàn cơ sở vững mạnh', awardCode: 'CDCSVM', status: 'registered' },
      { award: 'Cơ quan đạt chuẩn văn hóa', awardCode: 'CQDCVH', status: 'registered' },
      { award: 'Đơn vị học tập', awardCode: 'DVHT', status: 'registered' },
    ],
  },
  {
    under: '1. Phương hướng, nhiệm vụ',
    text: '- Biểu dương, khen thưởng kịp thời tập thể, cá nhân có thành tích đột xuất xuất sắc.',
    gives: [],
  },
  {
    text: 'Thủ tướng Chính phủ tặng Bằng khen cho 03 tập thể, 05 cá nhân.',
    gives: [
      { award: 'Bằng khen', count: 3, recipient: 'collective', grantor: 'Thủ tướng Chính phủ', status: g },
      { award: 'Bằng khen', count: 5, recipient: 'individual', grantor: 'Thủ tướng Chính phủ', status: g },
    ],
  },
  {
    text: 'UBND tỉnh tặng Bằng khen cho 16 tập thể, 27 cá nhân và 04 hộ gia đình.',
    gives: [
      { award: 'Bằng khen', count: 16, recipient: 'collective', grantor: 'UBND tỉnh', status: g },
      { award: 'Bằng khen', count: 27, recipient: 'individual', grantor: 'UBND tỉnh', status: g },
      { award: 'Bằng khen', count: 4, recipient: 'household', grantor: 'UBND tỉnh', status: g },
    ],
  },
  {
    text: 'Được Chủ tịch nước tặng thưởng Huân chương Lao động hạng Ba (năm 2019).',
    gives: [
      {
        award: 'Huân chương Lao động hạng Ba',
        awardCode: 'HCLD_3',
        grantor: 'Chủ tịch nước',
        status: g,
        period: '2019',
      },
    ],
  },
  {
    text: '01 tập thể, 02 cá nhân được tặng Huân chương Lao động hạng Nhì, hạng Ba.',
    gives: [
      { award: 'Huân chương Lao động hạng Nhì', count: 1, recipient: 'collective', status: g },
      { award: 'Huân chương Lao động hạng Nhì', count: 2, recipient: 'individual', status: g },
      { award: 'Huân chương Lao động hạng Ba', count: 1, recipient: 'collective', status: g },
      { award: 'Huân chương Lao động hạng Ba', count: 2, recipient: 'individual', status: g },
    ],
  },
  {
    text: 'Chủ tịch nước truy tặng danh hiệu “Bà mẹ Việt Nam anh hùng” cho 05 mẹ.',
    gives: [{ award: 'Bà mẹ Việt Nam anh hùng', count: 5, recipient: 'individual', status: g }],
  },
  {
    text: 'Chủ tịch nước phong tặng danh hiệu Anh hùng Lực lượng vũ trang nhân dân cho Đồn Biên phòng A.',
    gives: [
      {
        award: 'Anh hùng Lực lượng vũ trang nhân dân',
        count: 1,
        recipient: 'collective',
        recipientName: 'Đồn Biên phòng A',
        status: g,
      },
    ],
  },
  { text: 'Đến dự có Nhà giáo ưu tú Nguyễn Văn A và các đại biểu.', gives: [] },
  {
    text: 'Nhà trường đã được tặng Huân chương Lao động hạng Nhất, Nhì, Ba.',
    under: 'Kết quả đạt được:',
    gives: [
      { award: 'Huân chương Lao động hạng Nhất', awardCode: 'HCLD_1', status: g },
      { award: 'Huân chương Lao động hạng Nhì', awardCode: 'HCLD_2', status: g },
      { award: 'Huân chương Lao động hạng Ba', awardCode: 'HCLD_3', status: g },
    ],
  },
  {
    text: 'Đã trao Huy hiệu 30 năm tuổi Đảng cho 17 đảng viên, 40 năm cho 3 đảng viên.',
    gives: [
      { award: 'Huy hiệu 30 năm tuổi Đảng', awardCode: 'HHD_30', count: 17, recipient: 'individual', status: g },
      { award: 'Huy hiệu 40 năm tuổi Đảng', awardCode: 'HHD_40', count: 3, recipient: 'individual', status: g },
    ],
  },
  {
    text: 'Truy tặng Huy hiệu Đảng cho 02 đảng viên.',
    gives: [{ award: 'Huy hiệu Đảng', awardCode: 'HHD', count: 2, recipient: 'individual', status: g }],
  },
  {
    text: '100% chi bộ đạt trong sạch, vững mạnh, trong đó 20% tiêu biểu.',
    gives: [
      { award: 'Trong sạch, vững mạnh', percent: 100, recipient: 'collective', status: g },
      { award: 'Trong sạch, vững mạnh tiêu biểu', percent: 20, status: g },
    ],
  },
  { text: 'Chi bộ được công nhận hoàn thành xuất sắc nhiệm vụ năm 2023.', gives: [] },
  { text: 'Đảng viên hoàn thành xuất sắc nhiệm vụ: 12/58 đồng chí.', gives: [] },
  {
    text: 'Khối thi đua đề nghị UBND tỉnh tặng Cờ thi đua.',
    gives: [{ award: 'Cờ thi đua', grantor: 'UBND tỉnh', status: 'proposed' }],
  },
  {
    text: 'Sở đã trình Hội đồng Thi đua - Khen thưởng tỉnh xét, đề nghị Thủ tướng Chính phủ tặng Bằng khen.',
    gives: [{ award: 'Bằng khen', awardCode: 'BKTTG', grantor: 'Thủ tướng Chính phủ', status: 'proposed' }],
  },
  { text: 'Hồ sơ khen thưởng đang xét, chưa có kết quả.', gives: [] },
  {
    text: 'Toàn huyện được công nhận 05 sản phẩm OCOP đạt 3 sao.',
    gives: [{ award: 'Sản phẩm OCOP', awardCode: 'OCOP', count: 5, status: g }],
  },
  {
    text: 'Lũy kế 45/63 xã đạt chuẩn nông thôn mới.',
    gives: [{ award: 'Đạt chuẩn nông thôn mới', awardCode: 'NTM', count: 45, recipient: 'collective', status: g }],
  },
  {
    text: '15 hộ gia đình tiêu biểu được biểu dương, khen thưởng.',
    gives: [{ award: null, count: 15, recipient: 'household', status: g }],
  },
  {
    text: '1.250/1.500 hộ đạt danh hiệu Gia đình văn hóa, đạt 83,3%.',
    gives: [{ award: 'Gia đình văn hóa', count: 1250, percent: 83.3, recipient: 'household', status: g }],
  },
  {
    text: '78/80 thôn, làng đạt danh hiệu Thôn văn hóa.',
    gives: [{ award: 'Thôn, tổ dân phố văn hóa', awardCode: 'TTDPVH', count: 78, recipient: 'collective', status: g }],
  },
  {
    text: 'Đã tặng 120 Giấy khen cho cá nhân, 25 Giấy khen cho tập thể.',
    gives: [
      { award: 'Giấy khen', count: 120, recipient: 'individual', status: g },
      { award: 'Giấy khen', count: 25, recipient: 'collective', status: g },
    ],
  },
  {
    text: 'Giám đốc Sở Nội vụ tặng Giấy khen cho 01 tập thể và 02 cá nhân theo Quyết định số 163/QĐ-SNV ngày 05/3/2024.',
    gives: [
      {
        award: 'Giấy khen',
        count: 1,
        recipient: 'collective',
        grantor: 'Giám đốc Sở Nội vụ',
        status: g,
      },
      {
        award: 'Giấy khen',
        count: 2,
        recipient: 'individual',
        grantor: 'Giám đốc Sở Nội vụ',
        status: g,
      },
    ],
  },
  {
    text: 'Quyết định số 163/QĐ-UBND của Chủ tịch UBND tỉnh tặng Bằng khen cho 32 tập thể, vì: Đã có thành tích xuất sắc năm 2023.',
    gives: [
      {
        award: 'Bằng khen',
        awardCode: 'BKBNT',
        count: 32,
        recipient: 'collective',
        grantor: 'Chủ tịch UBND tỉnh',
        period: '2023',
        status: g,
      },
    ],
  },
  {
    text: '02 cá nhân được tặng Kỷ niệm chương “Vì sự nghiệp phát triển các dân tộc”.',
    gives: [
      {
        award: 'Kỷ niệm chương Vì sự nghiệp phát triển các dân tộc',
        awardCode: 'KNC_DT',
        count: 2,
        recipient: 'individual',
        status: g,
      },
    ],
  },
  {
    text: 'Đoàn của huyện đạt 01 giải Nhất hội thi, 02 giải Khuyến khích.',
    gives: [
      { award: 'Giải Nhất', awardCode: 'GIAI', count: 1, status: g },
      { award: 'Giải Khuyến khích', awardCode: 'GIAI', count: 2, status: g },
    ],
  },
  {
    text: 'Đã thu hồi, hủy bỏ quyết định tặng danh hiệu Lao động tiên tiến đối với 01 cá nhân.',
    gives: [{ award: 'Lao động tiên tiến', count: 1, recipient: 'individual', status: 'none' }],
  },
  { text: 'Không đề nghị khen thưởng đối với tập thể vi phạm.', gives: [] },
  {
    text: 'Phấn đấu có ít nhất 02 cá nhân đạt danh hiệu CSTĐ cơ sở.',
    gives: [{ award: 'Chiến sĩ thi đua cơ sở', count: 2, recipient: 'individual', status: 'target' }],
  },
  {
    text: '05 tập thể, 12 cá nhân được UBND huyện khen thưởng, trong đó có 03 hộ gia đình.',
    gives: [
      { award: null, count: 5, recipient: 'collective', grantor: 'UBND huyện', status: g },
      { award: null, count: 12, recipient: 'individual', grantor: 'UBND huyện', status: g },
      { award: null, count: 3, recipient: 'household', grantor: 'UBND huyện', status: g },
    ],
  },
  {
    text: 'Đơn vị được tặng thưởng Cờ thi đua của Chính phủ năm 2021, 02 năm liên tục được tặng Cờ thi đua của UBND tỉnh (2022, 2023).',
    gives: [
      { award: 'Cờ thi đua của Chính phủ', awardCode: 'CTDCP', grantor: 'Chính phủ', period: '2021', status: g },
      { award: 'Cờ thi đua của UBND tỉnh', awardCode: 'CTDBNT', grantor: 'UBND tỉnh', status: g },
    ],
  },
  {
    under: 'Kết quả xét danh hiệu thi đua năm 2023:',
    text: 'CSTĐCS: 02; LĐTT: 20; TTLĐTT: 03.',
    gives: [
      { award: 'Chiến sĩ thi đua cơ sở', count: 2, recipient: 'individual', status: g },
      { award: 'Lao động tiên tiến', count: 20, recipient: 'individual', status: g },
      { award: 'Tập thể lao động tiên tiến', count: 3, recipient: 'collective', status: g },
    ],
  },
  {
    text: 'Huyện đã tuyên dương 10 gương điển hình tiên tiến, người tốt việc tốt.',
    gives: [{ award: 'Người tốt, việc tốt', awardCode: 'NTVT', count: 10, status: g }],
  },
  {
    text: '03 đoàn viên được nhận Bằng lao động sáng tạo của Tổng Liên đoàn Lao động Việt Nam.',
    gives: [
      {
        award: 'Bằng Lao động sáng tạo',
        awardCode: 'LDST',
        count: 3,
        grantor: 'Tổng Liên đoàn Lao động Việt Nam',
        status: g,
      },
    ],
  },
];

describe('worked examples', () => {
  it.each(examples)('$text', async ({ text, under, gives }) => {
    const found = await awardsOfText(under === undefined ? text : `${under}\n${text}`);
    expect(found).toMatchObject(gives);
    expect(found).toHaveLength(gives.length);
  });
});
