import type { Worker as TesseractWorker } from 'tesseract.js';
import { PipelineError } from '../../model/index.js';
import { packedDataFolder } from './language-data.js';
import { type PageImage, toPgm } from './page-image.js';
import { readHocr } from './read-hocr.js';
import type { Recogniser } from './recogniser.js';

/** Its memory only grows and its dictionary learns from what it misread: after so many pages it starts afresh. */
const pagesOfAWorker = 25;

/** Tesseract compiled to WASM, in threads of its own: slower than the command, but always there. */
export function tesseractWasm(version: string): Recogniser {
  const idle: { readonly worker: TesseractWorker; readonly pages: number }[] = [];
  return {
    name: `tesseract.js ${version}`,
    async recognise(image, timeoutMs) {
      const { worker, pages } = idle.pop() ?? { worker: await startWorker(), pages: 0 };
      let timer: NodeJS.Timeout | undefined;
      try {
        const late = new Promise<never>((_, reject) => {
          timer = setTimeout(
            () =>
              reject(
                new PipelineError('timeout', `text recognition took longer than ${timeoutMs / 1000} s for one page`),
              ),
            timeoutMs,
          );
        });
        const hocr = await Promise.race([recogniseOnce(worker, image), late]);
        if (pages + 1 < pagesOfAWorker) idle.push({ worker, pages: pages + 1 });
        else await worker.terminate();
        return readHocr(hocr);
      } catch (cause) {
        await worker.terminate();
        if (cause instanceof PipelineError) throw cause;
        throw new PipelineError('internal', `tesseract.js failed: ${String(cause)}`, { cause });
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      await Promise.all(idle.splice(0).map(({ worker }) => worker.terminate()));
    },
  };
}

async function startWorker(): Promise<TesseractWorker> {
  // 100 ms to load and rarely needed.
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const worker = await createWorker('vie', OEM.LSTM_ONLY, {
    // A folder and no address: nothing is fetched, nothing is kept elsewhere.
    langPath: packedDataFolder(),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => {},
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, hocr_char_boxes: '1' });
  return worker;
}

async function recogniseOnce(worker: TesseractWorker, image: PageImage): Promise<string> {
  await worker.setParameters({ user_defined_dpi: `${image.dpi}` });
  const { data } = await worker.recognize(toPgm(image), {}, { hocr: true, text: false });
  return data.hocr ?? '';
}
