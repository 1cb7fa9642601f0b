import { describe, expect, it } from 'vitest';
import { en } from '../../src/cli/messages/en.js';
import { vi } from '../../src/cli/messages/vi.js';
import { printConversions } from '../../src/cli/print-extraction.js';
import { oldEncodings } from '../../src/ingest/legacy/encodings.js';
import { conversionCode } from '../../src/ingest/legacy/report-conversions.js';

const print = (messages: typeof vi, ...told: readonly (readonly [code: string, message: string])[]) =>
  printConversions(
    { messages, terminal: { paint: (_: string, text: string) => text } } as never,
    told.map(([code, message]) => ({ code, level: 'info', message })),
  );

describe('what was decoded', () => {
  it('is told by encoding, with the letters of all places', () => {
    const told = [
      ['ingest/from-tcvn3', '12 letters in .VnTime (2 runs) read as TCVN3 (ABC), by font and letters'],
      ['ingest/from-tcvn3', '3 letters (1 run) read as TCVN3 (ABC), by the letters alone'],
      ['pdf/signature-stamp', 'The stamp is left out'],
    ] as const;
    expect(print(vi, ...told)).toContain('từ TCVN3 (ABC): 15 chữ ở 2 chỗ');
    expect(print(en, ...told)).toContain('from TCVN3 (ABC): 15 letters in 2 places');
    expect(print(en, ...told)).toContain('12 letters in .VnTime (2 runs)');
    expect(print(en, ...told)).not.toContain('stamp');
  });
  it('is not spoken of where nothing was', () => {
    expect(print(vi, ['pdf/signature-stamp', 'The stamp is left out'])).toBe('');
  });
  it('has a name for every encoding in both languages', () => {
    for (const messages of [vi, en]) expect(Object.keys(messages.encodings)).toEqual(oldEncodings.map(conversionCode));
  });
});
