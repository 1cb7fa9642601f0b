import { Redis } from 'ioredis';
import { queueNames } from './report-job.js';

/** What all archives on a Redis had before each had keys of its own. */
export const formerPrefix = 'trichluc';

/**
 * How many keys an earlier version left in a Redis: nothing reads them any more, since the database knows what is to be
 * done. Whose they were they do not say, so they are only counted.
 *
 * @throws Error the server does not answer
 */
export async function countFormerKeys(url: string): Promise<number> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    const keys = new Set<string>();
    // A scan may name a key twice.
    for await (const some of client.scanStream({ match: `${formerPrefix}:*`, count: 1000 }))
      for (const key of some as readonly string[])
        if (queueNames.some((name) => key.startsWith(`${formerPrefix}:${name}:`))) keys.add(key);
    return keys.size;
  } finally {
    client.disconnect();
  }
}
