import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** The two streams and what is known of them. Results go out, everything else goes to err. */
export interface Terminal {
  /** Prints a result. Waits where the reader is slow; does nothing once the reader has gone (`| head`). */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  /** whether a person looks at the results; then they have colours */
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** columns for tables on the standard output */
  readonly width: number;
  /** `text` in this style on a terminal, plain otherwise */
  readonly paint: (style: Style, text: string) => string;
}

type Stream = NodeJS.WriteStream;

/** Width of tables when nobody says how wide the screen is: they may be read in an editor. */
const plainWidth = 100;

export function openTerminal(stdout: Stream, stderr: Stream, env: NodeJS.ProcessEnv): Terminal {
  let gone = false;
  const leave = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  };
  stdout.on('error', leave);
  stderr.on('error', leave);
  const outIsTerminal = stdout.isTTY === true;
  const colours = outIsTerminal && !env['NO_COLOR'];
  return {
    out: (text) =>
      new Promise((resolve) => {
        if (gone || stdout.destroyed || stdout.write(text)) resolve();
        else {
          const done = () => {
            for (const event of ['drain', 'error', 'close']) stdout.removeListener(event, done);
            resolve();
          };
          for (const event of ['drain', 'error', 'close']) stdout.once(event, done);
        }
      }),
    err: (text) => {
      if (!stderr.destroyed) stderr.write(text);
    },
    outIsTerminal,
    errIsTerminal: stderr.isTTY === true,
    width: (outIsTerminal ? stdout.columns : Number(env['COLUMNS'])) || plainWidth,
    paint: (style, text) => (colours ? styleText(style, text, { validateStream: false }) : text),
  };
}
