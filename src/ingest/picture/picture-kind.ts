export type PictureKind = 'png' | 'jpeg' | 'tiff';

/** What a picture's first bytes say it is. */
export function pictureKind(head: Uint8Array): PictureKind | null {
  const start = Buffer.from(head.subarray(0, 4)).toString('latin1');
  if (start === '\u0089PNG') return 'png';
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  return start === 'II*\u0000' || start === 'MM\u0000*' ? 'tiff' : null;
}
