import { dropFurniture } from './drop-furniture.js';
import { isGarbled } from './judge-text-layer.js';
import { isScanned, lettersOf, type PageText } from './page-text.js';

/** Fewer letters in a whole document with pictures are a portal's watermark or a stamp, no text layer. */
const fewestLetters = 60;
/** A page that is this much picture is the picture of a page. */
const mostlyPicture = 0.5;
/** What stands on every page of a scan (a portal's line, a stamp) is shorter than a page's text. */
const ownLetters = 30;

/** Whether the few letters over a document's pictures are no text layer. */
export function isPictureOnly(pages: readonly PageText[]): boolean {
  const letters = pages.reduce((sum, page) => sum + lettersOf(page), 0);
  const pictured = pages.filter((page) => page.pictured >= mostlyPicture).length;
  return letters === 0 || pages.every(isScanned) || (pictured * 2 > pages.length && letters < fewestLetters);
}

/** The numbers of the pages whose letters only recognition can read. */
export function needsRecognition(pages: readonly PageText[]): number[] {
  if (isPictureOnly(pages))
    return pages
      .filter((page) => page.pictured > 0 || page.unnamed > 0 || lettersOf(page) > 0)
      .map(({ number }) => number);
  // What recurs on the pages around is the portal's or the scanner's, not the page's own text.
  const own = pages.some((page) => page.pictured >= mostlyPicture) ? dropFurniture(pages) : [];
  return pages
    .filter((page, i) => {
      if (isGarbled(page)) return true;
      if (page.pictured < mostlyPicture) return false;
      const letters = own[i]!.reduce((sum, line) => sum + line.text.length, 0);
      return isScanned(page) || (page.tables.length === 0 && letters < ownLetters);
    })
    .map(({ number }) => number);
}
