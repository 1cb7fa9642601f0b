import { overlaps, type TextSpan } from '../model/index.js';
import { type Comparable, differing } from './comparable.js';

export interface Pairing<Mention> {
  readonly pairs: readonly { readonly before: Comparable<Mention>; readonly after: Comparable<Mention> }[];
  readonly lost: readonly Comparable<Mention>[];
  readonly gained: readonly Comparable<Mention>[];
}

type Fits = (before: Comparable, after: Comparable) => boolean;

const sameSpan: Fits = (before, after) =>
  before.span !== null &&
  after.span !== null &&
  before.span.start === after.span.start &&
  before.span.end === after.span.end;
const sameQuote: Fits = (before, after) => before.quote === after.quote;
const sameFields: Fits = (before, after) => differing(before.fields, after.fields).length === 0;
const overlapping: Fits = ({ span: a }, { span: b }) => a !== null && b !== null && overlaps(a, b);
/** One quote that grew or shrank: more than half of the longer one is shared. */
const mostlySameSpan: Fits = ({ span: a }, { span: b }) =>
  a !== null && b !== null && 2 * shared(a, b) > Math.max(a.end - a.start, b.end - b.start);
const shared = (a: TextSpan, b: TextSpan): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/**
 * Says which mention of one run is which mention of another run over the same report.
 *
 * Where both runs read the same text, place decides: the same span, then one that covers most of it. Where the text
 * itself differs (a reader of files changed), the order of the quotes decides, as in a comparison of two files by lines.
 *
 * @param sameText both runs read the same text, so that spans can be compared
 * @param mayGrow a mention with other words at its place is the same one; not so a relation with other ends
 */
export function pairMentions<Mention>(
  before: readonly Comparable<Mention>[],
  after: readonly Comparable<Mention>[],
  { sameText, mayGrow }: { readonly sameText: boolean; readonly mayGrow: boolean },
): Pairing<Mention> {
  const left = new Set(before);
  const right = new Set(after);
  const pairs: { before: Comparable<Mention>; after: Comparable<Mention> }[] = [];
  const join = (one: Comparable<Mention>, other: Comparable<Mention>) => {
    left.delete(one);
    right.delete(other);
    pairs.push({ before: one, after: other });
  };
  const round = (fits: Fits) => {
    for (const one of left) {
      const fitting = [...right].filter((other) => fits(one, other));
      const other = fewestDifferences(one, fitting);
      if (other !== null) join(one, other);
    }
  };
  if (sameText) {
    round((one, other) => sameSpan(one, other) && sameQuote(one, other) && sameFields(one, other));
    round((one, other) => sameSpan(one, other) && sameQuote(one, other));
    round((one, other) => sameQuote(one, other) && overlapping(one, other));
    if (mayGrow) round(mostlySameSpan);
  } else {
    for (const [one, other] of commonInOrder(before, after)) join(one, other);
    round((one, other) => sameQuote(one, other) && sameFields(one, other));
  }
  const order = new Map(after.map((each, at) => [each, at]));
  pairs.sort((a, b) => order.get(a.after)! - order.get(b.after)!);
  return { pairs, lost: [...left], gained: [...right] };
}

function fewestDifferences<Mention>(
  one: Comparable<Mention>,
  others: readonly Comparable<Mention>[],
): Comparable<Mention> | null {
  let best: Comparable<Mention> | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const count = differing(one.fields, other.fields).length;
    if (count < fewest) [best, fewest] = [other, count];
  }
  return best;
}

/** The longest common subsequence of quotes. */
function commonInOrder<Mention>(
  before: readonly Comparable<Mention>[],
  after: readonly Comparable<Mention>[],
): [Comparable<Mention>, Comparable<Mention>][] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        before[i]!.quote === after[j]!.quote
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const common: [Comparable<Mention>, Comparable<Mention>][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i]!.quote === after[j]!.quote) {
      common.push([before[i]!, after[j]!]);
      i += 1;
      j += 1;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return common;
}
