import { plainAward } from './plain-award.js';
import { plainVerb } from './plain-verb.js';
import { put, type Reader } from './scan.js';

/** The branches of unions whose strength is found every year. */
const branch = /^(?:chi hội|chi đoàn|cơ sở hội|cơ sở đoàn|đoàn cơ sở|hội cơ sở|liên đội|chi đội|nghiệp đoàn|tổ hội)$/iu;
/** «xây dựng 12 chi hội vững mạnh»: nobody found them so. */
const making = /^(?:xay dung|cung co|giu vung)$/;

/** «145/160 chi hội vững mạnh», «90% cơ sở Hội đạt vững mạnh trở lên»: counted branches by how strong they were found. */
export const readBranchStrength: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (words[at]!.text.toLowerCase() !== 'vững' || words[at + 1]?.text.toLowerCase() !== 'mạnh') return null;
  const last = scan.events.at(-1);
  const verb = last?.kind === 'verb' && last.act === 'receive' && last.last === at ? last : null;
  const who = verb === null ? last : scan.events.at(-2);
  if (who?.kind !== 'recipient' || (who.count ?? who.percent) === null) return null;
  if (verb === null ? who.last !== at : who.last < verb.first - 1) return null;
  const name = [3, 2]
    .map((length) => words.slice(Math.max(who.first + 1, who.last - length), who.last))
    .map((some) => some.map(({ text }) => text).join(' '))
    .find((some) => branch.test(some));
  const union = name !== undefined && words[who.last - name.split(' ').length - 1]?.folded === 'cong';
  const before = words.slice(Math.max(0, who.first - 2), who.first).map(({ folded }) => folded);
  if (name === undefined || making.test(before.join(' '))) return null;
  if (verb === null) put(scan, at, { ...plainVerb, act: 'receive', first: at, last: at, strength: 0.9 });
  const excellent = words[at + 2]?.folded === 'xuat' && words[at + 3]?.folded === 'sac';
  return put(scan, at, {
    ...plainAward,
    evidence: 'title',
    name: `${union ? 'Công đoàn cơ sở' : `${name[0]!.toUpperCase()}${name.slice(1)}`} vững mạnh${excellent ? ' xuất sắc' : ''}`,
    code: union ? 'CDCSVM' : null,
    titled: true,
    first: at,
    last: at + (excellent ? 4 : 2),
    strength: 0.8,
  });
};
