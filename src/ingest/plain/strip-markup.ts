const superscript = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Takes Markdown's marks out of a text and keeps its lines: emphasis, note marks ("[^1]" → "¹"), links, quotes, escapes.
 * A star that pairs with none is text: the Party's header line, "* Tóm lại: …". Headings and tables stay for the layout.
 */
export function stripMarkup(text: string): string {
  return (
    text
      .replace(/^[ \t]*\[\^(\d{1,3})\]:[ \t]*/gm, (_, digits: string) => `${raise(digits)} `)
      .replace(/\[\^(\d{1,3})\]/g, (_, digits: string) => raise(digits))
      .replace(/!\[[^\][\n]{0,300}\]\([^()\n]{0,500}\)/g, '')
      .replace(/\[([^\][\n]{1,300})\]\((?:https?:|mailto:|#)[^()\s]{0,500}\)/g, '$1')
      // A row of a table is one line; its cells break lines with a tag.
      .replace(/^[ \t]*\|.*$/gm, (row) => row.replace(/<br[ \t]*\/?>/gi, ' '))
      .replace(/<br[ \t]*\/?>/gi, '\n')
      .replace(/<\/?(?:b|i|u|em|strong|sup|sub|center|p)>/gi, '')
      .replace(/^[ \t]{0,3}>[ \t]?/gm, '')
      // Emphasis does not cross an empty line, and its marks stick to the words they enclose.
      .replace(
        /(?<![\p{L}\p{N}*\\])(\*{1,3})(?=[^\s*])((?:[^*\n]|\n(?!\s*\n)){1,2000})(?<=[^\s*\\])\1(?![\p{L}\p{N}*])/gu,
        '$2',
      )
      .replace(/(?<![*\\])(\*\*)(?=[^\s*])((?:[^*\n]|\n(?!\s*\n)){1,2000})(?<=[^\s*\\])\1(?!\*)/gu, '$2')
      .replace(/(?<![\p{L}\p{N}_\\])(__|_)(?=[^\s_])([^_\n]{1,500})(?<=[^\s_\\])\1(?![\p{L}\p{N}_])/gu, '$2')
      .replace(/\\([*_#|[\]()`>+.\-!~])/g, '$1')
  );
}

const raise = (digits: string): string => Array.from(digits, (digit) => superscript[Number(digit)]).join('');
