import { raisedMarkAtStart } from './note-marks.js';

/** One printed line. Edges are in any one unit: columns of a text file, points of a page. */
export interface FlowingLine {
  /** without white space at either end */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** empty space above, in lines: 0 when the line follows at the usual distance */
  readonly gapBefore: number;
}

/** How the lines of one page or column are set. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  /** first lines of paragraphs stand in from `left`, so that a line at `left` goes on with a paragraph */
  readonly indented: boolean;
}

const finalMark = /[.;:!?…](?:["”’»)\]]|\p{No}|⁽|⁾){0,6}$/u;
/** Whether a line ends as a sentence or an item ends. A note's mark after the point does not count. */
export const endsFinally = (text: string): boolean => finalMark.test(text.slice(-12));

/** Whether a line is set in capitals: a heading, a letterhead, a signer's office. */
export const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

// Chapter and article words, Roman and Arabic section numbers, letters, bullets: domain/layout.md §5. A number without
// its sign is none ("2 mô hình"), nor is a document number ("03/CT-UBND") or an amount ("2.500 hộ").
const markers: readonly { readonly pattern: RegExp; readonly level: number }[] = [
  {
    pattern:
      /^(?:Phần|Chương|Mục|Điều|Phụ lục|Phụ biểu|Biểu số|Biểu mẫu)\s+(?:thứ\s+\p{L}{2,5}|[IVXL]{1,7}|\d{1,3}\p{Ll}?)(?![\p{L}\p{N}])[.:]?/iu,
    level: 1,
  },
  { pattern: /^[IVXL]{1,7}(?:\.|\/|\)|\s?[-–])(?=\s|\p{Lu}\p{Ll}|\p{Lu}{2})/u, level: 1 },
  { pattern: /^\d{1,2}(?:\.\d{1,2}){1,4}(?:[.)]|[-/](?=\s)|(?=\s))(?=\s*["“(]?\p{L})/u, level: 2 },
  { pattern: /^\d{1,2}(?:[.)]|[-/](?=\s))(?=\s*["“(]?\p{L})/u, level: 1 },
  { pattern: /^\(\d{1,2}\)(?=\s*\S)/u, level: 1 },
  { pattern: /^\p{Ll}(?:\)|[./](?=\s))(?=\s*\S)/u, level: 2 },
  { pattern: /^[-–—](?=\s*["“(]?[\p{L}\p{N}])/u, level: 3 },
  { pattern: /^\+(?=\s*["“(]?[\p{L}\p{N}])/u, level: 4 },
  { pattern: /^(?:\*{1,3}|[•▪●◦·➢✓])(?=\s*["“(]?[\p{L}\p{N}])/u, level: 4 },
];

/** The marker with which a line opens an item or a section ("II.", "2.1.", "đ)", "-"); null for running text. */
export function markerOf(text: string): { readonly label: string; readonly level: number } | null {
  const head = text.slice(0, 40);
  for (const { pattern, level } of markers) {
    const found = pattern.exec(head);
    if (found) return { label: found[0], level };
  }
  return null;
}

/** The marker of a list item or a section in figures, letters or signs; not the words of "Điều 9." or "Phụ lục I". */
export function itemMarkerOf(text: string): { readonly label: string; readonly level: number } | null {
  const marker = markerOf(text);
  return marker === null || /\p{L}\p{Ll}/u.test(marker.label) ? null : marker;
}

/** What stands between two lines put together: nothing where a symbol was cut at its hyphen or slash, else a space. */
export function glueBetween(previous: string, next: string): '' | ' ' {
  const end = previous.slice(-4).trimEnd();
  const start = next.slice(0, 4).trimStart();
  const cut =
    /[\p{L}\p{N}][-‑–]$/u.test(end) ||
    (/[\p{L}\p{N}]\/$/u.test(end) && /^[\p{Lu}\p{N}]/u.test(start)) ||
    (/[\p{Lu}\p{N}]$/u.test(end) && /^[-/]\p{Lu}/u.test(start));
  return cut ? '' : ' ';
}

/** Two lines put together: "SNV-" + "TĐKT" → "SNV-TĐKT", "kinh tế -" + "xã hội" → "kinh tế - xã hội". */
export const joinText = (previous: string, next: string): string =>
  `${previous.trimEnd()}${glueBetween(previous, next)}${next.trimStart()}`;

/** Lines without white space at their ends put together into one paragraph. */
export function joinTexts(texts: readonly string[]): string {
  const parts: string[] = [];
  for (const [index, text] of texts.entries()) {
    if (index > 0) parts.push(glueBetween(texts[index - 1]!, text));
    parts.push(text);
  }
  return parts.join('');
}

// No sentence, item or title ends on one of these.
const unfinished =
  /(?<!\p{L})(?:và|hoặc|của|các|những|theo|tại|cho|với|về|bởi|do|từ|đến|để|được|bằng|là|trong|trên|giữa|nhằm)$|,$/u;
/** These wait for a figure only: a title ends in "chuyển đổi số" or in "đồng bào dân tộc thiểu số". */
export const awaitsFigure = /(?<!\p{L})(?:s[ốôổ]|ng[àảa]y|tháng|năm|nhiệm kỳ|giai đoạn|khóa|khoá|khoản)$/u;
/** A number or a date that a line cuts behind its stroke: "ngày 15/", "số 38/"; and how it goes on. */
const cutFigure = /(?:^|[^\p{L}\p{N}])\d{1,4}(?:\/\d{1,2})?\/$/u;
/** A number cut within its symbol, "126/2024/NĐ-", which may have its line to itself. */
const cutWithin = /\d\/\p{Lu}[\p{Lu}\p{N}]*[-/]$/u;
/** "số 1085", "số 1085/QĐ", cut before its sign. */
const cutSymbol = /(?<!\p{L})số \d{1,5}(?:\/\d{4})?(?:[-/]\p{Lu}{1,6})?$/u;

/** An office's name that a line cuts: how it ends above, and how it goes on below with a capital. */
const cutOffices: readonly (readonly [RegExp, RegExp])[] = [
  [/(?<!\p{L})Thủ tướng$/u, /^Chính phủ(?!\p{L})/u],
  [/(?<!\p{L})của (?:Bộ|Sở|Ban|Phòng|Cục|Vụ|Bộ trưởng Bộ|Giám đốc Sở)$/u, /^\p{Lu}\p{Ll}/u],
  [/(?<!\p{L})(?:Bộ|Thứ) trưởng$/u, /^Bộ(?!\p{L})/u],
  [
    /(?<!\p{L})[ỦU][ỷy] ban$|(?<!\p{L})Ủy ban$/u,
    /^(?:Nhân dân|Mặt trận|MTTQ|Dân tộc|Thường vụ|Trung ương|Kiểm tra)(?!\p{L})/u,
  ],
  [/(?<!\p{L})Hội đồng$/u, /^(?:Nhân dân|Thi đua)(?!\p{L})/u],
  [
    /(?<!\p{L})(?:Ban (?:Thường vụ|Chấp hành|Bí thư|Tổ chức|Tuyên giáo|Dân vận|Chỉ đạo)|Thường trực|Văn phòng|Chủ tịch|Giám đốc|Bí thư)$/u,
    /^(?:Tỉnh|Huyện|Thành|Đảng|Trung ương|Chính phủ|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Sở|Quốc hội)(?!\p{L})/u,
  ],
  // "UBND tỉnh Đắk" / "Nông về tuyển dụng …": a place of two syllables
  [
    /(?<!\p{L})(?:tỉnh|huyện|thành phố|thị xã|phường|xã) \p{Lu}\p{Ll}{0,6}$/u,
    /^\p{Lu}\p{Ll}{0,6}(?:,| (?:về|và|ban hành|đã|ngày|quy định|phê duyệt|tại|năm|khóa)(?!\p{L}))/u,
  ],
];
const shortestCut = 40; // characters: a line of a letterhead or a list is shorter

/** Whether the second line can only be the rest of the first one's sentence, whatever stands between the two. */
export function isRestOf(wholePrevious: string, wholeNext: string): boolean {
  // What decides stands at the joint, and a paragraph may be a megabyte long.
  const previous = wholePrevious.slice(-200);
  const next = wholeNext.slice(0, 200);
  if (cutWithin.test(previous) && /^\p{Lu}/u.test(next)) return true;
  if (previous === '' || endsFinally(previous) || isCapitals(previous) || raisedMarkAtStart.test(next)) return false;
  if (/[\p{L}\p{N}][-/]$/u.test(previous) && /^\p{Lu}{2}/u.test(next)) return true;
  if (/^[-–/]\p{Lu}{2}/u.test(next) && cutSymbol.test(previous)) return true;
  if (/^\d/u.test(next) && cutFigure.test(previous)) return true;
  if (markerOf(next) !== null) return false;
  if (previous.length > 20 && unfinished.test(previous) && !isCapitals(next)) return true;
  if (previous.length > 20 && awaitsFigure.test(previous) && /^[\dOIl…_.]/u.test(next)) return true;
  if (/^["“'(]?\p{Ll}|^[,;)”]/u.test(next)) return true;
  return (
    wholePrevious.length > shortestCut && cutOffices.some(([end, start]) => start.test(next) && end.test(previous))
  );
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const at = (values: readonly number[], share: number) => values[Math.floor((values.length - 1) * share)] ?? 0;

/** The measure of one page's or column's lines, taken from the lines themselves. */
export function measureOf(lines: readonly FlowingLine[]): Measure {
  const rest = lines.filter((line, index) => index > 0 && isRestOf(lines[index - 1]!.text, line.text));
  const left = at(sorted((rest.length > 2 ? rest : lines).map((line) => line.left)), rest.length > 2 ? 0.5 : 0.1);
  const right = at(sorted(lines.map((line) => line.right)), 0.9);
  const slack = (right - left) * 0.02;
  const opening = lines.filter(
    (line, index) => index > 0 && endsFinally(lines[index - 1]!.text) && /^\P{Ll}/u.test(line.text),
  );
  const indented = opening.filter((line) => line.left > left + slack).length;
  return { left, right, indented: opening.length > 0 && indented * 2 > opening.length };
}

/** Whether `next` goes on with the paragraph that `previous` is in. Both stand in the same page or column. */
export function continuesParagraph(previous: FlowingLine, next: FlowingLine, measure: Measure): boolean {
  const width = measure.right - measure.left;
  if (isRestOf(previous.text, next.text)) return next.gapBefore < 1 || previous.right >= measure.left + width * 0.5;
  // A mark sticks to its word: one at the head of a line opens a note.
  if (next.gapBefore >= 1 || raisedMarkAtStart.test(next.text)) return false;

  // A line was full when the next line's first word had no room left, give or take a typesetter's tenth.
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  const firstWord = (next.text.search(/\s|$/u) + 1) * letter;
  if (previous.right < measure.right - Math.max(firstWord, width * 0.12)) return false;

  const slack = Math.max(letter * 1.5, width * 0.02);
  const indented = next.left > measure.left + slack;
  if (markerOf(next.text) !== null) return measure.indented && !indented && !endsFinally(previous.text);
  if (isCapitals(previous.text) !== isCapitals(next.text) && isCapitals(previous.text)) return false;
  // Both edges free on both sides: a centred line, as in titles.
  if (previous.left > measure.left + width * 0.2) return false;
  if (measure.indented) return !indented;
  return !endsFinally(previous.text) && next.left <= previous.left + slack * 2;
}

/** Groups the lines of one page or column into paragraphs; each group is in order and none is empty. */
export function groupFlowingLines(
  lines: readonly FlowingLine[],
  measure: Measure = measureOf(lines),
): readonly (readonly FlowingLine[])[] {
  const groups: FlowingLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last !== undefined && continuesParagraph(last.at(-1)!, line, measure)) last.push(line);
    else groups.push([line]);
  }
  return groups;
}
