import type { SentenceReading } from '../../text/nlp/vietnamese-nlp.js';
import { isCounted, type Recipient } from './award-event.js';
import type { AwardFrame } from './award-frame.js';
import { namedSubject } from './named-subject.js';

/** «cùng», «cùng với», «và» right before a term: the term at which they begin; null where none stands there. */
function jointBefore(at: number, sentence: string, { words }: SentenceReading): number | null {
  const joint = words[at - 1]?.text === 'với' && words[at - 2]?.text === 'cùng' ? at - 2 : at - 1;
  if (!/^(?:cùng|và)$/u.test(words[joint]?.text ?? '')) return null;
  return /^\s*$/.test(sentence.slice(words[at - 1]!.end, words[at]!.start)) ? joint : null;
}

/**
 * «Công ty A cùng 120 tổ chức, cá nhân được tặng …», «Bệnh viện B và 12 tập thể khác được …»: whoever is named before those who are
 * counted got the same.
 *
 * @param from first term of the clause
 * @returns null where nobody is named there
 */
export function namedBeside(
  { subjects, verbs }: AwardFrame,
  sentence: string,
  reading: SentenceReading,
  from: number,
): Recipient | null {
  const counted = subjects[0];
  const verb = verbs[0];
  if (counted === undefined || verb === undefined || !isCounted(counted) || counted.first >= verb.first) return null;
  if (!verb.passive && verb.act !== 'receive') return null;
  const joint = jointBefore(counted.first, sentence, reading);
  const named = joint === null || joint <= from ? null : namedSubject(sentence, reading, from, joint);
  if (joint === null || named === null) return null;
  return {
    kind: 'recipient',
    who: named.who,
    sort: named.who === 'individual' ? 'Individual' : 'Collective',
    count: null,
    percent: null,
    comma: false,
    many: false,
    joined: true,
    name: named.name,
    first: from,
    last: joint,
    strength: 0.8,
  };
}
