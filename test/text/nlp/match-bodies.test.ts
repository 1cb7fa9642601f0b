import { describe, expect, it } from 'vitest';
import { matchBodies } from '../../../src/text/nlp/match-bodies.js';

describe('matchBodies', () => {
  it.each([
    ['của Chủ tịch UBND tỉnh', ['Chủ tịch UBND tỉnh']],
    ['Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc', ['Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc']],
    ['Sở Nội vụ, Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
    ['do UBND huyện Đắk Song ban hành', ['UBND huyện Đắk Song']],
    ['Bộ trưởng Bộ Tài chính Đinh Tiến Dũng', ['Bộ trưởng Bộ Tài chính']],
    ['Ban Thường vụ Tỉnh ủy', ['Ban Thường vụ Tỉnh ủy']],
    ['bộ công an', ['bộ công an']],
    ['Quân khu 5', ['Quân khu 5']],
  ])('finds in «%s»', (phrase, bodies) => {
    expect(matchBodies(phrase).map(({ words }) => words)).toEqual(bodies);
    for (const { words, span } of matchBodies(phrase)) expect(phrase.slice(span.start, span.end)).toBe(words);
  });

  it.each(['ban hành quyết định', 'số liệu năm 2023', 'tổ chức hội nghị'])('finds no body in «%s»', (phrase) => {
    expect(matchBodies(phrase)).toEqual([]);
  });
});
