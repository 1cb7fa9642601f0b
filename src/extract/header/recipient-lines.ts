import type { ReportLine } from '../layout/report-lines.js';

// "(b/c)", "(để b/c)", "(Báo cáo)", "(t/h)": what the recipient is to do with it; "(Khối trưởng)" says who it is and stays.
const mark =
  /\s*\(\s*(?:để\s+)?(?:[bptk]\/\p{L}{1,6}|bc|báo cáo|th|thực hiện|ph|phối hợp|biết|chỉ đạo|theo dõi|t\/d|k\/t|kiểm tra|đăng tải|đăng công báo|niêm yết|qua email|email|bản điện tử|bản chính|\d{1,3}\s?b(?:ản)?|đ\/b)(?:\s*[,;]?\s*(?:và\s+)?(?:[bptk]\/\p{L}{1,6}|báo cáo|thực hiện|phối hợp|biết|theo dõi|chỉ đạo))*\s*\)/giu;
const copies = /\s+\(?\d{1,3}\s?(?:bản|b)\)?$/iu;
const leading = /^[-–—+•*\s]+/u;
const archive = /^lur?u(?![\p{L}])/u; // with a slip of recognition ("Luru")

const tidy = (item: string): string =>
  item
    .replace(leading, '')
    .replace(mark, '')
    .replace(/[\s;,.:/]+$/u, '')
    .replace(copies, '')
    .replace(/[\s;,.:/]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Joins lines into items: one that begins in a small letter, or follows an open line, goes on with the one before. */
function items(pieces: readonly { readonly text: string; readonly folded: string }[]): string[] {
  const list: string[] = [];
  for (const { text } of pieces) {
    const last = list.at(-1);
    const bulleted = /^[-–—+•*]\s*\S/u.test(text);
    // In a list with dashes, a line without one goes on with the item above, even after a comma.
    const goesOn =
      last !== undefined &&
      !bulleted &&
      (/^[-–—+•*]/u.test(last) ? !/[;.:]$/u.test(last) : !/[;.,:]$/u.test(last) && /^[\p{Ll}(]/u.test(text));
    if (goesOn) list[list.length - 1] = `${last} ${text}`;
    else list.push(text);
  }
  // A paragraph may hold the whole list: "- Như trên; - Sở Tài chính; - Lưu: VT."
  return list.flatMap((item) => item.split(/;\s*(?=[-–—+•]\s*\S)|(?<=[;,.])\s+(?=[-–—+•]\s+\p{Lu})/u));
}

/** The "Nơi nhận" lines without the archive line and marks of purpose. */
export function readRecipients(lines: readonly ReportLine[]): readonly string[] {
  const pieces = lines.map((line, at) => {
    const text = at === 0 ? line.text.replace(/^N[ơo]i\s?nh[ậa]n\s*[:.]?\s*/iu, '') : line.text;
    return { text, folded: line.folded };
  });
  const found: string[] = [];
  for (const item of items(pieces.filter(({ text }) => text.trim() !== ''))) {
    const clean = tidy(item);
    const folded = clean.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    // Below the archive line stands only who typed it.
    if (archive.test(folded)) break;
    if (/\p{L}{2}/u.test(clean)) found.push(clean);
  }
  return found;
}

/** The "Kính gửi" lines. */
export function readAddressees(lines: readonly ReportLine[]): readonly string[] {
  const pieces = lines.map((line, at) => ({
    text: at === 0 ? line.text.replace(/^Kính\s+(?:gửi|gởi|trình)\s*:?\s*/iu, '') : line.text,
    folded: line.folded,
  }));
  return items(pieces.filter(({ text }) => text.trim() !== ''))
    .flatMap((item) => (/^[-–—+•*]/u.test(item) ? [item] : item.split(/;\s*/u)))
    .map(tidy)
    .filter((item) => /\p{L}{2}/u.test(item));
}
