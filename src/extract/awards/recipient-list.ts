import { isCounted, type NamedAward, type Recipient, type Verb } from './award-event.js';
import { awardRow, defaultRecipient } from './award-names.js';

/** Whoever bears a title, as a recipient. */
export function holder({ code, count, percent, first, last, strength }: NamedAward): Recipient {
  const who = defaultRecipient(code) ?? 'individual';
  const sorts = {
    individual: 'Individual',
    household: 'Household',
    organisation: 'Agency',
    collective: 'Collective',
  } as const;
  return {
    kind: 'recipient',
    who,
    sort: sorts[who],
    count,
    percent,
    comma: false,
    many: false,
    name: null,
    first,
    last,
    strength,
  };
}

/** «Lao động tiên tiến», and «Chiến sĩ thi đua» of no level. */
export const isTitle = ({ name, code }: Pick<NamedAward, 'name' | 'code'>): boolean =>
  awardRow(code)?.kind === 'title' || name === 'Chiến sĩ thi đua';

/** Adds a recipient to a list, joining what one number counts together: «9 tập thể và cá nhân», «75 làng, thôn, ấp». */
export function addRecipient(recipients: Recipient[], event: Recipient): void {
  const before = recipients.at(-1);
  const adjacent = before !== undefined && event.first - before.last <= 1;
  const counted = event.count !== null || event.percent !== null;
  // «Gia đình ông Lê Văn A, thôn 4, xã B được …»: where they live.
  const ofPerson = before !== undefined && before.name !== null && /^(?:Individual|Household)$/.test(before.sort);
  if (ofPerson && !counted && event.comma && !event.joined && /^(?:Village|Collective)$/.test(event.sort)) return;
  if (event.joined === true) {
    recipients.push(event);
    return;
  }
  if (
    counted &&
    before !== undefined &&
    before.last === event.first &&
    // «Đối với cá nhân, 58 cá nhân được …»
    (!event.comma || (before.sort === event.sort && before.name === null && !before.many)) &&
    before.count === null &&
    before.percent === null
  )
    // «cho thân nhân 4 mẹ»
    recipients.pop();
  if (before === undefined || counted) {
    // An uncounted word that a counted one follows at a distance was a modifier of the clause, not a member.
    while (
      !adjacent &&
      recipients.length > 0 &&
      recipients.at(-1)!.count === null &&
      recipients.at(-1)!.percent === null &&
      recipients.at(-1)!.name === null
    )
      recipients.pop();
    recipients.push(event);
    return;
  }
  const beforeCounted = before.count !== null || before.percent !== null;
  if (!adjacent) {
    if (!beforeCounted && before.name === null && !before.many) recipients[recipients.length - 1] = event;
    return;
  }
  const same = groupOf(before) === groupOf(event);
  if (beforeCounted || same)
    recipients[recipients.length - 1] = { ...before, who: same ? before.who : null, last: event.last };
  else recipients.push({ ...event, many: event.many || before.many });
}

const groupOf = ({ sort }: Recipient): string =>
  sort === 'Agency' || sort === 'Village' || sort === 'Collective' ? 'collective' : sort;

/** Whoever is praised for such a title was given it so: «15 gương người tốt, việc tốt được tuyên dương». */
export const isPraisedFor = (code: string | null): boolean => code === 'NTVT' || code === 'CBCSGM';

/** Whether somebody may be called by an award's name: «gia đình văn hóa», «hộ sản xuất giỏi», «mô hình “Dân vận khéo”». */
export const isBearable = ({ code, evidence }: Pick<NamedAward, 'code' | 'evidence'>): boolean =>
  /^(?:title|counted)$/.test(evidence) || code === 'DVK';

/** Whether a title right before a verb names persons or households, to whom something else is done: «45 gia đình văn hóa được biểu dương». */
function bearsBefore(
  { name, code, evidence, count, quoted, titled, last }: NamedAward,
  verb: Verb,
  alone: boolean,
): boolean {
  if (isBearable({ code, evidence }))
    return verb.act !== 'praise' || (count !== null && !quoted && !titled && !isPraisedFor(code));
  // «10 lao động tiên tiến được tặng Giấy khen»
  return (
    verb.act !== 'praise' &&
    alone &&
    isTitle({ name, code }) &&
    count !== null &&
    !quoted &&
    !titled &&
    verb.first - last <= farthestVerb &&
    !verb.comma
  );
}
/** In terms: «được». */
const farthestVerb = 1;

/**
 * Titles before the verb of another award say who gets it: «20 gia đình văn hóa tiêu biểu được tặng Giấy khen», «12 cá
 * nhân Lao động tiên tiến được tặng Giấy khen».
 *
 * @param frame changed in place where its awards are such titles
 */
export function bearersOfTitles(
  frame: {
    awards: NamedAward[];
    subjects: Recipient[];
    readonly objects: readonly Recipient[];
    readonly inherited: readonly Verb[];
  },
  verb: Verb,
): void {
  const { awards, subjects, objects, inherited } = frame;
  if (awards.length === 0 || objects.length + inherited.length > 0) return;
  if (!awards.every((award) => bearsBefore(award, verb, awards.length === 1))) return;
  const counted = subjects.some(({ count }) => count !== null);
  if (subjects.length === 0 && awards.every(({ count }) => count !== null)) frame.subjects = awards.map(holder);
  else if (!counted || awards.some(isCounted)) return;
  frame.awards = [];
}

export interface Together extends Recipient {
  /** how many names are joined in one */
  readonly names?: number;
}

/** «Cờ thi đua của UBND tỉnh: Sở Tài chính, Sở Tư pháp»: names of one kind that are joined are counted together. */
export function together(recipients: readonly Recipient[]): readonly Together[] {
  const groups: Together[] = [];
  for (const one of recipients) {
    const last = groups.at(-1);
    if (one.joined === true && one.name !== null && last?.name != null && !isCounted(last) && last.who === one.who)
      groups[groups.length - 1] = {
        ...last,
        name: `${last.name}; ${one.name}`,
        names: (last.names ?? 1) + 1,
        last: one.last,
      };
    else groups.push(one);
  }
  return groups;
}
