#!/usr/bin/env node
import { CommanderError } from 'commander';
import { languageOf } from './config.js';
import { ArchiveError, reasonOf, UsageError } from './errors.js';
import { messagesIn } from './messages/index.js';
import { makeProgram } from './program.js';
import { openTerminal } from './terminal.js';

const terminal = openTerminal(process.stdout, process.stderr, process.env);
const stopping = new AbortController();
let status = 0;

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  const stop = () => {
    // Asked twice, the program goes at once; the archive bears that too.
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort(new Error(name));
  };
  process.on(name, stop);
}

/** Help is in the person's language, so the flag is looked for before the commands are made. */
function languageAsked(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at === -1) return undefined;
  const language = argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : argv[at + 1];
  // A wrong one is commander's to refuse, in a sentence that names the right ones.
  return language === 'vi' || language === 'en' ? language : undefined;
}

const messages = messagesIn(languageOf(languageAsked(process.argv), process.env));
const program = makeProgram({
  env: process.env,
  terminal,
  messages,
  signal: stopping.signal,
  onExit: (code) => {
    status = code;
  },
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  status = statusOf(error);
}
// A process or a socket that is slow to end must not keep the person waiting: everything is stored and closed by now.
process.stdout.write('', () => process.exit(status));
if (process.stdout.destroyed) process.exit(status);

function statusOf(error: unknown): number {
  // Commander has said it already: help and version are no mistakes, everything else is wrong usage.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    terminal.err(`${messages.error(error.message)}\n`);
    return 2;
  }
  if (error instanceof ArchiveError) {
    terminal.err(`${messages.error(error.message)}\n`);
    return 3;
  }
  if (stopping.signal.aborted) {
    terminal.err(`${messages.interrupted}\n`);
    return 130;
  }
  terminal.err(`${messages.error(reasonOf(error))}\n`);
  // The rest are mistakes of ours, or an archive that broke down in the middle of the work.
  if (error instanceof TypeError || error instanceof RangeError)
    terminal.err(`${error.stack}\n${messages.internalError}\n`);
  return 3;
}
