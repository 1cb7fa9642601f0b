import type { Award, Citation, Diagnostic, SourceDocument } from '../../model/index.js';
import type { Layout } from '../layout.js';

export function extractAwards(
  _document: SourceDocument,
  _layout: Layout,
  _citations: readonly Citation[],
): { readonly awards: readonly Award[]; readonly diagnostics: readonly Diagnostic[] } {
  return { awards: [], diagnostics: [] };
}
