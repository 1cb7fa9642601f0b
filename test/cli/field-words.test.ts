import { describe, expect, it } from 'vitest';
import { fieldsInWords } from '../../src/cli/field-words.js';

describe('the fields of a record, as a person reads them', () => {
  it.each([
    [{ exact: '45700000000', period: '2023' }, ['giá trị 45700000000', 'kỳ 2023']],
    [{ role: 'based-on', date: null }, ['quan hệ căn cứ', 'ngày –']],
    [{ recipient: 'individual', recipientName: 'ông A' }, ['loại đối tượng cá nhân', 'đối tượng ông A']],
    [{ indicator: { words: 'giải ngân', span: null }, per: [{ unit: 'năm' }] }, ['chỉ tiêu giải ngân', 'trên mỗi năm']],
    [{ rule: 'citation/legal', unitCode: 'VND', relationDetail: 'based_on' }, []],
  ])('%j', (fields, said) => {
    expect(fieldsInWords(fields, 'vi').map((pair) => pair.join(' '))).toEqual(said);
  });
});
