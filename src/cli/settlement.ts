import type { ReportEnd } from '../queue/index.js';
import type { ReportId } from '../store/index.js';

/** Which reports are waited for, and how each ended. */
export interface Settlement {
  /** one more file waits for this report; a report that has ended settles it at once */
  expect(report: ReportId): void;
  /** a report ended, waited for or not */
  end(how: ReportEnd): void;
  endOf(report: ReportId): ReportEnd | undefined;
  awaited(): readonly ReportId[];
  /** when a report last ended, any or one that was waited for; ms */
  readonly lastEnd: number;
  readonly lastAwaitedEnd: number;
}

export function openSettlement(now: () => number, onSettled: (files: number) => void): Settlement {
  const ends = new Map<ReportId, ReportEnd>();
  const awaited = new Map<ReportId, number>();
  let lastEnd = now();
  let lastAwaitedEnd = now();
  return {
    expect(report) {
      if (ends.has(report)) onSettled(1);
      else awaited.set(report, (awaited.get(report) ?? 0) + 1);
    },
    end(how) {
      ends.set(how.report, how);
      lastEnd = now();
      const files = awaited.get(how.report);
      if (files === undefined) return;
      lastAwaitedEnd = lastEnd;
      awaited.delete(how.report);
      onSettled(files);
    },
    endOf: (report) => ends.get(report),
    awaited: () => [...awaited.keys()],
    get lastEnd() {
      return lastEnd;
    },
    get lastAwaitedEnd() {
      return lastAwaitedEnd;
    },
  };
}
