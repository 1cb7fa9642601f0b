import type { Extraction, SourceDocument } from '../model/index.js';
import { extractAwards } from './awards/extract-awards.js';
import { extractCitations } from './citations/extract-citations.js';
import { extractHeader } from './header/extract-header.js';
import { analyseLayout } from './layout.js';
import { extractQuantities } from './quantities/extract-quantities.js';
import { withCertainty } from './recognised.js';

/** Finds what a report says of itself, what it cites, what it counts and whom it honours. Pure: no I/O, no clock. */
export function extract(document: SourceDocument): Extraction {
  const layout = analyseLayout(document);
  const { header, diagnostics: ofHeader } = extractHeader(document, layout);
  const { citations, relations, diagnostics: ofCitations } = extractCitations(document, layout, header);
  // A title may count ("… cho 2 tập thể"); the letterhead's number and date are none.
  const { number, date } = header.spans;
  const claimed = [...citations.map(({ span }) => span), ...[number, date].filter((span) => span !== undefined)];
  const { quantities, diagnostics: ofQuantities } = extractQuantities(document, layout, claimed);
  const { awards, diagnostics: ofAwards } = extractAwards(document, layout, citations);
  return withCertainty(document, {
    header,
    citations,
    relations,
    quantities,
    awards,
    diagnostics: [...ofHeader, ...ofCitations, ...ofQuantities, ...ofAwards],
  });
}
