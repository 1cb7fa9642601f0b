import type { TextSpan } from '../../model/index.js';
import { trimmed } from './phrase.js';

/** What stands between the beginning of a figure's clause and the figure. */
export interface PhraseBefore {
  /** without what opens a clause and what ties a phrase to its figure; null when nothing is left */
  readonly span: TextSpan | null;
  /** it says what was done ("phát hiện, xử lý"), not what is measured ("diện tích gieo trồng") */
  readonly verbal: boolean;
  /** of a verbal one: up to the figure, with the words that tie ("đào tạo nghề cho") */
  readonly action: TextSpan | null;
  /** the body or place that it opens with; null when none */
  readonly actor: TextSpan | null;
}

/** Words that open a clause and name nothing: list marks, "Trong đó", "Có", "Tổng số", times. */
const opening =
  /^(?:[\s\-–—+*•·>,;:.…⁽⁾¹²³⁰⁴-⁹"“”'()[\]]|(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)] |(?:trong đó|cụ thể|cụ thể là|gồm|bao gồm|ngoài ra|bên cạnh đó|đồng thời|qua đó|nhờ đó|theo đó|nhờ vậy|do vậy|do đó|vì vậy|vì thế|từ đó|kết quả là|đến nay|hiện nay|hiện|nay|tổng cộng|tổng số|số lượng|tổng|ước|ước tính|và|có|còn lại|còn|đã|thì|là|với|được|nhất là|riêng|về|phấn đấu|dự kiến|tiếp tục|tổ chức(?= (?:khen|trao|tặng|thăm|phát động|kiểm tra|vận động|quyên góp|ra quân|tuyên truyền|tập huấn|tiêm|khám|cấp))|đề nghị|đề xuất|sẽ|nâng|lũy kế|chiếm|để|nhằm|nhờ)(?= (?!liên đoàn|cục|công ty|bí thư|lãnh sự)|:|$)|(?:giảm|tăng|nâng|đưa|hạ|kéo giảm) (?=(?:tỷ|tỉ) (?:lệ|suất|trọng)|số )|(?:trong |từ |đến |vào |của |ước )?(?:qu[ýí] [ivx\d]+(?:\/| năm )\d{4}|qu[ýí] (?:iv|i{1,3})(?![\p{L}\d])|tháng \d{1,2}(?:\/| năm )\d{4}|\d{1,2} tháng (?:đầu|cuối) năm(?: \d{4})?|(?:cuối |đầu )?năm (?:học )?\d{4}(?: ?[-–] ?\d{4})?|(?:đầu|cuối|giữa) (?:năm|kỳ|nhiệm kỳ|quý|tháng)(?: học)?(?: \d{4})?(?!\d)|(?:tính |cộng )?(?:chung|gộp|trong) \d{1,2} tháng(?: (?:đầu|cuối) năm)?|\d{1,2} tháng(?= )|qua (?:rà soát|bình xét|kiểm tra|thống kê|khảo sát|đánh giá)(?! [\p{L}]+ [\p{L}]+ [\p{L}]+ có)|từ ngày [\d/.-]+ đến (?:nay|ngày [\d/.-]+)|đến \d{1,2}[/.]\d{1,2}(?![\d/.])|trong năm|năm qua|trong kỳ|trong quý|trong tháng|cả năm)|(?:trong |cho )?(?:giai đoạn|nhiệm kỳ)(?: năm)? \d{4} ?[-–] ?\d{4}|theo (?:báo cáo|số liệu|thống kê|đánh giá|kết quả)(?: (?:của|từ) [^,;:()]{2,60}?)? (?:thì|dự kiến|ước tính|ước)(?= )|tính (?:đến|từ) (?:ngày )?[\d/.-]+(?: năm \d{4})?|(?:thời gian|tháng|năm|quý) (?:qua|nay|này)|từ đầu (?:năm|nhiệm kỳ)(?: \d{4})?(?: đến nay)?|số (?!liệu|hóa|hoá|tiền))+/u;
/** Words between what is measured and its figure. */
const closing =
  /(?:(?:^|[\s:,"“'(]+)(?:đạt|là|chỉ|duy trì|(?<!cây )(?:hàng|hằng) năm|dự kiến|phấn đấu|ước tính|thêm|(?:được )?xếp (?:thứ|hạng)|đứng thứ|(?:tính )?đến (?:hết )?(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|(?:tính )?đến hết|\d{1,2} tháng|mỗi năm|(?<!trồng |lập |xây |cấp |nạp |sinh |tuyển |thôn |đổi )mới|tiếp tục|(?:tính )?đến (?:thời điểm )?(?:hiện tại|hiện nay|nay)|tháng \d{1,2}(?:\/\d{4})?|thu được|được|có|gồm|bằng|còn|tăng thêm|giảm thêm|(?:tăng|giảm) bình quân(?: (?:hàng|hằng|mỗi) năm)?|tăng|giảm|(?<!trở )lên|(?<!trở )xuống|chiếm|ước|đối với|với|từ|đến|khoảng|hơn|trên|gần|dưới|tới|đã|cũng|vẫn|thực hiện được|thực hiện|(?:(?:cuối|đầu) )?năm (?:19|20)\d\d|(?:cuối|đầu) năm|(?:cho |trong )?giai đoạn \d{4} ?[-–] ?\d{4}|trong năm|trong kỳ|cả năm|(?:6|9|06|09|sáu|chín) tháng(?: (?:đầu|cuối) năm)?(?: qua)?|ở mức|tương đương|tương ứng|tính|qua|so|hiện|nay)(?=[\s:,"“”'(]|$))*[\s:,"“'(]*$/;

/** "Thu ngân sách vượt dự toán được giao 12%": what a change is held against is no part of what changed. */
const heldAgainst =
  /(?:^| )(?:đã )?(?:vượt|tăng|giảm)(?: thêm)? (?:so với|so cùng kỳ|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|định mức)(?!\p{L})[^.;:,]*$/u;

/** Bodies and places: whoever does or has what is measured. */
const actors =
  /^(?:(?:toàn|trên địa bàn|tại|ở|các|cả|mỗi|từng|nhiều|một số|đa số) )?(?:huyện|tỉnh|xã|thành phố|thị xã|thị trấn|phường|thôn|làng|bản(?! tin| án)|ubnd|ủy ban|uỷ ban|hđnd|hội đồng|mặt trận|mttq|ubmttq|hội(?! nghị| thảo| thi| viên)|đoàn(?! viên| kết| đại)|sở(?! hữu)|ban(?! hành)|phòng(?! chống| học| ngừa|,)|công an|quân sự|bộ(?! phận| máy| luật)|tổng cục|cục|chi cục|trung tâm|trường(?! hợp)|liên đoàn|công đoàn|cơ quan|đơn vị|địa phương|lực lượng|đảng ủy|đảng bộ|huyện ủy|tỉnh ủy|thành ủy|cấp ủy|chính quyền|ngành(?! nghề)|khối(?! lượng)|cụm|quỹ(?! đất)|chi hội|chi đoàn|phân hội|ngân hàng|công ty|doanh nghiệp|nhân dân|người dân|ban chỉ đạo|ban thường vụ|nước(?! sạch| sinh| ngoài| mắm| uống| thải| ngọt| đá| tưới| khoáng| máy)|quốc|vùng|chi bộ|bệnh viện|kho bạc|lãnh đạo(?! cấp)|chủ tịch|thủ tướng|giám đốc|tổ(?! chức)|nhà trường|cấp(?= (?:tỉnh|huyện|xã|trên|dưới|cơ sở|thành phố))|bảo hiểm xã hội(?= (?:tỉnh|huyện|thành phố|thị xã|việt nam|các))|tòa án|toà án|viện kiểm sát|địa bàn)(?![\p{L}])/u;

/** What offices do with what they count. */
const verbs =
  'tổ chức|phối hợp|hỗ trợ|cấp(?! (?:trung ương|tỉnh|huyện|xã|cơ sở|quốc gia|thành phố|thị xã|bộ|ngành|thôn|trên|dưới|ủy|uỷ|trưởng|học))|tặng|trao|trao tặng|thăm|xây dựng|xây mới|xây|sửa chữa|nâng cấp|làm|phân bổ|bố trí|huy động|vận động|quyên góp|đóng góp|ủng hộ|hiến|thu hút|phát hiện|xử lý|xử phạt|bắt|bắt giữ|thu giữ|tạm giữ|tịch thu|tiêu hủy|tiêu huỷ|kiểm tra|thanh tra|giám sát|rà soát|tiếp nhận|tiếp|giải quyết|đào tạo|tập huấn|bồi dưỡng|tuyên truyền|phổ biến|cho vay|đầu tư|trồng|trồng mới|gieo trồng|thu hoạch|gieo sạ|gieo cấy|nuôi|thả|tạo việc làm|giải quyết việc làm|đưa|giới thiệu|mở|thành lập|cấp mới|kết nạp|khám|điều trị|tiêm|phẫu thuật|khen thưởng|khen|biểu dương|tuyên dương|vinh danh|đề nghị|kiến nghị|chúc|phát động|triển khai|thực hiện|hoàn thành|duy trì|ban hành|phát|phát hành|in|treo|lắp đặt|lắp|bê tông hóa|cứng hóa|nạo vét|mua|mua sắm|bán|nhập(?! khẩu| ngũ| học| viện)|xuất(?! khẩu| bản| sắc| cảnh| chuồng)|ghi nhận|xảy ra|áp dụng|chuyển|giải ngân|chi trả|chi|vay|nhận|đăng ký|tham gia|đón|phục vụ|tư vấn|trợ giúp|giúp|bàn giao|khởi công|khánh thành|thẩm định|phê duyệt|giao|thu hồi|điều chỉnh|bổ sung|tham mưu|thu gom|phát quang|khơi thông|trùng tu|tôn tạo|lập|khoanh nuôi|chăm sóc|sáp nhập|cấp phát|cấp đổi|trợ cấp|chuyển đổi|cải tạo|phục hồi|di dời|tháo dỡ|cưỡng chế|thăm hỏi|tiễn|sưu tầm|biên soạn|xuất bản|tổng hợp|cập nhật|số hóa|chứng thực|đăng tin|viết|phát sóng|xác minh|triệu tập|trinh sát|kê khai|bổ nhiệm|luân chuyển|miễn nhiệm|cho thôi|kỷ luật|xóa|xử lý kỷ luật|thi hành kỷ luật|đăng tải|đăng|thay|trích|tiết kiệm|làm lợi|mua|khởi tố|điều tra|truy tố|xét xử|công nhận|lựa chọn|bầu|cử|điều động|tuyển dụng|tuyển|cai nghiện|quản lý|bảo vệ|khai thác|giải ngân được|sản xuất được|đối với|dành|gồm|vượt|đạt|có';
const verbal = new RegExp(`^(?:${verbs})(?![\\p{L}])`, 'u');
const onlyVerb = new RegExp(`^(?:${verbs})(?: được)?[\\s:]*$`, 'u');
const measureName =
  /^(?:tổng |ước )?(?:diện tích|sản lượng|số |tỷ lệ|tỉ lệ|kinh phí|vốn|giá trị|năng suất|doanh thu|khối lượng)/;
/** A place or a person alone: "Hà Nội", "Thanh Hóa". */
const properName = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3}$/u;
/** The verb after a subject: "toàn huyện gieo trồng", "Công an tỉnh đã phát hiện". */
const afterActor = new RegExp(
  `(?:^|(?<!các|mọi|mỗi|từng|ngành|trung|sơ|cao)[ ,])(?:đã|đang|sẽ|vừa|được|giải ngân|${verbs})(?![\\p{L}])`,
  'gu',
);
/** The last of these begins what was done: "đã ban hành Quyết định về việc phân bổ". */
const lastTurn =
  /(?:^|[\s])(?:đã|đang|sẽ|vừa|về việc)(?: (?:được|tiến hành|chủ động|kịp thời|trực tiếp|tích cực|thường xuyên|phối hợp))? /g;
const longest = 18;

/**
 * Reads the words of a figure's clause that stand before it.
 *
 * @param from the clause's start; `at` the figure's
 */
export function phraseBefore(text: string, lower: string, from: number, at: number): PhraseBefore {
  let start = from + (opening.exec(lower.slice(from, at))?.[0].length ?? 0);
  const whole = lower.slice(start, at);
  // "Số xã đạt chuẩn là": a body that is counted does nothing.
  const counted = lower.startsWith('số ', start - 3);
  let actor: TextSpan | null = null;
  const turn = [...whole.matchAll(lastTurn)].at(-1);
  const rest = turn === undefined ? '' : whole.slice(turn.index + turn[0].length);
  // "Diện tích ngô đã trồng": the measure goes on, and nothing follows that was done.
  const goesOn = turn !== undefined && measureName.test(whole) && onlyVerb.test(rest);
  if (turn !== undefined && turn.index > 0 && !goesOn && verbal.test(rest)) {
    if (!counted && actors.test(whole)) actor = actorOf(text, lower, start, start + turn.index);
    start += turn.index + turn[0].length;
  } else if (!counted && actors.test(whole)) {
    const verb = verbAfterActor(text, lower, start + 2, at);
    if (verb >= 0) {
      actor = actorOf(text, lower, start, verb);
      start = verb;
      start += opening.exec(lower.slice(start, at))?.[0].length ?? 0;
    }
  }
  const stretch = lower.slice(start, at);
  const isVerbal = verbal.test(stretch);
  const tail = Math.max(
    closing.exec(stretch.slice(-70))?.[0].length ?? 0,
    heldAgainst.exec(stretch.slice(-90))?.[0].length ?? 0,
  );
  const end = at - Math.min(tail, stretch.length);
  const words = [...lower.slice(start, end).matchAll(/\S+/g)];
  if (words.length > longest) start += words[words.length - longest]!.index;
  const span = trimmed(text, start, end);
  const isActor =
    span !== null &&
    !counted &&
    (actors.test(lower.slice(span.start, span.end)) || properName.test(text.slice(span.start, span.end)));
  if (isActor && actor === null && !isVerbal) {
    return { span, verbal: false, action: null, actor: span };
  }
  return { span, verbal: isVerbal && span !== null, action: isVerbal ? actionOf(text, lower, start, at) : null, actor };
}

/** "tuyên truyền được": what was done, without the words that say that it was. */
const wasDone = /(?: (?:được|thêm|tổng số|tổng cộng))+$/u;

function actionOf(text: string, lower: string, start: number, at: number): TextSpan | null {
  const span = trimmed(text, start, at);
  if (span === null) return null;
  const tail = wasDone.exec(lower.slice(span.start, span.end))?.[0].length ?? 0;
  return trimmed(text, span.start, span.end - tail);
}

/** Where the first verb after a body's name begins; -1 when there is none. "Bộ Xây dựng tặng": what has a capital is of the name. */
function verbAfterActor(text: string, lower: string, start: number, at: number): number {
  for (const { 0: word, index } of lower.slice(start, at).matchAll(afterActor)) {
    const letter = start + index + (/^[ ,]/.test(word) ? 1 : 0);
    if (text[letter] === lower[letter]) return start + index;
  }
  return -1;
}

/** A body's name alone: up to a comma, of a few words. */
function actorOf(text: string, lower: string, start: number, end: number): TextSpan | null {
  const comma = lower.slice(start, end).search(/[,;:(]| (?:đã|đang|sẽ|vừa|có|ban hành|hiện|hiện nay|cũng)(?: |$)/);
  const span = trimmed(text, start, comma < 0 ? end : start + comma);
  return span === null || span.end - span.start > 90 ? null : span;
}

/** Whether a phrase names a body or a place, and so whose figure it is rather than what it measures. */
export const namesActor = (words: string): boolean => actors.test(words.toLowerCase());
