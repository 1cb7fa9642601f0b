import { Parser } from 'htmlparser2';

/** Notes of a page by the name of the link in the text that points to them, and by the name of the link back. */
export interface NoteLinks {
  /** to each name of a mark in the text, its note's name */
  readonly marks: ReadonlyMap<string, string>;
  /** names of the links with which notes begin */
  readonly notes: ReadonlySet<string>;
}

/**
 * Finds footnotes: two links that point to one another, the later of which begins the note. So Word, LibreOffice and
 * most others save them.
 */
export function findNoteLinks(html: string, checkDepth: (depth: number) => void): NoteLinks {
  const marks = new Map<string, string>();
  const notes = new Set<string>();
  if (!/href\s*=\s*["']?#/i.test(html)) return { marks, notes };
  /** to each name of a link that looks like a mark, where it points */
  const targets = new Map<string, string>();
  let link: { name: string; target: string; text: string } | null = null;
  let depth = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      depth += 1;
      checkDepth(depth);
      if (tag !== 'a') return;
      const name = attributes['name'] ?? attributes['id'];
      const target = /^#(.+)$/.exec(attributes['href'] ?? '')?.[1];
      link = name === undefined || target === undefined ? null : { name, target, text: '' };
    },
    ontext(value) {
      if (link !== null && link.text.length < 20) link.text += value;
    },
    onclosetag(tag) {
      depth -= 1;
      if (tag !== 'a' || link === null) return;
      const { name, target, text } = link;
      link = null;
      if (!markLike.test(text.trim())) return;
      if (targets.get(target) === name && !notes.has(target)) {
        marks.set(target, name);
        notes.add(name);
      } else if (!targets.has(name)) targets.set(name, target);
    },
  });
  parser.end(html);
  return { marks, notes };
}

const markLike = /^[[(]?\s*(?:\d{1,3}|[ivx]{1,6}|[a-z]|[*†‡]{1,3})\s*[)\]]?$/i;
