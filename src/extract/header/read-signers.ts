import type { Header } from '../../model/index.js';
import { beginsWithOffice, classifyLine, powerOf } from '../layout/classify-line.js';
import { goesOnToName, personName } from '../layout/person-name.js';
import type { ReportLine } from '../layout/report-lines.js';
import { properCase } from './proper-case.js';
import { stackedOffices } from './stacked-offices.js';

type Signer = Header['signers'][number];

/**
 * Who signs: the offices above each name, and the power they sign by. "KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN / name" is the
 * deputy's signature for the head: his office is the last one. "CHỦ TỊCH … / kiêm / PHÓ TRƯỞNG BAN" is one person.
 *
 * @param lines of the signature, in reading order
 */
export function readSigners(lines: readonly ReportLine[]): readonly Signer[] {
  const signers: Signer[] = [];
  const names = lines.filter((line) => classifyLine(line) !== 'position' && personName(line.text) !== null);
  // One name has one column, wherever its reader put the offices above it.
  const laneOf = ({ lane }: ReportLine): string | null => (names.length < 2 || lane?.startsWith('gap:') ? null : lane);
  const lanes = [...new Set(lines.map(laneOf))];
  for (const lane of lanes) {
    let offices: ReportLine[] = [];
    const own = lines.filter((line) => laneOf(line) === lane);
    for (const [at, line] of own.entries()) {
      const kind = classifyLine(line);
      const following = own.slice(at + 1, at + 4).map(({ text }) => text);
      const name = kind === 'position' || goesOnToName(line.text, following) ? null : personName(line.text);
      if (name !== null) {
        if (offices.length > 0 || signers.length === 0) signers.push(signer(name, offices));
        offices = [];
      } else if (
        kind === 'position' ||
        /^(?:kiem|phu trach)(?![\p{L}])/u.test(line.folded) ||
        (line.upper && kind === 'other')
      )
        offices.push(line);
    }
  }
  // Who wrote a table or minutes signs on the left, but for himself; who answers for it comes first.
  return signers.sort((a, b) => Number(writes(a)) - Number(writes(b)));
}

const writes = ({ position }: Signer): boolean =>
  /^(?:người (?:lập|ghi)|thư ký|kế toán(?: trưởng)?$)/iu.test(position ?? '');

function signer(name: string, lines: readonly ReportLine[]): Signer {
  const nameCased =
    name === name.toUpperCase()
      ? name
          .split(' ')
          .map((part) => part.slice(0, 1) + part.slice(1).toLowerCase())
          .join(' ')
      : name;
  let authority: string | null = null;
  let office: string[] = [];
  let joins = false;
  let own = 0; // offices below the power
  for (const line of stackedOffices(lines)) {
    const before = powerOf(line);
    const text = line.text
      .slice(before?.length ?? 0)
      .replace(/[\s.,:]+$/u, '')
      .trim();
    if (before !== null) {
      authority = before.power;
      office = [text];
      joins = false;
      own = 0;
    } else if (/^(?:kiem|phu trach)(?![\p{L}])/u.test(line.folded)) {
      office.push(text.toLowerCase());
      joins = /^(?:kiem|phu trach)$/u.test(line.folded);
    } else if (own > 1) {
      // goes on with the office that was passed over
    } else if (joins || !beginsWithOffice(line.folded)) {
      // Not an office of its own: the line above goes on ("PHÓ CHỦ TỊCH / THƯỜNG TRỰC").
      office.push(text);
      joins = false;
    } else if (authority === null || own === 0) {
      office = [text];
      own += 1;
    } else {
      // "TM. BAN CHỈ ĐẠO / TRƯỞNG BAN / PHÓ CHỦ TỊCH UBND HUYỆN": he signs as the first; the second says who he else is.
      own += 1;
    }
  }
  const position = office
    .map((part) => (/^(?:kiêm|phụ trách)/u.test(part) ? part : properCase(part)))
    .join(' ')
    .trim();
  return { name: nameCased, position: position === '' ? null : position, authority };
}
