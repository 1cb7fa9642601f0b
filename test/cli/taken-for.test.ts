import { describe, expect, it } from 'vitest';
import { takenFor } from '../../src/cli/taken-for.js';
import { enginesUnderTest, importMade, openAt } from '../store/engines.js';
import { keyOf } from '../store/made-report.js';

const engine = (await enginesUnderTest()).at(-1)!;

describe('a number that several documents bear', () => {
  it('is named with the document it was taken for and the others; a key, a file name and a number of one are not', async () => {
    const place = await engine.newPlace();
    const archive = await openAt(place);
    const number = '77/KH-UBND';
    const offices = ['UBND tỉnh Bình Định', 'UBND tỉnh Quảng Ngãi'];
    for (const [index, issuer] of offices.entries())
      await importMade(archive, {
        name: `${index}.txt`,
        text: 'Theo 77/KH-UBND và 8/QĐ-UBND.',
        cites: [
          { quote: '77/KH-UBND', number, issuer },
          { quote: '8/QĐ-UBND', number: '8/QĐ-UBND' },
        ],
      });
    const keys = offices.map((issuer) => keyOf(number, issuer));
    const [one, ...more] = await takenFor(
      archive,
      [number, '8/QĐ-UBND', '0.txt', keys[0]!].map((what) => [what, null] as const),
    );
    expect(more).toEqual([]);
    expect(one?.asked).toBe(number);
    expect([one!.document.key, ...one!.others.map(({ key }) => key)].sort()).toEqual([...keys].sort());
    const [other] = await takenFor(archive, [[number, one!.others[0]!]]);
    expect(other?.others.map(({ key }) => key)).toEqual([one!.document.key]);
    await archive.close();
    await place.dispose();
  });
});
