/** What offices do, and for whom, told in pairs: "được tuyên dương, khen thưởng", "kiểm tra, giám sát", "hộ nghèo, cận nghèo". */
const deeds =
  'biểu dương|tôn vinh|tuyên dương|vinh danh|khen thưởng|tuyên truyền|phổ biến|giáo dục|đấu tranh|phòng|chống|phòng chống|ngăn chặn|phản bác|kiểm tra|giám sát|thanh tra|rà soát|đào tạo|bồi dưỡng|tập huấn|xây dựng|sửa chữa|nâng cấp|cải tạo|mở rộng|quản lý|bảo vệ|khai thác|sử dụng|chăm sóc|nuôi dưỡng|sản xuất|kinh doanh|chế biến|tiêu thụ|mua bán|vận chuyển|tàng trữ|khiếu nại|tố cáo|kiến nghị|phản ánh|tiếp nhận|giải quyết|xử lý|chỉ đạo|điều hành|hướng dẫn|cưỡng chế|bồi thường|hỗ trợ|tái định cư|thăm|tặng quà|ốm đau|qua đời|văn hóa|văn nghệ|thể dục|thể thao|vui chơi|giải trí|khuyến học|khuyến tài|dân tộc|tôn giáo|quốc phòng|an ninh|nghèo|cận nghèo|khó khăn|dột nát|nhà dột nát|đoàn thể|ban ngành|tiêu biểu|xuất sắc|trật tự|an toàn|nghiệp vụ|chuyên môn|kỹ năng|độc hại|nguy hiểm';
const ahead = new RegExp(`(?<![\\p{L}])(?:${deeds})$`, 'u');
const behind = new RegExp(`^, (?:${deeds})(?![\\p{L}])`, 'u');

/** Whether the comma joins two of these, so that it ends no phrase. */
export const joinsDeeds = (lower: string, comma: number): boolean =>
  behind.test(lower.slice(comma, comma + 18)) && ahead.test(lower.slice(Math.max(0, comma - 16), comma));
