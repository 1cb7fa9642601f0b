import { chance, two } from '../chance.js';

/** A document that reports cite: how it is printed in full, and later in the same report. */
interface Cited {
  readonly full: string;
  readonly again: string;
}
export interface WrittenReport {
  readonly name: string;
  readonly text: string;
}

/** Places that share numbers: the same `1085/QĐ-UBND` is issued in every one of them, every year. */
const provinces = [
  'Quảng Ngãi',
  'Bình Định',
  'Lào Cai',
  'Hà Giang',
  'Cà Mau',
  'Gia Lai',
  'Quảng Trị',
  'Nghệ An',
  'Thanh Hóa',
  'Sơn La',
  'Điện Biên',
  'Kon Tum',
  'Đắk Lắk',
  'Lâm Đồng',
  'An Giang',
  'Bạc Liêu',
  'Trà Vinh',
  'Phú Thọ',
  'Hòa Bình',
  'Cao Bằng',
];
const offices = [
  ['Sở Nội vụ', 'SNV'],
  ['Sở Tài chính', 'STC'],
  ['Sở Y tế', 'SYT'],
  ['Sở Tư pháp', 'STP'],
  ['Sở Giáo dục và Đào tạo', 'SGDĐT'],
  ['Sở Xây dựng', 'SXD'],
  ['Sở Công Thương', 'SCT'],
  ['Ban Dân tộc', 'BDT'],
] as const;
const ministries = ['BTC', 'BNV', 'BYT', 'BGDĐT', 'BKHĐT', 'BTP', 'BTNMT', 'BNNPTNT', 'BLĐTBXH', 'BXD'];
const laws = [
  'Luật Ngân sách nhà nước năm 2015',
  'Luật Thi đua, khen thưởng năm 2022',
  'Luật Đất đai năm 2024',
  'Luật Tổ chức chính quyền địa phương năm 2015',
  'Luật Đầu tư công năm 2019',
  'Luật Giáo dục năm 2019',
];
const doers = ['Sở', 'cơ quan', 'các đơn vị trực thuộc', 'phòng chuyên môn', 'Ban chỉ đạo', 'các địa phương'];
const deeds = [
  'tổ chức tuyên truyền',
  'rà soát hồ sơ',
  'kiểm tra thực địa',
  'hướng dẫn nghiệp vụ',
  'thẩm định dự toán',
  'giải quyết kiến nghị',
  'cập nhật cơ sở dữ liệu',
  'sắp xếp bộ máy',
  'đào tạo cán bộ',
  'hỗ trợ sinh kế',
  'nâng cấp công trình',
  'phòng chống thiên tai',
];
const fields = [
  'giảm nghèo bền vững',
  'xây dựng nông thôn mới',
  'cải cách hành chính',
  'chuyển đổi số',
  'an toàn thực phẩm',
  'bảo vệ rừng',
  'y tế cơ sở',
  'giáo dục vùng cao',
  'quản lý đất đai',
  'giao thông nông thôn',
  'thủy lợi nội đồng',
  'văn hóa cơ sở',
  'bình đẳng giới',
  'phòng cháy chữa cháy',
  'tiết kiệm điện',
  'lưu trữ lịch sử',
];
const manners = [
  'kịp thời',
  'đúng quy định',
  'đồng bộ',
  'có trọng tâm',
  'theo kế hoạch đề ra',
  'với sự tham gia của người dân',
  'trên địa bàn các xã khó khăn',
];
const units = ['hộ', 'người', 'lớp tập huấn', 'mô hình', 'lượt người', 'công trình', 'học sinh'];
const forms = ['Bằng khen của Chủ tịch UBND tỉnh', 'Giấy khen', 'danh hiệu Lao động tiên tiến'];

export const mentionsAReport = 50;
/** Another report by every so many signs of the seed keeps neighbours apart. */
const stride = 7919;
const modulus = 2_147_483_646;

/**
 * One report of an archive of a whole country, the same for the same index: its letterhead, fifty references (national
 * ones by popularity, those of its own province, its own office's), figures, awards, words between.
 *
 * @param index from 0
 */
export function writeReport(index: number): WrittenReport {
  const { random, below, pick } = chance(((index * stride + 17) % modulus) + 1);
  // Neighbouring seeds begin alike.
  for (let each = 0; each < 8; each += 1) random();
  const province = pick(provinces);
  const [office, code] = pick(offices);
  const year = 2016 + below(9);
  /** Few are named often and most seldom. */
  const popular = (limit: number): number => 1 + Math.floor(limit ** random() - 1);
  const date = (of: number): string => {
    // A number has one day of issue in one year; of each serial it is always the same.
    return `${two(1 + (of % 28))}/${two(1 + (of % 12))}`;
  };
  const numbered = (word: string, number: string, day: string | null, issuer: string): Cited => ({
    full: `${word} số ${number}${day === null ? '' : ` ngày ${day}`} của ${issuer}`,
    again: `${word} số ${number}`,
  });
  const ofProvince = (): Cited => {
    // Before the report's own year: nothing is cited before it was issued.
    const of = year - 1 - below(4);
    // Half of what a province's reports cite is its programmes, which all of them cite.
    const serial = random() < 0.5 ? 7 * popular(600) + (of % 7) + 1 : 1 + below(4500);
    const day = `${date(serial)}/${of}`;
    switch (below(8)) {
      case 0:
        return numbered('Kế hoạch', `${serial}/KH-UBND`, day, `UBND tỉnh ${province}`);
      case 1:
        return numbered('Công văn', `${serial}/UBND-VX`, day, `UBND tỉnh ${province}`);
      case 2: {
        const resolution = 1 + (serial % 90);
        return numbered(
          'Nghị quyết',
          `${resolution}/${of}/NQ-HĐND`,
          `${date(resolution)}/${of}`,
          `HĐND tỉnh ${province}`,
        );
      }
      case 3: {
        const directive = 1 + (serial % 40);
        return numbered('Chỉ thị', `${two(directive)}-CT/TU`, `${date(directive)}/${of}`, `Tỉnh ủy ${province}`);
      }
      default:
        return numbered('Quyết định', `${serial}/QĐ-UBND`, day, `UBND tỉnh ${province}`);
    }
  };
  const ofOffice = (): Cited => {
    const serial = 1 + below(900);
    const [word, type] = pick([
      ['Kế hoạch', 'KH'],
      ['Hướng dẫn', 'HD'],
      ['Thông báo', 'TB'],
    ] as const);
    return numbered(word, `${serial}/${type}-${code}`, `${date(serial)}/${year - 1}`, `${office} tỉnh ${province}`);
  };
  const national = (): Cited => {
    const serial = popular(160);
    const of = Math.min(year - 1, 2008 + ((serial * 7) % 14));
    switch (below(5)) {
      case 0:
        return { full: pick(laws), again: pick(laws) };
      case 1:
        return numbered('Quyết định', `${serial * 9}/QĐ-TTg`, `${date(serial)}/${of}`, 'Thủ tướng Chính phủ');
      case 2:
        return numbered('Thông tư', `${two(serial)}/${of}/TT-${pick(ministries)}`, null, 'Bộ trưởng');
      default:
        return numbered('Nghị định', `${two(serial)}/${of}/NĐ-CP`, null, 'Chính phủ');
    }
  };
  const known: Cited[] = [];
  const reference = (): string => {
    const before = known.length > 8 && random() < 0.22 ? pick(known) : null;
    if (before !== null) return before.again;
    const chosen = random();
    const cited = chosen < 0.3 ? national() : chosen < 0.88 ? ofProvince() : ofOffice();
    known.push(cited);
    return cited.full;
  };
  const deed = (): string => `${pick(doers)} đã ${pick(deeds)} về ${pick(fields)} ${pick(manners)}`;
  const figure = (): string =>
    pick([
      () => `Đã hỗ trợ ${two(3 + below(900))} ${pick(units)} với kinh phí ${1 + below(90)},${below(10)} tỷ đồng.`,
      () => `Tỷ lệ thực hiện ${pick(fields)} đạt ${60 + below(40)},${below(10)}% kế hoạch năm ${year}.`,
      () => `Có ${two(2 + below(40))} cá nhân được tặng ${pick(forms)}.`,
    ])();
  const sentence = (): { readonly text: string; readonly mentions: number } => {
    switch (below(4)) {
      case 0:
        return { text: `Thực hiện ${reference()}, ${deed()}.`, mentions: 1 };
      case 1:
        return { text: `Căn cứ ${reference()} và ${reference()}, ${deed()}.`, mentions: 2 };
      case 2:
        return { text: `Triển khai ${reference()} về ${pick(fields)}, ${deed()}.`, mentions: 1 };
      default:
        return { text: `Việc ${pick(deeds)} theo ${reference()} được tiến hành ${pick(manners)}.`, mentions: 1 };
    }
  };
  const day = `ngày ${two(1 + below(28))} tháng ${two(1 + below(12))} năm ${year}`;
  const lines = [
    `UBND TỈNH ${province.toUpperCase()}                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`,
    `${office.toUpperCase()}                          Độc lập - Tự do - Hạnh phúc`,
    '',
    `Số: ${1 + (index % 900)}/BC-${code}                ${province}, ${day}`,
    '',
    'BÁO CÁO',
    `Kết quả công tác ${pick(fields)} năm ${year}`,
    '',
  ];
  let mentions = 0;
  for (const roman of ['I', 'II', 'III']) {
    lines.push(`${roman}. KẾT QUẢ THỰC HIỆN`, '');
    const until = roman === 'I' ? 16 : roman === 'II' ? 33 : mentionsAReport;
    while (mentions < until) {
      const paragraph: string[] = [];
      for (let each = 0; each < 4 && mentions < until; each += 1) {
        const made = sentence();
        mentions += made.mentions;
        paragraph.push(made.text);
      }
      if (below(2) === 0) paragraph.push(figure());
      lines.push(paragraph.join(' '), '');
    }
  }
  return { name: `bao-cao-${String(index + 1).padStart(7, '0')}.txt`, text: lines.join('\n') };
}
