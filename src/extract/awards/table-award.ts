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
  readonly span: TextSpan;
  readonly block: number;
}
