import { typeWordAt } from './type-words.js';

const starter =
  /[ \t\n]{0,3},?[ \t\n]{0,3}(?:về việc|Về việc|V\/v|v\/v|về|Về|(?=(?:quy định|Quy định|ban hành|Ban hành|phê duyệt|Phê duyệt|phát động|Phát động|sửa đổi|hướng dẫn|Hướng dẫn|tổ chức|kiện toàn|thực hiện|triển khai|công bố|giao|thành lập|bãi bỏ|thay thế|tặng)(?![\p{L}])))[ \t\n]{0,3}/uy;
const stop =
  /[;:)\n⁰¹²³⁴-⁹⁽]|\.(?=[ \t\n]|$|\/)|,[ \t\n](?=(?:Ban|Sở|UBND|HĐND|Ủy ban|Uỷ ban|Phòng|Tỉnh ủy|Huyện ủy|Đảng ủy|Bộ|Chi bộ|Cục|Hội)(?![\p{L}]))|(?<![\p{L}])(?:đã|theo đó|qua đó|trong đó|đến nay)(?![\p{L}])/gu;
const joins = ['và', 'cùng', 'hoặc'];
const looseSigns = new Set(Array.from(' ,;.-–/'));

/** Cuts the signs that a title ends in, and a conjunction before or behind them. */
function withoutLooseEnd(title: string): string {
  const bare = withoutSigns(title);
  const join = joins.find((word) => bare.endsWith(word));
  if (join === undefined) return bare;
  const before = bare.slice(0, -join.length);
  const cut = withoutSigns(before);
  return cut === before ? bare : cut;
}

function withoutSigns(title: string): string {
  let end = title.length;
  while (end > 0 && looseSigns.has(title[end - 1]!)) end -= 1;
  return end === title.length ? title : title.slice(0, end);
}

const pairs: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»' };
/** A verb whose object is the next reference: "thay thế | Quyết định số …". */
const bareVerb = /^(?:sửa đổi|bãi bỏ|thay thế|thực hiện|triển khai|hướng dẫn|công bố|phê duyệt|ban hành)$/iu;
const longest = 420; // about 60 words
const longestStop = 16;

/**
 * The subject ("trích yếu") that follows a reference, as printed.
 *
 * @param at end of number, date and issuer
 * @param limit end of the sentence, or where the next reference of the same level begins
 * @returns null when none follows
 */
export function titleAt(text: string, at: number, limit: number): string | null {
  starter.lastIndex = at;
  if (!starter.test(text)) return null;
  const start = starter.lastIndex;
  if (start >= limit) return null;
  let end = Math.min(limit, start + longest);
  const closing = pairs[text[start]!];
  const close = closing === undefined ? -1 : text.slice(start + 1, end).indexOf(closing);
  if (close >= 0) end = start + 1 + close + 1;
  else {
    // A stop is told by the letter before it and a few behind it; what lies beyond is not searched for one.
    const window = text.slice(start - 1, end + longestStop);
    stop.lastIndex = 1;
    for (let match = stop.exec(window); match !== null && start - 1 + match.index < end; match = stop.exec(window)) {
      // An opened parenthesis belongs to the title.
      if (match[0] === ')' && window.slice(1, match.index).includes('(')) continue;
      end = start - 1 + match.index;
      break;
    }
  }
  const title = withoutLooseEnd(text.slice(start, end).replace(/[ \t\n]+/g, ' ')).trim();
  return title === '' || bareVerb.test(title) || typeWordAt(title, 0)?.end === title.length ? null : title;
}
