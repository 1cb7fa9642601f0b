import { userInfo } from 'node:os';
import { type Command, Option } from 'commander';
import { award, citationRole, quantity } from '../model/index.js';
import type { ReviewOptions } from './commands/review.js';
import type { Decider } from './commands/review-decide.js';
import type { TypedFields } from './commands/review-fields.js';
import type { Messages } from './messages/index.js';
import { countOrNone, day, documentNumber, period, share, wholeNumber } from './option-values.js';
import { examples } from './program-help.js';
import type { Run } from './run-command.js';

/** `trichluc review` and what a person decides with it. */
export function addReviewCommands(program: Command, messages: Messages, env: NodeJS.ProcessEnv, run: Run): void {
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
    .option('--limit <count>', messages.optLimit, wholeNumber, 50)
    .addHelpText(
      'after',
      examples(messages, [
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
    .option('--limit <count>', messages.optLimit, wholeNumber, 200)
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

/** The name that the computer knows the person by. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return '?'; // a container's user may have no name
  }
}
