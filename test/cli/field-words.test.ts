import { describe, expect, it } from 'vitest';
import { fieldChangeInWords, fieldsInWords } from '../../src/cli/field-words.js';

describe('the fields of a record, as a person reads them', () => {
  it.each([
    [{ exact: '45700000000', period: '2023' }, ['giá trị 45.700.000.000', 'kỳ 2023']],
    [{ exact: '38.6', confidence: 0.864274 }, ['giá trị 38,6', 'độ tin cậy 86%']],
    [{ role: 'based-on', date: null }, ['quan hệ căn cứ', 'ngày –']],
    [{ recipient: 'individual', recipientName: 'ông A' }, ['loại đối tượng cá nhân', 'đối tượng ông A']],
    [{ indicator: { words: 'giải ngân', span: null }, per: [{ unit: 'năm' }] }, ['chỉ tiêu giải ngân', 'trên mỗi năm']],
    [{ rule: 'citation/legal', unitCode: 'VND', relationDetail: 'based_on' }, []],
  ])('%j', (fields, said) => {
    expect(fieldsInWords(fields, 'vi').map((pair) => pair.join(' '))).toEqual(said);
  });
});

it('a changed field, with its code in words', () => {
  const names = { document: 'văn bản' };
  const said = (field: string, before: string, after: string): string =>
    fieldChangeInWords({ field, before, after }, names, 'vi');
  expect(said('status', 'granted', 'proposed')).toBe('tình trạng: đã tặng → đề nghị');
  expect(said('value', '', '5')).toBe('giá trị: – → 5');
  expect(said('document', '/a', '/b')).toBe('văn bản: /a → /b');
});
