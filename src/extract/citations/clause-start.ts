import type { Hit } from './governors-in.js';
import type { Token } from './tokens.js';

/** "căn cứ", "trên cơ sở", "xét" open a clause; no title holds them. */
export const openingPhrase = new Set(['căn', 'trên', 'xét']);

/** After a reference these begin the next item or the main clause, never its title. */
export const clauseOpeners = new Set([
  ',',
  ')',
  '”',
  '"',
  'và',
  'là',
  'thì',
  'đã',
  'đồng',
  'có',
  'trong',
  'nhưng',
  'mà',
]);

/**
 * "theo A gắn với việc thực hiện B", "theo A để xây dựng dự toán thực hiện B": what follows is the sentence's, not A's
 * title. "Kế hoạch A để thực hiện B" still is one.
 */
export const sideClause = (tokens: readonly Token[], left: number, verb: number): boolean => {
  const first = tokens[left]?.text;
  return first === 'gắn' || ((first === 'để' || first === 'nhằm') && verb - left > 3);
};

/** "về việc học tập, quán triệt, tuyên truyền và triển khai thực hiện …": the commas of a title list what is to be done. */
export function listOfVerbs(gap: readonly Token[], hits: readonly Hit[], comma: number, lastHit: number): boolean {
  if (!['về', 'v'].includes(gap[0]?.text ?? '')) return false;
  const words = gap.slice(comma + 1).filter(({ text: word }) => word !== 'và');
  const inHit = (token: Token): boolean => {
    for (let index = lastHit; index >= 0 && hits[index]!.end >= token.end; index -= 1)
      if (token.start >= hits[index]!.start) return true;
    return false;
  };
  return words.every(inHit);
}

/** "…, giai đoạn 2021 - 2025 theo …": the comma adds a period to the title. */
const periodWords = new Set(['giai', 'năm', 'nhiệm', 'tầm', 'định']);

/** "…, năm 2021", but not "…, năm đầu tiên thực hiện …". */
export const isPeriod = (gap: readonly Token[], at: number): boolean =>
  periodWords.has(gap[at]?.text ?? '') && (gap[at]!.text !== 'năm' || /^[0-9]/.test(gap[at + 1]?.text ?? ''));

const requests = new Set(['đề nghị', 'kiến nghị', 'đề xuất']);

/** "Công văn A đề nghị hướng dẫn B": what is asked for is not done by A. */
export const asks = (gap: readonly Token[]): boolean =>
  gap.some(({ text: word }, at) => word === 'xin' || requests.has(`${gap[at - 1]?.text ?? ''} ${word}`));
