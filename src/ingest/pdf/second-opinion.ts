import { type Diagnostic, PipelineError } from '../../model/index.js';
import { decodeLines } from '../legacy/decode-lines.js';
import type { ReaderInput } from '../reader.js';
import { withBelievableCounts } from './believable-counts.js';
import { lineOf, type TextLine, type Word } from './page-geometry.js';
import type { PageText } from './page-text.js';

/** A file cut short in transfer lacks its end mark; what is left of it must not pass for the whole. */
const endMark = '%%EOF';
const tailBytes = 4096;

/** A typewriter's page: pdf-parse gives lines of text without their places. */
const type = { advance: 6, size: 10, leading: 14 };

function lineOfText(text: string, row: number, page: number): TextLine | null {
  const words: Word[] = Array.from(text.matchAll(/\S+/gu), ({ index, 0: word }) => ({
    text: word.normalize('NFC'),
    left: index * type.advance,
    right: (index + word.length) * type.advance,
    size: type.size,
    bold: false,
    italic: false,
    first: row * 1000 + index,
    last: row * 1000 + index + word.length - 1,
  }));
  return words.length === 0 ? null : lineOf(words, (row + 1) * type.leading, page);
}

/**
 * Reads a file that PDFium refuses with pdf-parse (pdf.js), whose repair of damaged cross-reference tables finds other
 * files. It gives lines in drawing order and no layout.
 *
 * @throws PipelineError `corrupt`, `encrypted`, `too-many-pages`
 */
export async function readSecondOpinion(input: ReaderInput): Promise<{
  readonly pages: PageText[];
  readonly pageCount: number;
  readonly repaired: true;
  readonly warnings: readonly Diagnostic[];
}> {
  const tail = Buffer.from(input.bytes.subarray(Math.max(0, input.bytes.length - tailBytes))).toString('latin1');
  if (!tail.includes(endMark)) throw new PipelineError('corrupt', `${input.name} is cut short: its end is missing`);
  // 120 ms to load and rarely needed.
  const { PDFParse, PasswordException, VerbosityLevel } = await import('pdf-parse');
  // pdf.js takes the bytes over: it gets a copy.
  const parser = new PDFParse({
    data: new Uint8Array(withBelievableCounts(input.bytes)),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
  });
  try {
    const { total } = await parser.getInfo();
    if (total > input.limits.maxPages)
      throw new PipelineError('too-many-pages', `${input.name} has ${total} pages, more than ${input.limits.maxPages}`);
    const text = await parser.getText({ pageJoiner: '' });
    const warnings: Diagnostic[] = [];
    const pages = text.pages.map(({ num, text: pageText }): PageText => {
      const { text: decoded, warnings: found } = decodeLines(pageText);
      warnings.push(...found.map((warning) => ({ ...warning, page: num })));
      const lines = decoded.split('\n').flatMap((line, row) => lineOfText(line, row, num) ?? []);
      return {
        number: num,
        width: 612,
        height: Math.max(792, (lines.at(-1)?.baseline ?? 0) + 72),
        lines,
        tables: [],
        rules: [],
        pictured: 0,
        slanted: 0,
        unnamed: 0,
        stamped: false,
        cut: false,
      };
    });
    if (pages.length === 0) throw new PipelineError('corrupt', `${input.name} has no page that can be read`);
    return { pages, pageCount: total, repaired: true, warnings };
  } catch (cause) {
    if (cause instanceof PipelineError) throw cause;
    if (cause instanceof PasswordException)
      throw new PipelineError('encrypted', `${input.name} is protected by a password`, { cause });
    throw new PipelineError('corrupt', `${input.name} cannot be read as a PDF`, { cause });
  } finally {
    await parser.destroy();
  }
}
