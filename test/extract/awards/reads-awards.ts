import { expect, it } from 'vitest';
import { awardsOfText, type Brief } from './awards-of-text.js';

/** Holds texts against the awards that each gives, no more and no fewer, and texts that give none. */
export function readsAwards(
  finds: readonly (readonly [text: string, gives: readonly Brief[]])[],
  ignores: readonly string[],
): void {
  it.each(finds)('reads «%s»', async (text, gives) => {
    const found = await awardsOfText(text);
    expect(found).toMatchObject(gives);
    expect(found).toHaveLength(gives.length);
  });

  it.each(ignores)('finds nothing in «%s»', async (text) => {
    expect(await awardsOfText(text)).toEqual([]);
  });
}
