import { extract } from '../../../src/extract/index.js';
import { readDocument } from '../../../src/ingest/index.js';
import type { Award } from '../../../src/model/index.js';

export type Brief = Partial<Omit<Award, 'span'>>;

/** The awards of a plain text, read and laid out as any report; fails where a quote is not the text of its span. */
export async function awardsOfText(text: string): Promise<readonly Award[]> {
  const document = await readDocument({ bytes: new TextEncoder().encode(text), name: 'report.txt' });
  const { awards } = extract(document);
  for (const { quote, span } of awards)
    if (document.text.slice(span.start, span.end) !== quote) throw new RangeError(`Not a quote: ${quote}`);
  return awards;
}
