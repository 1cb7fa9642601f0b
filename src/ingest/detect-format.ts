export type Format = 'docx' | 'pdf' | 'text' | 'markdown';

/** The kind of a file, read from its bytes; null when no reader knows it. The name decides only between text kinds. */
export function detectFormat(bytes: Uint8Array, name: string): Format | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'docx';
  return /\.(md|markdown)$/i.test(name) ? 'markdown' : 'text';
}
