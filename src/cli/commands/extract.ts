import { basename, extname, resolve } from 'node:path';
import { PipelineError } from '../../model/index.js';
import { createStagePool, type ReportGraph } from '../../pipeline/index.js';
import {
  printAwards,
  printCitations,
  printConversions,
  printHeader,
  printQuantities,
  printTroubles,
} from '../print-extraction.js';
import { printJson } from '../print-json.js';
import { type Context, recognitionOf } from '../session.js';

/** For scans: how many pages there are is not known before. */
const recognitionMs = 3_600_000;

/** `trichluc extract <file>`: one file in, its records out, in a process with the same limits as an import. */
export async function extractCommand(
  context: Context,
  file: string,
  { text }: { readonly text?: boolean },
): Promise<number> {
  const { config, terminal, messages, signal } = context;
  const name = basename(file).normalize('NFC');
  // The same report may come as DOCX, PDF or text: its records carry one name.
  const document = basename(name, extname(name));
  const pool = createStagePool({ threads: 1, memoryMb: config.memoryMb, timeoutMs: config.timeoutMs });
  const recognition = recognitionOf(config);
  let graph: ReportGraph;
  try {
    graph = await pool.run({
      path: resolve(file),
      name,
      save: async () => {},
      signal,
      ...(recognition === undefined ? {} : { recognition, extraMs: recognitionMs }),
    });
  } catch (error) {
    if (signal.aborted) return 130;
    if (!(error instanceof PipelineError)) throw error;
    const { code, message } = error;
    if (config.json) await terminal.out(printJson({ document, failure: { code, message } }));
    terminal.err(`${messages.error(`${file}: ${messages.failures[code]} (${code}: ${message})`)}\n`);
    return 1;
  } finally {
    await pool.close();
  }
  const { extraction } = graph;
  if (text)
    await terminal.out(config.json ? printJson({ document, text: graph.document.text }) : `${graph.document.text}\n`);
  else if (config.json) await terminal.out(printJson({ document, ...extraction }));
  else {
    await terminal.out(printHeader(context, extraction.header));
    const citations = extraction.citations.map((citation) => ({ citation, uncertain: false }));
    await terminal.out(printCitations(context, citations));
    await terminal.out(printQuantities(context, extraction.quantities));
    await terminal.out(printTroubles(context, extraction.diagnostics));
    await terminal.out(printConversions(context, graph.document.warnings));
    await terminal.out(printAwards(context, extraction.awards));
  }
  return 0;
}
