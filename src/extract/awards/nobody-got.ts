import { fold } from '../../text/fold.js';
import type { NamedAward } from './award-event.js';
import { awardEvents } from './award-events.js';
import { certificateCode, defaultRecipient } from './award-names.js';
import type { SentenceAward } from './sentence-awards.js';

/** «chưa có xã nào …», «không có trường hợp nào được …», «chưa có người đạt», «chưa có cá nhân đủ điều kiện», «… nhưng không được chọn» */
const denies =
  /(?<![a-z])(?:chua|khong) co (?:[a-z]+ ){1,4}?(?:nao(?![a-z])|(?:dat|duoc (?:tang|cong nhan|phong|khen|xet)|du (?:dieu kien|tieu chuan))(?![a-z]))|(?<![a-z])(?:chua|khong) duoc (?:chon|xet|xet chon|cong nhan|duyet)\s*[.;]?\s*$/;
/** «không có đơn vị yếu kém nhưng …», rules and causes speak of something else. */
const otherwise = /(?<![a-z])(?:neu|truong hop khong|vi pham|yeu kem|nhung don vi)(?![a-z])/;

/**
 * «Đối với danh hiệu Chiến sĩ thi đua toàn quốc, huyện chưa có cá nhân nào đạt được»: an award that nobody got, named before or behind
 * the words that deny.
 *
 * @param sentence of which nothing else could be read
 * @returns one record, or none where the sentence names several awards or counts anybody
 */
export function nobodyGot(sentence: string): SentenceAward[] {
  const folded = fold(sentence);
  const denial = denies.exec(folded);
  if (denial === null || otherwise.test(folded)) return [];
  const { events, reading } = awardEvents(sentence);
  const { words } = reading;
  const awards = events.filter((event): event is NamedAward => event.kind === 'award');
  const [award] = awards;
  if (award === undefined || awards.length > 1 || award.count !== null || award.percent !== null) return [];
  if (events.some((event) => event.kind === 'recipient' && (event.count ?? event.percent) !== null)) return [];
  const [from, to] = [words[award.first]!.start, words[award.last - 1]!.end];
  const between = sentence.slice(Math.min(to, denial.index), Math.max(from, denial.index));
  if (/[;.]\s/.test(between)) return [];
  return [
    {
      award: award.name,
      awardCode: certificateCode(award.name, award.code, award.grantor),
      count: null,
      percent: null,
      recipient: defaultRecipient(award.code) ?? null,
      recipientName: null,
      grantor: award.grantor,
      status: 'none',
      confidence: Math.round(award.strength * 80) / 100,
      rule: 'award/nobody',
      start: Math.min(from, denial.index),
      end: Math.max(to, denial.index + denial[0].length),
    },
  ];
}
