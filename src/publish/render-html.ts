import type { Citer } from '../store/index.js';
import { aboutEntry, doubtInWords } from './about-document.js';
import type { CrossReferenceIndex, IndexEntry, Language } from './cross-reference-index.js';
import { reportInWords } from './date-in-words.js';
import { indexWords, placeInWords, readingsInWords } from './index-words.js';
import { escapeMarkup } from './markup.js';

const style = `
  :root { color-scheme: light; }
  body { font: 11pt/1.45 "Times New Roman", "Liberation Serif", "Noto Serif", serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; margin-bottom: 0; } h2 { font-size: 1.2rem; border-bottom: 1px solid #888; margin-top: 2rem; }
  h3 { font-size: 1rem; margin: 1rem 0 .2rem; } h3 small { font-weight: normal; }
  nav ul { columns: 2; } p.summary, .key { color: #555; } .key { font-size: .8em; overflow-wrap: anywhere; }
  ul.reports { margin: 0; padding-left: 1.2rem; } ul.places { margin: 0; padding-left: 1rem; list-style: "– "; }
  q { font-style: italic; overflow-wrap: anywhere; }
  @page { size: A4; margin: 2cm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
  @media print { body { margin: 0; max-width: none; } .key { display: none; } nav { break-after: page; } h2, h3 { break-after: avoid; } ul.places li, ol li { break-inside: avoid; } ul.places li:first-child { break-before: avoid; } a { color: inherit; text-decoration: none; } }
`;

/** The index as one page that needs nothing beside it, for the screen and for paper. Made piece by piece. */
export async function* renderHtml(index: CrossReferenceIndex, language: Language): AsyncGenerator<string> {
  const words = indexWords[language];
  const summary = words.summary(index.documents, index.citations);
  yield `<!DOCTYPE html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    // Should an escape ever be missed, nothing on the page may run or load.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<title>${escapeMarkup(words.title)}</title>\n<style>${style}</style>\n</head>\n<body>\n` +
    `<h1>${escapeMarkup(words.title)}</h1>\n<p class="summary">${escapeMarkup(summary)}</p>\n`;
  if (index.sections.length === 0) yield `<p>${escapeMarkup(words.empty)}</p>\n`;
  else {
    const lines = index.sections.map(
      ({ heading, documents }, at) => `<li><a href="#s${at}">${escapeMarkup(heading)}</a> (${documents})</li>\n`,
    );
    lines.push(
      `<li><a href="#reports">${escapeMarkup(words.byReport)}</a> (${index.counts.reports})</li>\n`,
      `<li><a href="#lacking">${escapeMarkup(words.lacking)}</a> (${index.counts.lacking})</li>\n`,
    );
    if (index.counts.conflicts > 0)
      lines.push(`<li><a href="#conflicts">${escapeMarkup(words.conflicting)}</a> (${index.counts.conflicts})</li>\n`);
    yield `<nav><ul>\n${lines.join('')}</ul></nav>\n`;
  }
  let section = -1;
  for await (const entry of index.entries()) {
    if (entry.section !== section)
      yield `${section < 0 ? '' : '</section>\n'}<section>\n<h2 id="s${entry.section}">${escapeMarkup(entry.heading)}</h2>\n`;
    section = entry.section;
    yield* renderEntry(entry, language);
  }
  if (section >= 0) yield '</section>\n';
  if (index.sections.length > 0) yield* renderOtherWays(index, language);
  yield '</body>\n</html>\n';
}

async function* renderOtherWays(index: CrossReferenceIndex, language: Language): AsyncGenerator<string> {
  const words = indexWords[language];
  yield `<section>\n<h2 id="reports">${escapeMarkup(words.byReport)}</h2>\n`;
  for await (const { name, number, date, documents } of index.reports()) {
    const about = reportInWords(number, date, language).map(escapeMarkup);
    const lines = documents.map(
      ({ label, mayBe, places }) =>
        `<li><strong>${escapeMarkup(label)}</strong>${bracketed(doubtInWords(mayBe, language))}: ${places.map((place) => escapeMarkup(placeInWords(place, language))).join('; ')}</li>\n`,
    );
    yield `<article><h3>${escapeMarkup(name)}${about.length === 0 ? '' : ` <small>${about.join(', ')}</small>`}</h3>\n` +
      `<ul class="reports">\n${lines.join('')}</ul></article>\n`;
  }
  yield `</section>\n<section>\n<h2 id="lacking">${escapeMarkup(words.lacking)}</h2>\n` +
    `<p class="summary">${escapeMarkup(words.lackingAbout)}</p>\n<ol>\n`;
  for await (const lacking of index.lacking()) {
    const about = [lacking.label, ...aboutEntry(lacking, language)].join('; ');
    const cited = words.citedBy(lacking.reports, lacking.byOtherReports);
    yield `<li>${escapeMarkup(about)} (${escapeMarkup(cited)})</li>\n`;
  }
  yield '</ol>\n</section>\n';
  if (index.counts.conflicts === 0) return;
  yield `<section>\n<h2 id="conflicts">${escapeMarkup(words.conflicting)}</h2>\n` +
    `<p class="summary">${escapeMarkup(words.conflictingAbout)}</p>\n<ol>\n`;
  for await (const conflict of index.conflicts()) {
    const { code, label, issuer, place } = conflict;
    const where =
      place === null
        ? ''
        : `<br>${escapeMarkup([place.report, ...(place.page === null ? [] : [words.page(place.page)])].join(', '))}: <q>${escapeMarkup(place.quote)}</q>`;
    yield `<li><strong>${escapeMarkup(label)}</strong>${issuer === null ? '' : `; ${escapeMarkup(issuer)}`}: ${escapeMarkup(words.conflicts[code])}: ${escapeMarkup(readingsInWords(conflict, language))}${where}</li>\n`;
  }
  yield '</ol>\n</section>\n';
}

const bracketed = (words: readonly string[]): string => words.map((each) => ` (${escapeMarkup(each)})`).join('');

async function* renderEntry(entry: IndexEntry, language: Language): AsyncGenerator<string> {
  const { document, label, reports } = entry;
  const rest = aboutEntry(entry, language).map(escapeMarkup);
  yield `<article><h3>${escapeMarkup(label)}${rest.length === 0 ? '' : ` <small>${rest.join('; ')}</small>`}</h3>\n` +
    `<div class="key">${escapeMarkup(document.key)}</div>\n<ul class="reports">\n`;
  for await (const { name, places } of reports()) {
    const { reportNumber, reportDate } = places[0]!;
    const about = reportInWords(reportNumber, reportDate, language).map(escapeMarkup);
    yield `<li><strong>${escapeMarkup(name)}</strong>${about.length === 0 ? '' : ` (${about.join(', ')})`}\n<ul class="places">` +
      `${places.map((place) => `<li>${renderPlace(place, language)}</li>`).join('')}</ul></li>\n`;
  }
  yield '</ul></article>\n';
}

const renderPlace = (place: Citer, language: Language): string =>
  `${escapeMarkup(placeInWords(place, language))}: <q>${escapeMarkup(place.quote)}</q>`;
