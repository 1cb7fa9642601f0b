import type { NamedAward, Recipient, RecipientKind, Verb } from './award-event.js';

/** One act of honouring: who, what was done, which awards, and to whom. */
export interface AwardFrame {
  /** before the verb */
  subjects: Recipient[];
  verbs: Verb[];
  awards: NamedAward[];
  /** behind the award: «cho 05 tập thể, 10 cá nhân», «CSTĐCS: 02 đồng chí» */
  objects: Recipient[];
  /** a share said afterwards: «…, đạt 100%» */
  percent: number | null;
  /** a count said afterwards: «LĐTT: 20» */
  listed: number | null;
  /** the name said afterwards: «… là Cục Kiểm tra sau thông quan» */
  named: string | null;
  /** how many are named so */
  namedCount: number;
  /** a number before the verb without a noun: «15% đạt …», «03 được tặng …» */
  lead: { readonly count: number | null; readonly percent: number | null; readonly first: number } | null;
  /** it gets something and names no subject: what it has are those of the frame before, if any («…, được tặng …») */
  carried: boolean;
  /** verbs taken over from the frame before, whose list goes on */
  inherited: Verb[];
  /** the kind that a label before it names: «Tập thể: 02 Bằng khen» */
  group: RecipientKind | null;
  /** «trong đó» stands before it */
  part: boolean;
  /** a colon stands behind its award: «Thầy thuốc ưu tú: 06 bác sĩ», «Chiến sĩ thi đua toàn quốc: không có» */
  labelled: boolean;
  /** a colon stands behind its verb: «Đăng ký: Tập thể lao động xuất sắc» */
  announced: boolean;
}

/** A frame that nothing is said of yet. */
export const emptyFrame = (inherited: Verb[] = [], part = false): AwardFrame => ({
  subjects: [],
  verbs: [],
  awards: [],
  objects: [],
  percent: null,
  listed: null,
  named: null,
  namedCount: 0,
  lead: null,
  carried: false,
  inherited,
  group: null,
  part,
  labelled: false,
  announced: false,
});
