// U+0000 and halves of surrogate pairs: PostgreSQL takes neither, and broken files hold both.
const unstorable = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with what PostgreSQL cannot hold replaced sign by sign, so that every offset stays. */
export const storable = (text: string): string => text.replace(unstorable, '\ufffd');

/** How JSON writes them; text that merely looks so is looked at closely, and stays. */
const unstorableJson = /\\u(?:0000|d[89a-f])/;

/** JSON that PostgreSQL takes. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!unstorableJson.test(json)) return json;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part));
}
