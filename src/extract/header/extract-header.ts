import type { Diagnostic, Header, SourceDocument } from '../../model/index.js';
import type { Layout } from '../layout.js';

export function extractHeader(
  _document: SourceDocument,
  _layout: Layout,
): { readonly header: Header; readonly diagnostics: readonly Diagnostic[] } {
  return {
    header: {
      type: null,
      number: null,
      issuer: null,
      parent: null,
      place: null,
      date: null,
      title: null,
      addressees: [],
      signers: [],
      recipients: [],
      secrecy: null,
      urgency: null,
      family: null,
      spans: {},
    },
    diagnostics: [],
  };
}
