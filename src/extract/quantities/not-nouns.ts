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
 * Nouns of two words whose first word alone is no noun by the list above ("tập thể", "phương hướng"); those that are in
 * data/units.csv are found there first.
 */
export const beginsNoNoun = (word: string): boolean => notNouns.has(word);

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
