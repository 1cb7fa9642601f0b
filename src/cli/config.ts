import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type RecognitionMode, recognitionModes } from '../model/index.js';
import { UsageError } from './errors.js';

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** The environment's part of the configuration; every key with its default. */
const environment = z.object({
  /** folder of the archive */
  TRICHLUC_ARCHIVE: z.string().min(1).default('./archive'),
  /** PostgreSQL ≥ 15; without it the database lies in the archive's folder */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Redis for the queue; without it the queue lies in the database */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** prefix of the keys in Redis, else the archive's own; several machines on one archive must agree on it */
  TRICHLUC_REDIS_PREFIX: z.string().min(1).optional(),
  /** reports at a time */
  TRICHLUC_THREADS: wholeNumber(1, 256).optional(),
  /** heap of one process, MiB */
  TRICHLUC_MEMORY_MB: wholeNumber(32, 65_536).default(1024),
  /** time for one report, seconds */
  TRICHLUC_TIMEOUT_S: wholeNumber(1, 86_400).default(300),
  /** when the letters of pictures are read: where a page has no text, on every page, never */
  TRICHLUC_OCR: z.enum(recognitionModes).default('auto'),
  /** "1": trouble that mends itself is told too */
  TRICHLUC_DEBUG: z.stringbool().default(false),
});

export type Language = 'vi' | 'en';

export interface Config {
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly redis: { readonly url: string; readonly prefix: string | undefined } | undefined;
  readonly threads: number;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly ocr: RecognitionMode;
  readonly debug: boolean;
  readonly json: boolean;
  readonly language: Language;
}

export interface GlobalFlags {
  readonly archive?: string;
  readonly json?: boolean;
  readonly lang?: string;
  readonly ocr?: RecognitionMode;
}

/**
 * Reads flags and environment, once.
 *
 * @throws UsageError naming the key that is wrong
 */
export function readConfig(flags: GlobalFlags, env: NodeJS.ProcessEnv): Config {
  // An empty variable is one that was not set, as in every shell script.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const values = parsed.data;
  const folder = resolve(flags.archive ?? values.TRICHLUC_ARCHIVE);
  return Object.freeze({
    folder,
    databaseUrl: values.DATABASE_URL,
    redis:
      values.REDIS_URL === undefined
        ? undefined
        : Object.freeze({ url: values.REDIS_URL, prefix: values.TRICHLUC_REDIS_PREFIX }),
    threads: values.TRICHLUC_THREADS ?? Math.min(availableParallelism(), 16),
    memoryMb: values.TRICHLUC_MEMORY_MB,
    timeoutMs: values.TRICHLUC_TIMEOUT_S * 1000,
    ocr: flags.ocr ?? values.TRICHLUC_OCR,
    debug: values.TRICHLUC_DEBUG,
    json: flags.json ?? false,
    language: languageOf(flags.lang, env),
  });
}

/** `--lang`, else the locale: Vietnamese where it is Vietnamese, English everywhere else. */
export function languageOf(flag: string | undefined, env: NodeJS.ProcessEnv): Language {
  if (flag !== undefined) {
    if (flag !== 'vi' && flag !== 'en') throw new UsageError(`--lang: vi | en`);
    return flag;
  }
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^vi([_.@-]|$)/i.test(locale) ? 'vi' : 'en';
}
