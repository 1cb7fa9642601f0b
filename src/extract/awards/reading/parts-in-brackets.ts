import type { AwardEvent } from '../award-event.js';
import { gapBefore, type Scan } from './scan.js';

/** «27 Bằng khen (09 tập thể, 18 cá nhân) và 12 Cờ thi đua»: whether before a term a bracket closes that counted the parts of an award alone. */
export function closesParts(scan: Scan, at: number): boolean {
  if (!/\)\s*(?:,\s*)?$/.test(gapBefore(scan, at))) return false;
  const opens = scan.events.findLastIndex((event) => event.kind === 'recipient' && event.opened === true);
  return opens > 0 && isCountedAward(scan.events[opens - 1]!) && scan.events.slice(opens).every(isCounted);
}

const isCountedAward = (event: AwardEvent): boolean => event.kind === 'award' && event.count !== null;
const isCounted = (event: AwardEvent): boolean => event.kind === 'recipient' && event.count !== null;
