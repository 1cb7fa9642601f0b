import type { Hit } from './governors-in.js';
import type { PrecedingIssuer } from './preceding-issuer.js';
import type { Token } from './tokens.js';

const placeVerbs = new Set('cấp|duyệt|giao|hành|nhận|qua|thuận|bố|định|bổ|chỉnh|đổi|sung|nêu|khai|lập'.split('|'));

/** Nouns that say a document's content, so that the phrase before them governs: "các nhiệm vụ tại Chỉ thị số …". */
const contents = new Set(
  'vụ|dung|định|tiêu|pháp|đạo|dẫn|cầu|nghị|luận|kiến|quyền|điều|khoản|trình|hoạch|sách|chí|lục|số|tại'.split('|'),
);

export const placeTokens = new Set(['tại', 'trong']);

/** The nearest phrase before `high` that governs; phrases that only point at a place let the one before them through. */
export function governing(tokens: readonly Token[], hits: readonly Hit[], low: number, high: number): Hit | null {
  let passive = false;
  let example = false;
  const colon = lastWord(tokens, low, high - 6, ':');
  for (let index = lastHitBefore(hits, high); index >= 0; index -= 1) {
    const hit = hits[index]!;
    if (hit.from < low) break;
    if (hit.from === high - 1 && tokens[hit.from]!.text === 'như') example = true;
    if (hit.detail === 'transparent' || (hit.detail === 'refers_to' && placeTokens.has(tokens[hit.to - 1]!.text))) {
      if (passivePlace(tokens, low, high)) passive = true;
      continue;
    }
    const distance = high - hit.to;
    if (hit.direct && distance > 2) continue;
    if (hit.detail === 'issues' && !hit.direct && distance > 10) {
      // "Để thực hiện quy định trên, Bộ X đã ban hành Quy chế … kèm theo Quyết định số …": a clause of its own.
      const acted = tokens[hit.from]!.text === 'đã' || tokens[hit.from - 1]?.text === 'đã';
      if (acted && tokens[high - 1]!.text === 'theo' && tokens[high - 2]!.text === 'kèm') return null;
      continue;
    }
    // "theo kế hoạch năm 2025 như Luật A, Luật B": examples of what the phrase leads to rest on nothing.
    if (example && hit.role === 'based-on') return null;
    // A clause that begins after the phrase is not governed by it.
    if (colon >= hit.to) break;
    const earlier = hits[index - 1];
    // "quán triệt và tuyên truyền", "triển khai, phổ biến": made known to be carried out.
    if (hit.detail === 'refers_to' && earlier?.detail === 'implements' && earlier.from >= low)
      if (hit.from - earlier.to === 1 && joins.has(tokens[earlier.to]!.text)) return earlier;
    // "Xét Báo cáo của X về kết quả thực hiện kế hoạch và Tờ trình số …": the phrase stands in an unnumbered paper's title.
    const opening = joins.has(tokens[high - 1]!.text) && index > 0 ? listOpening(tokens, hits, low, hit) : null;
    if (opening !== null) return opening;
    // "theo hướng dẫn", "căn cứ quy định": the noun belongs to the phrase right before it.
    if (
      earlier !== undefined &&
      earlier.from >= low &&
      hit.from - earlier.to <= 1 &&
      hit.from >= earlier.to &&
      nominal.has(hit.detail)
    )
      if (['based_on', 'implements', 'responds_to'].includes(earlier.detail) && tokens[earlier.to]?.text !== ',')
        return { ...earlier, to: hit.to };
    if (passive) {
      // "các nhiệm vụ được Tỉnh ủy ban hành tại …" is carried out; "đã được phê duyệt tại …" is told.
      if (hit.detail === 'issues' || hit.detail === 'approves') continue;
      let received = hit.to;
      while (received < high && tokens[received]!.text !== 'được') received += 1;
      const before = received > hit.to ? tokens[received - 1]!.text : '';
      if (received === high || before === 'đã' || before === 'và' || before === ',') return null;
    }
    return hit;
  }
  return null;
}

const joins = new Set([',', 'và', ';']);

const listOpeners: ReadonlySet<string> = new Set(['based_on', 'responds_to', 'implements']);

/** The phrase that opens a list of papers at the head of the sentence, when `hit` stands in the title of one of them. */
function listOpening(tokens: readonly Token[], hits: readonly Hit[], low: number, hit: Hit): Hit | null {
  const first = hits[firstHitFrom(hits, low)];
  if (first === undefined || first.from >= hit.from || first.from - low > 2 || !listOpeners.has(first.detail))
    return null;
  if (tokens[first.to]?.capital !== true) return null;
  const between = tokens.slice(first.to, hit.from);
  return between.some(({ text: word }) => word === 'về') && !between.some(({ text: word }) => word === ',')
    ? first
    : null;
}

const nominal = new Set(['guides', 'details', 'approves', 'submits', 'responds_to', 'transparent']);

/** "… UBND tỉnh cấp tại", "được phê duyệt tại", "(tại": the document is where something was done, not what is done. */
export function passivePlace(tokens: readonly Token[], low: number, high: number): boolean {
  const place = tokens[high - 1]?.text;
  if (place !== 'tại' || high - 1 < low) return false;
  const before = tokens[high - 2]?.text ?? '(';
  if (before === '(') return true;
  if (placeVerbs.has(before) && tokens[high - 2]?.capital !== true)
    return !(
      contents.has(before) && !tokens.slice(Math.max(low, high - 10), high).some(({ text: word }) => word === 'được')
    );
  return false;
}

const within = (span: { readonly start: number; readonly end: number } | null, token: Token): boolean =>
  span !== null && token.start >= span.start && token.end <= span.end;

const parting = new Set([',', ';', ':', 'và', ')', '(']);

/** Whether between a phrase and the reference stand a few words only, no sign and no "và"; the issuing office aside. */
export function leadsStraight(
  tokens: readonly Token[],
  to: number,
  high: number,
  office: PrecedingIssuer | null,
): boolean {
  let words = 0;
  for (let position = high - 1; position >= to; position -= 1) {
    const token = tokens[position]!;
    if (within(office, token)) continue;
    words += 1;
    if (words > 14 || parting.has(token.text)) return false;
  }
  return true;
}

/** Index of the last token of `low..high` that is this word or sign; -1 when none is. */
export function lastWord(tokens: readonly Token[], low: number, high: number, word: string): number {
  for (let position = high - 1; position >= low; position -= 1) if (tokens[position]!.text === word) return position;
  return -1;
}

/** Index of the first hit that begins at or after `low`. */
function firstHitFrom(hits: readonly Hit[], low: number): number {
  let from = 0;
  let beyond = hits.length;
  while (from < beyond) {
    const middle = (from + beyond) >> 1;
    if (hits[middle]!.from < low) from = middle + 1;
    else beyond = middle;
  }
  return from;
}

/** Index of the last hit that ends at or before `high`; -1 when none does. */
export function lastHitBefore(hits: readonly Hit[], high: number): number {
  let low = 0;
  let beyond = hits.length;
  while (low < beyond) {
    const middle = (low + beyond) >> 1;
    if (hits[middle]!.to <= high) low = middle + 1;
    else beyond = middle;
  }
  return low - 1;
}
