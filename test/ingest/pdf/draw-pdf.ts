import { deflateSync } from 'node:zlib';

/** A piece of text, drawn in the order given. `x` and `y` are points from the page's top left corner to the baseline. */
export interface DrawnText {
  /** as pieces: each is drawn by one glyph */
  readonly text: string | readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** degrees against the clock */
  readonly angle?: number;
}
export interface DrawnPage {
  readonly texts?: readonly DrawnText[];
  /** strokes: x1, y1, x2, y2 */
  readonly rules?: readonly (readonly [number, number, number, number])[];
  readonly rotate?: 0 | 90 | 180 | 270;
  /** covers the whole page with a picture */
  readonly picture?: boolean;
  /** typed over the page as an annotation with an appearance of its own */
  readonly typed?: readonly DrawnText[];
}

const width = 595;
const height = 842;
/** Codes that Courier has a glyph for: PDFium passes over a text object without any extent. */
const usable = Array.from({ length: 256 }, (_, code) => code).filter(
  (code) => (code > 0x21 && code < 0x7f) || (code > 0xc0 && code < 0xff && code !== 0xd7 && code !== 0xf7),
);
/** Every letter is half as wide as it is high. */
export const advance = 0.5;

/**
 * Writes a PDF by hand: text at given places in a font whose letters are all alike, straight rules, one picture. What
 * is tested is where the letters stand, not what they look like.
 */
export function drawPdf(
  pages: readonly DrawnPage[],
  font = 'Courier',
  attached: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [],
): Uint8Array {
  const codes = new Map<string, number>();
  const hex = (text: string | readonly string[]) =>
    Array.from(text, (letter) => {
      const code = codes.get(letter) ?? usable[codes.size]!;
      codes.set(letter, code);
      return code.toString(16).padStart(2, '0');
    }).join('');
  const operators = ({ text, x, y, size = 14, angle = 0 }: DrawnText) => {
    const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    const matrix = [cos, sin, -sin, cos, x, height - y].map((value) => value.toFixed(4)).join(' ');
    return `BT /F ${size} Tf ${matrix} Tm <${hex(text)}> Tj ET`;
  };

  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '', '', '', '', ''];
  const add = (body: string) => objects.push(body);
  const stream = (dictionary: string, content: string) =>
    `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const resources = '/Resources << /Font << /F 3 0 R >> /XObject << /Im 6 0 R >> >>';
  const kids = pages.map(({ texts = [], rules = [], rotate = 0, picture = false, typed = [] }) => {
    const content = [
      ...(picture ? [`q ${width} 0 0 ${height} 0 0 cm /Im Do Q`] : []),
      ...rules.map(([x1, y1, x2, y2]) => `0.5 w ${x1} ${height - y1} m ${x2} ${height - y2} l S`),
      ...texts.map(operators),
    ].join('\n');
    const contents = add(stream('', content));
    const box = `[0 0 ${width} ${height}]`;
    const annotations = typed.map((text) => {
      const form = add(stream(`/Type /XObject /Subtype /Form /BBox ${box} ${resources}`, operators(text)));
      return add(
        `<< /Type /Annot /Subtype /FreeText /F 4 /Rect ${box} /Contents (x) /DA (/F 12 Tf) /AP << /N ${form} 0 R >> >>`,
      );
    });
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Rotate ${rotate} ${resources} /Contents ${contents} 0 R /Annots [${annotations.map((at) => `${at} 0 R`).join(' ')}] >>`,
    );
  });
  if (attached.length > 0) {
    const names = attached.map(({ name, bytes }) => {
      const packed = Buffer.from(deflateSync(bytes)).toString('latin1');
      const file = add(stream('/Type /EmbeddedFile /Filter /FlateDecode', packed));
      const written = Buffer.from(`\ufeff${name}`, 'utf16le').swap16().toString('hex');
      return `<${written}> << /Type /Filespec /UF <${written}> /F (x) /EF << /F ${file} 0 R >> >>`;
    });
    objects[0] = `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${names.join(' ')}] >> >> >>`;
  }
  if (codes.size > usable.length) throw new RangeError('more different letters than one font holds');
  const mapped = [...codes].map(([letter, code]) => {
    const units = Array.from({ length: letter.length }, (_, i) => letter.charCodeAt(i).toString(16).padStart(4, '0'));
    return `<${code.toString(16).padStart(2, '0')}> <${units.join('')}>`;
  });
  const chunks = Array.from({ length: Math.ceil(mapped.length / 100) }, (_, i) => mapped.slice(i * 100, i * 100 + 100));
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
${chunks.map((chunk) => `${chunk.length} beginbfchar\n${chunk.join('\n')}\nendbfchar`).join('\n')}
endcmap end end`;
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  objects[2] = `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 /Widths [${Array(
    256,
  )
    .fill(advance * 1000)
    .join(' ')}] /ToUnicode 5 0 R >>`;
  objects[3] = 'null';
  objects[4] = stream('', toUnicode);
  objects[5] = stream(
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
    'x',
  );

  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
