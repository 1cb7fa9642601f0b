import type { Award, Block, SourceDocument } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import type { NamedAward, RecipientKind } from './award-event.js';
import { awardEvents } from './award-events.js';
import { certificateCode } from './award-names.js';
import { mayNameAward } from './candidates.js';
import { listedName } from './listed-name.js';
import type { NamesLead } from './name-lists.js';
import type { TableAward } from './table-award.js';
import { recipientOfHead, statusOfHead } from './table-columns.js';
import type { GridCell, GridRow } from './table-grid.js';
import { isTotal, onlyAward } from './table-labels.js';

/** How far above a list of names its title may stand. */
const titleReach = 8;

/** What stands over a list of names. */
interface ListTitle {
  /** null where the rows alone say what they got: «DANH SÁCH ĐỀ NGHỊ CÔNG NHẬN DANH HIỆU THI ĐUA» */
  readonly award: Pick<NamedAward, 'name' | 'code' | 'grantor' | 'strength'> | null;
  readonly status: Award['status'];
  readonly recipient: RecipientKind | null;
}

/**
 * One record a person or collective of a list, with the award of its row, of the list's title, or of the decision that the
 * list is annexed to.
 *
 * @param enacted what the decision's first article gives: an annex says who got it, the article by whom
 */
export function namedRows(
  document: SourceDocument,
  start: number,
  body: readonly GridRow[],
  nameHead: string,
  nameColumn: number,
  awardColumn: number,
  enacted: NamesLead | null,
): readonly TableAward[] | null {
  const title = listTitle(document, start, enacted);
  // «Họ tên, đơn vị»: each name says itself what it is.
  const mixed =
    /(?<![a-z])(?:tap the|don vi|co quan)(?![a-z])/.test(nameHead) &&
    /(?<![a-z])(?:ca nhan|ho(?: va|,)? ten)(?![a-z])/.test(nameHead);
  let kind = recipientOfHead(nameHead) ?? title?.recipient ?? 'individual';
  const found: TableAward[] = [];
  for (const row of body) {
    const name = row.get(nameColumn);
    const only = [...new Set(row.values())];
    // «I. TẬP THỂ», «II. CÁ NHÂN» between the rows says who follows.
    if (
      only.length <= 2 &&
      only.some(({ folded }) => /(?<![a-z])(?:tap the|ca nhan|ho gia dinh)(?![a-z])/.test(folded))
    ) {
      kind = recipientOfHead(only.map(({ folded }) => folded).join(' ')) ?? kind;
      continue;
    }
    if (name === undefined || !/\p{L}{2}/u.test(name.text) || isTotal(name)) continue;
    const ownCell: GridCell | undefined = awardColumn === nameColumn ? undefined : row.get(awardColumn);
    const own = onlyAward(ownCell, true);
    const award = own ?? title?.award ?? null;
    if (award === null) continue;
    const grantor = award.grantor ?? title?.award?.grantor ?? null;
    const beside = own !== null && ownCell !== undefined && ownCell.row === name.row ? ownCell.span.end : 0;
    found.push({
      award: award.name,
      awardCode: certificateCode(award.name, award.code, grantor),
      count: 1,
      percent: null,
      recipient: (mixed ? listedName(name.text, null)?.who : null) ?? kind,
      recipientName: name.text,
      grantor,
      status: title?.status ?? 'granted',
      period: null,
      decision: null,
      span: { start: name.span.start, end: Math.max(name.span.end, beside) },
      block: name.block,
      confidence: Math.round(award.strength * (own === null ? 0.75 : 0.85) * 100) / 100,
      rule: 'award/name-list',
    });
  }
  return found.length > 0 ? found : null;
}

/** «DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH» above a table. */
function listTitle({ blocks, text }: SourceDocument, start: number, enacted: NamesLead | null): ListTitle | null {
  let looked = 0;
  let listed: string | null = null;
  for (let at = blocks.length - 1; at >= 0 && looked < titleReach; at -= 1) {
    const block: Block = blocks[at]!;
    if (block.span.start >= start || block.span.end === block.span.start) continue;
    looked += 1;
    const words = text.slice(block.span.start, block.span.end);
    const folded = fold(words);
    if (words.length <= 400 && /^\s*(?:phu luc|danh sach)(?![a-z])/.test(folded)) listed = folded;
    if (
      words.length > 400 ||
      !mayNameAward(folded) ||
      !/(?<![a-z])(?:danh sach|tang|khen|danh hieu)(?![a-z])/.test(folded)
    )
      continue;
    const award = awardEvents(words).events.find((event) => event.kind === 'award');
    if (award === undefined) continue;
    const status = statusOfHead(folded);
    const same = enacted !== null && enacted.award === award.name;
    return {
      award: same ? { ...award, grantor: award.grantor ?? enacted.grantor } : award,
      status: status === 'proposed' || status === 'registered' ? status : 'granted',
      recipient: recipientOfHead(folded),
    };
  }
  // «DANH SÁCH (kèm theo Quyết định số …)»: the decision alone says what they got.
  if (listed === null) return null;
  if (enacted?.award == null || !/(?<![a-z])(?:kem theo|khen|tang)(?![a-z])/.test(listed)) {
    const status = statusOfHead(listed);
    return {
      award: null,
      status: status === 'proposed' || status === 'registered' ? status : 'granted',
      recipient: recipientOfHead(listed),
    };
  }
  return {
    award: { name: enacted.award, code: enacted.awardCode, grantor: enacted.grantor, strength: 0.9 },
    status: enacted.status,
    recipient: recipientOfHead(listed) ?? enacted.who,
  };
}
