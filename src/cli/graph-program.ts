import type { Command } from 'commander';
import type { DocumentFilter } from '../store/index.js';
import type { Messages } from './messages/index.js';
import { wholeNumber, year } from './option-values.js';
import { examples } from './program-help.js';
import type { Run } from './run-command.js';

/** `trichluc graph <question>` */
export function addGraphCommands(program: Command, messages: Messages, run: Run): void {
  const words = messages.graph;
  const graph = program
    .command('graph')
    .description(words.cmd)
    .helpCommand('help [command]', messages.helpCommand)
    .addHelpText(
      'after',
      examples(messages, [
        'graph rests-on bao-cao-2022.docx --depth 4',
        'graph path bao-cao-xa.pdf',
        'graph red-links --type QĐ --issuer "quang ngai"',
        'graph most-cited --cited-by "sở y tế"',
      ]),
    );
  const load = () => import('./commands/graph.js');
  graph
    .command('rests-on')
    .description(words.cmdRestsOn)
    .argument('<report|number>', words.argFrom)
    .option('--depth <steps>', words.optDepth, wholeNumber, 3)
    .option('--limit <count>', messages.optLimit, wholeNumber, 200)
    .action(
      run(async (context, what: string, options: { depth: number; limit: number }) =>
        (await load()).restsOnCommand(context, what, options),
      ),
    );
  graph
    .command('path')
    .description(words.cmdPath)
    .argument('<report|number>', words.argFrom)
    .argument('[number]', words.argTo)
    .action(
      run(async (context, from: string, to: string | undefined) => (await load()).pathCommand(context, from, to)),
    );
  for (const [name, description, question] of [
    ['most-cited', words.cmdMostCited, 'mostCited'],
    ['red-links', words.cmdRedLinks, 'redLinks'],
  ] as const)
    graph
      .command(name)
      .description(description)
      .option('--year <year>', words.optYear, year)
      .option('--type <code>', words.optType)
      .option('--issuer <words>', words.optIssuer)
      .option('--cited-in <year>', words.optCitedIn, year)
      .option('--cited-by <words>', words.optCitedBy)
      .option('--limit <count>', messages.optLimit, wholeNumber, 50)
      .action(run(async (context, options: DocumentFilter) => (await load()).citedCommand(context, question, options)));
  graph
    .command('together')
    .description(words.cmdTogether)
    .argument('<number>', words.argNumber)
    .option('--limit <count>', messages.optLimit, wholeNumber, 50)
    .action(
      run(async (context, what: string, options: { limit: number }) =>
        (await load()).togetherCommand(context, what, options),
      ),
    );
  graph
    .command('out-of-force')
    .description(words.cmdOutOfForce)
    .option('--limit <count>', messages.optLimit, wholeNumber, 200)
    .action(run(async (context, options: { limit: number }) => (await load()).outOfForceCommand(context, options)));
}
