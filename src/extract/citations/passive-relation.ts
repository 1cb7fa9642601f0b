import { lastHitBefore } from './governing-phrase.js';
import type { Hit } from './governors-in.js';
import type { Token } from './tokens.js';

const agents = new Set(['bởi', 'bằng', 'theo', 'tại']);

const passiveKinds: ReadonlySet<string> = new Set(['amends', 'replaces', 'repeals', 'guides', 'approves']);

/** "A hết hiệu lực kể từ ngày B có hiệu lực", "A hết hiệu lực thi hành theo B". */
const endOfForce = ['hết', 'hiệu', 'lực'];
const forceEnders = new Set(['ngày', 'theo', 'bởi']);
const repealed: Hit = {
  detail: 'repeals',
  role: 'mentions',
  kind: 'repeals',
  direct: false,
  from: 0,
  to: 0,
  start: 0,
  end: 0,
};

/** "A đã được sửa đổi, bổ sung một số điều theo B": what is done to the document before by the one after. */
export function passiveRelation(
  tokens: readonly Token[],
  hits: readonly Hit[],
  left: number,
  high: number,
): Hit | null {
  let start = tokens[left]?.text === '(' ? left + 1 : left;
  if (tokens[start]?.text === 'đã') start += 1;
  // "A về việc … bị bãi bỏ bởi B": an agent of its own kind needs no place at the head of the clause.
  if (['bởi', 'bằng'].includes(tokens[high - 1]?.text ?? ''))
    for (let at = high - 2; at >= Math.max(left, high - 12); at -= 1)
      if (['được', 'bị'].includes(tokens[at]!.text)) {
        start = at;
        break;
      }
  if (endOfForce.every((word, at) => tokens[start + at]?.text === word))
    return high - start <= 12 && forceEnders.has(tokens[high - 1]!.text) ? repealed : null;
  if (!['được', 'bị'].includes(tokens[start]?.text ?? ''))
    return barePassive(tokens, hits, start, high, start > left && tokens[left]!.text === '(');
  if (high - start > 18) return null;
  if (!agents.has(tokens[high - 1]!.text)) return null;
  for (let index = lastHitBefore(hits, high); index >= 0 && hits[index]!.from > start; index -= 1) {
    const hit = hits[index]!;
    if (hit.from - start <= 6 && hit.kind !== null && passiveKinds.has(hit.kind)) return hit;
  }
  return null;
}

/**
 * "Luật A hợp nhất tại văn bản số …", "Quyết định A thay thế bởi Quyết định B", "Luật A (sửa đổi theo Luật số …)": passive
 * without its word.
 */
function barePassive(
  tokens: readonly Token[],
  hits: readonly Hit[],
  start: number,
  high: number,
  parenthesised: boolean,
): Hit | null {
  const agent = tokens[high - 1]?.text ?? '';
  if (!['tại', 'bởi', 'bằng'].includes(agent) && !(parenthesised && agent === 'theo')) return null;
  const hit = hits.find(({ from }) => from === start);
  if (hit === undefined || hit.to < high - 1 || hit.kind === null || !passiveKinds.has(hit.kind)) return null;
  // "sửa đổi tại" says where a part is changed, not by what.
  return agent === 'tại' && hit.detail !== 'consolidates' ? null : hit;
}

/** "sửa đổi một số điều của Quy chế … ban hành kèm theo Quyết định số …": what is done to an annex is done to its decision. */
export function annexRelation(tokens: readonly Token[], hits: readonly Hit[], left: number, high: number): Hit | null {
  if (tokens[high - 1]?.text !== 'theo' || tokens[high - 2]?.text !== 'kèm' || high - left > 60) return null;
  let first: Hit | undefined;
  for (let index = lastHitBefore(hits, high); index >= 0 && hits[index]!.from >= left; index -= 1) first = hits[index];
  if (first === undefined || first.from - left > 3 || first.to > high - 2) return null;
  return first.kind !== null && annexKinds.has(first.kind) ? first : null;
}

const annexKinds: ReadonlySet<string> = new Set(['amends', 'replaces', 'repeals']);
