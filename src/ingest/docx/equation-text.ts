import { attribute, localName, parseXml } from './parse-xml.js';
import { escapeXml } from './xml-edits.js';

interface Brackets {
  open: string;
  close: string;
  between: string;
  parts: number;
}

/**
 * An equation in a line, as runs that mammoth reads: «12/15» for a fraction, raised and lowered letters as such, brackets
 * as they are drawn. Office reports write «m²», shares and temperatures with it; of what needs two dimensions the letters
 * are kept in reading order.
 *
 * @param xml an `m:oMath` element
 * @param prefix of WordprocessingML's names in the part, with its colon
 * @source ECMA-376 part 1, 22.1
 */
export function equationRuns(xml: string, part: string, prefix: string): string {
  const path: string[] = [];
  const runs: string[] = [];
  const brackets: Brackets[] = [];
  const add = (text: string) => {
    if (text === '') return;
    const raised = path.includes('sup') ? 'superscript' : path.includes('sub') ? 'subscript' : null;
    const look = raised === null ? '' : `<${prefix}rPr><${prefix}vertAlign ${prefix}val="${raised}"/></${prefix}rPr>`;
    // Italic and bold letters of mathematics are letters.
    const plain = text.replace(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize('NFKC'));
    runs.push(`<${prefix}r>${look}<${prefix}t xml:space="preserve">${escapeXml(plain)}</${prefix}t></${prefix}r>`);
  };
  parseXml(xml, part, {
    open(name, attributes) {
      const local = localName(name);
      const holder = path.at(-1);
      path.push(local);
      const innermost = brackets.at(-1);
      const sign = attribute(attributes, 'val') ?? '';
      if (local === 'd') brackets.push({ open: '(', close: ')', between: '|', parts: 0 });
      else if (local === 'den') add('/');
      else if (holder === 'dPr' && innermost !== undefined) {
        if (local === 'begChr') innermost.open = sign;
        else if (local === 'endChr') innermost.close = sign;
        else if (local === 'sepChr') innermost.between = sign;
      } else if (holder === 'naryPr' && local === 'chr') add(sign);
      else if (holder === 'd' && local === 'e' && innermost !== undefined) {
        add(innermost.parts === 0 ? innermost.open : innermost.between);
        innermost.parts += 1;
      }
    },
    text(text) {
      if (path.at(-1) === 't') add(text);
    },
    close(name) {
      if (localName(name) === 'd') add(brackets.pop()?.close ?? '');
      path.pop();
    },
  });
  return runs.join('');
}
