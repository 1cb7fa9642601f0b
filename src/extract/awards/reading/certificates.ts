import { plainAward } from './plain-award.js';
import { closesClause, put, type Reader } from './scan.js';

/** «tặng Giấy chứng nhận»: an honour where it is given, no paper of the registry («cấp giấy chứng nhận quyền sử dụng đất»). */
export const readCertificate: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (scan.heads.has(at)) return null;
  if (words[at]!.folded !== 'giay' || words[at + 1]?.folded !== 'chung' || words[at + 2]?.folded !== 'nhan')
    return null;
  const verb = scan.events.at(-1);
  if (verb?.kind !== 'verb' || verb.act !== 'give' || verb.last !== at || words[at - 1]?.text !== 'tặng') return null;
  const ends = closesClause(scan, at + 2) || /^(?:cho|nam|vi|doi|ve)$/.test(words[at + 3]?.folded ?? '');
  if (!ends) return null;
  return put(scan, at, { ...plainAward, name: 'Giấy chứng nhận', code: null, first: at, last: at + 3, strength: 0.8 });
};
