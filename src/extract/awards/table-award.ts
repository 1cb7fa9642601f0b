import type { Award, TextSpan } from '../../model/index.js';

/** A record of a table, before it is placed on its page and in its section. */
export interface TableAward
  extends Pick<
    Award,
    | 'award'
    | 'awardCode'
    | 'count'
    | 'percent'
    | 'recipient'
    | 'recipientName'
    | 'grantor'
    | 'status'
    | 'period'
    | 'decision'
    | 'confidence'
    | 'rule'
  > {
  /** no head tells the status: a heading above the table may */
  readonly assumed?: boolean;
  readonly span: TextSpan;
  readonly block: number;
}
