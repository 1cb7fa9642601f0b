/** One JSON value, for programs; `undefined` fields are left out. */
export const printJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
