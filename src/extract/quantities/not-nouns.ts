/**
 * Words that do not begin a noun phrase. Any other word after a number is taken for what is counted ("150 gùi nước"),
 * since no table can hold all that an office counts.
 */
const notNouns = new Set(
  `
  và hoặc hay với cùng của cho tại ở trong ngoài trên dưới trước sau giữa từ đến tới về theo để do vì bởi nhằm qua bằng như là
  thì mà nhưng song nên nếu khi lúc vào ra lên xuống còn đã đang sẽ được bị có không chưa chẳng phải cần đều cũng vẫn chỉ mới
  rất quá lắm hơn nhất nữa lại này đó kia ấy đây nay sau đầu cuối giữa gồm bao gọi tức so đối liên thuộc kèm nêu
  các những mỗi mọi từng một hai ba bốn năm sáu bảy tám chín mười mươi trăm nghìn ngàn vạn triệu tỷ tỉ rưỡi phần
  đạt tăng giảm vượt chiếm bình trung trở tương ước khoảng gần tổng cộng
  thành thực hoàn tiếp triển xây ban tham tiến tuyên tập phối phát đề đăng kiểm giám rà sửa bổ điều quy hướng ký trình báo ngày tháng
  quý tuần giờ phút giây thứ lần khóa khoá nhiệm kể tính trực rõ tốt gương tự an sẵn xung biết đúng chống dễ sạch
  xảy xử giải phân hỗ trao tặng thăm cấp giao nhận thu chi nộp mở dạy học đào bồi làm gây tạo giúp góp đưa đi đón bố bảo đảm
  nâng cao thấp lớn nhỏ nhiều ít mạnh nhanh chậm sớm muộn
  điều chương mục phụ biểu mẫu hình
  thông nghị quyết chỉ luật pháp hiến
  hàng hằng dao cửa x
  ủy uỷ ubnd hđnd mttq tp
  ts ths gs pgs
  `
    .trim()
    .split(/\s+/),
);

/**
 * Nouns of two words whose first word alone is no noun by the list above ("cửa khẩu", "tập san"); those that are in
 * data/units.csv are found there first.
 */
const nounPairs = new Set(
  `
  cửa khẩu|cửa hàng|cửa hiệu|cửa sông|cửa cống|chi cục|chi tổ|chi ủy|chi uỷ|chi đội|liên đội|liên gia|liên minh|liên danh|liên đoàn|liên chi
  đầu xe|đầu điểm|đầu báo|đầu mối|đầu máy|đầu đạn|đầu thu|đầu đĩa|tập sách|tập đoàn|tập san|tập thơ|tập phim|tập tin|luật sư|luật gia
  kiểm lâm|mẫu xét|mẫu thực|mẫu phiếu|mẫu giống|mẫu bệnh|mẫu nước|mẫu vật|mẫu đất|mẫu sản|mẫu kiểm|mẫu máu|hình ảnh|hình tượng|gương điển
  gương người|gương sáng|gương mặt|giờ dạy|giờ phát|giờ giảng|giờ bay|giờ công|giờ học|thành phần|thành tích|thành viên|thứ tiếng
  điều khoản|thông tin|thông số|báo cáo|báo viết|báo điện|phần mềm|phần thưởng|phần quà|phần việc|mở hàng|học bổng|học phần|học viện
  học giả|dạy nghề|thu nhập|bảo vật|bảo mẫu|bảo tàng|bảo vệ|giao dịch|nút giao|xây dựng viên|tiến sĩ|tiến sỹ|phối cảnh|hàng rào
  hàng quán|hàng hóa|hàng hoá|tuần tra|kíp trực|đầu sách|trình tự|chỉ số|chỉ huy|chỉ dẫn|biểu mẫu|biểu ngữ|phụ lục|phụ huynh|phụ tá
  `
    .trim()
    .split(/\s*[|\n]\s*/),
);
/** The second word of agents' names: "kiểm sát viên", "tuyên truyền viên". */
const agent = 'viên';

/**
 * @param next the two words after `word`; empty where there are none
 */
export const beginsNoNoun = (word: string, next: readonly [string, string]): boolean =>
  notNouns.has(word) && !nounPairs.has(`${word} ${next[0]}`) && next[1] !== agent;

/** Words that end a noun phrase when they stand second. */
const closers = new Set(
  `
  và hoặc hay với cùng của cho tại ở trong ngoài trên dưới trước sau giữa từ đến tới về theo để do vì bởi nhằm qua bằng như là
  thì mà nhưng song nên nếu khi lúc vào ra lên xuống còn đã đang sẽ được bị có không chưa chẳng phải cần đều cũng vẫn chỉ mới
  rất này đó kia ấy đây nay gồm so đối các những mỗi mọi từng một đạt tăng giảm vượt chiếm tham thuộc trở
  `
    .trim()
    .split(/\s+/),
);
export const closesNoun = (word: string): boolean => closers.has(word);

/** Words after a number that are no noun, and the pairs that are one all the same; for docs/rules.md. */
export const nounWords = { notNouns: [...notNouns], nounPairs: [...nounPairs] };
