import type { TextSpan } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import type { ReportLine } from '../layout/report-lines.js';

/** A body that the letterhead names, over one line or several. */
export interface LetterheadBody {
  readonly name: string;
  readonly span: TextSpan;
}

// Folded words that begin the name of a body; a line that begins otherwise goes on with the one above.
const begins =
  /^(?:ubnd(?:(?=tinh|huyen|xa |phuong|thanh |thi ).*)?|hdnd|bch|bcd|btv|uy ban|hoi dong|so|ban|bo|tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy|dang bo|chi bo|dang doan|hoi|lien doan|cong doan|cong ty|cong an|truong|trung tam|chi cuc|cuc|tong cuc|van phong|phong|thanh tra|toa an|vien|doan|mat tran|ubmttq|mttq|benh vien|hat|doi|to|bao hiem|bhxh|kho bac|ngan hang|quoc hoi|chinh phu|thu tuong|chu tich|quan khu|su doan|trung doan|tap doan|tong cong ty|tong lien doan|hiep hoi|lien minh|lien hiep|bql|dai|bao|thu vien|bao tang|nha|khoi|cum|tieu ban|trung uong|quan uy|kiem toan|khu|tram|hoc vien|co quan|tinh doan|huyen doan|thanh doan|dong|xi nghiep|nha may|quy|vu|phan hieu|don(?! vi))(?![\p{L}])/u;
const goesOn =
  /^(?:va|&|cua|thuoc|tinh(?! uy| doan)|thanh pho|huyen(?! uy| doan)|thi xa|xa|phuong|quan(?! uy| khu)|cac|voi|ve|viet nam|[-–])(?![\p{L}])/u;
// With its tones, which tell "HÀ TĨNH" from "TỈNH" and "ĐÔNG XÁ" from "XÃ"; and a place may end in "BAN" ("XÃ CHIỀNG BAN").
const open =
  /(?:[,\-–&]|(?:^|\s)(?:và|của|thuộc|về|các|chỉ đạo|tỉnh|huyện|xã|thành phố|phường|quản lý|quản lí|hội đồng|[uủ][yỷ] ban|trung tâm|hội đồng thẩm phán|thường trực|thường vụ|ban chấp hành)|^(?!.*(?:xã|phường|huyện|tỉnh|trấn|phố|thôn)\s)(?:.*\s)?ban)$/iu;

/** "BỘ CHỈ HUY QUÂN SỰ TỈNH / BAN CHQS HUYỆN": a level awaits its place, unless what follows is surely a body. */
const level = /\s(?:tỉnh|huyện|xã|thành phố|phường)$/iu;
const surely =
  /^(?:ban|so|phong|chi (?:cuc|bo|doan)|dang bo|cong doan|cong an|truong|trung tam|don|doi|hoi|uy ban|ubnd|van phong|bch|benh vien|tram|hat)(?![\p{L}])/u;
/** "ỦY BAN KIỂM TRA / HUYỆN ỦY MAI SƠN": an office over its committee is named by both; a superior stands above. */
const partyOffice =
  /^(?:uy ban kiem tra|ban (?:tuyen giao|to chuc|dan van|noi chinh|xay dung dang|tuyen giao va dan van)|van phong|trung tam chinh tri)$/u;
const committee = /^(?:tinh|thanh|huyen|thi|quan|dang) uy(?![\p{L}])/u;

/** "UBND HUYỆN MAI SƠN PHÒNG NỘI VỤ": a people's committee and its office that were saved as one line. */
const two =
  /^(?<over>(?:UBND|[UỦ][YỶ] BAN NHÂN DÂN) (?:TỈNH|HUYỆN|THÀNH PHỐ|TP\.?|QUẬN|THỊ XÃ|XÃ|PHƯỜNG) \p{Lu}+(?: \p{Lu}+){0,3}?)\s+(?=(?:SỞ|PHÒNG|TRƯỜNG|BAN CHỈ ĐẠO|BAN QUẢN LÝ|CHI CỤC|TRUNG TÂM|THANH TRA|VĂN PHÒNG|HẠT) \p{Lu})/u;

function apart(line: ReportLine): readonly ReportLine[] {
  const over = two.exec(line.text)?.groups?.['over'];
  if (over === undefined) return [line];
  const rest = line.text.slice(over.length).trimStart();
  const { start, end } = line.span;
  return [
    { ...line, text: over, folded: fold(over), span: { start, end: start + over.length } },
    { ...line, text: rest, folded: fold(rest), span: { start: end - rest.length, end } },
  ];
}

/**
 * Joins the capital lines above the title into bodies, the superior one first.
 *
 * @param printed the lines of the left column, in reading order
 */
export function letterheadBodies(printed: readonly ReportLine[]): readonly LetterheadBody[] {
  const lines = printed.flatMap(apart);
  const bodies: LetterheadBody[] = [];
  let before: ReportLine | null = null;
  for (const line of lines) {
    const last = bodies.at(-1);
    const isNew =
      last === undefined ||
      before === null ||
      (begins.test(line.folded) &&
        !goesOn.test(line.folded) &&
        (!open.test(before.text) || (level.test(before.text) && surely.test(line.folded))) &&
        !(partyOffice.test(before.folded) && committee.test(line.folded)));
    if (isNew) bodies.push({ name: line.text, span: line.span });
    else {
      const close = line.span.start >= last.span.end && line.span.start - last.span.end <= 3;
      bodies[bodies.length - 1] = {
        name: `${last.name} ${line.text}`,
        span: close ? { start: last.span.start, end: line.span.end } : last.span,
      };
    }
    before = line;
  }
  return bodies
    .map(({ name, span }) => ({ name: name.replace(/[\s*_\-–—.]+$/u, ''), span }))
    .filter(({ name }) => name.length > 1);
}

const front =
  /^(?:uy ban (?:trung uong )?(?:mat tran|mttq)|mat tran|ubmttq|mttq|lien doan lao dong|tong lien doan|cong doan|hoi (?!dong)|doan (?:tncs|thanh nien)|tinh doan|huyen doan|thanh doan|trung uong (?:doan|hoi)|(?:ban chap hanh|bch) (?:trung uong doan|doan|lien doan|cong doan|tinh doan|huyen doan|thanh doan))/u;
const party =
  /^(?:tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy|dang bo|chi bo|dang doan|ban can su|ban thuong vu (?:tinh|huyen|thanh|thi|quan|dang)|ban chap hanh (?:trung uong(?! doan)|dang)|bo chinh tri|ban bi thu)/u;

/** Which of the three hierarchies a body belongs to, by its folded name; null when the name does not say. */
export const familyOfBody = (folded: string): 'party' | 'front' | null =>
  party.test(folded) ? 'party' : front.test(folded) ? 'front' : null;
