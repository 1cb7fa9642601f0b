import type { Command } from 'commander';
import type { ReextractOptions } from './commands/reextract.js';
import type { Messages } from './messages/index.js';
import { wholeNumber } from './option-values.js';
import { examples } from './program-help.js';
import type { Run } from './run-command.js';

/** `trichluc reextract` and `trichluc remove` */
export function addUpkeepCommands(program: Command, messages: Messages, run: Run): void {
  const words = messages.reextract;
  program
    .command('reextract')
    .description(words.cmd)
    .argument('[report...]', words.argReports)
    .option('--dry-run', words.optDryRun)
    .option('--all', words.optAll)
    .option('--limit <count>', messages.optLimit, wholeNumber, 50)
    .addHelpText('after', examples(messages, ['reextract --dry-run', 'reextract', 'reextract bao-cao-2022.docx --all']))
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
    .addHelpText('after', examples(messages, ['remove bao-cao-2022.docx --yes']))
    .action(
      run(async (context, names: string[], options: { yes?: boolean }) =>
        (await import('./commands/remove.js')).removeCommand(context, names, options),
      ),
    );
}
