// Made from data/bodies.csv by scripts/build-lexicons.mjs. Do not edit: change the table and run "npm run lexicons".

export interface BodiesRow {
  readonly body: string;
  readonly level: string;
  readonly parent: string;
  readonly since: string;
  readonly until: string;
  readonly successors: string;
  readonly except: string;
  readonly source: string;
}

export const bodies: readonly BodiesRow[] = [
  {"body":"Ban Tuyên giáo Trung ương","level":"central","parent":"Trung ương Đảng","since":"","until":"2025-02","successors":"Ban Tuyên giáo và Dân vận Trung ương","except":"","source":"decision of the Politburo published on 3 February 2025"},
  {"body":"Ban Dân vận Trung ương","level":"central","parent":"Trung ương Đảng","since":"","until":"2025-02","successors":"Ban Tuyên giáo và Dân vận Trung ương","except":"","source":"decision of the Politburo published on 3 February 2025"},
  {"body":"Ban Tuyên giáo và Dân vận Trung ương","level":"central","parent":"Trung ương Đảng","since":"2025-02","until":"","successors":"","except":"","source":""},
  {"body":"Ban Kinh tế Trung ương","level":"central","parent":"Trung ương Đảng","since":"","until":"2025-02","successors":"Ban Chính sách, chiến lược Trung ương","except":"","source":"decision of the Politburo published on 3 February 2025"},
  {"body":"Ban Chính sách, chiến lược Trung ương","level":"central","parent":"Trung ương Đảng","since":"2025-02","until":"","successors":"","except":"","source":""},
  {"body":"Ban Đối ngoại Trung ương","level":"central","parent":"Trung ương Đảng","since":"","until":"2025-02","successors":"Bộ Ngoại giao","except":"","source":"28/2025/NĐ-CP"},
  {"body":"Ban Tôn giáo Chính phủ","level":"central","parent":"Bộ Nội vụ","since":"","until":"2025-02-28","successors":"Bộ Dân tộc và Tôn giáo","except":"","source":"176/2025/QH15"},
  {"body":"Ban Thi đua - Khen thưởng Trung ương","level":"central","parent":"Bộ Nội vụ","since":"","until":"","successors":"","except":"","source":""},
  {"body":"Tổng cục Thuế","level":"central","parent":"Bộ Tài chính","since":"","until":"2025-02-28","successors":"Cục Thuế","except":"","source":"29/2025/NĐ-CP"},
  {"body":"Tổng cục Hải quan","level":"central","parent":"Bộ Tài chính","since":"","until":"2025-02-28","successors":"Cục Hải quan","except":"","source":"29/2025/NĐ-CP"},
  {"body":"Tổng cục Thống kê","level":"central","parent":"Bộ Kế hoạch và Đầu tư","since":"","until":"2025-02-28","successors":"Cục Thống kê","except":"","source":"29/2025/NĐ-CP"},
  {"body":"Kho bạc Nhà nước","level":"central","parent":"Bộ Tài chính","since":"","until":"","successors":"","except":"","source":""},
  {"body":"Bộ Khoa học, Công nghệ và Môi trường","level":"central","parent":"Chính phủ","since":"","until":"2002","successors":"Bộ Khoa học và Công nghệ|Bộ Tài nguyên và Môi trường","except":"","source":"02/2002/QH11"},
  {"body":"Hội đồng Bộ trưởng","level":"central","parent":"","since":"","until":"1992","successors":"Chính phủ","except":"","source":"Constitution of 1992"},
  {"body":"Hội đồng Nhà nước","level":"central","parent":"","since":"","until":"1992","successors":"Chủ tịch nước|Ủy ban Thường vụ Quốc hội","except":"","source":"Constitution of 1992"},
  {"body":"Hội đồng Thẩm phán Tòa án nhân dân tối cao","level":"central","parent":"Tòa án nhân dân tối cao","since":"","until":"","successors":"","except":"","source":""},
  {"body":"UBND","level":"province","parent":"Chính phủ","since":"","until":"","successors":"","except":"","source":""},
  {"body":"Tỉnh ủy","level":"province","parent":"Trung ương Đảng","since":"","until":"","successors":"","except":"","source":""},
  {"body":"Văn phòng UBND","level":"province","parent":"UBND","since":"","until":"","successors":"","except":"","source":""},
  {"body":"Sở Nông nghiệp và Phát triển nông thôn","level":"province","parent":"UBND","since":"","until":"2025-02-28","successors":"Sở Nông nghiệp và Môi trường","except":"","source":"45/2025/NĐ-CP"},
  {"body":"Sở Tài nguyên và Môi trường","level":"province","parent":"UBND","since":"","until":"2025-02-28","successors":"Sở Nông nghiệp và Môi trường","except":"","source":"45/2025/NĐ-CP"},
  {"body":"Sở Nông nghiệp và Môi trường","level":"province","parent":"UBND","since":"2025-03-01","until":"","successors":"","except":"","source":"45/2025/NĐ-CP"},
  {"body":"Sở Kế hoạch và Đầu tư","level":"province","parent":"UBND","since":"","until":"2025-02-28","successors":"Sở Tài chính","except":"","source":"45/2025/NĐ-CP"},
  {"body":"Sở Giao thông vận tải","level":"province","parent":"UBND","since":"","until":"2025-02-28","successors":"Sở Xây dựng","except":"Hồ Chí Minh","source":"45/2025/NĐ-CP"},
  {"body":"Sở Thông tin và Truyền thông","level":"province","parent":"UBND","since":"","until":"2025-02-28","successors":"Sở Khoa học và Công nghệ|Sở Văn hóa, Thể thao và Du lịch","except":"Hà Nội|Hồ Chí Minh|Huế|Đà Nẵng","source":"45/2025/NĐ-CP"},
  {"body":"Sở Lao động - Thương binh và Xã hội","level":"province","parent":"UBND","since":"","until":"2025-02-28","successors":"Sở Nội vụ|Sở Y tế|Sở Giáo dục và Đào tạo","except":"","source":"45/2025/NĐ-CP"},
  {"body":"Ban Dân tộc","level":"province","parent":"UBND","since":"","until":"2025-02-28","successors":"Sở Dân tộc và Tôn giáo","except":"","source":"45/2025/NĐ-CP"},
  {"body":"Sở Dân tộc và Tôn giáo","level":"province","parent":"UBND","since":"2025-03-01","until":"","successors":"","except":"","source":"45/2025/NĐ-CP"},
  {"body":"Ban Tuyên giáo Tỉnh ủy","level":"province","parent":"Tỉnh ủy","since":"","until":"2025-02","successors":"Ban Tuyên giáo và Dân vận Tỉnh ủy","except":"","source":""},
  {"body":"Ban Dân vận Tỉnh ủy","level":"province","parent":"Tỉnh ủy","since":"","until":"2025-02","successors":"Ban Tuyên giáo và Dân vận Tỉnh ủy","except":"","source":""},
  {"body":"Ban Tuyên giáo và Dân vận Tỉnh ủy","level":"province","parent":"Tỉnh ủy","since":"2025-02","until":"","successors":"","except":"","source":""},
  {"body":"Ban Thi đua - Khen thưởng","level":"province","parent":"Sở Nội vụ","since":"","until":"","successors":"","except":"","source":""},
  {"body":"Công an","level":"province","parent":"Bộ Công an","since":"","until":"","successors":"","except":"","source":""},
  {"body":"Kho bạc Nhà nước","level":"province","parent":"Kho bạc Nhà nước","since":"","until":"","successors":"","except":"","source":""},
  {"body":"Ủy ban Mặt trận Tổ quốc","level":"province","parent":"Ủy ban Trung ương MTTQ Việt Nam","since":"","until":"","successors":"","except":"","source":""},
  {"body":"Liên đoàn Lao động","level":"province","parent":"Tổng Liên đoàn Lao động Việt Nam","since":"","until":"","successors":"","except":"","source":""},
  {"body":"Hội Nông dân","level":"province","parent":"Trung ương Hội Nông dân Việt Nam","since":"","until":"","successors":"","except":"","source":""},
];
