import { readFileSync } from 'node:fs';
import { Argument, Command, Option } from 'commander';
import { citationRole, recognitionModes } from '../model/index.js';
import { exportFormats } from './commands/export-formats.js';
import { indexFormats } from './commands/index-formats.js';
import type { IndexOptions } from './commands/print-index.js';
import type { SearchWords } from './commands/search.js';
import { searchPlaces } from './commands/search-places.js';
import { addGraphCommands } from './graph-program.js';
import { wholeNumber, year } from './option-values.js';
import { afterHelp, examples, helpIn } from './program-help.js';
import { addReviewCommands } from './review-program.js';
import { runnerOf, type Surroundings } from './run-command.js';
import { addUpkeepCommands } from './upkeep-program.js';

/** The commands as commander sees them. Each command's code is loaded only when it runs, so that --help is quick. */
export function makeProgram(surroundings: Surroundings): Command {
  const { env, messages } = surroundings;
  const program = new Command('trichluc');
  const run = runnerOf(surroundings);

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
  addReviewCommands(program, messages, env, run);
  addUpkeepCommands(program, messages, run);

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

/** From the package itself, which lies two folders up both from src/cli and from dist/cli. */
function versionOfPackage(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return version;
}
