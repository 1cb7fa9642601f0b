import { type Language, sheetWords } from '../publish/index.js';

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
    return [[name.toLocaleLowerCase(language), valueInWords(value, codesOf[field]?.(words))] as const];
  });
}

function valueInWords(value: unknown, codes: Readonly<Record<string, string>> | undefined): string {
  if (value === null) return '–';
  if (Array.isArray(value)) return value.map((one) => valueInWords(one, codes)).join('; ');
  if (typeof value !== 'object') return codes?.[String(value)] ?? String(value);
  const { words, unit } = value as { readonly words?: unknown; readonly unit?: unknown };
  return String(words ?? unit ?? JSON.stringify(value));
}
