import type { Command } from 'commander';
import { type GlobalFlags, readConfig } from './config.js';
import type { Messages } from './messages/index.js';
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

/** Wires a command: its arguments and options as commander parsed them, behind the context it runs in. */
export type Run = <Parsed extends unknown[]>(
  work: (context: Context, ...parsed: Parsed) => Promise<number>,
) => (...given: unknown[]) => Promise<void>;

/** Runs commands with the configuration that their options and the environment give, and tells what each ended with. */
export const runnerOf =
  ({ env, terminal, messages, signal, onExit }: Surroundings): Run =>
  <Parsed extends unknown[]>(work: (context: Context, ...parsed: Parsed) => Promise<number>) =>
  async (...given: unknown[]) => {
    const command = given.at(-1) as Command;
    const config = readConfig(command.optsWithGlobals<GlobalFlags>(), env);
    onExit(await work({ config, terminal, messages, signal }, ...(given.slice(0, -1) as Parsed)));
  };
