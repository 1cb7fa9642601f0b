import type { Award } from '../../model/index.js';
import type { AwardFormsRow } from '../../text/lexicon/generated/award-forms.js';
import type { RecipientTag } from '../../text/nlp/lexicon.js';

export type RecipientKind = NonNullable<Award['recipient']>;

interface Placed {
  /** terms of the reading, end excluded */
  readonly first: number;
  readonly last: number;
  /** how well the letters agree with the lexicon, 0..1 */
  readonly strength: number;
}

/** A title or form of commendation in the sentence. */
export interface NamedAward extends Placed {
  readonly kind: 'award';
  readonly name: string;
  readonly code: string | null;
  readonly evidence: AwardFormsRow['evidence'];
  readonly count: number | null;
  readonly percent: number | null;
  /** «của …» right behind it */
  readonly grantor: string | null;
  readonly quoted: boolean;
  /** «danh hiệu» stands before it */
  readonly titled: boolean;
  /** «cho» stands before it: it names who got something */
  readonly given: boolean;
  /** «tỷ lệ» stands before it: a share follows */
  readonly rated: boolean;
  /** «có», «với» stands before its number: «có 12 học sinh giỏi» */
  readonly had: boolean;
  /** «nhiều Bằng khen»: more than one, nobody says how many */
  readonly many: boolean;
  /** a bracket opens before it: «05 cá nhân (Huân chương … cho 01 cá nhân)» */
  readonly opened: boolean;
  /** nothing of its clause stands before it but «danh hiệu» */
  readonly heads: boolean;
  /** a comma stands before it */
  readonly comma: boolean;
  /** a colon stands behind it, as behind a label */
  readonly label: boolean;
  /** nothing of its clause stands behind it */
  readonly closes: boolean;
  /** a capital follows at once: «Nhà giáo ưu tú Nguyễn Văn A» */
  readonly beforeName: boolean;
}

/** Who gets it: counted, a share, several without number, or by name. */
export interface Recipient extends Placed {
  readonly kind: 'recipient';
  /** null for «9 tập thể và cá nhân», «12 trường hợp» */
  readonly who: RecipientKind | null;
  /** the lexicon's finer tag, for titles that depend on it */
  readonly sort: RecipientTag;
  readonly count: number | null;
  readonly percent: number | null;
  /** a comma stands before it */
  readonly comma: boolean;
  /** a bracket opens before it: «40 Bằng khen (15 tập thể, 25 cá nhân)» */
  readonly opened?: boolean;
  /** «các», «nhiều» */
  readonly many: boolean;
  /** «…, có 6 chi bộ đạt …»: «có» behind a comma begins a clause with its number */
  readonly clause?: boolean;
  /** «lực lượng vũ trang huyện có 02 tập thể được …»: a body before «có» is where they are, not who got it */
  readonly ofBody?: boolean;
  /** «…, số trường đạt chuẩn …»: a sum begins, and those before it are others */
  readonly ofSum?: boolean;
  /** of those before it something else was said: «120 đoàn viên được xếp loại khá, 45 đoàn viên được khen thưởng» */
  readonly anew?: boolean;
  /** «và» joins it to another name: each is a recipient of its own */
  readonly joined?: boolean;
  /** «nguyên thủ trưởng», «nguyên cán bộ»: persons, by where they served */
  readonly former?: boolean;
  /** «Nhà trường», «Công đoàn trường»: how a report speaks of its own bodies */
  readonly ofReport?: boolean;
  /** «7/9 thôn»: of how many, the text says too */
  readonly outOf?: boolean;
  /** «điển hình tiên tiến» stands behind: for what they are praised */
  readonly exemplary?: boolean;
  /** the name in full, when one is named: «Tập thể Ban Dân tộc tỉnh» */
  readonly name: string | null;
}

export type Act = 'give' | 'receive' | 'praise' | 'propose' | 'register' | 'aim' | 'deny' | 'consider' | 'revoke';

export interface Verb extends Placed {
  readonly kind: 'verb';
  readonly act: Act;
  /** «được … tặng» */
  readonly passive: boolean;
  /** «được» stands right before it, outside of its words */
  readonly behindPassive: boolean;
  /** between «được» or «đề nghị» and the verb */
  readonly grantor: string | null;
  /** «công nhận» in the active voice: whoever does it is the grantor */
  readonly recognises: boolean;
  /** a comma or a stop stands before it */
  readonly comma: boolean;
  /** it ends in «danh hiệu», and so wants a title */
  readonly titled: boolean;
  /** a bracket opens before it: «cô Lê Thị A (đang trình)» */
  readonly opened?: boolean;
  /** «chưa đề nghị» */
  readonly asks?: boolean;
  /** nothing of its clause stands behind it: «836 hộ đạt, …» */
  readonly closes?: boolean;
}

export interface ShareAfter extends Placed {
  readonly kind: 'share';
  /** in brackets: «120 xã (80%) đạt …» */
  readonly aside: boolean;
  readonly percent: number;
}

export interface Mark extends Placed {
  /** to: «cho»; part: «trong đó»; stop: a semicolon; list: a colon; named: «là» and a name */
  readonly kind: 'to' | 'part' | 'stop' | 'list' | 'named';
  readonly name?: string;
  /** how many names «là» leads to; one where it does not say */
  readonly count?: number;
  /** what is done, where the mark is a verb too: «giải Nhất thuộc về đội A» */
  readonly verb?: Verb;
}

export interface BareCount extends Placed {
  readonly kind: 'count';
  readonly count: number;
  /** nothing of its clause stands behind it: «Bằng khen 26, Giấy khen 184» */
  readonly closes?: boolean;
}

export type AwardEvent = NamedAward | Recipient | Verb | ShareAfter | Mark | BareCount;

/** Whether a number or a share stands before it. */
export const isCounted = ({ count, percent }: Pick<Recipient, 'count' | 'percent'>): boolean =>
  (count ?? percent) !== null;
