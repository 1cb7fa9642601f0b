import type { CrossReferenceIndex } from './cross-reference-index.js';

/**
 * The index as JSON: `sections` with their entries, `reports`, `lacking`, `conflicts`, and how many documents and citations
 * there are. Made piece by piece.
 */
export async function* renderJson(index: CrossReferenceIndex): AsyncGenerator<string> {
  yield `{\n"documents": ${index.documents},\n"citations": ${index.citations},\n"sections": [`;
  let section = -1;
  for await (const { section: at, heading, document, label, held, mayBe, reports } of index.entries()) {
    if (at === section) yield ',\n';
    else yield `${section < 0 ? '' : ']},'}\n{"heading": ${JSON.stringify(heading)}, "entries": [\n`;
    section = at;
    yield `{"document": ${JSON.stringify(document)}, "label": ${JSON.stringify(label)}, "held": ${held}, "mayBe": ${JSON.stringify(mayBe)}, "reports": [`;
    yield* list(reports());
    yield ']}';
  }
  yield `${section < 0 ? '' : ']}'}],\n"reports": [`;
  yield* list(index.reports());
  yield '],\n"lacking": [';
  yield* list(index.lacking());
  yield '],\n"conflicts": [';
  yield* list(index.conflicts());
  yield ']\n}\n';
}

async function* list(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let first = true;
  for await (const item of items) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(item)}`;
    first = false;
  }
}
