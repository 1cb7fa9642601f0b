import { describe, expect, it } from 'vitest';
import { cite } from './extract.js';

const header = { issuer: 'Ban Dân tộc tỉnh Gia Lai' };
const relate = (text: string) =>
  cite(text, header).relations.map(({ from, relation, to }) => [from, relation, to].join(' '));

describe('roles', () => {
  it.each([
    ['Thực hiện Công văn số 21/SNV-TĐKT về việc sơ kết; Ban Dân tộc tỉnh báo cáo như sau', 'responds-to'],
    ['Theo đề nghị của Sở Nội vụ tại Công văn số 24/SNV-XD, Ban Dân tộc báo cáo', 'responds-to'],
    ['Sở Nội vụ nhận được Tờ trình số 11/TTr-LĐ của Liên đoàn Cầu lông tỉnh', 'responds-to'],
    ['Sau khi rà soát hồ sơ kèm theo Công văn số 3/LĐCL, Sở Nội vụ báo cáo', 'mentions'],
    ['Đồng ý chủ trương như đề nghị của Sở Nội vụ tại Tờ trình số 24/TTr-SNV', 'responds-to'],
    ['rà soát hồ sơ theo quy định tại Nghị định số 14/2017/NĐ-CP', 'based-on'],
    ['rà soát hồ sơ quy định tại Nghị định số 14/2017/NĐ-CP', 'mentions'],
    ['Qua nghiên cứu Tờ trình số 2-TTr/ĐLS của Đoàn Luật sư tỉnh, Ban Dân tộc nhận thấy', 'responds-to'],
    ['nghiên cứu, quán triệt Nghị quyết số 2-NQ/TU', 'implements'],
    ['Nghiên cứu, học tập Nghị quyết số 2-NQ/TU', 'implements'],
    ['được thực hiện theo hướng dẫn tại các Phụ lục kèm theo Thông tư số 20/2009/TT-BGDĐT', 'based-on'],
    ['rà soát các Phụ lục kèm theo Thông tư số 20/2009/TT-BGDĐT', 'mentions'],
    ['Ban Dân tộc đã ban hành theo thẩm quyền Quyết định số 3/QĐ-BDT', 'issued'],
    ['Ban Dân tộc đã trình Chính phủ ban hành Nghị định số 79/2012/NĐ-CP', 'mentions'],
    ['Ban Dân tộc đã tham mưu UBND tỉnh ban hành Kế hoạch số 79/KH-UBND', 'issued'],
    [
      'Để triển khai thực hiện quy định trên, Bộ Văn hóa đã ban hành Quy chế biểu diễn nghệ thuật chuyên nghiệp và tổ chức biểu diễn kèm theo Quyết định số 32/1999/QĐ-BVHTT',
      'mentions',
    ],
    ['Tổ thi hành Luật Doanh nghiệp đã họp', 'mentions'],
    ['Thi hành Luật Doanh nghiệp, các sở đã họp', 'implements'],
    ['Nghiên cứu, đánh giá các quy định của Bộ luật Hình sự năm 1999', 'mentions'],
    ['Theo yêu cầu của Nghị định số 14/2017/NĐ-CP, các sở lập hồ sơ', 'based-on'],
    ['Theo yêu cầu của UBND tỉnh tại Công văn số 14/UBND-TH', 'responds-to'],
    ['Hai bên ký Hợp đồng kinh tế số 12/HĐ-KT ngày 05/3/2012', 'mentions'],
    ['Công ty Sao Mai đã ký Hợp đồng số 12/HĐ-SM', 'mentions'],
    ['Ban Dân tộc tỉnh đã ký Hợp đồng số 12/HĐ-BDT', 'issued'],
    ['Về căn cứ phát sinh trách nhiệm quy định tại Điều 584 Bộ luật Dân sự', 'mentions'],
    ['Căn cứ trách nhiệm quy định tại Điều 584 Bộ luật Dân sự', 'based-on'],
    ['Quyết định số 45/QĐ-BDT của Ban Dân tộc tỉnh', 'issued'],
    ['Quyết định số 45/QĐ-BDT của Ban Dân tộc tỉnh hết hiệu lực kể từ ngày 01/3/2026', 'mentions'],
    ['Điều 12 và Mục 4 Phụ lục II kèm theo Quyết định số 45/QĐ-BDT của Ban Dân tộc tỉnh', 'mentions'],
    ['Căn cứ Nghị định số 126/2024/NĐ-CP của Chính phủ;', 'based-on'],
    ['Phiên họp đã xem xét, thông qua Tờ trình số 574/TTr-STC của Sở Tài chính', 'mentions'],
    ['Xét Tờ trình số 574/TTr-STC của Sở Tài chính', 'based-on'],
    ['Sau khi xem xét Tờ trình số 574/TTr-STC của Sở Tài chính', 'responds-to'],
    ['kéo dài thời hạn áp dụng Nghị quyết số 15/NQ-HĐND của HĐND tỉnh', 'mentions'],
    ['áp dụng Nghị quyết số 15/NQ-HĐND của HĐND tỉnh', 'implements'],
    ['đối chiếu với quy định tại Nghị định số 120/2020/NĐ-CP, đơn vị chưa đủ điều kiện', 'mentions'],
    ['Tỷ lệ học tập đạt khá (đối với Nghị quyết số 12-NQ/TU)', 'mentions'],
    ['Trên cơ sở đề nghị của Sở Y tế tại Tờ trình số 14/TTr-SYT', 'responds-to'],
    ['Trên cơ sở Kế hoạch số 14/KH-SYT của Sở Y tế', 'based-on'],
    ['Ban Dân tộc đã cụ thể hóa bằng Kế hoạch số 14/KH-BDT ngày 02/3/2022', 'issued'],
    ['Ban Dân tộc đã cụ thể hóa Kế hoạch số 14/KH-UBND ngày 02/3/2022', 'implements'],
    ['đặt hàng dịch vụ theo quy định tại Nghị định số 14/2017/NĐ-CP của Chính phủ', 'based-on'],
    ['theo chỉ đạo của Giám đốc Sở Y tế tại Công văn số 54/SYT-NVD', 'based-on'],
    ['triển khai nghiêm túc những việc được giao tại Chỉ thị số 08/CT-UBND của UBND tỉnh', 'implements'],
    ['quán triệt, phổ biến tới đảng viên Quy định số 96-QĐ/TW', 'implements'],
    ['Ban Dân tộc tỉnh đã ban hành Kế hoạch số 62/KH-BDT', 'issued'],
    ['tham mưu UBND tỉnh ban hành Kế hoạch số 10/KH-UBND', 'issued'],
    ['Chính phủ ban hành Nghị định số 47/2021/NĐ-CP', 'mentions'],
    ['đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số 1227/QĐ-TTg', 'mentions'],
    ['nâng cao nhận thức về Luật Thi đua, khen thưởng', 'mentions'],
    ['Thực hiện nhiệm vụ được giao tại Kế hoạch số 18/KH-UBND của UBND tỉnh', 'implements'],
    ['Theo đề nghị của Sở Xây dựng tại Tờ trình số 35/TTr-SXD', 'responds-to'],
    ['Theo đề nghị của Hội Làm vườn tỉnh Ninh Thuận tại Công văn số 6/HLV', 'responds-to'],
    ['đã được Hội Làm vườn chấp thuận tại Công văn số 6/HLV', 'mentions'],
    ['xây dựng văn bản theo kế hoạch năm như Luật Lưu trữ, Luật Đo lường', 'mentions'],
    ['triển khai các văn bản như Luật Lưu trữ, Luật Đo lường', 'implements'],
    ['Việc xây dựng Luật Lưu trữ năm 2024 nhằm khắc phục hạn chế', 'mentions'],
    ['Báo cáo tổng kết 10 năm, báo cáo kết quả thực hiện Chỉ thị số 19-CT/TW', 'mentions'],
    ['Báo cáo tổng kết 10 năm thực hiện Chỉ thị số 19-CT/TW', 'mentions'],
    ['sơ kết hai năm triển khai thực hiện Nghị quyết số 6-NQ/TU', 'mentions'],
    ['sơ kết công tác; thực hiện Nghị quyết số 6-NQ/TU', 'implements'],
    ['Về đề nghị của Bộ Xây dựng tại Công văn số 25/BXD-KTXD, Văn phòng có ý kiến', 'responds-to'],
    ['Ban Chấp hành Đảng bộ xem đề cương Đại hội lần thứ XXII (Tờ trình số 3-TTr/TB)', 'mentions'],
    ['Tiếp tục triển khai thực hiện có hiệu quả Chỉ thị số 32-CT/TW', 'implements'],
    ['Sở đã có Công văn số 3/SNV-TC', 'mentions'],
    ['Sau khi có Kết luận số 1-KL/TW, cấp ủy đã quán triệt', 'mentions'],
    ['quán triệt và tuyên truyền sâu rộng Luật Lưu trữ', 'implements'],
    ['tuyên truyền sâu rộng Luật Lưu trữ', 'mentions'],
    [
      'Xét Báo cáo của UBND tỉnh về kết quả thực hiện kế hoạch 5 năm và Tờ trình số 51/TTr-UBND của UBND tỉnh về nhiệm vụ',
      'based-on',
    ],
    ['yêu cầu các phòng thực hiện Công văn số 16/UBND-TH về báo cáo số liệu', 'implements'],
    ['Thực hiện Công văn số 16/UBND-TH về trả lời kiến nghị, Sở Nội vụ phân công các phòng như sau', 'implements'],
    ['Thực hiện Công văn số 16/UBND-TH về trả lời kiến nghị, Sở Nội vụ báo cáo như sau', 'responds-to'],
  ])('reads %j', (text, role) => {
    expect(cite(text, header).citations[0]!.role).toBe(role);
  });

  it('only mentions the paper that a letter passes on', () => {
    const read = (text: string) => cite(text, header).citations.map(({ role }) => role);
    const received = 'Ban Dân tộc nhận được Văn bản số 77/UBND-NC của Văn phòng UBND tỉnh';
    expect(read(`${received} về việc chuyển Tờ trình số 2-TTr/ĐLS của Đoàn Luật sư`)).toEqual([
      'responds-to',
      'mentions',
    ]);
    expect(read(`${received} và Tờ trình số 2-TTr/ĐLS của Đoàn Luật sư`)).toEqual(['responds-to', 'responds-to']);
  });

  it('carries a role through a list with titles', () => {
    const text =
      'Thực hiện Chỉ thị số 19/CT-TTg của Thủ tướng Chính phủ về việc phát động thi đua; Quyết định số 7/QĐ-UBND của UBND tỉnh';
    expect(cite(text, header).citations.map(({ role }) => role)).toEqual(['implements', 'implements']);
  });

  it('goes on with a list of provisions behind a semicolon', () => {
    const read = (second: string) =>
      cite(
        `Việc cấp bản sao căn cứ theo quy định tại Nghị định số 79/2007/NĐ-CP về cấp bản sao; ${second} Quyết định số 33/2007/QĐ-BGDĐT`,
        header,
      ).citations.map(({ role }) => role);
    expect(read('quy định tại Quy chế văn bằng, chứng chỉ của hệ thống giáo dục quốc dân ban hành kèm theo')).toEqual([
      'based-on',
      'based-on',
    ]);
    expect(read('các trường đại học và cao đẳng trong cả nước vẫn còn nhiều ý kiến khác nhau về nội dung của')).toEqual(
      ['based-on', 'mentions'],
    );
  });

  it('answers every paper of a list that a request opens, but carries out what follows an answered letter', () => {
    const read = (text: string) => cite(text, header).citations.map(({ role }) => role);
    expect(
      read('Theo đề nghị của Sở Y tế tại Tờ trình số 9/TTr-SYT, Công văn số 4/SYT-VP và Báo cáo số 7/BC-SYT'),
    ).toEqual(['responds-to', 'responds-to', 'responds-to']);
    expect(read('Thực hiện Công văn số 21/SNV-TĐKT, Kế hoạch số 8/KH-SNV; Ban Dân tộc tỉnh báo cáo như sau')).toEqual([
      'responds-to',
      'implements',
    ]);
  });

  it('names who speaks in each paper of a list', () => {
    const { citations } = cite(
      'Xét đề nghị của Giám đốc Sở Y tế tại Tờ trình số 9/TTr-SYT ngày 2/3/2020; của Giám đốc Sở Tư pháp tại Công văn số 4/STP-VB và Sở Nội vụ tại Công văn số 8/SNV-TC',
      header,
    );
    expect(citations.map(({ issuer }) => issuer)).toEqual(['Giám đốc Sở Y tế', 'Giám đốc Sở Tư pháp', 'Sở Nội vụ']);
  });

  it('gives no office to a decree that its paper follows', () => {
    const text = 'văn bản báo cáo đại hội của Liên đoàn Cờ tỉnh theo quy định tại Nghị định số 5/2024/NĐ-CP';
    expect(cite(text, header).citations[0]).toMatchObject({ issuer: null, role: 'based-on' });
  });

  it('keeps in the title what follows a period in it', () => {
    const text =
      'UBND tỉnh Kon Tum ban hành Quyết định số 5/QĐ-UBND phê duyệt danh sách, giai đoạn 2019-2023 theo tiêu chí tại Quyết định số 6/QĐ-TTg';
    expect(cite(text, header).citations.map(({ role }) => role)).toEqual(['mentions', 'mentions']);
  });

  it('goes on with the list after the law in a title', () => {
    const { citations, relations } = cite(
      'Căn cứ Nghị định số 6/2015/NĐ-CP về hướng dẫn thi hành Luật Lưu trữ và số 9/2016/NĐ-CP về cơ chế;',
      header,
    );
    expect(citations.map(({ role }) => role)).toEqual(['based-on', 'mentions', 'based-on']);
    expect(relations.map(({ to }) => to)).toEqual(['Luật Lưu trữ']);
  });

  it('ends a title before the next reference of the same list', () => {
    const { citations } = cite(
      'Căn cứ Quyết định số 9/QĐ-TTg phê duyệt Chương trình chuyển đổi số và Nghị quyết số 5/2022/NQ-HĐND của HĐND tỉnh;',
      header,
    );
    expect(citations.map(({ title }) => title)).toEqual(['phê duyệt Chương trình chuyển đổi số', null]);
  });

  it('mentions what the title of the document before points at', () => {
    const text =
      'Thực hiện Thông báo số 15/TB-VP về việc tiếp thu ý kiến của Hội đồng tại Báo cáo số 6/BC-HĐ; Kế hoạch số 2/KH-UBND';
    expect(cite(text, header).citations.map(({ role }) => role)).toEqual(['implements', 'mentions', 'implements']);
  });

  it('reads as one issuing what the same office issued before and after "và"', () => {
    const read = (text: string) => cite(text, header).citations.map(({ role, issuer }) => [role, issuer]);
    expect(
      read('Sở Y tế đã ban hành Kế hoạch số 9/KH-SYT về chuyển đổi số và ban hành Quyết định số 8/QĐ-SYT về quy chế'),
    ).toEqual([
      ['mentions', 'Sở Y tế'],
      ['mentions', null],
    ]);
    expect(
      read('Ban Dân tộc ban hành Kế hoạch số 9/KH-BDT về chuyển đổi số và ban hành Quyết định số 8/QĐ-BDT'),
    ).toEqual([
      ['issued', 'Ban Dân tộc'],
      ['issued', null],
    ]);
  });

  it('gives the subject of "ban hành" to a list of papers with one symbol', () => {
    const read = (text: string) => cite(text, header).citations.map(({ issuer, date }) => [issuer, date]);
    expect(
      read('Ngày 02/3/2023, Sở Y tế đã ban hành Kế hoạch số 9/KH-SYT, Công văn số 12/SYT-NVD và Kế hoạch số 3/KH-UBND'),
    ).toEqual([
      ['Sở Y tế', '2023-03-02'],
      ['Sở Y tế', null],
      [null, null],
    ]);
    expect(read('Thực hiện Kế hoạch số 9/KH-SYT, Công văn số 12/SYT-NVD')).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it.each([
    ['Nộp thuế theo Luật Quản lý thuế và hướng dẫn tại Thông tư số 9/2013/TT-BTC', ['based-on', 'based-on'], 0],
    [
      'Dự án quy định tại Nghị định số 10/1998/NĐ-CP của Chính phủ về đầu tư tại Việt Nam và theo Điều 11 Quyết định số 53/1999/QĐ-TTg',
      ['mentions', 'based-on'],
      0,
    ],
    ['Thông tư số 9/2013/TT-BTC sửa đổi và hướng dẫn thực hiện Nghị định số 8/2013/NĐ-CP', ['mentions', 'mentions'], 1],
    [
      'Thực hiện Kế hoạch số 9/KH-UBND về quán triệt và thực hiện Nghị quyết số 8-NQ/TU',
      ['implements', 'implements'],
      1,
    ],
    ['Trên cơ sở xem xét Tờ trình số 9/TTr-CP của Chính phủ', ['based-on'], 0],
  ])('tells a further clause from a title in «%s»', (text, roles, relations) => {
    const read = cite(text, header);
    expect(read.citations.map(({ role }) => role)).toEqual(roles);
    expect(read.relations).toHaveLength(relations);
  });

  it('puts no younger document into the title of an older one', () => {
    const { citations, relations } = cite(
      'Thực hiện Kế hoạch số 25-KH/TU ngày 30/11/2016 của Tỉnh ủy thực hiện Kết luận số 100-KL/TW ngày 18/8/2014 và Kết luận số 111-KL/TU ngày 14/8/2017',
      header,
    );
    expect(citations.map(({ role }) => role)).toEqual(['implements', 'implements', 'implements']);
    expect(relations.map(({ to }) => to)).toEqual(['100-KL/TW']);
  });

  it("takes a footnote's role from the sentence with its mark", () => {
    const { citations, relations } = cite(
      'Thực hiện Kế hoạch số 17/KH-UBND của UBND tỉnh, Ban Dân tộc tỉnh đã ban hành Kế hoạch thực hiện công tác năm 2023².',
      header,
      [{ mark: '²', text: 'Kế hoạch số 20/KH-BDT ngày 20/02/2023' }],
    );
    expect(citations.at(-1)).toMatchObject({ number: '20/KH-BDT', role: 'issued', footnote: true, issuer: null });
    expect(relations).toMatchObject([{ from: '20/KH-BDT', relation: 'implements', to: '17/KH-UBND' }]);
  });

  it("keeps a footnote out of the relation that its sentence's title states", () => {
    const { relations } = cite(
      'quán triệt Kết luận số 01-KL/TW của Bộ Chính trị tiếp tục thực hiện Chỉ thị số 05-CT/TW¹.',
      header,
      [{ mark: '¹', text: 'Hướng dẫn số 36-HD/BTGHU ngày 22/4/2024' }],
    );
    expect(relations.map(({ to }) => to)).toEqual(['05-CT/TW']);
  });
});

describe('issuers', () => {
  it.each([
    [
      'Công văn số 92/BDN ngày 06/4/2021 của Ban Dân nguyện - Ủy ban Thường vụ Quốc hội',
      'Ban Dân nguyện - Ủy ban Thường vụ Quốc hội',
    ],
    ['Công văn số 5/TE-CS ngày 06/4/2021 của Cục Trẻ em - Bộ Y tế về trẻ em', 'Cục Trẻ em - Bộ Y tế'],
    ['Hướng dẫn số 5/HD-LS ngày 06/4/2021 của Sở Nội vụ - Sở Tài chính về lương', 'Sở Nội vụ'],
    ['Tờ trình số 58/TTr-TT của Chánh Thanh tra tỉnh Lào Cai', 'Chánh Thanh tra tỉnh Lào Cai'],
    [
      'Tờ trình số 9/TTr-HĐND của Ban Pháp chế của Hội đồng nhân dân tỉnh về quy chế',
      'Ban Pháp chế của Hội đồng nhân dân tỉnh',
    ],
    ['Tờ trình số 9/TTr-BDT của Ban Dân tộc của tỉnh về quy chế', 'Ban Dân tộc'],
    ['BTV Tỉnh ủy đã ban hành Kế hoạch số 24-KH/TU', 'BTV Tỉnh ủy'],
    [
      'Nghị quyết số 29-NQ/TW ngày 04/11/2013 Ban Chấp hành Trung ương Đảng về giáo dục',
      'Ban Chấp hành Trung ương Đảng',
    ],
    ['Theo Công văn số 29/UBND-TH ngày 04/11/2013 Ban Dân tộc tỉnh đã báo cáo', null],
  ])('reads %j', (text, issuer) => {
    expect(cite(text).citations[0]!.issuer).toBe(issuer);
  });

  it('knows itself by a part of its name with its own symbol', () => {
    const text = 'Chi bộ đã ban hành Kế hoạch số 9-KH/CB';
    const own = { issuer: 'Đảng ủy Các cơ quan tỉnh Chi bộ Sở Y tế', number: '19-BC/CB' };
    expect(cite(text, own).citations[0]!.role).toBe('issued');
    expect(cite(text, { ...own, number: '19-BC/ĐU' }).citations[0]!.role).toBe('mentions');
    expect(
      cite('UBND tỉnh đã ban hành Kế hoạch số 9/KH-UBND', { issuer: 'UBND huyện Hòa An', number: '5/BC-UBND' })
        .citations[0]!.role,
    ).toBe('mentions');
  });

  it("takes its own executive committee's abbreviation for the office", () => {
    const text = 'BTV Tỉnh ủy đã ban hành Kế hoạch số 24-KH/TU';
    expect(cite(text, { issuer: 'Tỉnh ủy Gia Lai' }).citations[0]!.role).toBe('issued');
    expect(cite(text, header).citations[0]!.role).toBe('mentions');
  });
});

describe('relations', () => {
  it.each([
    [
      'Thông tư số 8/2011/TT-BTC hướng dẫn thi hành một số điều của Luật Quản lý thuế hướng dẫn thi hành Nghị định số 5/2007/NĐ-CP và Nghị định số 6/2010/NĐ-CP',
      [
        '8/2011/TT-BTC guides Luật Quản lý thuế',
        '8/2011/TT-BTC guides 5/2007/NĐ-CP',
        '8/2011/TT-BTC guides 6/2010/NĐ-CP',
      ],
    ],
    [
      'căn cứ Nghị định số 15/2025/NĐ-CP quy định về phân cấp; quy định chi tiết một số điều của Luật Việc làm',
      ['15/2025/NĐ-CP guides Luật Việc làm'],
    ],
    ['Quyết định số 7/QĐ-BDT về kiểm tra; hướng dẫn thi hành Luật Việc làm', []],
    [
      'Bộ luật Tố tụng dân sự (sửa đổi, bổ sung theo Luật số 65/2011/QH12 ngày 29/3/2011)',
      ['65/2011/QH12 amends Bộ luật Tố tụng dân sự'],
    ],
    ['Nghị định số 5/2015/NĐ-CP (theo Nghị định số 9/2017/NĐ-CP)', []],
    [
      'Căn cứ Nghị định số 8/2023/NĐ-CP sửa đổi Nghị định số 7/2022/NĐ-CP ngày 19/4/2022, Chỉ thị số 21/CT-TTg về kế hoạch',
      ['8/2023/NĐ-CP amends 7/2022/NĐ-CP'],
    ],
    [
      'Căn cứ Nghị định số 8/2023/NĐ-CP sửa đổi Nghị định số 7/2022/NĐ-CP, Nghị định số 6/2021/NĐ-CP',
      ['8/2023/NĐ-CP amends 7/2022/NĐ-CP', '8/2023/NĐ-CP amends 6/2021/NĐ-CP'],
    ],
    [
      'Nghị định số 9/2021/NĐ-CP quy định chi tiết thi hành Luật Khiếu nại, thay thế Nghị định số 5/2013/NĐ-CP',
      ['9/2021/NĐ-CP guides Luật Khiếu nại', '9/2021/NĐ-CP replaces 5/2013/NĐ-CP'],
    ],
    [
      'Thông tư số 7/2012/TT-BNV về tổ chức của Văn phòng bị bãi bỏ, thay thế bởi Thông tư số 3/2015/TT-BNV',
      ['3/2015/TT-BNV replaces 7/2012/TT-BNV'],
    ],
    [
      'Quyết định số 9/2023/QĐ-UBND sửa đổi một số điều của Quy định về giá đất ban hành kèm theo Quyết định số 4/2020/QĐ-UBND',
      ['9/2023/QĐ-UBND amends 4/2020/QĐ-UBND'],
    ],
    [
      'Chỉ thị số 3-CT/TU về việc học tập, quán triệt, tuyên truyền và triển khai thực hiện Nghị quyết số 8-NQ/TW',
      ['3-CT/TU implements 8-NQ/TW'],
    ],
    [
      'Luật Sửa đổi, bổ sung một số điều của Luật Lưu trữ; Luật sửa đổi, bổ sung một số điều của Luật lưu trữ; Luật Lưu trữ',
      ['Luật Sửa đổi, bổ sung một số điều của Luật Lưu trữ amends Luật Lưu trữ'],
    ],
    ['Kế hoạch số 77/KH-UBND của UBND tỉnh về thực hiện Nghị quyết số 02-NQ/TU', ['77/KH-UBND implements 02-NQ/TU']],
    [
      'Nghị định số 38/2023/NĐ-CP, sửa đổi, bổ sung một số điều của Nghị định số 27/2022/NĐ-CP',
      ['38/2023/NĐ-CP amends 27/2022/NĐ-CP'],
    ],
    [
      'Thực hiện Quyết định số 10/QĐ-UBND của UBND tỉnh; theo đó, Ban Dân tộc tỉnh đã ban hành Kế hoạch số 6/KH-BDT',
      ['6/KH-BDT implements 10/QĐ-UBND'],
    ],
    ['Kế hoạch số 75-KH/HU của Huyện ủy thực hiện Chỉ thị số 13-CT/TU', ['75-KH/HU implements 13-CT/TU']],
    [
      'Quyết định số 12/2024/QĐ-UBND thay thế Quyết định số 48/2021/QĐ-UBND',
      ['12/2024/QĐ-UBND replaces 48/2021/QĐ-UBND'],
    ],
    [
      'Quyết định số 48/2021/QĐ-UBND đã được thay thế bằng Quyết định số 12/2024/QĐ-UBND',
      ['12/2024/QĐ-UBND replaces 48/2021/QĐ-UBND'],
    ],
    [
      'Nghị định số 91/2017/NĐ-CP quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng',
      ['91/2017/NĐ-CP guides Luật Thi đua, khen thưởng'],
    ],
    ['Báo cáo số 43/BC-SYT sơ kết 1 năm thực hiện Chỉ thị số 10/CT-TTg', []],
    ['theo Nghị quyết số 76/NQ-CP của Chính phủ gắn với việc tổ chức thực hiện Nghị quyết số 12-NQ/TU', []],
    ['theo Nghị định số 58/2019/NĐ-CP để xây dựng dự toán kinh phí thực hiện Luật Lưu trữ', []],
    ['Kế hoạch số 5/KH-UBND để thực hiện Nghị quyết số 12-NQ/TU', ['5/KH-UBND implements 12-NQ/TU']],
    [
      'tiếp tục triển khai Nghị quyết số 29-NQ/TW về giáo dục, là năm cuối của kế hoạch, năm đầu tiên thực hiện Nghị quyết số 3-NQ/TU',
      [],
    ],
    ['UBND tỉnh ban hành Kế hoạch số 9/KH-UBND về đô thị và ban hành Quyết định số 8/QĐ-UBND', []],
    [
      'Thông tư số 9/2022/TT-BTC thay thế Phụ lục I tại Thông tư số 8/2020/TT-BTC',
      ['9/2022/TT-BTC amends 8/2020/TT-BTC'],
    ],
    [
      'Quy định số 69-QĐ/TW về kỷ luật tổ chức đảng, đảng viên vi phạm (thay thế Quy định số 102-QĐ/TW)',
      ['69-QĐ/TW replaces 102-QĐ/TW'],
    ],
    [
      'Nghị định số 54/2017/NĐ-CP quy định chi tiết một số điều của Luật Dược (đã được sửa đổi tại Nghị định số 155/2018/NĐ-CP)',
      ['54/2017/NĐ-CP guides Luật Dược', '155/2018/NĐ-CP amends 54/2017/NĐ-CP'],
    ],
    ['Công văn số 614/SYT-NVD đề nghị hướng dẫn Nghị định số 54/2017/NĐ-CP', []],
    ['Công văn số 614/SYT-NVD hướng dẫn Nghị định số 54/2017/NĐ-CP', ['614/SYT-NVD guides 54/2017/NĐ-CP']],
    ['thực hiện Kết luận số 1-KL/TW gắn với Nghị quyết số 4-NQ/TW', []],
    ['Nghị định số 9/2022/NĐ-CP bãi bỏ Điều 5 Nghị định số 8/2020/NĐ-CP', ['9/2022/NĐ-CP amends 8/2020/NĐ-CP']],
    ['Nghị định số 9/2022/NĐ-CP bãi bỏ Nghị định số 8/2020/NĐ-CP', ['9/2022/NĐ-CP repeals 8/2020/NĐ-CP']],
    ['Hủy bỏ Nghị quyết liên tịch số 22/2006/NQLT-BGDĐT-HKHVN', []],
    ['Chỉ thị số 19/CT-TTg và Chỉ thị số 14/CT-UBND', []],
  ])('reads %j', (text, expected) => {
    expect(relate(text)).toEqual(expected);
  });
});

describe('who issued the papers of a list', () => {
  const issuers = (text: string) => cite(text, header).citations.map(({ number, issuer }) => [number, issuer]);

  it('is who speaks in the first of them, where their symbols are the same', () => {
    expect(
      issuers(
        'Theo đề nghị của Sở Y tế tại Tờ trình số 51/TTr-SYT ngày 03/4/2024 và Báo cáo số 66/BC-SYT ngày 09/4/2024; của Sở Tài chính tại Công văn số 71/STC-NS và số 72/STC-NS, Công văn số 8/SNV-VP',
      ),
    ).toEqual([
      ['51/TTr-SYT', 'Sở Y tế'],
      ['66/BC-SYT', 'Sở Y tế'],
      ['71/STC-NS', 'Sở Tài chính'],
      ['72/STC-NS', 'Sở Tài chính'],
      ['8/SNV-VP', null],
    ]);
  });

  it.each([
    ['báo cáo của Sở Y tế số 51/BC-SYT ngày 03/4/2024', 'Sở Y tế'],
    ['Kế hoạch số 5/KH-MN của trường Mầm non Hoa Mai', 'trường Mầm non Hoa Mai'],
    [
      'Tờ trình số 5/TTr-TT của Trung tâm Công nghệ thông tin và An ninh mạng.',
      'Trung tâm Công nghệ thông tin và An ninh mạng',
    ],
    ['Báo cáo số 5-BC/TCT của Tổ công tác số 7 về kết quả', 'Tổ công tác số 7'],
    ['Báo cáo số 5/BC-KT của trường hợp khác', null],
    ['Kế hoạch của Sở Y tế số 7/KH-SYT', 'Sở Y tế'],
  ])('is read in «%s»', (text, issuer) => {
    expect(issuers(text).map(([, by]) => by)).toEqual([issuer]);
  });

  it.each([
    ['Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 về công tác văn thư của Chính phủ;', 'Chính phủ', 'công tác văn thư'],
    ['Thông tư số 5/2021/TT-BNV về việc xếp lương của Bộ trưởng Bộ Nội vụ;', 'Bộ trưởng Bộ Nội vụ', 'xếp lương'],
    ['Công văn số 9/SGDĐT-VP về việc tập huấn của Sở Giáo dục và đào tạo.', 'Sở Giáo dục và đào tạo', 'tập huấn'],
    ['Quyết định số 12/QĐ-UBND về quy chế làm việc của UBND tỉnh;', null, 'quy chế làm việc của UBND tỉnh'],
    ['Nghị định số 3/2020/NĐ-CP về tiền lương của Bộ Nội vụ;', null, 'tiền lương của Bộ Nội vụ'],
  ])('stands at the end of the title in «%s», where the symbol agrees', (text, issuer, title) => {
    expect(cite(`Căn cứ ${text}`, header).citations).toMatchObject([{ issuer, title }]);
  });

  it.each([
    [
      'Công văn số 4/SNV-TC ngày 07/4/2023 về việc hướng dẫn triển khai thực hiện Kế hoạch số 2/KH-UBND',
      '4/SNV-TC guides 2/KH-UBND',
    ],
    ['Đề án số 5/ĐA-UBND đã được phê duyệt tại Quyết định số 4/QĐ-UBND', '4/QĐ-UBND approves 5/ĐA-UBND'],
    [
      'Quyết định số 2/2019/QĐ-UBND hết hiệu lực kể từ ngày Quyết định số 4/2023/QĐ-UBND có hiệu lực',
      '4/2023/QĐ-UBND repeals 2/2019/QĐ-UBND',
    ],
  ])('relates the documents of «%s»', (text, relation) => {
    expect(relate(text)).toEqual([relation]);
  });

  it.each([
    'Quyết định số 2/2019/QĐ-UBND hết hiệu lực; UBND tỉnh thực hiện theo Quyết định số 4/2023/QĐ-UBND',
    'Đề án số 5/ĐA-UBND đã được phê duyệt; Quyết định số 4/QĐ-UBND',
  ])('relates none in «%s»', (text) => {
    expect(relate(text)).toEqual([]);
  });

  it('sees every act that amends one before', () => {
    expect(
      relate(
        'Thông tư số 4/2019/TT-BCA ngày 05/02/2019 được sửa đổi, bổ sung bởi Thông tư số 8/2020/TT-BCA ngày 09/3/2020 và Thông tư số 9/2021/TT-BCA ngày 01/4/2021',
      ),
    ).toEqual(['8/2020/TT-BCA amends 4/2019/TT-BCA', '9/2021/TT-BCA amends 4/2019/TT-BCA']);
  });
});
