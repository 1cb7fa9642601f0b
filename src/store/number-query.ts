import { fold, foldKey } from '../text/fold.js';
import { documentTypes } from '../text/lexicon/generated/document-types.js';
import { type NumberForm, numberForm } from './number-form.js';

/** A typed number, taken apart. */
export interface NumberQuery {
  /** as typed, without spaces */
  readonly typed: string;
  /**
   * what it may be the whole of, best first: «1085 qd ubnd», «1085 qd», «1085» of «1085 qd ubnd»; «1085/QĐ-UBND» of
   * «QĐ số 1085/QĐ-UBND ngày 15/8/2022», each with the words that are left over
   */
  readonly mains: readonly (NumberForm & { readonly rest: string })[];
  /** what may be a name and its year, with «năm» between and without: «Hiến pháp 2013»; empty for other queries */
  readonly names: readonly (NumberForm & { readonly rest: string })[];
  /** letters stood for digits in what was typed: «5l2», «2O/2021» */
  readonly misread: boolean;
  /** what stands before the number («quyết định», «qđ»), as a type's code, folded */
  readonly type: string;
}

/** Words behind a number that may still belong to it: «1085 qd ubnd». */
const mostParts = 6;

const typeCodes = new Map(
  documentTypes.flatMap(({ code, name_vi: name }) => [
    [foldKey(name.replace(/\(.*/, '')), foldKey(code)] as const,
    [foldKey(code), foldKey(code)] as const,
  ]),
);

/** A number's head with letters for digits among them, as recognition and eyes misread them: «5l2/QĐ», «I207». */
const misreadHead = /(?<![\p{L}\p{N}])(?=[0-9OoIl|]*[0-9])(?=[0-9]*[OoIl|])[0-9OoIl|]+(?=\s?[/.–-]|\s|$)/u;
const digitFor: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', '|': '1' };

export function parseNumberQuery(query: string): NumberQuery {
  const given = query.normalize('NFC').trim().slice(0, 300);
  const text = given.replace(misreadHead, (head) => head.replace(/[OoIl|]/gu, (sign) => digitFor[sign]!));
  const misread = text !== given;
  const { before = '', rest = '' } = /^(?<before>\D*)(?<rest>.*)$/su.exec(text)?.groups ?? {};
  if (rest === '') {
    const form = numberForm(text);
    return { typed: unspaced(text), mains: form === null ? [] : [{ ...form, rest: '' }], names: [], type: '', misread };
  }
  // The number and its symbol, without a date or an issuer that was pasted along.
  const chunk = /^\d+(?:\s?[/.–-]\s?[\p{L}\d]+)*/u.exec(rest)?.[0] ?? rest;
  const withSymbol = /\p{L}/u.test(chunk);
  const forms = new Map<string, NumberQuery['mains'][number]>();
  for (const part of withSymbol ? [chunk, rest] : [...beginnings(rest), chunk]) {
    const form = numberForm(part);
    if (form !== null && !forms.has(form.folded)) forms.set(form.folded, { ...form, rest: rest.slice(part.length) });
  }
  const words = foldKey(fold(before).replace(/(?<![\p{L}\p{N}])so(?![\p{L}\p{N}])/gu, ' '));
  return {
    typed: unspaced(withSymbol ? chunk : rest),
    mains: [...forms.values()],
    names: namesOf(given),
    type: typeCodes.get(words) ?? words,
    misread,
  };
}

/** A constitution or a law goes by its name and its year, which offices write with «năm» and without. */
function namesOf(given: string): NumberQuery['names'] {
  const { name, year } = /^(?<name>\p{L}\D*?)\s+(?:năm\s+|nam\s+)?(?<year>(?:19|20)\d\d)$/iu.exec(given)?.groups ?? {};
  if (name === undefined) return [];
  return [`${name} năm ${year}`, `${name} ${year}`].flatMap((form) => {
    const parsed = numberForm(form);
    return parsed === null ? [] : [{ ...parsed, rest: '' }];
  });
}

/** The whole, and what is left of it with fewer and fewer words at its end. */
function beginnings(text: string): string[] {
  const ends = [...text.matchAll(/\S+/gu)].slice(0, mostParts).map(({ 0: word, index }) => index + word.length);
  return [text, ...ends.map((end) => text.slice(0, end)).toReversed()];
}

export const unspaced = (text: string): string => text.replace(/\s+/g, '');

const ofDay = /(?<day>\d{1,2})(?:[/.-]| tháng )(?<month>\d{1,2})(?:[/.-]| năm )(?<year>\d{4})/iu;
const wordsOf = (text: string): string[] => fold(text.normalize('NFC')).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * How well a document fits the words that stand behind the number («ngày 15/8/2022 của UBND tỉnh Quảng Ngãi», «quang ngai
 * 2022»): its day of issue, its year, its issuer's words. 0 and up.
 */
export function fitOf(
  rest: string,
):
  | ((document: {
      readonly issuedOn: string | null;
      readonly year: number | null;
      readonly issuer: string | null;
    }) => number)
  | null {
  const words = new Set(wordsOf(rest));
  if (words.size === 0) return null;
  const { day, month, year } = ofDay.exec(rest)?.groups ?? {};
  const iso = day === undefined ? null : `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return ({ issuedOn, year: ofYear, issuer }) => {
    const own = issuer === null ? [] : wordsOf(issuer);
    const shared = own.filter((word) => words.has(word)).length;
    return (
      (iso !== null && issuedOn === iso ? 2 : 0) +
      (ofYear !== null && words.has(String(ofYear)) ? 1 : 0) +
      (own.length === 0 ? 0 : shared / own.length)
    );
  };
}
