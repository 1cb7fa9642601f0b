import { SingleBar } from 'cli-progress';
import type { Messages } from './messages/index.js';
import type { Terminal } from './terminal.js';

/** How far a long work is. `update` is cheap and may be called for every file. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** A line in a log every so often; the first after this long, so that short works print none. */
const lineEveryMs = 5_000;

/** A bar with rate and time left on a terminal, now and then a plain line in a pipe. Both on the standard error. */
export function startProgress(terminal: Terminal, messages: Messages, expected: number, now: () => number): Progress {
  const began = now();
  const rate = (done: number) => done / Math.max((now() - began) / 1000, 0.001);
  const left = (done: number, total: number) => (done === 0 ? '…' : duration((total - done) / rate(done)));
  if (!terminal.errIsTerminal) {
    let last = began;
    return {
      update: (done, total) => {
        if (now() - last < lineEveryMs) return;
        last = now();
        terminal.err(`${messages.progressLine(done, total, rate(done).toFixed(1), left(done, total))}\n`);
      },
      stop: () => {},
    };
  }
  const bar = new SingleBar({
    format: `{bar} {percentage}% {value}/{total} · {rate}/s · ${messages.timeLeft} {left}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    stream: process.stderr,
    fps: 8,
    barsize: 28,
  });
  bar.start(expected, 0, { rate: '…', left: '…' });
  return {
    update: (done, total) => {
      if (bar.getTotal() !== total) bar.setTotal(total);
      bar.update(done, { rate: rate(done).toFixed(1), left: left(done, total) });
    },
    stop: () => bar.stop(),
  };
}

/** "1:02:03", "4:05"; seconds rounded up. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
