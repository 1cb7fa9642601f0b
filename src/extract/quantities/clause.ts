/** A clause is shorter than this many signs; a list without signs is not looked through to its start for each figure. */
const furthest = 500;

/** "trâu, bò", "chó, mèo": animals are told together. */
const toldTogether = /^, (?:bò|dê|mèo|cừu|ngựa|bê|nghé|vịt|ngan|ngỗng|gia cầm)(?![\p{L}])/u;

/** The signs that may part clauses, and the bracket that closes; every other sign is passed over at once. */
const signs = new Uint8Array(0x80);
for (const sign of ';(\n:,.)') signs[sign.charCodeAt(0)] = 1;
const isSign = (code: number): boolean => code < 0x80 && signs[code] === 1;

/** Where the clause before `at` begins: behind the nearest sign that parts clauses, passing over what stands in brackets. */
export function clauseStart(lower: string, at: number, floor: number): number {
  const least = Math.max(floor, at - furthest);
  for (let left = at - 1; left >= least; left -= 1) {
    if (!isSign(lower.charCodeAt(left))) continue;
    const sign = lower[left]!;
    if (sign === ')') {
      // "giá trị sản xuất (giá so sánh 2010) đạt": what stands in brackets parts nothing.
      const near = Math.max(floor, left - 80);
      const opened = lower.slice(near, left).lastIndexOf('(');
      if (opened >= 0) left = Math.max(least, near + opened);
      continue;
    }
    if (sign === ';' || sign === '(' || sign === '\n' || sign === ':') return left + 1;
    if (sign === ',' && toldTogether.test(lower.slice(left, left + 10))) continue;
    if ((sign === ',' || sign === '.') && lower[left + 1] === ' ') return left + 1;
  }
  return least;
}
