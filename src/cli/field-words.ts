import { type Language, sheetWords } from '../publish/index.js';
import { vietnameseNumber } from './print-figure.js';

type Words = (typeof sheetWords)[Language];

/** Fields of records that the sheets call otherwise; null: of no use to a reader, or said by another field. */
const columnOf: Readonly<Record<string, keyof Words['columns'] | null>> = {
  exact: 'value',
  valueMax: 'value_max',
  awardCode: 'award_code',
  recipient: 'recipient_kind',
  recipientName: 'recipient',
  value: null,
  unitCode: null,
  relationDetail: null,
  rule: null,
};
/** Fields whose values are codes, with their words. */
const codesOf: Readonly<Record<string, (words: Words) => Readonly<Record<string, string>>>> = {
  kind: ({ kinds }) => kinds,
  direction: ({ directions }) => directions,
  modifier: ({ modifiers }) => modifiers,
  basis: ({ bases }) => bases,
  status: ({ statuses }) => statuses,
  recipient: ({ recipients }) => recipients,
  role: ({ roles }) => roles,
  state: ({ states }) => states,
};

const decimal = (value: string, language: Language): string => (language === 'vi' ? vietnameseNumber(value) : value);
/** Fields whose values are numbers, as a person writes them. */
const numbersOf: Readonly<Record<string, (value: string, language: Language) => string>> = {
  exact: decimal,
  valueMax: decimal,
  of: decimal,
  count: decimal,
  percent: decimal,
  confidence: (value) => `${Math.round(Number(value) * 100)}%`,
  certainty: (value) => `${Math.round(Number(value) * 100)}%`,
};

/** Fields of a record as the sheets name them: «kỳ: 2023», «vai trò: căn cứ». Those that say nothing to a reader are left out. */
export function fieldsInWords(
  fields: Readonly<Record<string, unknown>>,
  language: Language,
): readonly (readonly [name: string, value: string])[] {
  const words = sheetWords[language];
  const columns: Readonly<Record<string, string>> = words.columns;
  return Object.entries(fields).flatMap(([field, value]) => {
    const column = columnOf[field];
    if (column === null) return [];
    const name = columns[column ?? field] ?? field;
    const said = numbersOf[field]?.(String(value), language) ?? valueInWords(value, codesOf[field]?.(words));
    return [[name.toLocaleLowerCase(language), value === null ? '–' : said] as const];
  });
}

/** One field of a record that changed, as its name and both values: «kỳ: – → 2023». */
export function fieldChangeInWords(
  { field, before, after }: { readonly field: string; readonly before: string; readonly after: string },
  names: Readonly<Record<string, string>>,
  language: Language,
): string {
  const words = sheetWords[language];
  const columns: Readonly<Record<string, string>> = words.columns;
  const name = names[field] ?? columns[columnOf[field] ?? field] ?? field;
  const said = (value: string): string => (value === '' ? '–' : (codesOf[field]?.(words)[value] ?? value) || '–');
  return `${name.toLocaleLowerCase(language)}: ${said(before)} → ${said(after)}`;
}

function valueInWords(value: unknown, codes: Readonly<Record<string, string>> | undefined): string {
  if (value === null) return '–';
  if (Array.isArray(value)) return value.map((one) => valueInWords(one, codes)).join('; ');
  if (typeof value !== 'object') return codes?.[String(value)] ?? String(value);
  const { words, unit } = value as { readonly words?: unknown; readonly unit?: unknown };
  return String(words ?? unit ?? JSON.stringify(value));
}
