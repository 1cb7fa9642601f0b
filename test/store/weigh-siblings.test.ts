import { describe, expect, it } from 'vitest';
import {
  type OpenMention,
  type Sibling,
  siblingRanges,
  weighSiblings,
} from '../../src/store/identity/weigh-siblings.js';

const key = (issuer: string, year: string, local: string, type = 'quyet-dinh') =>
  `/akn/vn/act/${type}/${issuer}/${year}/${local}`;
const open = (document: string, date: string | null = null, more: Partial<OpenMention> = {}): OpenMention => ({
  edge: { document, state: 'unresolved', candidates: [] },
  date,
  reportDate: '2023-12-15',
  reportIssuer: 'so-noi-vu-tinh-son-la',
  alone: true,
  ...more,
});
const sibling = (document: string, issuedOn: string | null = '2022-08-15', reports = 2): Sibling => ({
  key: document,
  issuedOn,
  reports,
});
const full = key('ubnd-tinh-son-la', '2022', '1085-qd-ubnd');

describe('what other reports say of an open mention', () => {
  it.each<[string, OpenMention, string]>([
    [
      'a bare number with its day',
      open(key('ubnd-tinh-son-la', '2022', '1085'), '2022-08-15'),
      'symbol-from-other-reports',
    ],
    [
      'a slip in the symbol',
      open(key('ubno~ab12', '2022', '1085-qd-ubno'), '2022-08-15'),
      'symbol-slip:qd-ubno>qd-ubnd',
    ],
    [
      'one of two provinces',
      open(key('ubnd-tinh-lai-chau', '2022', '1085-qd-ubnd'), '2022-08-15', {
        edge: {
          document: key('ubnd-tinh-lai-chau', '2022', '1085-qd-ubnd'),
          state: 'ambiguous',
          candidates: [full],
        },
      }),
      'issuer-among-candidates',
    ],
  ])('settles %s', (_, mention, reason) => {
    const said = weighSiblings(mention, [sibling(full)]);
    expect(said).toMatchObject({ state: 'resolved', document: full, candidates: [] });
    expect(said?.reasons).toContain(reason);
    expect(said?.reasons).toContain('same-day');
    expect(said?.reasons).toContain('other-reports:2');
    expect(siblingRanges(mention).some(({ first, end }) => first <= full && full < end)).toBe(true);
  });

  it.each<[string, OpenMention]>([
    ['a number without its year', open(key('ubnd-tinh-son-la', '_', '1085-qd-ubnd'))],
    ['a bare number with its year alone', open(key('ubnd-tinh-son-la', '2022', '1085'), '2022')],
  ])('names what %s may be, and does not settle it', (_, mention) => {
    expect(weighSiblings(mention, [sibling(full)])).toMatchObject({
      state: 'ambiguous',
      document: full,
      candidates: [full],
    });
  });

  it.each<[string, OpenMention, Sibling]>([
    ['another day', open(key('ubnd-tinh-son-la', '2022', '1085'), '2022-08-16'), sibling(full)],
    [
      'another province',
      open(key('ubnd-tinh-son-la', '2022', '1085'), '2022-08-15'),
      sibling(key('ubnd-tinh-lai-chau', '2022', '1085-qd-ubnd')),
    ],
    [
      'another number',
      open(key('ubnd-tinh-son-la', '2022', '1085'), '2022-08-15'),
      sibling(key('ubnd-tinh-son-la', '2022', '1086-qd-ubnd')),
    ],
    [
      'another type',
      open(key('ubnd-tinh-son-la', '2022', '1085'), '2022-08-15'),
      sibling(key('ubnd-tinh-son-la', '2022', '1085-kh-ubnd', 'ke-hoach')),
    ],
    [
      'a document after the report',
      open(key('ubnd-tinh-son-la', '_', '1085-qd-ubnd')),
      sibling(key('ubnd-tinh-son-la', '2024', '1085-qd-ubnd'), '2024-02-02'),
    ],
    [
      'nobody but this report',
      open(key('ubnd-tinh-son-la', '2022', '1085'), '2022-08-15'),
      sibling(full, '2022-08-15', 0),
    ],
    [
      'another symbol',
      open(key('ubnd-tinh-son-la', '2022', '1085-qd-hdnd'), '2022-08-15'),
      sibling(key('ubnd-tinh-son-la', '2022', '1085-qd-ttpvhcc')),
    ],
  ])('says nothing by %s', (_, mention, other) => {
    expect(weighSiblings(mention, [other])).toBeNull();
  });

  it('settles a mention at the first of its candidates, where others have its day', () => {
    const district = key('ubnd-huyen-muong-la-tinh-son-la', '2022', '54-qd-ubnd');
    const edge = {
      document: district,
      state: 'ambiguous' as const,
      candidates: [key('ubnd-tinh-son-la', '2022', '54-qd-ubnd')],
    };
    expect(weighSiblings(open(district, '2022-08-15', { edge }), [sibling(district)])).toMatchObject({
      state: 'resolved',
      document: district,
    });
    expect(weighSiblings(open(district, null, { edge }), [sibling(district)])).toBeNull();
  });

  describe('of a year that no other report has', () => {
    const dated = (document: string, date: string, alone = true): OpenMention =>
      open(document, date, { edge: { document, state: 'resolved', candidates: [] }, alone });
    const slipped = key('ubnd-tinh-son-la', '2021', '1085-qd-ubnd');

    it('sees a slip where several reports have the same day of the next year', () => {
      expect(weighSiblings(dated(slipped, '2021-08-15'), [sibling(full)])).toMatchObject({
        state: 'resolved',
        document: full,
        reasons: ['year-slip:2021>2022', 'other-reports:2'],
      });
    });

    it.each<[string, OpenMention, Sibling]>([
      ['one other report', dated(slipped, '2021-08-15'), sibling(full, '2022-08-15', 1)],
      ['another day', dated(slipped, '2021-08-16'), sibling(full)],
      ['a year that others have too', dated(slipped, '2021-08-15', false), sibling(full)],
      [
        'a number that holds its year',
        dated(key('ubnd-tinh-son-la', '2021', '45-2021-qd-ubnd'), '2021-08-15'),
        sibling(key('ubnd-tinh-son-la', '2022', '45-2022-qd-ubnd')),
      ],
      ['a year far away', dated(key('ubnd-tinh-son-la', '2017', '1085-qd-ubnd'), '2017-08-15'), sibling(full)],
    ])('sees none by %s', (_, mention, other) => {
      expect(weighSiblings(mention, [other])).toBeNull();
    });
  });

  it('leaves open which of two it is when both agree, in whatever order they come', () => {
    const letters = [
      key('ubnd-tinh-son-la', '2022', '57-ubnd-vx', 'cong-van'),
      key('ubnd-tinh-son-la', '2022', '57-ubnd-nc', 'cong-van'),
    ];
    const mention = open(key('ubnd-tinh-son-la', '2022', '57', 'cong-van'), '2022-08-15');
    const said = weighSiblings(
      mention,
      letters.map((each) => sibling(each)),
    );
    expect(said).toMatchObject({ state: 'ambiguous', candidates: [...letters].sort() });
    expect(
      weighSiblings(
        mention,
        [...letters].reverse().map((each) => sibling(each)),
      ),
    ).toEqual(said);
  });
});
