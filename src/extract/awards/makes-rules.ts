import type { SourceDocument } from '../../model/index.js';
import { fold } from '../../text/fold.js';

/** More articles than a decision has that is no statute. */
const articlesOfRules = 8;
const article = /^\s*Điều\s+\d{1,3}[a-zđ]?\s*[.:]/u;
/** «Điều 1. Tặng Bằng khen … cho 12 tập thể»: it gives, and does not say what may be given. */
const enacts =
  /^\s*dieu\s+\d{1,3}[a-z]?\s*[.:]\s*(?:nay )?(?:tang|tang thuong|truy tang|phong tang|trao tang|cong nhan)(?![a-z]).{0,400}?(?<![a-z\d])(?:\d{1,4} (?:tap the|ca nhan|ho|don vi|dong chi|gia dinh|thon|can bo)|cho (?:ong|ba|dong chi|cac tap the|cac ca nhan|tap the|ca nhan))(?![a-z])/s;
/** «HƯỚNG DẪN», «QUY CHẾ» as a line of its own near the beginning: the kind of document. */
const rulesKind =
  /^[ \t|*#]*(?:LUẬT|PHÁP LỆNH|NGHỊ ĐỊNH|THÔNG TƯ|THÔNG TƯ LIÊN TỊCH|QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|HƯỚNG DẪN|TIÊU CHÍ|TIÊU CHUẨN)[ \t|*]*$/mu;
const reportKind = /^[ \t|*#]*(?:BÁO CÁO|TỜ TRÌNH|THÔNG BÁO|QUYẾT ĐỊNH|KẾ HOẠCH|BIÊN BẢN)(?![\p{L}])/mu;
const headReach = 2_500;

/**
 * Laws, decrees, circulars, statutes and guidelines say who may get an award, never who got one. What an article says tells them
 * from a decision that gives: however many articles it has, its articles begin with the act of giving.
 */
export function makesRules({ text, blocks }: SourceDocument): boolean {
  let articles = 0;
  for (const { span } of blocks) {
    if (!article.test(text.slice(span.start, span.start + 24))) continue;
    articles += 1;
    if (enacts.test(fold(text.slice(span.start, Math.min(span.end, span.start + 600))))) return false;
  }
  if (articles >= articlesOfRules) return true;
  const head = text.slice(0, headReach);
  const kind = head.search(rulesKind);
  const report = head.search(reportKind);
  return kind >= 0 && (report < 0 || kind < report);
}
