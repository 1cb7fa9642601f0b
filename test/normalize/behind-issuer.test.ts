import { describe, expect, it } from 'vitest';
import { behindIssuer } from '../../src/normalize/behind-issuer.js';

const read = (text: string, issuer: string, quote = text.slice(0, text.indexOf(issuer) + issuer.length)) => {
  const start = text.indexOf(quote);
  return behindIssuer(text, { issuer, span: { start, end: start + quote.length } });
};

describe('what stands behind an issuer', () => {
  it.each<[string, string, boolean, string | null]>([
    ['Quyết định số 12/QĐ-UBND của UBND tỉnh Bình Định (cũ) về đất đai', 'UBND tỉnh Bình Định', true, null],
    ['Quyết định số 12/QĐ-UBND của UBND tỉnh Kon Tum cũ về đất đai', 'UBND tỉnh Kon Tum', true, null],
    ['Kế hoạch số 7/KH-UBND của UBND tỉnh Quảng Nam trước đây', 'UBND tỉnh Quảng Nam', true, null],
    [
      'Kế hoạch số 7/KH-UBND của UBND tỉnh Quảng Nam (nay là UBND thành phố Đà Nẵng)',
      'UBND tỉnh Quảng Nam',
      true,
      null,
    ],
    ['Kế hoạch số 7/KH-UBND của UBND tỉnh Gia Lai (trước khi sáp nhập)', 'UBND tỉnh Gia Lai', true, null],
    ['Kế hoạch số 7/KH-UBND của UBND tỉnh Gia Lai trước hợp nhất, sau đó', 'UBND tỉnh Gia Lai', true, null],
    [
      'Kế hoạch số 7/KH-UBND của UBND huyện Vĩnh Thạnh, tỉnh Bình Định',
      'UBND huyện Vĩnh Thạnh',
      false,
      'tỉnh Bình Định',
    ],
    ['Kế hoạch số 7/KH-UBND của UBND huyện Tây Sơn (cũ), tỉnh Bình Định', 'UBND huyện Tây Sơn', true, 'tỉnh Bình Định'],
    ['Kế hoạch số 7/KH-UBND của UBND huyện Tây Sơn, tỉnh Bình Định (cũ)', 'UBND huyện Tây Sơn', true, 'tỉnh Bình Định'],
    // near misses
    ['Quyết định số 12/QĐ-UBND của UBND tỉnh Gia Lai về trang thiết bị cũ', 'UBND tỉnh Gia Lai', false, null],
    ['Quyết định số 12/QĐ-UBND của UBND tỉnh Gia Lai, các tỉnh lân cận', 'UBND tỉnh Gia Lai', false, null],
    ['Quyết định số 12/QĐ-UBND của UBND tỉnh Gia Lai cũng nêu', 'UBND tỉnh Gia Lai', false, null],
    ['Quyết định số 12/QĐ-UBND của UBND tỉnh Gia Lai (sửa đổi Quyết định cũ)', 'UBND tỉnh Gia Lai', false, null],
    ['Quyết định số 12/QĐ-UBND của UBND tỉnh Gia Lai trước ngày 30/6', 'UBND tỉnh Gia Lai', false, null],
  ])('%s', (text, issuer, former, province) => {
    expect(read(text, issuer)).toEqual({ former, province });
  });

  it('reads behind an issuer that stands before its document', () => {
    const text = 'UBND tỉnh Bình Định (cũ) đã ban hành Quyết định số 12/QĐ-UBND ngày 02/3/2023';
    expect(read(text, 'UBND tỉnh Bình Định', 'Quyết định số 12/QĐ-UBND')).toEqual({ former: true, province: null });
  });

  it('says nothing where no issuer is printed', () => {
    expect(behindIssuer('Quyết định số 12/QĐ-UBND (cũ)', { issuer: null, span: { start: 0, end: 24 } })).toEqual({
      former: false,
      province: null,
    });
  });
});
