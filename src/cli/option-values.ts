import { InvalidArgumentError } from 'commander';
import { periodWritten } from '../model/index.js';
import { dateAt } from '../text/dates.js';

// What is typed behind an option, as its command takes it. Each throws InvalidArgumentError, which says how it is typed.

/** A number of rows, steps, or years. */
export function wholeNumber(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 10_000) throw new InvalidArgumentError('1 – 10000');
  return count;
}

/** A year that an office may have written in. */
export function year(text: string): number {
  if (!/^(?:19|20)\d\d$/.test(text)) throw new InvalidArgumentError('1900 – 2099');
  return Number(text);
}

/** A part of one: more than 0, up to 1. */
export function share(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError('0 – 1');
  return value;
}

/** A day or a month, as 15/8/2022, 2022-08-15 or 2022-08; in ISO form. */
export function day(text: string): string {
  const [year, month, rest] = text.split('-');
  const iso =
    /^\d{4}-\d{2}(?:-\d{2})?$/.test(text) && rest !== undefined
      ? dateAt(`${rest}/${month}/${year}`, 0)?.iso
      : /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)
        ? text
        : dateAt(text, 0)?.iso;
  if (iso == null) throw new InvalidArgumentError('15/8/2022, 2022-08-15');
  return iso;
}

/** A period as records have it; null for none. */
export function period(text: string): string | null {
  if (text.trim() === '') return null;
  if (!periodWritten.safeParse(text.trim()).success) throw new InvalidArgumentError('2022, 2023-Q2, 2021/2025');
  return text.trim();
}

/** How many got it, with dots between thousands or without; null for none. */
export function countOrNone(text: string): number | null {
  if (text.trim() === '') return null;
  const count = Number(text.replace(/\.(?=\d{3}(?!\d))/g, ''));
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError('15');
  return count;
}

/** A document's number, without its spaces. */
export function documentNumber(text: string): string {
  const number = text.normalize('NFC').replace(/\s+/gu, '');
  if (!/^\d/u.test(number)) throw new InvalidArgumentError('1085/QĐ-UBND');
  return number;
}
