import { readFileSync } from 'node:fs';
import { Argument, Command, type HelpConfiguration, InvalidArgumentError, Option } from 'commander';
import { citationRole, recognitionModes } from '../model/index.js';
import type { DocumentFilter } from '../store/index.js';
import { exportFormats } from './commands/export-formats.js';
import { indexFormats } from './commands/index-formats.js';
import type { IndexOptions } from './commands/print-index.js';
import type { SearchWords } from './commands/search.js';
import { searchPlaces } from './commands/search-places.js';
import { type GlobalFlags, readConfig } from './config.js';
import type { Messages } from './messages/index.js';
import { addReviewCommands, addUpkeepCommands } from './review-program.js';
import type { Context } from './session.js';
import type { Terminal } from './terminal.js';

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly messages: Messages;
  readonly signal: AbortSignal;
  /** what a command ended with */
  readonly onExit: (status: number) => void;
}

/** The commands as commander sees them. Each command's code is loaded only when it runs, so that --help is quick. */
export function makeProgram({ env, terminal, messages, signal, onExit }: Surroundings): Command {
  const program = new Command('trichluc');
  const contextOf = (command: Command): Context => {
    const config = readConfig(command.optsWithGlobals<GlobalFlags>(), env);
    return { config, terminal, messages, signal };
  };
  /** Wires a command: its arguments and options as commander parsed them, then the context. */
  const run =
    <Parsed extends unknown[]>(work: (context: Context, ...parsed: Parsed) => Promise<number>) =>
    async (...given: unknown[]) => {
      const command = given.at(-1) as Command;
      onExit(await work(contextOf(command), ...(given.slice(0, -1) as Parsed)));
    };

  program
    .description(messages.about)
    .version(versionOfPackage(), '-V, --version', messages.versionOption)
    .helpOption('-h, --help', messages.helpOption)
    .helpCommand('help [command]', messages.helpCommand)
    .option('--archive <dir>', messages.optArchive)
    .option('--json', messages.optJson)
    .addOption(new Option('--lang <language>', messages.optLang).choices(['vi', 'en']))
    .configureHelp({ showGlobalOptions: true, ...helpIn(messages) })
    .configureOutput({ outputError: (text, write) => write(messages.commander.usageError(text)) })
    .showHelpAfterError(false)
    .addHelpText('after', () => afterHelp(messages))
    .exitOverride();

  const ocrOption = () => new Option('--ocr <when>', messages.optOcr).choices(recognitionModes);

  program
    .command('import')
    .description(messages.cmdImport)
    .argument('<path...>', messages.argPaths)
    .addOption(ocrOption())
    .addHelpText('after', examples(messages, ['import bao-cao/', 'import 2022/*.pdf 2023/', 'import bao-cao/ --json']))
    .action(
      run(async (context, paths: string[]) => (await import('./commands/import.js')).importCommand(context, paths)),
    );

  program
    .command('survey')
    .description(messages.survey.cmd)
    .argument('<path...>', messages.argPaths)
    .addOption(ocrOption())
    .addHelpText('after', examples(messages, ['survey bao-cao/', 'survey bao-cao/ --json']))
    .action(
      run(async (context, paths: string[]) => (await import('./commands/survey.js')).surveyCommand(context, paths)),
    );

  program
    .command('search')
    .description(messages.cmdSearch)
    .addArgument(new Argument('<query...>', messages.argQuery))
    .addOption(new Option('--in <place>', messages.optIn).choices(searchPlaces))
    .option('--issuer <words>', messages.optSearchIssuer)
    .option('--year <year>', messages.optSearchYear, year)
    .option('--type <code>', messages.optSearchType)
    .addOption(new Option('--role <role>', messages.optSearchRole).choices(citationRole.options))
    .option('--limit <count>', messages.optLimit, wholeNumber, 20)
    .addHelpText(
      'after',
      examples(messages, [
        'search 1085/QĐ-UBND',
        'search 1085 qd ubnd quang ngai 2022',
        'search "giải ngân" --in results --limit 5',
        'search "giảm nghèo" --issuer "sở y tế" --year 2023',
      ]),
    )
    .action(
      run(async (context, query: string[], options: SearchWords) =>
        (await import('./commands/search.js')).searchCommand(context, query.join(' '), options),
      ),
    );

  program
    .command('show')
    .description(messages.cmdShow)
    .addArgument(new Argument('<report|number...>', messages.argShow))
    .addHelpText('after', examples(messages, ['show bao-cao-2022.docx', 'show 1085/QĐ-UBND']))
    .action(
      run(async (context, what: string[]) => (await import('./commands/show.js')).showCommand(context, what.join(' '))),
    );

  program
    .command('issuer')
    .description(messages.issuer.cmd)
    .addArgument(new Argument('[name...]', messages.issuer.arg))
    .option('--limit <count>', messages.optLimit, wholeNumber, 20)
    .addHelpText('after', examples(messages, ['issuer', 'issuer "ubnd tinh binh dinh"']))
    .action(
      run(async (context, what: string[], options: { limit: number }) =>
        (await import('./commands/issuer.js')).issuerCommand(context, what.join(' '), options),
      ),
    );

  program
    .command('index')
    .description(messages.cmdIndex)
    .addOption(new Option('--format <format>', messages.optFormat).choices(indexFormats).default('html'))
    .option('--out <file>', messages.optOut)
    .option('--year <year>', messages.graph.optYear, year)
    .option('--type <code>', messages.graph.optType)
    .option('--issuer <words>', messages.graph.optIssuer)
    .option('--search <query>', messages.optIndexSearch)
    .addHelpText(
      'after',
      examples(messages, [
        'index --out tra-cuu.html',
        'index --format docx --out tra-cuu.docx',
        'index --format xlsx --issuer "quang ngai" --year 2022',
        'index --search "giảm nghèo bền vững" --out giam-ngheo.html',
      ]),
    )
    .action(
      run(async (context, options: IndexOptions) =>
        (await import('./commands/print-index.js')).indexCommand(context, options),
      ),
    );

  program
    .command('series')
    .description(messages.cmdSeries)
    .addArgument(new Argument('<indicator...>', messages.argIndicator))
    .option('--issuer <name>', messages.optIssuer)
    .option('--from <year>', messages.optFrom, year)
    .option('--to <year>', messages.optTo, year)
    .option('--limit <count>', messages.optSeriesLimit, wholeNumber, 5)
    .addHelpText(
      'after',
      examples(messages, [
        'series "tỷ lệ hộ nghèo"',
        'series ti le ho ngheo --issuer "bình định" --from 2021 --to 2024',
      ]),
    )
    .action(
      run(
        async (context, indicator: string[], options: { issuer?: string; from?: number; to?: number; limit: number }) =>
          (await import('./commands/series.js')).seriesCommand(context, indicator.join(' '), options),
      ),
    );

  program
    .command('export')
    .description(messages.cmdExport)
    .addOption(new Option('--format <format>', messages.optExportFormat).choices(exportFormats).default('xlsx'))
    .option('--out <path>', messages.optExportOut)
    .option('--no-bom', messages.optNoBom)
    .addHelpText(
      'after',
      examples(messages, [
        'export --out so-lieu.xlsx',
        'export --format csv --out so-lieu/',
        'export --format graphml',
      ]),
    )
    .action(
      run(async (context, options: { format: (typeof exportFormats)[number]; out?: string; bom: boolean }) =>
        (await import('./commands/export.js')).exportCommand(context, options),
      ),
    );

  addGraphCommands(program, messages, run);
  const help = { examples: (lines: readonly string[]) => examples(messages, lines), wholeNumber };
  addReviewCommands(program, messages, env, run, help);
  addUpkeepCommands(program, messages, run, help);

  program
    .command('extract')
    .description(messages.cmdExtract)
    .argument('<file>', messages.argFile)
    .option('--text', messages.optText)
    .addOption(ocrOption())
    .addHelpText('after', examples(messages, ['extract bao-cao.pdf --json', 'extract bao-cao.docx --text']))
    .action(
      run(async (context, file: string, options: { text?: boolean }) =>
        (await import('./commands/extract.js')).extractCommand(context, file, options),
      ),
    );

  program
    .command('status')
    .description(messages.cmdStatus)
    .action(run(async (context) => (await import('./commands/status.js')).statusCommand(context)));

  program
    .command('retry')
    .description(messages.cmdRetry)
    .argument('[id...]', messages.argIds)
    .addOption(ocrOption())
    .addHelpText('after', examples(messages, ['retry', 'retry bao-cao-2022.docx']))
    .action(run(async (context, ids: string[]) => (await import('./commands/retry.js')).retryCommand(context, ids)));

  program
    .command('rebuild')
    .description(messages.cmdRebuild)
    .action(run(async (context) => (await import('./commands/rebuild.js')).rebuildCommand(context)));

  program
    .command('doctor')
    .description(messages.cmdDoctor)
    .action(run(async (context) => (await import('./commands/doctor.js')).doctorCommand(context)));

  return program;
}

/** `trichluc graph <question>` */
function addGraphCommands(
  program: Command,
  messages: Messages,
  run: <Parsed extends unknown[]>(
    work: (context: Context, ...parsed: Parsed) => Promise<number>,
  ) => (...given: unknown[]) => Promise<void>,
): void {
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

function wholeNumber(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 10_000) throw new InvalidArgumentError('1 – 10000');
  return count;
}

function year(text: string): number {
  if (!/^(?:19|20)\d\d$/.test(text)) throw new InvalidArgumentError('1900 – 2099');
  return Number(text);
}

/** Commander's own words for the parts of a help page, and for what an option takes. */
function helpIn(messages: Messages): HelpConfiguration {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': messages.usage,
    'Arguments:': messages.arguments,
    'Options:': messages.options,
    'Global Options:': messages.globalOptions,
    'Commands:': messages.commands,
  };
  const withChoices = ({ description, argChoices, defaultValue }: Option | Argument): string => {
    const about = [
      ...(argChoices === undefined || argChoices.every((choice) => description.includes(choice))
        ? []
        : [messages.commander.choices(argChoices)]),
      ...(defaultValue === undefined || typeof defaultValue === 'boolean'
        ? []
        : [messages.commander.byDefault(defaultValue)]),
    ];
    return about.length === 0 ? description : `${description} (${about.join('; ')})`;
  };
  return {
    styleTitle: (title) => titles[title] ?? title,
    // The list's own options, as of "review", are not taken behind one of its commands.
    visibleGlobalOptions: (command) => {
      const root = ancestorsOf(command).at(-1);
      return root === undefined ? [] : root.options.filter(({ hidden }) => !hidden);
    },
    optionDescription: withChoices,
    argumentDescription: withChoices,
  };
}

function ancestorsOf(command: Command): Command[] {
  const above = command.parent;
  return above === null ? [] : [above, ...ancestorsOf(above)];
}

const examples = (messages: Messages, lines: readonly string[]): string =>
  `\n${messages.examples}:\n${lines.map((line) => `  $ trichluc ${line}\n`).join('')}`;

function afterHelp(messages: Messages): string {
  const table = (lines: Messages['environmentLines']) => {
    const width = Math.max(...lines.map(([name]) => name.length));
    return lines.map(([name, words]) => `  ${name.padEnd(width)}  ${words}\n`).join('');
  };
  return (
    examples(messages, ['import bao-cao/', 'search "1085 qd ubnd"', 'show 1085/QĐ-UBND', 'index --out tra-cuu.html']) +
    `\n${messages.environment}:\n${table(messages.environmentLines)}` +
    `\n${messages.exitCodes}:\n${table(messages.exitCodeLines)}`
  );
}

/** From the package itself, which lies two folders up both from src/cli and from dist/cli. */
function versionOfPackage(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return version;
}
