import type { Margin } from './rtf-flows.js';

/** Groups whose letters are not of the text. `shp` and its like are read: text boxes are in them. */
const silent =
  /^(?:info|pict|object|objdata|ftnsep|ftnsepc|aftnsep|aftnsepc|colortbl|filetbl|revtbl|rsidtbl|listtable|listoverridetable|generator|xmlnstbl|latentstyles|themedata|colorschememapping|datastore|fldinst|datafield|bkmkstart|bkmkend|xe|tc|rxe|txe|annotation|atnid|atnauthor|atnref|atndate|atnicn|atrfstart|atrfend|nonshppict|sp|shprslt|do|nonesttables|private|userprops|mmathPr|template|falt|panose|wgrffmtfilter|pgptbl|keycode|background|formfield|blipuid|docvar|passwordhash|protusertbl|mailmerge|upr|pntxta|pntxtb)$/;
/** Groups that may be passed over by who does not know them, and that hold text. */
const starred = /^(?:shpinst|shptxt|nesttableprops|pntext|listtext|ud|shppict|footnote|moveto|clf)$/;
/** The headers and footers of all pages, of left, right and first ones. */
const pageMargin = /^(header|footer)[lrf]?$/;

/** Whether what a group of this name holds is not of the text. */
export const isSilent = (name: string): boolean => silent.test(name);

/** Whether a group of this name holds text though a `\*` stands before it. */
export const holdsText = (name: string): boolean => starred.test(name);

/** What a group of this name puts on the edge of pages; null for any other. */
export function marginOf(name: string): Margin | null {
  const margin = pageMargin.exec(name)?.[1] as 'header' | 'footer' | undefined;
  if (margin === undefined) return null;
  return name === 'headerf' ? 'first-header' : margin;
}
