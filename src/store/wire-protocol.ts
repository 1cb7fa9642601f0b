/** The few messages of PostgreSQL's protocol 3.0 that a server in front of PGlite must know. */

/** A message with its type and length. */
export function message(type: string, body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(5 + body.length);
  bytes.write(type, 0, 'latin1');
  bytes.writeInt32BE(4 + body.length, 1);
  bytes.set(body, 5);
  return bytes;
}

export const simpleQuery = (sql: string): Buffer => message('Q', Buffer.from(`${sql}\0`));

/** Longest message taken from a client (a report's text and records go in one); longer ones are refused. */
const longestMessage = 1 << 30;

/**
 * How long the first message is, from its first five bytes; null when no client of ours speaks like this.
 *
 * @param typed whether messages begin with a type byte: all but the start-up packet do
 */
export function messageLength(bytes: Buffer, typed: boolean): number | null {
  const head = typed ? 1 : 0;
  const length = bytes.readInt32BE(head);
  return length < 4 || length > longestMessage ? null : head + length;
}

/** Gives prepared statements of one client names of their own: PGlite's one session knows no clients. */
export function scopeStatementNames(bytes: Buffer, prefix: string, known: Set<string>): Buffer {
  const kind = String.fromCharCode(bytes[0] ?? 0);
  let at: number;
  if (kind === 'P') at = 5;
  else if (kind === 'B') at = bytes.indexOf(0, 5) + 1;
  else if ((kind === 'D' || kind === 'C') && bytes[5] === 0x53) at = 6;
  else return bytes;
  const end = bytes.indexOf(0, at);
  if (end <= at) return bytes;
  const name = prefix + bytes.toString('utf8', at, end);
  if (kind === 'P') known.add(name);
  if (kind === 'C') known.delete(name);
  return message(kind, Buffer.concat([bytes.subarray(5, at), Buffer.from(name), bytes.subarray(end)]));
}

/** An answer of the server with its notifications taken out, and what else must be known of it. */
export function notificationsApart(answer: Buffer): {
  readonly rest: Buffer;
  readonly notifications: readonly Buffer[];
  readonly tags: readonly string[];
  readonly errors: readonly string[];
} {
  const rest: Buffer[] = [];
  const notifications: Buffer[] = [];
  const tags: string[] = [];
  const errors: string[] = [];
  let from = 0;
  let at = 0;
  while (at + 5 <= answer.length) {
    const end = at + 1 + answer.readInt32BE(at + 1);
    const kind = answer[at];
    if (kind === 0x41) {
      rest.push(answer.subarray(from, at));
      notifications.push(answer.subarray(at, end));
      from = end;
    } else if (kind === 0x43) tags.push(answer.toString('latin1', at + 5, end - 1));
    else if (kind === 0x45)
      errors.push(/(?:^|\0)C([0-9A-Z]{5})\0/.exec(answer.toString('latin1', at + 5, end))?.[1] ?? '');
    at = end;
  }
  rest.push(answer.subarray(from));
  return { rest: notifications.length === 0 ? answer : Buffer.concat(rest), notifications, tags, errors };
}
