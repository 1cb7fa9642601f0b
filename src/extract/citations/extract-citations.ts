import type { Citation, Diagnostic, Header, Relation, SourceDocument } from '../../model/index.js';
import type { Layout } from '../layout.js';

export function extractCitations(
  _document: SourceDocument,
  _layout: Layout,
  _header: Header,
): {
  readonly citations: readonly Citation[];
  readonly relations: readonly Relation[];
  readonly diagnostics: readonly Diagnostic[];
} {
  return { citations: [], relations: [], diagnostics: [] };
}
