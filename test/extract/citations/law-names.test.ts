import { describe, expect, it } from 'vitest';
import { cite } from './extract.js';

const names = (text: string) => cite(text).citations.map(({ name, number }) => name ?? number);

describe('laws by name', () => {
  it.each([
    [
      'by the year it came into force',
      'theo Luật Ban hành văn bản quy phạm pháp luật năm 2016',
      ['Luật Ban hành văn bản quy phạm pháp luật năm 2016'],
    ],
    ['without a year that is another thing', 'thực hiện Luật Đất đai năm 2019 đạt kết quả', ['Luật Đất đai']],
    [
      'that amends, in small letters',
      'trình luật sửa đổi, bổ sung một số điều Luật Bảo vệ môi trường',
      ['luật sửa đổi, bổ sung một số điều Luật Bảo vệ môi trường'],
    ],
    ['that doubles its word, in small letters', 'quy định của luật luật sư', ['luật luật sư']],
    [
      'with a space lost between lines',
      'Luật tổ chức Hội đồng nhândân và Ủy ban nhân dân ngày 26/11/2003',
      ['Luật tổ chức Hội đồng nhândân và Ủy ban nhân dân'],
    ],
    [
      'that amends, with a space lost',
      'Luật sửa đổi, bổ sung mộtsố điều của Luật Đất đai',
      ['Luật sửa đổi, bổ sung mộtsố điều của Luật Đất đai'],
    ],
  ])('finds one %s', (_, text, found) => {
    expect(names(text)).toEqual(found);
  });

  it.each([
    ['the subject', 'kiến thức về luật đất đai'],
    ['lawyers', 'các luật sư, luật gia'],
  ])('finds none in %s', (_, text) => {
    expect(names(text)).toEqual([]);
  });
});

describe('short names of laws', () => {
  it.each([
    ['Luật số 31/2024/QH15 ngày 18/01/2024 (sau đây gọi tắt là Luật Đất đai)', ['31/2024/QH15']],
    [
      'Căn cứ Luật Đất đai năm 2024 (sau đây gọi là “Luật Đất đai”) và Luật Nhà ở',
      ['Luật Đất đai năm 2024', 'Luật Nhà ở'],
    ],
    ['Bộ luật Dân sự năm 2015 (viết tắt là Bộ luật Dân sự)', ['Bộ luật Dân sự năm 2015']],
  ])('does not cite the name again where «%s» declares it', (text, found) => {
    expect(names(text)).toEqual(found);
  });

  it.each([
    [
      'a list in parentheses',
      'Luật Nhà ở (Luật Kinh doanh bất động sản)',
      ['Luật Nhà ở', 'Luật Kinh doanh bất động sản'],
    ],
    ['no law before', 'Nghị định số 5/2020/NĐ-CP (gọi là Luật Đất đai)', ['5/2020/NĐ-CP', 'Luật Đất đai']],
    [
      'another use of the word',
      'Luật Nhà ở (kêu gọi thi hành đúng là Luật Đất đai còn mới)',
      ['Luật Nhà ở', 'Luật Đất đai'],
    ],
  ])('cites both in %s', (_, text, found) => {
    expect(names(text)).toEqual(found);
  });
});
