import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { award, citationRole, periodWritten, quantity } from '../model/index.js';
import { dateAt } from '../text/dates.js';
import type { ReextractOptions } from './commands/reextract.js';
import type { ReviewOptions } from './commands/review.js';
import type { Decider } from './commands/review-decide.js';
import type { TypedFields } from './commands/review-fields.js';
import type { Messages } from './messages/index.js';
import type { Context } from './session.js';

type Run = <Parsed extends unknown[]>(
  work: (context: Context, ...parsed: Parsed) => Promise<number>,
) => (...given: unknown[]) => Promise<void>;

/** `trichluc review` and what a person decides with it. */
export function addReviewCommands(
  program: Command,
  messages: Messages,
  env: NodeJS.ProcessEnv,
  run: Run,
  help: { readonly examples: (lines: readonly string[]) => string; readonly wholeNumber: (text: string) => number },
): void {
  const words = messages.review;
  const review = program
    .command('review')
    .description(words.cmd)
    .helpCommand('help [command]', messages.helpCommand)
    // "--reason" of a decision is not an option of the list.
    .enablePositionalOptions()
    .allowExcessArguments()
    .hook('preAction', (_, acting) => {
      if (acting === review && review.args.length > 0) review.error(`error: unknown command '${review.args[0]}'`);
    })
    .option('--report <report>', words.optReport)
    .addOption(
      new Option('--only <reason>', words.optReason).choices(['conflict', 'ambiguous', 'repair', 'low-confidence']),
    )
    .addOption(new Option('--kind <kind>', words.optKind).choices(['citation', 'quantity', 'award', 'document']))
    .option('--below <share>', words.optBelow, share)
    .option('--all', words.optEvery)
    .option('--limit <count>', messages.optLimit, help.wholeNumber, 50)
    .addHelpText(
      'after',
      help.examples([
        'review --only conflict',
        'review --report bao-cao-2022.docx --all --kind quantity',
        'review show 3fa2b1c9:c1204',
        'review accept 3fa2b1c9:c1204 --as 2 --by Lan',
        'review correct 3fa2b1c9:c1204 --number 1085/QĐ-UBND --date 15/8/2022 --reason "xem bản gốc"',
        'review correct 3fa2b1c9:q882 --value "38,6 tỷ đồng" --period 2022',
        'review merge 1085/QD-UBNO 1085/QĐ-UBND',
        'review undo 9c41e0b7aa',
      ]),
    )
    .action(
      run(async (context, options: ReviewOptions) =>
        (await import('./commands/review.js')).reviewCommand(context, options),
      ),
    );
  review
    .command('show')
    .description(words.cmdShow)
    .argument('<id>', words.argItem)
    .action(run(async (context, id: string) => (await import('./commands/review.js')).reviewShowCommand(context, id)));
  review
    .command('history')
    .description(words.cmdHistory)
    .option('--report <report>', words.optReport)
    .option('--limit <count>', messages.optLimit, help.wholeNumber, 200)
    .action(
      run(async (context, options: { limit: number; report?: string }) =>
        (await import('./commands/review.js')).reviewHistoryCommand(context, options),
      ),
    );
  review
    .command('export')
    .description(words.cmdExport)
    .option('--out <file>', messages.optOut)
    .action(
      run(async (context, options: { out?: string }) =>
        (await import('./commands/review-exchange.js')).reviewExportCommand(context, options),
      ),
    );
  review
    .command('import')
    .description(words.cmdImport)
    .argument('<file>', words.argExport)
    .action(
      run(async (context, file: string) =>
        (await import('./commands/review-exchange.js')).reviewImportCommand(context, file),
      ),
    );

  const load = () => import('./commands/review-decide.js');
  const deciding = (name: string, description: string): Command =>
    review
      .command(name)
      .description(description)
      .option('--by <name>', words.optBy, env['TRICHLUC_BY'] ?? loginName())
      .option('--reason <text>', words.optWhy);
  deciding('accept', words.cmdAccept)
    .argument('<id...>', words.argItems)
    .option('--as <key|n>', words.optAs)
    .action(
      run(async (context, ids: string[], options: Decider & { as?: string }) =>
        (await load()).acceptCommand(context, ids, options),
      ),
    );
  deciding('reject', words.cmdReject)
    .argument('<id...>', words.argItems)
    .action(
      run(async (context, ids: string[], options: Decider) => (await load()).rejectCommand(context, ids, options)),
    );
  deciding('correct', words.cmdCorrect)
    .argument('<id|report|number>', words.argCorrect)
    .option('--number <number>', words.optNumber, documentNumber)
    .option('--date <date>', words.optDate, day)
    .option('--issuer <name>', words.optIssuer)
    .option('--type <code>', words.optType)
    .addOption(new Option('--role <role>', words.optRole).choices(citationRole.options))
    .option('--value <value>', words.optValue)
    .option('--unit <words>', words.optUnit)
    .option('--indicator <words>', words.optIndicator)
    .option('--period <period>', words.optPeriod, period)
    .addOption(new Option('--basis <basis>', words.optBasis).choices(quantity.unwrap().shape.basis.options))
    .option('--award <name>', words.optAward)
    .option('--count <count>', words.optCount, countOrNone)
    .addOption(
      new Option('--recipient <kind>', words.optRecipient).choices(award.unwrap().shape.recipient.unwrap().options),
    )
    .option('--name <words>', words.optName)
    .option('--grantor <words>', words.optGrantor)
    .addOption(new Option('--status <status>', words.optStatus).choices(award.unwrap().shape.status.options))
    .action(
      run(async (context, id: string, options: Decider & TypedFields) =>
        (await load()).correctCommand(context, id, options),
      ),
    );
  deciding('merge', words.cmdMerge)
    .argument('<a>', words.argMerged)
    .argument('<b>', words.argInto)
    .action(
      run(async (context, from: string, into: string, options: Decider) =>
        (await load()).mergeCommand(context, from, into, options),
      ),
    );
  deciding('split', words.cmdSplit)
    .argument('<id...>', words.argItems)
    .action(
      run(async (context, ids: string[], options: Decider) => (await load()).splitCommand(context, ids, options)),
    );
  deciding('undo', words.cmdUndo)
    .argument('<id>', words.argCorrection)
    .action(run(async (context, id: string, options: Decider) => (await load()).undoCommand(context, id, options)));
}

/** `trichluc reextract` and `trichluc remove` */
export function addUpkeepCommands(
  program: Command,
  messages: Messages,
  run: Run,
  help: { readonly examples: (lines: readonly string[]) => string; readonly wholeNumber: (text: string) => number },
): void {
  const words = messages.reextract;
  program
    .command('reextract')
    .description(words.cmd)
    .argument('[report...]', words.argReports)
    .option('--dry-run', words.optDryRun)
    .option('--all', words.optAll)
    .option('--limit <count>', messages.optLimit, help.wholeNumber, 50)
    .addHelpText('after', help.examples(['reextract --dry-run', 'reextract', 'reextract bao-cao-2022.docx --all']))
    .action(
      run(async (context, names: string[], options: ReextractOptions) =>
        (await import('./commands/reextract.js')).reextractCommand(context, names, options),
      ),
    );
  program
    .command('remove')
    .description(words.cmdRemove)
    .argument('<report...>', words.argRemoved)
    .option('--yes', words.optYes)
    .addHelpText('after', help.examples(['remove bao-cao-2022.docx --yes']))
    .action(
      run(async (context, names: string[], options: { yes?: boolean }) =>
        (await import('./commands/remove.js')).removeCommand(context, names, options),
      ),
    );
}

/** The name that the computer knows the person by. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return '?'; // a container's user may have no name
  }
}

function share(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError('0 – 1');
  return value;
}

/** 15/8/2022, 2022-08-15 and 2022-08 */
function day(text: string): string {
  const [year, month, rest] = text.split('-');
  const iso =
    /^\d{4}-\d{2}(?:-\d{2})?$/.test(text) && rest !== undefined
      ? dateAt(`${rest}/${month}/${year}`, 0)?.iso
      : /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)
        ? text
        : dateAt(text, 0)?.iso;
  if (iso == null) throw new InvalidArgumentError('15/8/2022, 2022-08-15');
  return iso;
}

function period(text: string): string | null {
  if (text.trim() === '') return null;
  if (!periodWritten.safeParse(text.trim()).success) throw new InvalidArgumentError('2022, 2023-Q2, 2021/2025');
  return text.trim();
}

function countOrNone(text: string): number | null {
  if (text.trim() === '') return null;
  const count = Number(text.replace(/\.(?=\d{3}(?!\d))/g, ''));
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError('15');
  return count;
}

function documentNumber(text: string): string {
  const number = text.normalize('NFC').replace(/\s+/gu, '');
  if (!/^\d/u.test(number)) throw new InvalidArgumentError('1085/QĐ-UBND');
  return number;
}
