/** A program that a reader started for one file, by its process number. */
export type ChildEvent = { readonly pid: number; readonly running: boolean };

type Listener = (event: ChildEvent) => void;
let listener: Listener = () => {};

/**
 * Tells of every program that readers of this thread start and of its end. A thread that is stopped in the middle of a
 * file cannot end the programs it started: whoever stops it does, by these numbers.
 */
export function watchChildren(told: Listener): void {
  listener = told;
}

export const childStarted = (pid: number): void => listener({ pid, running: true });
export const childEnded = (pid: number): void => listener({ pid, running: false });
