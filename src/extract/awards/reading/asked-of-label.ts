import { readNames } from './joined-names.js';
import { plainVerb } from './plain-verb.js';
import { put, type Reader, type Scan } from './scan.js';

/**
 * «Bằng khen của Bộ Y tế: đề nghị tặng bà Lê Thị A, ông Trần B», «Giấy khen: đề nghị tặng tổ Hóa và 03 cá nhân»: behind a label it is
 * asked for those who are named.
 */
export const readAskedOfLabel: Reader = (scan, at) => {
  const phrase = scan.heads.get(at);
  if (!phrase?.tags.has('Propose') || !standsBehindLabel(scan, at)) return null;
  const from = behindVerbs(scan, phrase.last);
  // «…: đề nghị Chủ tịch UBND tỉnh công nhận 12 tập thể»: an office is asked.
  if (scan.heads.get(from)?.tags.has('Title')) return null;
  const before = scan.events.length;
  const after = readNames(scan, from);
  const names = scan.events.splice(before);
  // «Bằng khen: đề nghị Sở Nội vụ hướng dẫn»: a body alone is who is asked.
  const [first] = names;
  if (first?.kind !== 'recipient' || (from === phrase.last && first.who !== 'individual')) return null;
  put(scan, at, { ...plainVerb, act: 'propose', first: at, last: from, strength: phrase.strength });
  scan.events.push({ kind: 'to', first: from, last: from, strength: 1 }, ...names);
  return after;
};

/** Whether nothing but a colon stands between an award and a term. */
function standsBehindLabel({ events }: Scan, at: number): boolean {
  const [label, colon] = events.slice(-2);
  return label?.kind === 'award' && label.last === at && colon?.kind === 'list';
}

/** The term behind «tặng», «xét tặng cho», «công nhận», which only say for what it is asked. */
function behindVerbs({ heads }: Scan, from: number): number {
  let at = from;
  for (;;) {
    const tags = heads.get(at)?.tags;
    if (!tags?.has('Grant') && !tags?.has('Receive') && !tags?.has('Consider') && !tags?.has('To')) return at;
    at = heads.get(at)!.last;
  }
}
