import type { Diagnostic } from '../../model/index.js';
import type { RecognisedText } from './place-words.js';

/** Under this mean certainty every tenth word is wrong or worse. */
const doubtful = 0.8;

/** Says of each page that it was read off a picture, and how sure that reading is. */
export function recognisedWarnings(pages: ReadonlyMap<number, RecognisedText>): Diagnostic[] {
  return [...pages]
    .sort(([a], [b]) => a - b)
    .map(([page, { by, confidence }]) => {
      const percent = Math.round(confidence * 100);
      return confidence >= doubtful
        ? {
            code: 'ocr/recognised',
            level: 'info' as const,
            message: `Page ${page} was read off a picture by ${by}, ${percent} % sure`,
            page,
          }
        : {
            code: 'ocr/doubtful',
            level: 'warning' as const,
            message: `Page ${page} was read off a picture by ${by}, only ${percent} % sure: compare it with the original`,
            page,
          };
    });
}
