import { fold } from '../../text/fold.js';
import { powerOf } from '../layout/classify-line.js';
import type { ReportLine } from '../layout/report-lines.js';

const office =
  'PHÓ|THỨ TRƯỞNG|(?:TỔNG )?GIÁM ĐỐC|CHỦ TỊCH|CHỦ NHIỆM|CHÁNH (?:VĂN PHÒNG|THANH TRA|ÁN)|(?:TỔNG |CHI )?CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|TRƯỞNG (?:BAN|PHÒNG|CÔNG AN|ĐOÀN)|BÍ THƯ|THỦ TRƯỞNG';
/** Where the next office begins behind a power's: not right behind the power, a comma, or a word that it goes on with. */
const border = new RegExp(
  `\\s+[-–]\\s+(?=PHÓ |THỨ TRƯỞNG)|(?<![,/.–-]|PHÓ|TỔNG|CHI|VÀ|KIÊM|NGUYÊN)\\s+(?=(?:(?:KT|TL|TUQ|Q)\\s?\\.\\s?\\p{Lu}|(?:${office})(?![\\p{L}])))`,
  'gu',
);

/**
 * The offices of a signature, each on a line of its own: "KT. BỘ TRƯỞNG THỨ TRƯỞNG" is two that were saved as one line.
 *
 * @param lines offices in reading order; only those with a power before them can hold more than one
 */
export const stackedOffices = (lines: readonly ReportLine[]): readonly ReportLine[] =>
  lines.flatMap((line) => {
    const before = powerOf(line);
    if (!line.upper || before === null) return [line];
    const [first, ...others] = line.text.slice(before.length).trimStart().split(border);
    if (others.length === 0) return [line];
    const texts = [`${line.text.slice(0, before.length).trimEnd()} ${first}`, ...others];
    return texts.map((text) => ({ ...line, text, folded: fold(text) }));
  });
