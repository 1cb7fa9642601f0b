import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import { PipelineError } from '../../model/index.js';

/** Word itself stays under a hundred; a reader that calls itself for every level must not meet a million. */
const deepest = 400;

export interface XmlHandlers {
  /** `end` is the offset after the tag's ">" */
  open?(name: string, attributes: Readonly<Record<string, string>>, end: number, selfClosing: boolean): void;
  close?(name: string, end: number, selfClosing: boolean): void;
  text?(text: string): void;
}

/**
 * Runs over one XML part of a package, once, without building a tree.
 *
 * @throws PipelineError `corrupt` when it is not well-formed, is nested too deep, or brings its own entities, which no
 *   office document may (ECMA-376 part 2, 9.1.3) and which are how small files grow without bound
 */
export function parseXml(xml: string, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  const fail = (why: string, cause?: unknown): never => {
    throw new PipelineError('corrupt', `${part} ${why}`, { cause });
  };
  parser.on('error', (error) => fail('is not well-formed XML', error));
  parser.on('doctype', () => fail('declares a document type'));
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    depth += 1;
    if (depth > deepest) fail(`is nested more than ${deepest} levels deep`);
    handlers.open?.(name, attributes as Record<string, SaxesAttributePlain['value']>, parser.position, isSelfClosing);
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    depth -= 1;
    handlers.close?.(name, parser.position, isSelfClosing);
  });
  if (handlers.text !== undefined) parser.on('text', (text) => handlers.text?.(text));
  parser.write(xml).close();
}

/** Name without its prefix: packages of other producers than Word may call "w:" something else. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its local name. */
export function attribute(attributes: Readonly<Record<string, string>>, local: string): string | undefined {
  if (attributes[`w:${local}`] !== undefined) return attributes[`w:${local}`];
  for (const name in attributes) if (localName(name) === local) return attributes[name];
  return undefined;
}

/** A switch such as `<w:b/>` or `<w:b w:val="0"/>`. */
export const isOn = (attributes: Readonly<Record<string, string>>): boolean =>
  !/^(?:0|false|off|none)$/.test(attribute(attributes, 'val') ?? '1');
