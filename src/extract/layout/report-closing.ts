import { fold } from '../../text/fold.js';
import { classifyLine, type LineClass } from './classify-line.js';
import { goesOnToName, isPersonName } from './person-name.js';
import type { ReportLine } from './report-lines.js';

/** The end of the main document; every number is an index into the report's lines. */
export interface ReportClosing {
  /** "Nơi nhận:", its items and the archive line */
  readonly recipients: readonly number[];
  /** powers, offices, "(đã ký)" and names */
  readonly signature: readonly number[];
  /** first line after it: what follows is annexed; the number of lines when nothing closes the report */
  readonly end: number;
}

const reach = 14; // lines between the parts of one closing, with the blank lines of a signature dropped
const bullet = /^[-–—+•*]\s*\S/u;
const isSigning = (kind: LineClass, line: ReportLine): boolean =>
  kind === 'position' ||
  kind === 'signed' ||
  kind === 'rule' ||
  kind === 'stamp' ||
  isPersonName(line.text) ||
  /^(?:kiem|dai dien|phu trach)(?![\p{L}])/u.test(line.folded) ||
  (line.upper && line.text.length <= 80 && kind === 'other');

/** The next few lines of the same column. */
const sameColumn = (lines: readonly ReportLine[], at: number): readonly string[] =>
  lines
    .slice(at + 1, at + 4)
    .filter(({ lane }) => lane === lines[at]!.lane)
    .map(({ text }) => text);

/**
 * Finds recipients and signature of the main document: the first closing under the head, since what follows it
 * (a plan, a list) is annexed and may be signed again.
 */
export function reportClosing(lines: readonly ReportLine[], from: number): ReportClosing {
  const kinds = new Map<number, LineClass>();
  const kindOf = (at: number): LineClass => {
    let kind = kinds.get(at);
    if (kind === undefined) {
      kind = classifyLine(lines[at]!);
      kinds.set(at, kind);
    }
    return kind;
  };
  /** An office in capitals has the shape of a name too. */
  const isName = (at: number): boolean =>
    kindOf(at) !== 'position' && isPersonName(lines[at]!.text) && !goesOnToName(lines[at]!.text, sameColumn(lines, at));
  const recipients: number[] = [];
  const signature: number[] = [];

  for (let at = from; at < lines.length; at++) {
    const kind = kindOf(at);
    if (kind === 'recipients') {
      let end = readRecipients(at);
      const above: number[] = [];
      for (let up = at - 1; up >= Math.max(from, at - reach) && isSigning(kindOf(up), lines[up]!); up--)
        above.unshift(up);
      // A heading just above is no signature: one that signs has an office.
      if (above.some((up) => kindOf(up) === 'position')) signature.unshift(...above);
      end = readRest(end, at + 60);
      return { recipients, signature: signature.sort((a, b) => a - b), end: trimSignature(end) };
    }
    if (kind === 'position' && lines[at]!.upper) {
      // No recipients: an office in capitals and a name soon below it.
      let end = at;
      let name = -1;
      while (end < lines.length && end < at + 8 && isSigning(kindOf(end), lines[end]!)) {
        if (isName(end)) {
          name = end;
          break;
        }
        end += 1;
      }
      const follows = lines.slice(end, end + reach).findIndex((_, index) => kindOf(end + index) === 'recipients');
      if (name >= 0 && follows < 0) {
        name = chairBelow(at, lastNameBeside(name));
        for (let index = at; index <= name; index++) signature.push(index);
        return { recipients, signature, end: name + 1 };
      }
    }
  }
  return { recipients, signature, end: lines.length };

  /** The last name of the columns beside the first one: minutes are signed by who wrote them and who presided. */
  function lastNameBeside(first: number): number {
    const { lane } = lines[first]!;
    const table = lane === null || lane.startsWith('gap:') ? null : lane.split(':')[0];
    let last = first;
    if (table === null) return last;
    for (let next = first + 1; next < Math.min(lines.length, last + 8); next++) {
      if (!lines[next]!.lane?.startsWith(`${table}:`) || !isSigning(kindOf(next), lines[next]!)) break;
      if (isName(next)) last = next;
    }
    return last;
  }

  /** "THƯ KÝ" / name / "CHỦ TRÌ" / name: who presided signs below who wrote, where one column holds both. */
  function chairBelow(office: number, name: number): number {
    if (!/^(?:thu ky|nguoi (?:ghi|lap))(?![\p{L}])/u.test(lines[office]!.folded)) return name;
    const next = name + 1;
    if (next >= lines.length || kindOf(next) !== 'position' || !lines[next]!.upper) return name;
    for (let at = next + 1; at < Math.min(lines.length, next + 5) && isSigning(kindOf(at), lines[at]!); at++)
      if (isName(at)) return at;
    return name;
  }

  function readRecipients(at: number): number {
    recipients.push(at);
    const lane = lines[at]!.lane;
    const cell = lane !== null && !lane.startsWith('gap:');
    let next = at + 1;
    let archived = kindOf(at) === 'archive' || /luu\s*[:;,]?\s*vt/u.test(fold(lines[at]!.text));
    for (; next < lines.length && next < at + 50; next++) {
      const line = lines[next]!;
      const kind = kindOf(next);
      if (cell && line.lane !== lane) break;
      if (archived && !(cell && !isSigning(kind, line))) {
        // "- Lưu: VT, …" may run over one more line.
        if (
          line.text.length <= 30 &&
          /^[\p{Lu}\d(]/u.test(line.text) &&
          /[,;]$/u.test(lines[next - 1]!.text) &&
          !isSigning(kind, line)
        )
          recipients.push(next);
        else break;
      } else if (kind === 'archive') {
        recipients.push(next);
        archived = true;
      } else if (bullet.test(line.text) && line.text.length <= 200) recipients.push(next);
      else if (kind === 'other' && /[;,]$/u.test(line.text) && /,$/u.test(lines[next - 1]!.text)) recipients.push(next);
      else if (isSigning(kind, line)) signature.push(next);
      else if (
        line.text.length <= 120 &&
        (/^[\p{Ll}(]/u.test(line.text) || /[;,]$/u.test(line.text) || /^nhu (?:tren|dieu)/u.test(line.folded))
      )
        recipients.push(next);
      else if (cell) recipients.push(next);
      else break;
    }
    return next;
  }

  /**
   * What closes the report behind the list: offices and names; and, where a reader ended its table early, the rest of
   * the list beside them.
   */
  function readRest(start: number, limit: number): number {
    let end = start;
    for (let strays = 0; end < Math.min(lines.length, limit); end++) {
      const line = lines[end]!;
      const kind = kindOf(end);
      const archived = recipients.some((at) => kindOf(at) === 'archive');
      if (isSigning(kind, line)) {
        if (kind !== 'stamp' && kind !== 'rule') signature.push(end);
      } else if (!archived && (kind === 'archive' || (bullet.test(line.text) && line.text.length <= 120)))
        recipients.push(end);
      else if (strays < 2 && line.text.length <= 40 && !signature.some(isName) && nameSoon(end)) {
        // The end of a line that was cut: "Sở Văn hóa, Thể thao và Du" / "lịch;".
        if (/^\p{Ll}.*[;,.]$/u.test(line.text)) recipients.push(end);
        strays += 1;
      } else break;
    }
    return end;
  }

  function nameSoon(at: number): boolean {
    for (let next = at + 1; next < Math.min(lines.length, at + 6); next++) if (isName(next)) return true;
    return false;
  }

  /** What stands below the last name is not the signature's: a heading of the annex in capitals looks like an office. */
  function trimSignature(end: number): number {
    const last = signature.findLast(isName);
    if (last === undefined) return end;
    while (signature.length > 0 && signature.at(-1)! > last) signature.pop();
    return Math.max(last, recipients.at(-1) ?? 0) + 1;
  }
}
