import { plainAward } from './plain-award.js';
import { gapBefore, put, type Reader } from './scan.js';

/** How far before the words of the title the union may stand, in terms. */
const reach = 14;

/**
 * «Công đoàn: vững mạnh», «Xếp loại CĐCS: vững mạnh xuất sắc 7, vững mạnh 13»: how strong a union is, where it stands before its
 * title. Of others («Phân loại cơ sở Hội: vững mạnh 17») it is a rating.
 */
export const readUnionTitle: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (scan.heads.has(at) || words[at]!.text.toLowerCase() !== 'vững' || words[at + 1]?.text.toLowerCase() !== 'mạnh')
    return null;
  if (
    !/[:,]\s*["“]?$|["“]$/.test(gapBefore(scan, at)) &&
    !/^(?:dat|hieu|loai|nhan|chuan)$/.test(words[at - 1]?.folded ?? '')
  )
    return null;
  const before = words.slice(Math.max(0, at - reach), at).map(({ folded }) => folded);
  const ofUnion = before.some((word, i) => word === 'cdcs' || (word === 'cong' && before[i + 1] === 'doan'));
  if (!ofUnion || before.includes('hoi') || before.includes('xay')) return null;
  const excellent = words[at + 2]?.folded === 'xuat' && words[at + 3]?.folded === 'sac';
  return put(scan, at, {
    ...plainAward,
    evidence: 'title',
    name: `Công đoàn cơ sở vững mạnh${excellent ? ' xuất sắc' : ''}`,
    code: 'CDCSVM',
    titled: true,
    had: true,
    heads: true,
    first: at,
    last: at + (excellent ? 4 : 2),
    strength: 0.9,
  });
};
