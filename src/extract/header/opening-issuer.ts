import { provincesIn } from '../../text/provinces.js';

// A body that speaks of itself: the words right before "báo cáo", "kính trình" and the like.
const speaks =
  /(?<![\p{L}\p{N}])(?:(?:xin|kính|trân trọng|tổng hợp|tiến hành|đã)\s{1,3}){0,3}(?:báo cáo|kính trình|thông báo|đề nghị|ban hành|xây dựng kế hoạch)(?![\p{L}\p{N}])/gu;
const bodyHead =
  /^(?:UBND|Ủy ban|Uỷ ban|UBMTTQ|HĐND|Hội đồng|Thường trực|Sở|Ban|Bộ|Phòng|Văn phòng|Huyện ủy|Huyện uỷ|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thị ủy|Quận ủy|Đảng ủy|Đảng uỷ|Đảng bộ|Chi bộ|Hội|Liên đoàn|Công đoàn|Công an|Trung tâm|Trường|Cục|Chi cục|Tổng cục|Công ty|Thanh tra|Bệnh viện|Trạm|Hạt|Viện|Đoàn|Huyện đoàn|Tỉnh đoàn|Mặt trận|Tòa án|Viện kiểm sát|Kho bạc|Bảo hiểm|Ngân hàng|Chi đoàn|Khối|Cụm|Tổ công tác|Xã|Thị trấn|Phường)(?![\p{L}])/u;
/** A verb inside: somebody is asked, and does not speak. */
const asks = /\s(?:yêu cầu|đề nghị|giao|nhận được|thống nhất|mời|gửi)\s/u;
const boundary = /[;.:\n“”"()]/u;

/** The body right before a verb of reporting, in one stretch of text; null when none stands there. */
function speakerBefore(text: string, verb: number): { readonly name: string; readonly start: number } | null {
  let from = verb;
  const floor = Math.max(0, verb - 140);
  let name: { name: string; start: number } | null = null;
  while (from > floor) {
    const char = text[from - 1]!;
    if (boundary.test(char)) break;
    from -= 1;
    if (char !== ',' && from > floor && !boundary.test(text[from - 1] ?? '\n') && text[from - 1] !== ',') continue;
    const piece = text.slice(char === ',' ? from + 1 : from, verb);
    const trimmed = piece.trim();
    if (bodyHead.test(trimmed) && !asks.test(trimmed) && trimmed.split(/\s+/u).length <= 16) {
      name = { name: trimmed, start: verb - piece.trimStart().length };
      break;
    }
  }
  return name;
}

/**
 * The body that reports, by the report's first and last sentences, for a text whose letterhead is lost:
 * "Thực hiện Công văn …; Ban Dân tộc tỉnh Quảng Ngãi báo cáo …".
 *
 * @param passages opening and closing of the body, the likelier first
 * @param text the whole text, which may print the name more fully elsewhere
 */
export function openingIssuer(passages: readonly string[], text: string, place: string | null): string | null {
  for (const passage of passages) {
    for (const verb of passage.matchAll(speaks)) {
      const speaker = speakerBefore(passage, verb.index);
      if (speaker !== null && /\s|^UBND/u.test(speaker.name)) return inFull(speaker.name, text, place);
    }
  }
  return null;
}

/** Adds the province where the text shows that the body is a province's: "Ban Dân tộc" → "Ban Dân tộc tỉnh Quảng Ngãi". */
function inFull(name: string, text: string, place: string | null): string {
  if (
    provincesIn(name).length > 0 ||
    /(?:huyện|xã|thị trấn|phường|quận|thị xã)(?:\s|$)/u.test(name) ||
    /\stỉnh\s\p{Lu}/u.test(name)
  )
    return name;
  const ofProvince = / tỉnh$/u.test(name) || text.includes(`${name} tỉnh`);
  if (!ofProvince) return name;
  const bare = name.replace(/ tỉnh$/u, '');
  const counts = new Map<string, number>();
  for (const { province } of provincesIn(text)) counts.set(province.fullName, (counts.get(province.fullName) ?? 0) + 1);
  const mostNamed = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
  const home = (place === null ? undefined : provincesIn(`tỉnh ${place}`)[0]?.province.fullName) ?? mostNamed;
  return home === undefined ? `${bare} tỉnh` : `${bare} ${home}`;
}
