import { getHeapStatistics } from 'node:v8';
import { PipelineError } from '../../model/index.js';

/**
 * What mammoth's trees take of the heap for an element or a text at the least: 800,000 line breaks did not fit into 560 MB,
 * 800,000 runs, texts and line breaks not into 624 MB; elements with attributes take twice as much.
 */
const bytesANode = 750;

/**
 * Ends a part early that cannot fit: else the process clears its memory for half a minute, in vain, before it dies.
 *
 * @param heapBytes that the process may have
 * @throws PipelineError `out-of-memory`
 */
export function checkFits(xml: string, part: string, heapBytes = getHeapStatistics().heap_size_limit): void {
  const most = Math.floor(heapBytes / bytesANode);
  let nodes = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    if (xml[at + 1] !== '/') nodes += 1;
    if (at > 0 && xml[at - 1] !== '>') nodes += 1;
    if (nodes > most)
      throw new PipelineError(
        'out-of-memory',
        `${part} has more than ${most} elements and texts, which ${Math.round(heapBytes / 1_048_576)} MB of memory cannot hold`,
      );
  }
}
