import { describe, expect, it } from 'vitest';
import { cite } from './extract.js';

const numbers = (text: string) =>
  cite(text).citations.map(({ type, number, date, issuer }) => [type, number, date, issuer]);

describe('numbers that follow no rule of the State', () => {
  it.each([
    ['Công văn số 718 HOASEN ngày 4/6/2022 gửi UBND huyện', 'CV', '718HOASEN', '2022-06-04', null],
    ['theo Công văn số 31.CVCty ngày 9/2/2019', 'CV', '31.CVCty', '2019-02-09', null],
    [
      'Văn bản số 07.2024/CV-NV ngày 8/3/2024 của Công ty Nam Việt',
      'CV',
      '07.2024/CV-NV',
      '2024-03-08',
      'Công ty Nam Việt',
    ],
    ['công văn số 512 TCT/DNK ngày 1/3/2001', 'CV', '512TCT/DNK', '2001-03-01', null],
    ['công văn số 512TCT/DNK', 'CV', '512TCT/DNK', null, null],
    ['Công văn số 20032004/CV/HL ngày 20/3/2004', 'CV', '20032004/CV/HL', '2004-03-20', null],
    ['Công văn số O7-CV/TU ngày 5/6/2021', 'CV', 'O7-CV/TU', '2021-06-05', null],
    ['Kế hoạch số I3/KH-UBND', 'KH', 'I3/KH-UBND', null, null],
  ])('reads «%s»', (text, type, number, date, issuer) => {
    expect(numbers(text)).toEqual([[type, number, date, issuer]]);
  });

  it.each([
    ['an office behind a number', 'Công văn số 718 UBND huyện đã gửi'],
    ['a known symbol after a full stop', 'Công văn số 718.UBND huyện họp'],
    ['a word in capitals that goes on', 'Tài liệu số 12 HOASEN Group'],
    ['a type that carries no such number', 'Kế hoạch số 31.CVCty'],
    ['blood groups and machines', 'nhóm máu O1, máy I5, khối O2/H2'],
    ['an office behind its number', 'tổ 12 UBND/VX'],
  ])('sees no such number in %s', (_, text) => {
    expect(numbers(text).filter(([, number]) => number!.length > 5)).toEqual([]);
  });
});

describe('numbers whose figures a PDF drew apart', () => {
  it.each([
    ['Chỉ thị 27/200 3/CT-TTg của Thủ tướng Chính phủ', '27/2003/CT-TTg', null],
    ['Quyết định số 14 2/2004/QĐ-TTg của Thủ tướng Chính phủ', '142/2004/QĐ-TTg', null],
    ['Nghị định 12/2002/NĐ-CP ngày 1 7 tháng 01 năm 2002 của Chính phủ', '12/2002/NĐ-CP', '2002-01-17'],
  ])('reads «%s»', (text, number, date) => {
    expect(numbers(text).map(([, found, day]) => [found, day])).toEqual([[number, date]]);
  });

  it.each([
    ['two numbers of a list', 'các Quyết định số 12, 13/QĐ-UBND', ['12/QĐ-UBND', '13/QĐ-UBND']],
    ['a count before a number', 'đã ban hành 12 Quyết định 13/QĐ-UBND', ['13/QĐ-UBND']],
    ['a year and a share', 'năm 200 3/5 chỉ tiêu', []],
  ])('keeps apart %s', (_, text, found) => {
    expect(numbers(text).map(([, number]) => number)).toEqual(found);
  });
});

describe('bare numbers of an office', () => {
  it.each([
    ['quán triệt quyết định số 217 và 218 của Bộ Chính trị về giám sát', ['217', '218'], 'Bộ Chính trị'],
    ['theo nghị quyết số 19 của Tỉnh ủy', ['19'], 'Tỉnh ủy'],
  ])('are read in small letters: «%s»', (text, found, issuer) => {
    const read = numbers(text);
    expect(read.map(([, number]) => number)).toEqual(found);
    expect(read.at(-1)![3]).toBe(issuer);
  });

  it.each(['thực hiện quyết định số 217 và kế hoạch', 'kế hoạch số 12 của năm học', 'quyết định của 218 hộ dân'])(
    'are none in «%s»',
    (text) => {
      expect(numbers(text)).toEqual([]);
    },
  );
});

describe('a number behind the name of the office', () => {
  it.each([
    ['Thực hiện Kế hoạch của Sở Nội vụ số 21/KH-SNV ngày 7/8/2023', '21/KH-SNV', 'Sở Nội vụ'],
    ['theo Quyết định của Ủy ban nhân dân số 9/QĐ-UBND', '9/QĐ-UBND', 'Ủy ban nhân dân'],
    ['Công văn của Cục Thuế số 100/CV-CT ngày 2/2/2020', '100/CV-CT', 'Cục Thuế'],
  ])('reads «%s»', (text, number, issuer) => {
    expect(numbers(text).map(([, found, , by]) => [found, by])).toEqual([[number, issuer]]);
  });

  it.each(['Báo cáo vụ số 12', 'Quyết định của Tòa án về vụ số 15/2020', 'Đảng bộ xã số 3', 'phòng số 12/A'])(
    'sees none in «%s»',
    (text) => {
      expect(numbers(text)).toEqual([]);
    },
  );
});

describe('issuers of companies', () => {
  it.each([
    ['Công văn số 5/CV-TM của Công ty cổ phần Thành Mỹ về việc đền bù', 'Công ty cổ phần Thành Mỹ'],
    [
      'Công văn số 6/CV-CS của Công ty trách nhiệm hữu hạn một thành viên Cao su Phú Lộc gửi huyện',
      'Công ty trách nhiệm hữu hạn một thành viên Cao su Phú Lộc',
    ],
    ['Công văn số 8/ĐL-KT của Tổng công ty Điện lực miền Bắc.', 'Tổng công ty Điện lực miền Bắc'],
    ['Tờ trình số 8/TTr-HTX của Hợp tác xã nông nghiệp Phú Lộc về', 'Hợp tác xã nông nghiệp Phú Lộc'],
    [
      'Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN của Ủy ban Thường vụ Quốc hội - Chính phủ - Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam quy định',
      'Ủy ban Thường vụ Quốc hội - Chính phủ - Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
    ],
    ['Tờ trình số 8/TTr-BV của Bệnh viện đa khoa tỉnh về', 'Bệnh viện đa khoa tỉnh'],
    ['Công văn số 8/CV-TM của Công ty đã nộp', 'Công ty'],
  ])('reads «%s»', (text, issuer) => {
    expect(numbers(text)[0]![3]).toBe(issuer);
  });
});

describe('bare numbers before what a document does', () => {
  it('reads a plan that sets something going', () => {
    expect(numbers('UBND tỉnh ban hành Kế hoạch 1305 triển khai đánh giá chuyển đổi số').map(([, n]) => n)).toEqual([
      '1305',
    ]);
  });

  it.each(['Báo cáo 12 tổ chức', 'Thông báo 23 trường hợp', 'Kế hoạch 15 lớp tập huấn'])('counts in «%s»', (text) => {
    expect(numbers(text)).toEqual([]);
  });
});
