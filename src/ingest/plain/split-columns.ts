import { fold } from '../../text/fold.js';
import { type FlowingLine, isCapitals } from '../flowing-lines.js';
import type { PlainLine } from './plain-lines.js';

/** Lines `from` to `to` (excluded) that stand in two columns, as in a letterhead or beside a signature. */
export interface ColumnRegion {
  readonly from: number;
  readonly to: number;
  readonly left: readonly ColumnLine[];
  readonly right: readonly ColumnLine[];
}

export interface ColumnLine extends FlowingLine {
  /** of the region, from 0: what stands beside it has the same */
  readonly row: number;
}

interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** The first pieces of a line between wide gaps (three spaces and more). Three tell all: two columns have two. */
function segmentsOf(raw: string): Segment[] {
  const segments: Segment[] = [];
  for (const { index, 0: text } of raw.matchAll(/\S+(?: {1,2}\S+)*/gu)) {
    segments.push({ text, left: index, right: index + text.length });
    if (segments.length === 3) break;
  }
  return segments;
}

const motto = /^(?:cong hoa xa hoi|dang cong san|doc lap ?[-–—])/;
const date = /ngay.{0,8}thang.{0,8}nam/;
const addressee = /^kinh (?:gui|trinh)/;
const lateLine = /^(?:so ?[:\d]|v\/v|ve viec)/;
const recipients = /^noi nhan ?:?/;
/** Minutes and tables are signed by who wrote them on the left, and who answers for them on the right. */
const writer =
  /^(?:thu ky|nguoi (?:ghi|lap|viet)(?: (?:bien ban|bieu|bao cao))?|ke toan(?: truong)?|chu (?:tri|toa)|dai dien ben [ab])(?: |$)/;
const ruled = /^[-–—_=*~.]{3,}$/u;

/** Where the columns part: nothing of the left one reaches beyond `left`, nothing of the right one begins before `right`. */
interface Gutter {
  left: number;
  right: number;
}

function takeLine(line: PlainLine, gutter: Gutter): 'both' | 'left' | 'right' | null {
  const [first, second, third] = segmentsOf(line.raw);
  if (first === undefined || third !== undefined) return null;
  if (second !== undefined) {
    const left = Math.max(gutter.left, first.right);
    const right = Math.min(gutter.right, second.left);
    if (left >= right) return null;
    gutter.left = left;
    gutter.right = right;
    return 'both';
  }
  if (first.right < gutter.right && first.left <= gutter.left) return 'left';
  // Centred lines of the right column may begin before its other lines do, but not in the left column.
  if (first.left > gutter.left && first.right > gutter.right && first.left >= gutter.right - 12) return 'right';
  return null;
}

function collect(
  lines: readonly PlainLine[],
  from: number,
  stops: (line: PlainLine, at: number) => boolean,
): ColumnRegion | null {
  const gutter: Gutter = { left: 0, right: Number.POSITIVE_INFINITY };
  const left: ColumnLine[] = [];
  const right: ColumnLine[] = [];
  let gapLeft = 0;
  let gapRight = 0;
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (at > from && stops(line, at)) break;
    const side = takeLine(line, gutter);
    if (side === null) break;
    gapLeft += line.gapBefore;
    gapRight += line.gapBefore;
    const [first, second] = segmentsOf(line.raw);
    const inRight = side === 'both' ? second : side === 'right' ? first : undefined;
    const inLeft = side === 'right' ? undefined : first;
    if (inLeft !== undefined && !ruled.test(inLeft.text)) {
      left.push({ ...inLeft, gapBefore: gapLeft, row: at - from });
      gapLeft = 0;
    } else gapLeft += 1;
    if (inRight !== undefined && !ruled.test(inRight.text)) {
      right.push({ ...inRight, gapBefore: gapRight, row: at - from });
      gapRight = 0;
    } else gapRight += 1;
  }
  return left.length > 0 && right.length > 0 ? { from, to: at, left, right } : null;
}

/**
 * Finds the letterhead and the signature blocks of a text whose two columns stand side by side: "UBND TỈNH …" left,
 * "CỘNG HÒA …" right; "Nơi nhận:" left, office and name right. Other wide gaps are no columns.
 */
export function findColumns(lines: readonly PlainLine[]): readonly ColumnRegion[] {
  const regions: ColumnRegion[] = [];
  let next = 0;
  const opensAt = (index: number): 'letterhead' | 'signature' | 'signers' | null => {
    const [first, second] = segmentsOf(lines[index]!.raw);
    if (first === undefined) return null;
    if (second !== undefined && motto.test(fold(second.text))) return 'letterhead';
    if (second !== undefined && isCapitals(first.text) && isCapitals(second.text))
      if (writer.test(fold(first.text)) || writer.test(fold(second.text))) return 'signers';
    return recipients.test(fold(first.text)) ? 'signature' : null;
  };
  for (let index = 0; index < lines.length; index += 1) {
    if (index < next) continue;
    const kind = opensAt(index);
    if (kind === null) continue;
    let region: ColumnRegion | null;
    if (kind === 'letterhead') {
      region = collect(lines, index, (line, at) => {
        const key = fold(line.text);
        // After an empty line only a number, a date or the subject of a letter may still come.
        const alone = line.gapBefore > 0 && segmentsOf(line.raw).length === 1 && !lateLine.test(key) && !date.test(key);
        return at > index + 14 || line.gapBefore > 3 || alone || addressee.test(key);
      });
    } else if (kind === 'signers') {
      // Offices, signatures and names: short lines, and room for the ink.
      region = collect(
        lines,
        index,
        (line, at) => at > index + 8 || line.gapBefore > 8 || segmentsOf(line.raw).some(({ text }) => text.length > 60),
      );
    } else {
      const edge = lines[index]!.left;
      let items = false;
      let archived = false;
      region = collect(lines, index, (line, at) => {
        const onlyLeft = segmentsOf(line.raw).length === 1 && line.left <= edge + 8;
        const before = lines[at - 1]!.text;
        items ||= /^[-–+]/.test(before);
        // The list of recipients ends with the archive's line: "- Lưu: VT."
        archived ||= /^[-–+] ?luu(?![a-z]).*[^,]$/.test(fold(segmentsOf(before)[0]?.text ?? ''));
        const ended = archived || line.gapBefore > 1;
        return at > index + 40 || line.gapBefore > 12 || (onlyLeft && ended && items && !/^[-–+]/.test(line.text));
      });
    }
    if (region !== null) {
      regions.push(region);
      next = region.to;
    }
  }
  return regions;
}
