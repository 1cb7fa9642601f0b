import type { Diagnostic, Quantity } from '../../model/index.js';

/** Where a diagnostic says that a figure stands. */
export const placeOf = ({ span, page }: Quantity): Pick<Diagnostic, 'span' | 'page'> => ({
  span,
  ...(page === null ? {} : { page }),
});

/** Whether a figure of the running text is an amount that others may add up to. */
export const isAddable = ({ kind, modifier, valueMax, rule }: Quantity): boolean =>
  (kind === 'count' || kind === 'money' || kind === 'measure') &&
  modifier === 'exact' &&
  valueMax === null &&
  rule !== 'quantity/table-cell';
