import { describe, expect, it } from 'vitest';
import { issuerRecord } from '../../src/text/authority/issuer-record.js';
import { issuersNamed } from '../../src/text/authority/issuers-named.js';
import { slug } from '../../src/text/slug.js';

const shown = (links: readonly { readonly name: string; readonly since: string | null }[]) =>
  links.map(({ name, since }) => `${name}, ${since}`);

describe('the authority record of an issuing body', () => {
  it.each<[string, string, string[]]>([
    ['ubnd-tinh-binh-dinh', 'UBND tỉnh Bình Định', ['UBND tỉnh Gia Lai, 2025-07-01']],
    ['so-noi-vu-tinh-quang-nam', 'Sở Nội vụ tỉnh Quảng Nam', ['Sở Nội vụ thành phố Đà Nẵng, 2025-07-01']],
    ['ubnd-tinh-gia-lai', 'UBND tỉnh Gia Lai', ['UBND tỉnh Gia Lai, 2025-07-01']],
    ['tinh-uy-kon-tum', 'Tỉnh ủy Kon Tum', ['Tỉnh ủy Quảng Ngãi, 2025-07-01']],
    ['tinh-uy-quang-nam', 'Tỉnh ủy Quảng Nam', ['Thành ủy Đà Nẵng, 2025-07-01']],
    ['bo-giao-thong-van-tai', 'Bộ Giao thông vận tải', ['Bộ Xây dựng, 2025-03-01']],
    ['uy-ban-dan-toc', 'Ủy ban Dân tộc', ['Bộ Dân tộc và Tôn giáo, 2025-03-01']],
    ['bo-buu-chinh-vien-thong', 'Bộ Bưu chính, Viễn thông', ['Bộ Thông tin và Truyền thông, 2007-08-02']],
    // a department that was merged before its province was
    [
      'so-tai-nguyen-va-moi-truong-tinh-binh-dinh',
      'Sở Tài nguyên và Môi trường tỉnh Bình Định',
      ['Sở Nông nghiệp và Môi trường tỉnh Bình Định, 2025-03-01'],
    ],
    [
      'so-nong-nghiep-va-moi-truong-tinh-binh-dinh',
      'Sở Nông nghiệp và Môi trường tỉnh Bình Định',
      ['Sở Nông nghiệp và Môi trường tỉnh Gia Lai, 2025-07-01'],
    ],
    ['ubnd-tinh-ha-tay', 'UBND tỉnh Hà Tây', ['UBND thành phố Hà Nội, 2008']],
    ['ubnd-tinh-ha-nam-ninh', 'UBND tỉnh Hà Nam Ninh', ['UBND tỉnh Nam Hà, 1992', 'UBND tỉnh Ninh Bình, 1992']],
    // still there, or the body that followed
    ['ubnd-tinh-gia-lai-2025', 'UBND tỉnh Gia Lai', []],
    ['ubnd-tinh-cao-bang', 'UBND tỉnh Cao Bằng', []],
    ['bo-tai-chinh', 'Bộ Tài chính', []],
    ['chinh-phu', 'Chính phủ', []],
  ])('%s: what followed it', (key, name, expected) => {
    expect(shown(issuerRecord(key, name)?.successors ?? [])).toEqual(expected);
  });

  it('tells a merged province from its namesake before the merger, and links both', () => {
    const [older, later] = issuersNamed('UBND tỉnh Gia Lai');
    expect([older?.key, later?.key]).toEqual(['ubnd-tinh-gia-lai', 'ubnd-tinh-gia-lai-2025']);
    expect(older).toMatchObject({ validFrom: null, validTo: '2025-06-30', predecessors: [] });
    expect(later).toMatchObject({ validFrom: '2025-07-01', validTo: null });
    expect(later?.predecessors.map(({ key }) => key)).toEqual(['ubnd-tinh-binh-dinh', 'ubnd-tinh-gia-lai']);
  });

  it('names no successor of a district, but the province that holds its land', () => {
    expect(issuerRecord('ubnd-huyen-tay-son-tinh-binh-dinh', 'UBND huyện Tây Sơn')).toMatchObject({
      level: 'district',
      province: 'tỉnh Bình Định',
      parent: { key: 'ubnd-tinh-binh-dinh', name: 'UBND tỉnh Bình Định' },
      validTo: '2025-06-30',
      successors: [],
      ended: 'district-abolished',
      land: 'tỉnh Gia Lai',
    });
    expect(issuerRecord('ubnd-xa-phu-luc-tinh-binh-dinh', 'UBND xã Phú Lực')).toMatchObject({
      level: 'commune',
      successors: [],
      ended: 'commune-reorganised',
    });
    expect(issuerRecord('ubnd-xa-phu-luc-tinh-gia-lai-2025', 'UBND xã Phú Lực')).toMatchObject({
      parent: { key: 'ubnd-tinh-gia-lai-2025' },
      validFrom: '2025-07-01',
      ended: null,
    });
  });

  it.each([
    ['so-noi-vu-tinh-son-la', 'Sở Nội vụ tỉnh Sơn La', 'UBND tỉnh Sơn La'],
    ['ban-dan-van-tinh-uy-son-la', 'Ban Dân vận Tỉnh ủy Sơn La', 'Tỉnh ủy Sơn La'],
    ['huyen-uy-muong-la-tinh-son-la', 'Huyện ủy Mường La', 'Tỉnh ủy Sơn La'],
    ['phong-noi-vu-huyen-muong-la-tinh-son-la', 'Phòng Nội vụ huyện Mường La', 'UBND huyện Mường La'],
    ['bo-y-te', 'Bộ Y tế', 'Chính phủ'],
    ['van-phong-trung-uong-dang', 'Văn phòng Trung ương Đảng', 'Trung ương Đảng'],
  ])('%s stands under %s', (key, name, parent) => {
    expect(issuerRecord(key, name)?.parent?.name).toBe(parent);
  });

  it('says nothing of a body that no table places', () => {
    expect(issuerRecord('ubnd~0123456789ab', 'UBND')).toBeNull();
    expect(issuerRecord('hoi-dong-quan-tri-cong-ty-x', 'Hội đồng quản trị Công ty X')).toBeNull();
    expect(issuersNamed('1085/QĐ-UBND')).toEqual([]);
    expect(issuersNamed('bao-cao-2022.docx')).toEqual([]);
  });

  it.each([
    'ubnd tinh binh dinh',
    'Ủy ban nhân dân tỉnh Bình Định',
    'Chủ tịch UBND tỉnh Bình Định',
    'UBND TỈNH BÌNH ĐỊNH',
  ])('is found as %s', (name) => {
    expect(issuersNamed(name).map(({ key }) => key)).toEqual(['ubnd-tinh-binh-dinh']);
  });

  it('is found in each province that has a district of that name', () => {
    expect(issuersNamed('UBND huyện Vĩnh Thạnh').map(({ province }) => province)).toEqual([
      'tỉnh Bình Định',
      'thành phố Cần Thơ',
    ]);
  });

  it('has a key that is made of its name, so that documents and records meet', () => {
    for (const name of ['UBND tỉnh Bình Định', 'Sở Y tế thành phố Đà Nẵng', 'Bộ Nội vụ', 'Tỉnh ủy Kon Tum'])
      expect(issuersNamed(name)[0]?.key).toBe(slug(name));
  });

  it('links only to records that are there', () => {
    for (const name of [
      'UBND tỉnh Bình Định',
      'UBND tỉnh Gia Lai',
      'Bộ Nông nghiệp và Môi trường',
      'Sở Tài chính tỉnh Sơn La',
    ])
      for (const { parent, predecessors, successors } of issuersNamed(name))
        for (const link of [...(parent === null ? [] : [parent]), ...predecessors, ...successors])
          expect(issuerRecord(link.key, link.name)?.name).toBe(link.name);
  });
});
