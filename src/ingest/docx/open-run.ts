import { fontHint } from '../legacy/font-encoding.js';
import type { Styles } from './read-styles.js';
import { type Edit, escapeXml } from './xml-edits.js';

/** A run of a part that is being read, by offsets into the part's XML. */
export interface OpenRun {
  readonly start: number;
  /** after its opening tag */
  readonly inside: number;
  /** after the opening tag of its properties; -1 without */
  properties: number;
  /** null: its styles say */
  hidden: boolean | null;
  /** set in capitals; null: its styles say */
  capitals: boolean | null;
  /** of its letters outside ASCII, where it says */
  font: string | null;
  /** the font that mammoth tells */
  shown: string | null;
  style: string | null;
}

export const openRun = (start: number, inside: number): OpenRun => ({
  start,
  inside,
  properties: -1,
  hidden: null,
  capitals: null,
  font: null,
  shown: null,
  style: null,
});

/**
 * What mammoth must be told of a run that is closed: that it is hidden (it goes), in capitals by a style, or in a font of
 * an old encoding that it has from a style or for its letters outside ASCII alone.
 *
 * @param end after its closing tag
 * @param prefix of the part's names, with its colon
 */
export function editsOfRun(
  run: OpenRun,
  end: number,
  paragraphStyle: string | undefined,
  styles: Styles,
  prefix: string,
): Edit[] {
  const look = styles.look(paragraphStyle, run.style ?? undefined);
  if (run.hidden ?? look.hidden) return [{ start: run.start, end, text: '' }];
  let told = run.capitals === null && look.capitals ? `<${prefix}caps/>` : '';
  const font = run.font ?? styles.font(paragraphStyle, run.style ?? undefined);
  if (font !== run.shown && (fontHint(font).encoding !== null || fontHint(run.shown).encoding !== null))
    told += `<${prefix}rFonts ${prefix}ascii="${escapeXml(font ?? '')}"/>`;
  if (told === '') return [];
  return run.properties >= 0
    ? [{ start: run.properties, end: run.properties, text: told }]
    : [{ start: run.inside, end: run.inside, text: `<${prefix}rPr>${told}</${prefix}rPr>` }];
}
