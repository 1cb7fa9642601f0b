import { governingPhrases } from '../../src/extract/citations/governors.js';
import { provisionWords } from '../../src/extract/citations/provision-items.js';
import { typeWords } from '../../src/extract/citations/type-words.js';
import { extract } from '../../src/extract/index.js';
import { labelNouns } from '../../src/extract/quantities/labels.js';
import { leftWords } from '../../src/extract/quantities/left-context.js';
import { nounWords } from '../../src/extract/quantities/not-nouns.js';
import { readDocument } from '../../src/ingest/index.js';
import { awardForms } from '../../src/text/lexicon/generated/award-forms.js';
import { awards } from '../../src/text/lexicon/generated/awards.js';
import { documentTypes } from '../../src/text/lexicon/generated/document-types.js';
import { issuers } from '../../src/text/lexicon/generated/issuers.js';
import { ministries } from '../../src/text/lexicon/generated/ministries.js';
import { units } from '../../src/text/lexicon/generated/units.js';
import { type PhraseTag, phrasesOf } from '../../src/text/nlp/lexicon.js';
import { scaleWords } from '../../src/text/numbers.js';
import { type NamedRule, namedRules } from './named-rules.js';

/**
 * The page of all rules: what each rule's name means, shown on a text, and the words that the rules know.
 *
 * @throws Error an example in which its rule finds nothing
 */
export async function rulesPage(): Promise<string> {
  const shown = await Promise.all(namedRules.map(showRule));
  return `${[
    '# Rules',
    'Printed from the tables and the code by `npm run rules`; do not edit. The examples are read by the program when the page is printed.',
    '[By name](#by-name) · [Kinds of documents](#kinds-of-documents) · [Symbols](#symbols) · [What stands before a document](#what-stands-before-a-document) · [Parts of a document](#parts-of-a-document) · [Awards](#awards) · [Figures](#figures) · [What is no figure](#what-is-no-figure)',
    '## By name',
    'Each record carries the name of the rule that made it (`rule`).',
    ...shown,
    '## Kinds of documents',
    'From `data/document-types.csv` and the words beside it. After the words marked with a star a number needs no symbol: «Kế hoạch số 1045».',
    ...kinds(),
    '## Symbols',
    'From `data/issuers.csv` and `data/ministries.csv`: the letters behind a number that say who issued it. Marks may be missing («HDND»), as scans lose them.',
    ...symbols(),
    '## What stands before a document',
    'From `data/relations.csv` and the phrases beside it: the phrase before a document says how the report stands to it (`role`) or, between two documents, how one stands to the other (`relation`). Phrases marked with a star count only right before the document. The longest phrase wins.',
    ...governors(),
    '## Parts of a document',
    list(
      grouped(provisionWords, ({ unit }) => unit).map(
        ([unit, each]) => `**${unit}**: ${join(each.map(({ word }) => word))}`,
      ),
    ),
    '## Awards',
    'From `data/awards.csv` and `data/award-forms.csv`: the award’s name, how it is written, and who may get it. A form marked with a star names an epithet as well, so it counts only beside a verb or a title.',
    ...awardNames(),
    '### Words around an award',
    list(actTags.map(([tag, meaning]) => `**${meaning}**: ${join(phrasesOf(tag))}`)),
    '## Figures',
    '### Units',
    'From `data/units.csv`. Any other noun behind a number is taken for what is counted.',
    ...unitNames(),
    '### Scales',
    list(scaleWords().map(([word, value]) => `**${word}** ${value}`)),
    '### Words before a number',
    list(
      grouped(leftWords.modifiers, ([, modifier]) => modifier).map(
        ([modifier, each]) => `**${modifier}**: ${join(each.map(([phrase]) => phrase))}`,
      ),
    ),
    list([
      ...grouped(leftWords.changes, ([, direction]) => direction).map(
        ([direction, each]) => `a change **${direction}**: ${join(each.map(([word]) => word))}`,
      ),
      ...grouped(leftWords.comparatives, ([, direction]) => direction).map(
        ([direction, each]) => `a change **${direction}** with “hơn” behind it: ${join(each.map(([word]) => word))}`,
      ),
      `not the change but what was reached: ${join(leftWords.levels)}`,
    ]),
    '## What is no figure',
    `- A number behind one of these is a name or an ordinal: ${join(labelNouns.names)}`,
    `- A number without a leading zero behind one of these, too: ${join(labelNouns.looseNames)}`,
    `- “số” before a number makes it a name, but not in ${join(labelNouns.sums)}`,
    `- These words behind a number are not what it counts: ${join(nounWords.notNouns)}`,
    `- But these are: ${join(nounWords.nounPairs)}`,
  ].join('\n\n')}\n`;
}

async function showRule({ rule, matches, example }: NamedRule): Promise<string> {
  const document = await readDocument({ bytes: new TextEncoder().encode(example), name: 'example.md' });
  const { citations, relations, quantities, awards: found } = extract(document);
  const quotes = [...citations, ...quantities, ...found].filter((each) => each.rule === rule).map(({ quote }) => quote);
  const joined = relations
    .filter((each) => each.rule === rule)
    .map(({ from, relation, to }) => `${from} **${relation}** ${to}`);
  if (quotes.length + joined.length === 0) throw new Error(`${rule} finds nothing in its example «${example}»`);
  const shown = [...quotes.map((quote) => `«${quote.replace(/\s+/gu, ' ')}»`), ...joined].join(', ');
  const quoted = example
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
  return `### \`${rule}\`\n\n${capital(matches)}.\n\n${quoted}\n\n→ ${shown}`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const join = (words: readonly string[]): string => words.join(' · ');
/** In the order in which the groups are met. */
function grouped<Each>(all: readonly Each[], by: (each: Each) => string): [string, Each[]][] {
  const groups = new Map<string, Each[]>();
  for (const each of all) groups.set(by(each), [...(groups.get(by(each)) ?? []), each]);
  return [...groups];
}

function kinds(): string[] {
  const wordsOf = new Map(
    grouped(typeWords(), ({ code }) => code ?? '').map(([code, words]) => [
      code,
      join(words.map(({ name, bare }) => `${name}${bare ? '\\*' : ''}`)),
    ]),
  );
  const rows = grouped(documentTypes, ({ family }) => family).map(
    ([family, types]) =>
      `### ${family === '' ? 'others' : family}\n\n${list(types.map(({ code, name_vi: name }) => `**${code || '–'}** ${name}`))}`,
  );
  const words = [...wordsOf].map(([code, words]) => `**${code === '' ? 'none' : code}**: ${words}`);
  return [...rows, '### Words before a number, by the code they stand for', list(words)];
}

const symbols = (): string[] => [
  ...grouped(issuers, ({ level, family }) => `${family}, ${level}`).map(
    ([group, rows]) => `### ${group}\n\n${list(rows.map(({ symbol, name_vi: name }) => `**${symbol}** ${name}`))}`,
  ),
  `### ministries and bodies of their rank\n\n${list(ministries.map(({ symbol, name_vi: name, status }) => `**${symbol}** ${name}${status === 'current' ? '' : ` (${status})`}`))}`,
];

const governors = (): string[] =>
  grouped(governingPhrases(), ({ governor }) => governor.detail)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([detail, phrases]) => {
      const { role, kind } = phrases[0]!.governor;
      const meaning =
        detail === 'transparent'
          ? 'says nothing itself: the phrase before it does'
          : `role ${role}, relation ${kind ?? 'none'}`;
      const words = phrases.map(({ phrase, governor }) => `${phrase}${governor.direct ? '\\*' : ''}`).sort();
      return `### \`${detail}\`\n\n${capital(meaning)}.\n\n${join(words)}`;
    });

function awardNames(): string[] {
  const forms = new Map(grouped(awardForms, ({ code }) => code));
  return grouped(awards, ({ kind, level }) => `${kind}, ${level}`).map(([group, rows]) => {
    const lines = rows.map(({ code, name_vi: name, recipient_kinds: recipients }) => {
      const written = (forms.get(code) ?? [])
        .filter(({ form }) => form !== name)
        .map(({ form, evidence }) => `${form}${evidence === 'honour' ? '\\*' : ''}`);
      return `**${name}** (${recipients.replaceAll('|', ', ')})${written.length === 0 ? '' : `: ${join(written)}`}`;
    });
    return `### ${group.replaceAll('_', ' ')}\n\n${list(lines)}`;
  });
}

const actTags: readonly (readonly [PhraseTag, string])[] = [
  ['Grant', 'giving'],
  ['Receive', 'getting'],
  ['Passive', 'passive'],
  ['Praise', 'praising'],
  ['Propose', 'proposed'],
  ['Register', 'registered'],
  ['Aim', 'aimed at'],
  ['Deny', 'none'],
  ['Consider', 'considered, which says nothing yet'],
  ['Revoke', 'taken back'],
  ['Individual', 'individuals'],
  ['Collective', 'collectives'],
  ['Village', 'villages'],
  ['Household', 'households'],
  ['Agency', 'agencies'],
  ['Title', 'who signs for a body'],
  ['Many', 'many, without a number'],
  ['Part', 'the parts of a sum follow'],
  ['Plain', 'like one of the words above, and none'],
];

const unitNames = (): string[] =>
  grouped(units, ({ dimension }) => dimension).map(
    ([dimension, rows]) =>
      `#### ${dimension.replaceAll('_', ' ')}\n\n${list(
        grouped(rows, ({ canonical }) => canonical).map(
          ([canonical, surfaces]) => `**${canonical}**: ${join([...new Set(surfaces.map(({ surface }) => surface))])}`,
        ),
      )}`,
  );
