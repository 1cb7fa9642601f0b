import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FailureCode } from '../../model/index.js';
import type { FileSurvey } from '../../pipeline/index.js';
import { fold } from '../../text/fold.js';
import { NearDuplicates } from '../../text/near-duplicates.js';

/** Files drawn to be timed. */
const mostTimed = 40;
/** Scans of which the first pages are recognised to be timed. */
const mostTimedScans = 3;

export type Secrecy = 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';

export interface Timed {
  readonly path: string;
  readonly bytes: number;
  readonly pages: number;
  readonly readMs: number;
}

/** What a survey found, all of it ready to be printed. */
export interface Findings {
  readonly files: number;
  readonly bytes: number;
  /** by kind; null: of no kind that is known, or not opened */
  readonly kinds: ReadonlyMap<string | null, { files: number; bytes: number }>;
  readonly failed: readonly { readonly path: string; readonly code: FailureCode; readonly message: string }[];
  readonly recognition: { files: number; pages: number };
  /** pages of PDFs that can be read without recognition */
  readonly typedPages: number;
  readonly legacyFiles: number;
  readonly legacy: ReadonlyMap<string, number>;
  /** paths of the same bytes, the first one first */
  readonly sameBytes: readonly (readonly string[])[];
  readonly inArchive: readonly string[];
  readonly near: readonly (readonly string[])[];
  readonly sameTemplate: readonly (readonly string[])[];
  readonly secret: ReadonlyMap<Secrecy, readonly string[]>;
  readonly urgent: ReadonlyMap<string, readonly string[]>;
  /** reports by the year of their own date; null: their head names none */
  readonly years: ReadonlyMap<string | null, number>;
  /** what reading all that an import would take in takes in one process */
  readonly readMs: number;
  readonly toTake: number;
  /** drawn from what can be read: every file with the same chance */
  readonly sample: readonly Timed[];
  readonly scanSample: readonly Timed[];
}

/** Gathers what is known of files; keeps of each its path, its hash and the sketch of its text. */
export class Tally {
  private files = 0;
  private bytes = 0;
  private readonly kinds = new Map<string | null, { files: number; bytes: number }>();
  private readonly failed: { path: string; code: FailureCode; message: string }[] = [];
  private readonly recognition = { files: 0, pages: 0 };
  private typedPages = 0;
  private legacyFiles = 0;
  private readonly legacy = new Map<string, number>();
  private readonly paths: string[] = [];
  private readonly byHash = new Map<string, number>();
  private readonly copies = new Map<number, number[]>();
  private readonly inArchive: string[] = [];
  private readonly texts = new NearDuplicates();
  private readonly textPaths: number[] = [];
  private readonly secret = new Map<Secrecy, string[]>();
  private readonly urgent = new Map<string, string[]>();
  private readonly years = new Map<string | null, number>();
  private readMs = 0;
  private toTake = 0;
  private readonly sample: Timed[] = [];
  private readonly scanSample: Timed[] = [];
  private drawn = 0;
  private drawnScans = 0;
  private copied = 0;
  private seed = 20_221_205;

  /**
   * @param isKept whether an archive has a file with this hash already
   * @param sampleFolder for drawn files that lie in archives
   */
  constructor(
    private readonly isKept: (sha256: string, bytes: number) => Promise<boolean>,
    private readonly sampleFolder: string,
  ) {}

  addFailed(path: string, code: FailureCode, message: string): void {
    this.files += 1;
    this.failed.push({ path, code, message });
    this.addKind(null, 0);
  }

  /** @param file where the bytes lie for now, when they lie in an archive */
  async add(path: string, survey: FileSurvey, file?: string): Promise<void> {
    const { sha256, bytes, format, header, failure, recognitionPages } = survey;
    const kept = await this.isKept(sha256, bytes);
    this.files += 1;
    this.bytes += bytes;
    this.addKind(format, bytes);
    const index = this.paths.push(path) - 1;
    // A hash in 16 bytes: half of sha256 tells 100,000 files apart as surely as all of it.
    const key = Buffer.from(sha256.slice(0, 32), 'hex').toString('latin1');
    const first = this.byHash.get(key);
    if (first !== undefined) {
      this.copies.set(first, [...(this.copies.get(first) ?? [first]), index]);
      if (failure !== null) this.failed.push({ path, ...failure });
      return;
    }
    this.byHash.set(key, index);
    if (kept) this.inArchive.push(path);
    else {
      this.toTake += 1;
      this.readMs += survey.readMs;
    }
    if (failure !== null) {
      this.failed.push({ path, ...failure });
      return;
    }
    const timed = { path: file ?? path, bytes, pages: recognitionPages, readMs: survey.readMs };
    if (recognitionPages > 0) {
      this.recognition.files += 1;
      if (!kept) this.recognition.pages += recognitionPages;
      this.drawnScans += 1;
      await this.draw(this.scanSample, mostTimedScans, this.drawnScans, timed, file !== undefined);
    } else {
      if (format === 'pdf' && !kept) this.typedPages += survey.pageCount ?? 0;
      this.drawn += 1;
      await this.draw(this.sample, mostTimed, this.drawn, timed, file !== undefined);
    }
    if (survey.encodings.length > 0) this.legacyFiles += 1;
    for (const encoding of survey.encodings) this.legacy.set(encoding, (this.legacy.get(encoding) ?? 0) + 1);
    if (header === null) return;
    if (survey.sketch !== null) {
      this.texts.add(survey.sketch, header);
      this.textPaths.push(index);
    }
    const secrecy = header.secrecy === null ? null : gradeOf(header.secrecy);
    if (secrecy !== null) addTo(this.secret, secrecy, path);
    if (header.urgency !== null) addTo(this.urgent, header.urgency.toUpperCase(), path);
    const year = header.date?.slice(0, 4) ?? null;
    this.years.set(year, (this.years.get(year) ?? 0) + 1);
  }

  findings(): Findings {
    const { near, sameTemplate } = this.texts.groups();
    const named = (sets: readonly (readonly number[])[]) =>
      inOrder(sets.map((set) => set.map((text) => this.paths[this.textPaths[text]!]!)));
    return {
      files: this.files,
      bytes: this.bytes,
      kinds: this.kinds,
      failed: this.failed,
      recognition: this.recognition,
      typedPages: this.typedPages,
      legacyFiles: this.legacyFiles,
      legacy: this.legacy,
      sameBytes: inOrder([...this.copies.values()].map((set) => set.map((index) => this.paths[index]!))),
      inArchive: this.inArchive,
      near: named(near),
      sameTemplate: named(sameTemplate),
      secret: this.secret,
      urgent: this.urgent,
      years: this.years,
      readMs: this.readMs,
      toTake: this.toTake,
      sample: this.sample,
      scanSample: this.scanSample,
    };
  }

  private addKind(format: string | null, bytes: number): void {
    const kind = this.kinds.get(format) ?? { files: 0, bytes: 0 };
    this.kinds.set(format, { files: kind.files + 1, bytes: kind.bytes + bytes });
  }

  /** Algorithm R (Waterman, in Knuth 3.4.2): the sample is a fair one at any moment, also when the survey is stopped. */
  private async draw(sample: Timed[], most: number, met: number, timed: Timed, copied: boolean): Promise<void> {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    const place = sample.length < most ? sample.length : Math.floor((this.seed / 2 ** 32) * met);
    if (place >= most) return;
    sample[place] = timed;
    if (!copied) return;
    this.copied += 1;
    const path = join(this.sampleFolder, String(this.copied));
    sample[place] = { ...timed, path };
    await copyFile(timed.path, path);
  }
}

/** Files are done in the order in which processes end them: what is printed does not depend on it. */
const inOrder = (sets: readonly string[][]): string[][] =>
  sets.map((set) => set.sort()).sort(([a], [b]) => (a! < b! ? -1 : 1));

function addTo<Key>(map: Map<Key, string[]>, key: Key, path: string): void {
  map.set(key, [...(map.get(key) ?? []), path]);
}

/** The three grades of the law (29/2018/QH14, article 8), however they are typed. */
function gradeOf(mark: string): Secrecy {
  const folded = fold(mark);
  if (folded.startsWith('tuyet')) return 'TUYỆT MẬT';
  return folded.startsWith('toi') ? 'TỐI MẬT' : 'MẬT';
}
