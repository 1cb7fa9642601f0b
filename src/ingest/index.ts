export { type ChildEvent, watchChildren } from './child-processes.js';
export { type FileWithin, type PackedFile, type PackedFiles, unpackFiles } from './containers/unpack-files.js';
export { detectFormat, type Format } from './detect-format.js';
export { encodingsOf } from './legacy/report-conversions.js';
export { chooseRecogniser, type RecogniserChoice } from './ocr/choose-recogniser.js';
export { readDocument } from './read-document.js';
export { type Converted, defaultLimits, type HiddenContent, type OfficeConverter, type ReadLimits } from './reader.js';
export { noRecognition, RecognitionNeeded, type RecognitionOptions } from './recognition.js';

/** Raised with every change of what the readers give for the same bytes. */
export const ingestVersion = 19;
