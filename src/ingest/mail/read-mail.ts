import PostalMime, { type Email } from 'postal-mime';
import { PipelineError, type SourceDocument } from '../../model/index.js';
import { attachedWarning } from '../attached-warning.js';
import type { Node } from '../docx/mammoth-tree.js';
import { createTreeBuilder, plainLook, plainParagraph } from '../flow/tree-builder.js';
import { htmlNodes } from '../html/read-html.js';
import type { ReaderInput } from '../reader.js';

export const mailMediaType = 'message/rfc822';

/** Parts in parts; a letter in a letter in a letter is three. */
const deepest = 50;

/** @throws PipelineError `corrupt` */
export async function parseMail(bytes: Uint8Array, name: string): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: deepest, forceRfc822Attachments: true });
  } catch (cause) {
    throw new PipelineError(
      'corrupt',
      `${name} is damaged: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        cause,
      },
    );
  }
}

/**
 * Reads a letter as mail programs save it (EML), or a web page with its pictures in one file (MHT): its subject, who wrote
 * to whom and when, its text. What is attached to it is not read here.
 *
 * @throws PipelineError `corrupt`
 */
export async function readMail(input: ReaderInput): Promise<SourceDocument> {
  const mail = await parseMail(input.bytes, input.name);
  const builder = createTreeBuilder();
  const line = (text: string, look = plainLook): Node =>
    builder.paragraph([builder.run([{ type: 'text', value: text }], look)], plainParagraph);
  const blocks: Node[] = [];
  if (mail.subject) blocks.push(line(mail.subject, { ...plainLook, bold: true }));
  for (const [label, people] of [
    ['From', mail.from === undefined ? [] : [mail.from]],
    ['To', mail.to ?? []],
    ['Cc', mail.cc ?? []],
  ] as const)
    if (people.length > 0)
      blocks.push(
        line(`${label}: ${people.map(({ name, address }) => [name, address].filter(Boolean).join(' ')).join('; ')}`),
      );
  const sent = /^(\d{4})-(\d\d)-(\d\d)T/.exec(mail.date ?? '');
  if (sent !== null) blocks.push(line(`Date: ${sent[3]}/${sent[2]}/${sent[1]}`));
  if (mail.html) blocks.push(...htmlNodes(mail.html, input, builder));
  else for (const text of (mail.text ?? '').split(/\r?\n/)) if (text.trim() !== '') blocks.push(line(text));
  const attached = mail.attachments.filter(({ related }) => related !== true).length;
  return builder.assemble(input, mailMediaType, blocks, attachedWarning(attached));
}
