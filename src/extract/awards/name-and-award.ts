import { awardEvents } from './award-events.js';
import { certificateCode, defaultRecipient, flagName } from './award-names.js';
import { type ListedName, listedName } from './listed-name.js';
import type { SentenceAward } from './sentence-awards.js';
import type { StatusContext } from './status-context.js';

/** «Chi cục Kiểm lâm - Huân chương Lao động hạng Ba»: names, a dash, and what they got. */
const item = /(?:^|[;:]\s+)([^;:]{4,160}?)\s[-–]\s(?=\p{Lu})([^;:]{6,120})(?=[;.]?\s*(?:$|;))/gu;

/** The names of one kind that a list holds; none where a member is no name. «Chi cục Trồng trọt và Bảo vệ thực vật» is one. */
function membersOf(list: string): readonly ListedName[] {
  for (const joint of [/,\s*/u, /,\s*|\svà\s/u]) {
    const names = list.split(joint).map((name) => listedName(name.trim(), null));
    if (names.every((one) => one !== null && one.who === names[0]!.who)) return names as ListedName[];
  }
  return [];
}

/**
 * Reads a list in one sentence whose members are names and, behind a dash, their award: «Chi cục A - Huân chương Lao động hạng Ba; Chi
 * cục B, Trung tâm C - Bằng khen của Bộ trưởng».
 *
 * @returns one record a member, its names counted together; none where a member is no name, or what follows is more than an award
 */
export function namesAndAwards(sentence: string, said: StatusContext): SentenceAward[] {
  if (!/\s[-–]\s\p{Lu}/u.test(sentence)) return [];
  return [...sentence.matchAll(item)].flatMap((found) => {
    const [, names, words] = found as unknown as [string, string, string];
    const who = membersOf(names);
    const first = who[0];
    if (first === undefined) return [];
    const { events, reading } = awardEvents(words);
    const [award, other] = events;
    if (award?.kind !== 'award' || other !== undefined || award.first !== 0 || award.last < reading.words.length - 2)
      return [];
    const start = found.index + found[0].indexOf(names);
    return [
      {
        award: flagName(award.name, award.grantor),
        awardCode: certificateCode(award.name, award.code, award.grantor),
        count: said === 'registered' || said === 'target' ? null : who.length,
        percent: null,
        recipient: first.who ?? defaultRecipient(award.code) ?? null,
        recipientName: who.map(({ name }) => name).join('; '),
        grantor: award.grantor,
        status: said ?? 'granted',
        confidence: Math.round(award.strength * 80) / 100,
        rule: 'award/name-line',
        start,
        end: found.index + found[0].length,
      },
    ];
  });
}
