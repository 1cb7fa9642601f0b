import type { TextSpan } from '../../model/index.js';
import type { ReportStructure } from '../layout/report-structure.js';

/** "(Kèm theo …)", "(trình kỳ họp …)": a note under the title, though wrapping made it the end of its line. */
const attachedNote =
  /(?<=\S)\s+\((?:kèm theo|ban hành kèm|trình |dự thảo|số liệu|tài liệu (?:phục vụ|họp|hội)|phục vụ |báo cáo tại)[^()]{0,120}\)\.?$/iu;

/** A title's words over all its lines, and the span from the first to the last when nothing else stands between. */
export function readTitle(
  { lines, head }: ReportStructure,
  text: string,
): { readonly text: string; readonly span: TextSpan } | null {
  const own = head.title.map((index) => lines[index]!);
  const first = own[0];
  if (first === undefined) return null;
  const words = own.map((line, at) =>
    at === 0 && head.titleInTypeLine !== null ? text.slice(head.titleInTypeLine, line.span.end) : line.text,
  );
  const title = trimEnd(words.join(' ').replace(/\s+/gu, ' ').replace(attachedNote, ''))
    .replace(/^[\s*#=:\-–]+/u, '')
    .trim();
  if (title === '') return null;
  const start = head.titleInTypeLine ?? first.span.start;
  const between = head.title.every((index, at) => at === 0 || index === head.title[at - 1]! + 1);
  const last = between ? own.at(-1)! : first;
  // Cells of one column are read together but need not stand together in the text.
  const end = last.span.end >= start ? last.span.end : first.span.end;
  return { text: title, span: { start, end } };
}

/** A note's mark, an empty bracket or the short rule under a title are none of its words. */
function trimEnd(title: string): string {
  let rest = title;
  for (;;) {
    const shorter = rest.trimEnd().replace(/(?:\(\s?\)|[¹²³⁰⁴-⁹⁽⁾]|[-–—_=]|[./*])$/u, '');
    if (shorter === rest) return rest;
    rest = shorter;
  }
}
