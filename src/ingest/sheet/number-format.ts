/** How a number of a cell is shown, as far as its reading hangs on it. */
export type NumberForm =
  | { readonly kind: 'general' }
  | { readonly kind: 'fixed'; readonly decimals: number; readonly percent: boolean }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' };

const general: NumberForm = { kind: 'general' };

/** The formats that files name by number alone. @source ECMA-376 part 1, 18.8.30 */
const builtIn = (id: number): NumberForm => {
  if (id === 1 || id === 3 || id === 37 || id === 38) return { kind: 'fixed', decimals: 0, percent: false };
  if (id === 2 || id === 4 || id === 39 || id === 40) return { kind: 'fixed', decimals: 2, percent: false };
  if (id === 9) return { kind: 'fixed', decimals: 0, percent: true };
  if (id === 10) return { kind: 'fixed', decimals: 2, percent: true };
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date' };
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { kind: 'time' };
  return general;
};

/** @param code the format's own words, `#,##0.0`; undefined for one that has a number alone */
export function numberFormOf(id: number, code: string | undefined): NumberForm {
  if (code === undefined) return builtIn(id);
  // Words in quotes, colours and conditions say nothing of the number; only the form of positive numbers is looked at.
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?:\$[^\]]*|[^\]hms]*)\]/gi, '')
    .split(';')[0]!;
  if (/^general$/i.test(bare.trim()) || bare.includes('@')) return general;
  if (/[yd]/i.test(bare) || /m{3,}/i.test(bare)) return { kind: 'date' };
  if (/[hs]/i.test(bare)) return { kind: 'time' };
  if (/[E?/]/i.test(bare.replace(/[#0?]+\.?[#0?]*/g, ''))) return general;
  const digits = /[#0?,]*0?(?:\.([0#?]+))?/.exec(bare.replace(/[^#0?.,%]/g, ''));
  if (!/[#0]/.test(bare)) return general;
  return { kind: 'fixed', decimals: digits?.[1]?.length ?? 0, percent: bare.includes('%') };
}

const dayMs = 86_400_000;

/**
 * A number as a Vietnamese office writes it: a comma before the decimals, days as 05/7/2024. Thousands are not set apart:
 * it is the value that counts.
 *
 * @param from1904 whether days are counted from 1904, as Macs did
 */
export function showNumber(value: number, form: NumberForm, from1904: boolean): string {
  switch (form.kind) {
    case 'general':
      return withComma(Number(value.toPrecision(12)));
    case 'fixed': {
      const shown = form.percent ? value * 100 : value;
      if (Math.abs(shown) >= 1e15) return withComma(shown);
      // Away from zero at a half, as spreadsheets round; binary halves are a hair too small.
      const rounded = Number(
        `${Math.round(Number(`${Math.abs(Number(shown.toPrecision(15)))}e${form.decimals}`))}e-${form.decimals}`,
      );
      const text = (Number.isNaN(rounded) ? Math.abs(shown) : rounded).toFixed(form.decimals);
      return `${shown < 0 && Number(text) !== 0 ? '-' : ''}${text.replace('.', ',')}${form.percent ? '%' : ''}`;
    }
    case 'date':
      return dayOf(value, from1904);
    case 'time': {
      const minutes = Math.round((value - Math.floor(value)) * 1440);
      const hours = Math.floor(minutes / 60) + (value >= 1 && value < 100 ? Math.floor(value) * 24 : 0);
      return `${hours}:${String(minutes % 60).padStart(2, '0')}`;
    }
  }
}

function withComma(value: number): string {
  const text = String(value);
  return /e/.test(text) ? text.replace('.', ',') : text.replace('.', ',');
}

function dayOf(value: number, from1904: boolean): string {
  if (value < 0 || value > 2_958_465) return withComma(value);
  // 1900 was no leap year, but the first spreadsheet thought so: days up to its 29 February are one off.
  const days = Math.floor(value) + (from1904 ? 1462 : value < 60 ? 1 : 0);
  const date = new Date(Date.UTC(1899, 11, 30) + days * dayMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
