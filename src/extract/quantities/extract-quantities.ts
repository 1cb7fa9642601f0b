import type { Diagnostic, Quantity, SourceDocument, TextSpan } from '../../model/index.js';
import type { Layout } from '../layout.js';

/** @param claimed spans that hold numbers of another kind: citations and the header's own number and date */
export function extractQuantities(
  _document: SourceDocument,
  _layout: Layout,
  _claimed: readonly TextSpan[],
): { readonly quantities: readonly Quantity[]; readonly diagnostics: readonly Diagnostic[] } {
  return { quantities: [], diagnostics: [] };
}
