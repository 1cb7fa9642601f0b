/** An award of which nothing but its words is known. */

export const plainAward = {
  kind: 'award',
  evidence: 'form',
  count: null,
  percent: null,
  grantor: null,
  quoted: false,
  titled: false,
  given: false,
  rated: false,
  had: false,
  many: false,
  opened: false,
  heads: false,
  comma: false,
  label: false,
  closes: false,
  beforeName: false,
  strength: 1,
} as const;
