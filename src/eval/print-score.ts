import type { Score } from './score.js';

const percentages = (shares: Readonly<Record<string, number>>): string =>
  Object.entries(shares)
    .map(([field, share]) => `${field} ${share.toFixed(2)}`)
    .join('  ');

/** A line a kind of mention, one for their fields, one for those that only some labels tell, one for the header. */
export function printScore({ mentions, attributes, told, header }: Score): string {
  const lines = Object.entries(mentions).map(
    ([kind, { precision, recall, f1, gold, predicted, matched }]) =>
      `${kind.padEnd(11)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}   ` +
      `gold ${gold} predicted ${predicted} matched ${matched}`,
  );
  const fields = Object.entries(told).map(
    ([field, { accuracy, asked }]) => `${field} ${accuracy.toFixed(3)} of ${asked}`,
  );
  return `${[
    ...lines,
    `attributes  ${percentages(attributes)}`,
    ...(fields.length === 0 ? [] : [`where told  ${fields.join('  ')}`]),
    `header      ${percentages(header)}`,
  ].join('\n')}\n`;
}

/** A line for each disagreement with the labels. */
export const printMisses = ({ misses }: Score): string =>
  misses
    .map(({ report, kind, what, quote, gold, got }) => {
      const words = quote === '' ? '' : `  «${quote.replace(/\s+/gu, ' ')}»`;
      if (what === 'missed') return `${report}  ${kind} missed ${gold}${words}\n`;
      if (what === 'extra') return `${report}  ${kind} extra ${got}${words}\n`;
      return `${report}  ${kind} ${what}: labelled «${gold}», got «${got}»${words}\n`;
    })
    .join('');
