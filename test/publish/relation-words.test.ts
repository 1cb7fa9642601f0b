import { describe, expect, it } from 'vitest';
import { relationKind } from '../../src/model/index.js';
import { changeInWords, relationWords } from '../../src/publish/index.js';
import { relations } from '../../src/text/lexicon/generated/relations.js';

describe('relationWords', () => {
  it.each([
    ['replaces', 'replaces', 'thay thế', 'Văn bản được thay thế', 'Văn bản thay thế'],
    ['repeals', 'suspends', 'đình chỉ thi hành', 'Văn bản bị đình chỉ thi hành', 'Văn bản đình chỉ thi hành'],
    ['based-on', null, 'căn cứ', 'Căn cứ ban hành', 'Văn bản áp dụng'],
    ['based-on', 'no such word', 'căn cứ', 'Căn cứ ban hành', 'Văn bản áp dụng'],
  ] as const)('says %s (%s) from either end', (relation, detail, verb, target, source) => {
    expect(relationWords(relation, detail, 'vi')).toMatchObject({ verb, target, source });
  });

  it('has words of its own in both languages for every relation', () => {
    for (const language of ['vi', 'en'] as const)
      for (const kind of relationKind.options) expect(relationWords(kind, null, language).verb).toBeTruthy();
    const inVietnamese = relationKind.options.map((kind) => relationWords(kind, null, 'vi').verb);
    expect(inVietnamese.every((verb) => /[^ -~]/u.test(verb))).toBe(true);
  });

  it('calls a consolidated text no change of validity', () => {
    expect(relationWords('amends', 'consolidates', 'vi').changed).toBeNull();
    expect(relations.some(({ relation }) => relation === 'consolidates')).toBe(true);
  });
});

describe('changeInWords', () => {
  it.each([
    ['replaces', null, true, 'vi', 'đã bị thay thế bởi'],
    ['amends', 'corrects', false, 'vi', 'sau đó được đính chính bởi'],
    ['repeals', null, null, 'vi', 'bị bãi bỏ bởi'],
    ['amends', null, true, 'en', 'already amended by'],
    ['repeals', 'suspends', false, 'en', 'later suspended by'],
  ] as const)('%s (%s), before the day: %s, in %s', (relation, detail, before, language, words) => {
    expect(changeInWords(relation, detail, before, language)).toBe(words);
  });
});
