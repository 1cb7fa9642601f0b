import type { Diagnostic, TextSpan } from '../../model/index.js';
import type { Conversion } from './decode-runs.js';
import { encodingNames, type OldEncoding } from './encodings.js';
import { fontHint } from './font-encoding.js';

/** One code an encoding, so that whoever prints it knows its name in every language. */
export const conversionCode = (encoding: OldEncoding): string => `ingest/from-${encoding}`;

const reasons: Readonly<Record<Conversion['why'], string>> = {
  font: 'by the font alone',
  letters: 'by the letters alone',
  'font-and-letters': 'by font and letters',
};

/** Further stretches are told by their number alone. */
const mostStretches = 200;
const mostFonts = 8;

interface Stretch {
  readonly encoding: OldEncoding;
  readonly fonts: Set<string>;
  readonly why: Set<Conversion['why']>;
  letters: number;
  runs: number;
}

const open = (encoding: OldEncoding): Stretch => ({
  encoding,
  fonts: new Set(),
  why: new Set(),
  letters: 0,
  runs: 0,
});

function add(stretch: Stretch, { font, why, letters }: Conversion): void {
  if (letters === 0) return;
  if (font !== null && stretch.fonts.size < mostFonts) stretch.fonts.add(fontHint(font).name);
  stretch.why.add(why);
  stretch.letters += letters;
  stretch.runs += 1;
}

function diagnosticOf(stretch: Stretch, where: Pick<Diagnostic, 'span' | 'page'>, pages = ''): Diagnostic {
  const { encoding, fonts, why, letters, runs } = stretch;
  const inFonts = fonts.size === 0 ? '' : ` in ${[...fonts].join(', ')}`;
  const how = [...why]
    .sort()
    .map((reason) => reasons[reason])
    .join(', ');
  return {
    code: conversionCode(encoding),
    level: 'info',
    message: `${letters} ${letters === 1 ? 'letter' : 'letters'}${inFonts}${pages} (${runs} ${runs === 1 ? 'run' : 'runs'}) read as ${encodingNames[encoding]}, ${how}`,
    ...where,
  };
}

/** A piece of the text as it was laid out, in its order. */
export interface PlacedRun {
  readonly span: TextSpan;
  readonly page: number | null;
  readonly text: string;
  /** absent: a label or a mark, which goes with what is around it */
  readonly conversion?: Conversion | null;
}

/**
 * What was decoded, a diagnostic for each stretch of one encoding: its span, fonts and reason, how many letters. A
 * stretch ends where letters stand that were not decoded, or were from another encoding.
 */
export function conversionsBySpan(runs: readonly PlacedRun[]): Diagnostic[] {
  return [...stretchesOf(runs), ...capitalsBySpan(runs)];
}

/**
 * Where capitals come from the font alone: the same letters are small ones in another font. A diagnostic a stretch, up to
 * other letters.
 */
function capitalsBySpan(runs: readonly PlacedRun[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  let stretch: { start: number; end: number; page: number | null; letters: number; fonts: Set<string> } | null = null;
  const close = () => {
    if (stretch === null || found.length >= mostStretches) return;
    const { start, end, page, letters, fonts } = stretch;
    found.push({
      code: 'ingest/capitals-by-font',
      level: 'info',
      message: `${letters} ${letters === 1 ? 'letter' : 'letters'} in ${[...fonts].join(', ')} drawn as capitals by the font alone`,
      span: { start, end },
      ...(page === null ? {} : { page }),
    });
  };
  for (const { span, text, conversion, page } of runs) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (conversion === undefined || letters === 0) continue;
    if (conversion?.capitals !== true) {
      close();
      stretch = null;
      continue;
    }
    stretch ??= { start: span.start, end: span.end, page, letters: 0, fonts: new Set() };
    stretch.end = span.end;
    stretch.letters += letters;
    if (stretch.fonts.size < mostFonts) stretch.fonts.add(fontHint(conversion.font).name);
  }
  close();
  return found;
}

function stretchesOf(runs: readonly PlacedRun[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  let more = 0;
  let stretch: Stretch | null = null;
  let where = { start: 0, end: 0 };
  let page: number | null = null;
  const close = () => {
    if (stretch !== null && stretch.letters > 0) {
      if (found.length < mostStretches)
        found.push(diagnosticOf(stretch, { span: where, ...(page === null ? {} : { page }) }));
      else more += 1;
    }
    stretch = null;
  };
  for (const { span, text, conversion, page: at } of runs) {
    if (conversion === undefined) continue;
    if (conversion === null) {
      if (/\p{L}/u.test(text)) close();
      continue;
    }
    if (stretch !== null && (stretch as Stretch).encoding !== conversion.encoding) close();
    // Figures and plain letters are the same in all of them.
    if (conversion.letters === 0) continue;
    if (stretch === null) {
      stretch = open(conversion.encoding);
      where = { ...span };
      page = at;
    }
    where.end = span.end;
    add(stretch, conversion);
  }
  close();
  if (more > 0)
    found.push({
      code: 'ingest/more-conversions',
      level: 'info',
      message: `${more} further stretches of the text were read from an encoding of the time before Unicode`,
    });
  return found;
}

/** As `conversionsBySpan`, for a text whose lines are put together anew: a diagnostic an encoding. */
export function conversionsOfText(conversions: Iterable<Conversion | null>): Diagnostic[] {
  const stretches = new Map<OldEncoding, Stretch>();
  for (const conversion of conversions) {
    if (conversion === null) continue;
    const stretch = stretches.get(conversion.encoding) ?? open(conversion.encoding);
    stretches.set(conversion.encoding, stretch);
    add(stretch, conversion);
  }
  return [...stretches.values()].filter(({ letters }) => letters > 0).map((stretch) => diagnosticOf(stretch, {}));
}

/** As `conversionsBySpan`, for a format whose letters lose their place on the way: a diagnostic an encoding and page. */
export function conversionsByPage(
  conversions: readonly { readonly page: number; readonly conversion: Conversion }[],
): Diagnostic[] {
  const stretches = new Map<string, { readonly page: number; readonly stretch: Stretch }>();
  for (const { page, conversion } of conversions) {
    const key = `${page} ${conversion.encoding}`;
    const known = stretches.get(key) ?? { page, stretch: open(conversion.encoding) };
    stretches.set(key, known);
    add(known.stretch, conversion);
  }
  return [...stretches.values()]
    .filter(({ stretch }) => stretch.letters > 0)
    .map(({ page, stretch }) => diagnosticOf(stretch, { page }, ` of page ${page}`));
}

const conversionCodes = /^ingest\/from-(?<encoding>.+)$/;

/** The encodings that diagnostics tell of, each once. */
export const encodingsOf = (warnings: readonly Pick<Diagnostic, 'code'>[]): string[] => [
  ...new Set(warnings.flatMap(({ code }) => conversionCodes.exec(code)?.groups?.['encoding'] ?? [])),
];
