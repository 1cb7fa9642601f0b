import { showNumber } from '../sheet/number-format.js';

type Attributes = Readonly<Record<string, string>>;

const digitsOf = (text: string): string => text.replace(/\D/g, '');
/** Spreadsheets keep fifteen digits. */
const mostDecimals = 15;

/**
 * What a spreadsheet's cell shows, as a Vietnamese office writes it. The text that is saved beside its value is in the
 * language of the machine that saved it: 2.6 may stand there as «2,6» or «2.6», and 5 July as «07/05/24».
 *
 * @param attributes of the cell
 * @param text as it was saved
 * @source ODF 1.3 part 3, 19.385 `office:value-type`
 */
export function shownValue(attributes: Attributes, text: string): string {
  // What a formula could not work out says nothing.
  if (attributes['calcext:value-type'] === 'error') return '';
  switch (attributes['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency':
      return withNumber(Number(attributes['office:value'] ?? Number.NaN), text);
    case 'date': {
      const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(attributes['office:date-value'] ?? '');
      // «Tháng 7/2024» shows no day.
      return day !== null && (text.match(/\d+/g)?.length ?? 0) >= 3 ? `${day[3]}/${day[2]}/${day[1]}` : text;
    }
    default:
      return text;
  }
}

/** The text with its one number as offices write it, where it is the value's; what stands around it («12 hộ») stays. */
function withNumber(value: number, text: string): string {
  const [whole, before, numeral = '', after] = /^(\D*?)(\d(?:[\d.,'\s]*\d)?)(\D*)$/.exec(text) ?? [];
  if (whole === undefined || Number.isNaN(value)) return text;
  const percent = after!.includes('%');
  const digits = digitsOf(numeral);
  // As many decimals as are shown: those with which the value has the same digits.
  const most = /[.,]/.test(numeral) ? Math.min(mostDecimals, digits.length - 1) : 0;
  for (let decimals = 0; decimals <= most; decimals += 1) {
    const shown = showNumber(
      Math.abs(percent ? value * 100 : value),
      { kind: 'fixed', decimals, percent: false },
      false,
    );
    if (digitsOf(shown) === digits) return `${before}${shown}${after}`;
  }
  return text;
}
