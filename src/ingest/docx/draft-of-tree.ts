import type { Diagnostic } from '../../model/index.js';
import type { DraftDocument } from '../draft.js';
import { conversionsOfText } from '../legacy/report-conversions.js';
import { layOutLines } from '../plain/lay-out-lines.js';
import { stripMarkup } from '../plain/strip-markup.js';
import { buildDraft } from './build-draft.js';
import { conversionOf, type decodeTree } from './decode-tree.js';
import { typedLines } from './typed-lines.js';

/** The blocks of a document that flows; one that was typed as plain lines is laid out as a text is. */
export function draftOfTree({ tree, parts }: ReturnType<typeof decodeTree>): {
  readonly draft: Pick<DraftDocument, 'blocks' | 'tables' | 'notes'>;
  readonly conversions: readonly Diagnostic[];
} {
  const lines = typedLines(tree);
  if (lines === null) return { draft: buildDraft(tree, parts), conversions: [] };
  return {
    draft: layOutLines(stripMarkup(lines.normalize('NFC'))),
    conversions: conversionsOfText([conversionOf(tree.children)]),
  };
}
