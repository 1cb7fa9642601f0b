import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import type { Messages } from './messages/index.js';

/** Commander's own words for the parts of a help page, and for what an option takes. */
export function helpIn(messages: Messages): HelpConfiguration {
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

/** Lines that may be typed, below a command's help. */
export const examples = (messages: Messages, lines: readonly string[]): string =>
  `\n${messages.examples}:\n${lines.map((line) => `  $ trichluc ${line}\n`).join('')}`;

/** Below the help of the program: examples, the environment, what its exit status means. */
export function afterHelp(messages: Messages): string {
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
