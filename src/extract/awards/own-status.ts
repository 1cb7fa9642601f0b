import type { TextSpan } from '../../model/index.js';
import type { StatusContext } from './status-context.js';

/** What an item's own verb says, for the items below it that have none. */
export function ownStatus(folded: string, { start, end }: TextSpan): StatusContext {
  const text = folded.slice(start, Math.min(end, start + 300));
  // «98.415 hộ đăng ký, cuối năm bình xét 64.302 hộ đạt danh hiệu …»: the item goes on to say what came of it.
  const registered = text.search(registersTitle);
  // «Phấn đấu 60% số hộ đăng ký …» is aimed at.
  const aims = text.search(/^\s*(?:[-+*]|\d{1,2}[.)]|[a-z][.)])?\s*(?:phan dau|chi tieu)(?![a-z])/);
  if (registered >= 0 && aims < 0) return cameOfIt.test(text.slice(registered)) ? null : 'registered';
  return /(?<!(?<![a-z])(?:da|luon|ngung|qua|trinh) (?:[a-z]{2,5} ){0,2})(?<![a-z])phan dau(?![a-z])/.test(text)
    ? 'target'
    : null;
}

/** «100% đơn vị đăng ký giao ước thi đua», not «giấy chứng nhận đăng ký kinh doanh», «vốn đăng ký». */
const registersTitle =
  /(?<!(?<![a-z])(?:chung nhan|von|ho so) )(?<![a-z])dang k[yi](?![a-z])[^.;]{0,60}?(?<![a-z])(?:danh hieu|thi dua|giao uoc|tien tien|xuat sac|van hoa|kieu mau|phan dau|dat|xay dung|khen|gioi)(?![a-z])/;
const cameOfIt =
  /(?<![a-z])(?:(?:da|duoc) cong nhan|cong nhan \d|binh xet|binh chon|ket qua|cuoi nam|den nay)(?![a-z])/;
