import { isCounted, type NamedAward, type Recipient, type Verb } from './award-event.js';
import { defaultRecipient } from './award-names.js';

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

/** Adds a recipient to a list, joining what one number counts together: «9 tập thể và cá nhân», «75 làng, thôn, ấp». */
export function addRecipient(recipients: Recipient[], event: Recipient): void {
  const before = recipients.at(-1);
  const adjacent = before !== undefined && event.first - before.last <= 1;
  const counted = event.count !== null || event.percent !== null;
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

/**
 * Titles before the verb of another award say who gets it: «20 gia đình văn hóa tiêu biểu được tặng Giấy khen», «12 cá
 * nhân Lao động tiên tiến được tặng Giấy khen».
 *
 * @param frame changed in place where its awards are such titles
 */
export function bearersOfTitles(frame: {
  awards: NamedAward[];
  subjects: Recipient[];
  readonly objects: readonly Recipient[];
  readonly inherited: readonly Verb[];
}): void {
  const { awards, subjects, objects, inherited } = frame;
  if (awards.length === 0 || objects.length + inherited.length > 0) return;
  if (!awards.every(({ evidence }) => evidence === 'title')) return;
  const counted = subjects.some(({ count }) => count !== null);
  if (subjects.length === 0 && awards.every(({ count }) => count !== null)) frame.subjects = awards.map(holder);
  else if (!counted || awards.some(isCounted)) return;
  frame.awards = [];
}
