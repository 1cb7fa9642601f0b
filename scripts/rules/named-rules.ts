/** A rule as records name it, what it matches, and a text in which it does. */
export interface NamedRule {
  readonly rule: string;
  readonly matches: string;
  /** Markdown; read as a report is, so that what is printed beside it is what the rule really finds */
  readonly example: string;
}

const table = (...rows: readonly (readonly string[])[]): string =>
  rows
    .flatMap((row, at) => [`| ${row.join(' | ')} |`, ...(at === 0 ? [`|${' --- |'.repeat(row.length)}`] : [])])
    .join('\n');

/** Every name that a record's `rule` may have; a test holds the list against the sources. */
export const namedRules: readonly NamedRule[] = [
  {
    rule: 'citation/legal',
    matches: 'number, year and symbol of a legal document, the parts joined by slashes',
    example: 'Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ.',
  },
  {
    rule: 'citation/administrative',
    matches: 'number and symbol of an office’s paper: type code, hyphen, issuer, unit',
    example: 'Thực hiện Kế hoạch số 27/KH-UBND ngày 14/02/2023 của UBND huyện.',
  },
  {
    rule: 'citation/letter',
    matches: 'an official letter: issuer and drafting unit, no type code',
    example: 'Thực hiện Công văn số 512/SNV-TCBC ngày 03/4/2023 của Sở Nội vụ.',
  },
  {
    rule: 'citation/company',
    matches: 'a company’s letter: digits, then letters behind a full stop or a space, right behind the letter’s name',
    example: 'Theo Công văn số 31.CVCty ngày 09/02/2019 và Công văn số 718 HOASEN ngày 04/6/2022.',
  },
  {
    rule: 'citation/party',
    matches: 'a Party paper: hyphen after the number, slash before the issuer',
    example: 'Thực hiện Nghị quyết số 14-NQ/TU ngày 20/7/2021 của Tỉnh ủy.',
  },
  {
    rule: 'citation/front',
    matches: 'a paper of the Fatherland Front or of a union',
    example: 'Theo Thông tri số 22/TTr-MTTW-BTT ngày 12/02/2024.',
  },
  {
    rule: 'citation/joint',
    matches: 'a paper of several bodies, whose symbols all stand in the number',
    example: 'Ký Chương trình phối hợp số 07/CTrPH-UBND-MTTQ ngày 10/01/2022.',
  },
  {
    rule: 'citation/court',
    matches: 'a judgment or decision of a court',
    example: 'Theo Bản án số 25/2022/HS-ST ngày 17/5/2022.',
  },
  {
    rule: 'citation/standard',
    matches: 'a national standard or technical regulation',
    example: 'Công trình đạt TCVN 5574:2018.',
  },
  {
    rule: 'citation/old',
    matches: 'ways of numbering before 2004',
    example: 'Theo Quyết định số 162 QĐ/UB ngày 20/3/1994 của UBND tỉnh.',
  },
  {
    rule: 'citation/bare',
    matches: 'a type word and a number without a symbol',
    example: 'Thực hiện Quyết định số 1719 ngày 14/10/2021 của Thủ tướng Chính phủ.',
  },
  {
    rule: 'citation/list',
    matches: 'a member of a list that shares its type word or the rest of its number with another member',
    example: 'Theo các Quyết định số 12, 13 và 14/QĐ-UBND ngày 05/01/2023.',
  },
  {
    rule: 'citation/anaphora',
    matches: 'a type word with “này”, “trên”, “nói trên”: a document named before',
    example: 'Sở đã ban hành Kế hoạch số 5/KH-SNV. Kế hoạch này có hiệu lực trong năm.',
  },
  {
    rule: 'citation/alias',
    matches: 'a short name that the report has given to a document',
    example:
      'UBND huyện ban hành Kế hoạch số 77/KH-UBND về chuyển đổi số (sau đây gọi tắt là Kế hoạch). Thực hiện Kế hoạch, các xã đã tập huấn.',
  },
  {
    rule: 'citation/law-of-year',
    matches: '“Luật” and a year, after laws of several years were named',
    example: 'Luật Lưu trữ năm 2024 thay thế Luật Lưu trữ năm 2011. So với Luật 2011, có nhiều điểm mới.',
  },
  {
    rule: 'citation/law-name',
    matches: 'a law, code or ordinance by its name; from the catalogue, or by its shape',
    example: 'Tuyên truyền Luật Bảo vệ môi trường năm 2020 đến người dân.',
  },
  {
    rule: 'citation/amending-law',
    matches: 'a law that amends others, by its name, which holds theirs',
    example: 'Phổ biến Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch.',
  },
  { rule: 'citation/constitution', matches: 'the Constitution', example: 'Học tập Hiến pháp năm 2013.' },
  {
    rule: 'citation/congress',
    matches: 'a resolution of a Party congress by its ordinal',
    example: 'Thực hiện Nghị quyết Đại hội XIII của Đảng.',
  },
  {
    rule: 'citation/plenum',
    matches: 'a resolution of a plenum of the Party’s Central Committee by its ordinal and term',
    example: 'Quán triệt Nghị quyết Trung ương 4 khóa XII.',
  },
  {
    rule: 'relation/title',
    matches: 'a document inside another one’s title, with the words that join them',
    example: 'Ban hành Kế hoạch số 31/KH-SNV ngày 02/3/2023 thực hiện Nghị quyết số 14-NQ/TU ngày 20/7/2021.',
  },
  {
    rule: 'relation/clause',
    matches: 'what an office did under a document said before in the sentence',
    example: 'Thực hiện Kế hoạch số 27/KH-UBND, Sở đã ban hành Công văn số 88/SNV-TH.',
  },
  {
    rule: 'relation/amending-law',
    matches: 'an amending law and the law it names, where that is cited by itself too',
    example:
      'Phổ biến Luật Quy hoạch năm 2017.\n\nPhổ biến Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch năm 2018.',
  },
  { rule: 'quantity/count', matches: 'a number and what it counts', example: 'Huyện có 152 hộ nghèo.' },
  { rule: 'quantity/percent', matches: 'a percentage', example: 'Tỷ lệ giải ngân đạt 36,45%.' },
  { rule: 'quantity/money', matches: 'an amount of money, in đồng', example: 'Kinh phí 2 tỷ 350 triệu đồng.' },
  { rule: 'quantity/measure', matches: 'a length, area, mass, …', example: 'Trồng mới trên 12,5 ha rừng.' },
  {
    rule: 'quantity/change',
    matches: 'a number behind a verb of change: its value is the size',
    example: 'Thu ngân sách tăng 5,2% so với cùng kỳ.',
  },
  { rule: 'quantity/ratio', matches: 'done of all', example: 'Hoàn thành 11/12 nhiệm vụ.' },
  { rule: 'quantity/share', matches: 'done, “trên tổng số”, all', example: 'Có 45 trên tổng số 60 thôn.' },
  { rule: 'quantity/fraction', matches: 'a fraction in words', example: 'Có một phần ba số hộ tham gia.' },
  { rule: 'quantity/rank', matches: 'a place among all', example: 'Tỉnh xếp thứ 15/63 tỉnh.' },
  { rule: 'quantity/range', matches: 'two ends of a range', example: 'Thu nhập từ 15 đến 20 triệu đồng.' },
  {
    rule: 'quantity/list',
    matches: 'a member of a list that says its noun once',
    example: 'Đàn lợn Sơn Tây có 1,34 triệu con, Hà Đông 1,24 triệu.',
  },
  {
    rule: 'quantity/list-item',
    matches: 'names with the parts of a count said before',
    example: 'Có 99 ngôi nhà hư hỏng (Sơn Tây 82, Hà Đông 17).',
  },
  { rule: 'quantity/money-short', matches: 'tỷ or triệu without đồng', example: 'Tổng vốn là 25,5 tỷ.' },
  { rule: 'quantity/ratio-short', matches: 'a ratio whose noun is said before', example: 'Số xã đạt chuẩn là 7/9.' },
  {
    rule: 'quantity/ellipsis',
    matches: 'a count that goes on with the noun said before',
    example: 'Học lực giỏi: 120 em (40%); khá: 180 (60%).',
  },
  {
    rule: 'quantity/facet',
    matches: 'one kind of those counted before',
    example: 'Lớp học có 45 học viên, trong đó nữ 20.',
  },
  { rule: 'quantity/sum', matches: 'a number behind its noun', example: 'Tổng số hộ nghèo: 152.' },
  { rule: 'quantity/group', matches: 'people or households behind a colon', example: 'Học sinh: 412.' },
  {
    rule: 'quantity/table-cell',
    matches: 'a cell of a table, by its row’s and its column’s head',
    example: table(
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện'],
      ['1', 'Số hộ nghèo', 'hộ', '152'],
      ['2', 'Thu ngân sách', 'triệu đồng', '8.450'],
    ),
  },
  {
    rule: 'award/received',
    matches: 'who, “được” or a verb of receiving, the award',
    example: 'Có 03 tập thể được Chủ tịch UBND tỉnh tặng Bằng khen.',
  },
  {
    rule: 'award/given',
    matches: 'a verb of giving, the award, “cho”, who',
    example: 'Giám đốc Sở tặng Giấy khen cho 05 cá nhân.',
  },
  {
    rule: 'award/counted-title',
    matches: 'a number right before the award, without a verb',
    example: '- Kết quả thi đua: 12 Chiến sĩ thi đua cơ sở.',
  },
  { rule: 'award/list', matches: 'an award, a colon, who', example: '- Lao động tiên tiến: 20 đồng chí.' },
  {
    rule: 'award/praised',
    matches: 'praise whose form is not named',
    example: 'Có 15 hộ gia đình tiêu biểu được biểu dương, khen thưởng.',
  },
  {
    rule: 'award/part-of-sum',
    matches: 'the parts of a sum whose award the sentence before names',
    example: 'Sở tặng Giấy khen cho 42 tập thể, cá nhân. Trong đó có 12 tập thể, 30 cá nhân.',
  },
  {
    rule: 'award/topic',
    matches: 'those who register for and reach the title that a label or a heading names',
    example: 'Xây dựng gia đình văn hóa: có 2.310 hộ đăng ký, cuối năm công nhận 2.204 hộ.',
  },
  {
    rule: 'award/labelled-title',
    matches: 'a bare title behind the name of the body that bears it',
    example: '- Chi đoàn: đạt vững mạnh xuất sắc.',
  },
  {
    rule: 'award/none-praised',
    matches: 'the text says that nobody was praised',
    example: 'Không có tập thể, cá nhân nào được khen thưởng.',
  },
  {
    rule: 'award/nobody',
    matches: 'an award that the sentence says nobody got',
    example: 'Đối với danh hiệu Chiến sĩ thi đua toàn quốc, huyện chưa có cá nhân nào đạt được.',
  },
  {
    rule: 'award/none-under-heading',
    matches: 'a heading about awards with “Không có” behind it',
    example: '5. Công tác khen thưởng: Không có.',
  },
  {
    rule: 'award/table-count',
    matches: 'a row that names an award, with a column of counts',
    example: table(
      ['TT', 'Danh hiệu thi đua', 'Số lượng'],
      ['1', 'Chiến sĩ thi đua cơ sở', '12'],
      ['2', 'Lao động tiên tiến', '45'],
    ),
  },
  {
    rule: 'award/table-year',
    matches: 'a row that says what a body got in a year',
    example: table(
      ['Năm', 'Danh hiệu thi đua', 'Số, ngày của quyết định'],
      ['2021', 'Tập thể Lao động xuất sắc', 'Quyết định số 95/QĐ-UBND'],
      ['2022', 'Tập thể Lao động tiên tiến', 'Quyết định số 71/QĐ-UBND'],
    ),
  },
  {
    rule: 'award/name-line',
    matches: 'a name a line, under a line that says which award they got',
    example: 'Giám đốc Sở tặng Giấy khen cho các cá nhân sau:\n\n1. Ông Nguyễn Văn An\n\n2. Bà Trần Thị Bình',
  },
  {
    rule: 'award/name-list',
    matches: 'a list of names with the award of each',
    example: table(
      ['TT', 'Họ và tên', 'Danh hiệu thi đua'],
      ['1', 'Nguyễn Văn An', 'Chiến sĩ thi đua cơ sở'],
      ['2', 'Trần Thị Bình', 'Lao động tiên tiến'],
    ),
  },
];
