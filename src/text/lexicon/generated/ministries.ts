// Made from data/ministries.csv by scripts/build-lexicons.mjs. Do not edit: change the table and run "npm run lexicons".

export interface MinistriesRow {
  readonly symbol: string;
  readonly name_vi: string;
  readonly name_en: string;
  readonly kind: string;
  readonly status: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly predecessors: string;
  readonly successors: string;
  readonly head_title: string;
}

export const ministries: readonly MinistriesRow[] = [
  {"symbol":"BQP","name_vi":"Bộ Quốc phòng","name_en":"Ministry of National Defence","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BCA","name_vi":"Bộ Công an","name_en":"Ministry of Public Security","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BNG","name_vi":"Bộ Ngoại giao","name_en":"Ministry of Foreign Affairs","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BNV","name_vi":"Bộ Nội vụ","name_en":"Ministry of Home Affairs","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"BNV|BLĐTBXH (labour, wages, people with merit)","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BTP","name_vi":"Bộ Tư pháp","name_en":"Ministry of Justice","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BTC","name_vi":"Bộ Tài chính","name_en":"Ministry of Finance","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"BTC|BKHĐT","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BCT","name_vi":"Bộ Công Thương","name_en":"Ministry of Industry and Trade","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BNNMT","name_vi":"Bộ Nông nghiệp và Môi trường","name_en":"Ministry of Agriculture and Environment","kind":"ministry","status":"current","valid_from":"2025-03-01","valid_to":"","predecessors":"BNNPTNT|BTNMT","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BXD","name_vi":"Bộ Xây dựng","name_en":"Ministry of Construction","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"BXD|BGTVT","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BVHTTDL","name_vi":"Bộ Văn hóa, Thể thao và Du lịch","name_en":"Ministry of Culture, Sports and Tourism","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"BVHTTDL|BTTTT (press)","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BKHCN","name_vi":"Bộ Khoa học và Công nghệ","name_en":"Ministry of Science and Technology","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"BKHCN|BTTTT","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BGDĐT","name_vi":"Bộ Giáo dục và Đào tạo","name_en":"Ministry of Education and Training","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"BGDĐT|BLĐTBXH (vocational education)","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BYT","name_vi":"Bộ Y tế","name_en":"Ministry of Health","kind":"ministry","status":"current","valid_from":"","valid_to":"","predecessors":"BYT|BLĐTBXH (social protection, children)","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"BDTTG","name_vi":"Bộ Dân tộc và Tôn giáo","name_en":"Ministry of Ethnic and Religious Affairs","kind":"ministry","status":"current","valid_from":"2025-03-01","valid_to":"","predecessors":"UBDT|BTGCP","successors":"","head_title":"Bộ trưởng"},
  {"symbol":"VPCP","name_vi":"Văn phòng Chính phủ","name_en":"Office of the Government","kind":"ministry-level agency","status":"current","valid_from":"","valid_to":"","predecessors":"","successors":"","head_title":"Bộ trưởng, Chủ nhiệm"},
  {"symbol":"TTCP","name_vi":"Thanh tra Chính phủ","name_en":"Government Inspectorate","kind":"ministry-level agency","status":"current","valid_from":"","valid_to":"","predecessors":"","successors":"","head_title":"Tổng Thanh tra"},
  {"symbol":"NHNN","name_vi":"Ngân hàng Nhà nước Việt Nam","name_en":"State Bank of Vietnam","kind":"ministry-level agency","status":"current","valid_from":"","valid_to":"","predecessors":"","successors":"","head_title":"Thống đốc"},
  {"symbol":"BKHĐT","name_vi":"Bộ Kế hoạch và Đầu tư","name_en":"Ministry of Planning and Investment","kind":"ministry","status":"former","valid_from":"","valid_to":"2025-02-28","predecessors":"","successors":"BTC","head_title":"Bộ trưởng"},
  {"symbol":"BGTVT","name_vi":"Bộ Giao thông vận tải","name_en":"Ministry of Transport","kind":"ministry","status":"former","valid_from":"","valid_to":"2025-02-28","predecessors":"","successors":"BXD","head_title":"Bộ trưởng"},
  {"symbol":"BTTTT","name_vi":"Bộ Thông tin và Truyền thông","name_en":"Ministry of Information and Communications","kind":"ministry","status":"former","valid_from":"","valid_to":"2025-02-28","predecessors":"","successors":"BKHCN|BVHTTDL","head_title":"Bộ trưởng"},
  {"symbol":"BTNMT","name_vi":"Bộ Tài nguyên và Môi trường","name_en":"Ministry of Natural Resources and Environment","kind":"ministry","status":"former","valid_from":"","valid_to":"2025-02-28","predecessors":"","successors":"BNNMT","head_title":"Bộ trưởng"},
  {"symbol":"BNNPTNT","name_vi":"Bộ Nông nghiệp và Phát triển nông thôn","name_en":"Ministry of Agriculture and Rural Development","kind":"ministry","status":"former","valid_from":"","valid_to":"2025-02-28","predecessors":"","successors":"BNNMT","head_title":"Bộ trưởng"},
  {"symbol":"BLĐTBXH","name_vi":"Bộ Lao động - Thương binh và Xã hội","name_en":"Ministry of Labour, Invalids and Social Affairs","kind":"ministry","status":"former","valid_from":"","valid_to":"2025-02-28","predecessors":"","successors":"BNV|BGDĐT|BYT","head_title":"Bộ trưởng"},
  {"symbol":"UBDT","name_vi":"Ủy ban Dân tộc","name_en":"Committee for Ethnic Minority Affairs","kind":"ministry-level agency","status":"former","valid_from":"","valid_to":"2025-02-28","predecessors":"","successors":"BDTTG","head_title":"Bộ trưởng, Chủ nhiệm"},
  {"symbol":"BVHTT","name_vi":"Bộ Văn hóa - Thông tin","name_en":"Ministry of Culture and Information","kind":"ministry","status":"former","valid_from":"","valid_to":"2007-08-01","predecessors":"","successors":"BVHTTDL|BTTTT","head_title":"Bộ trưởng"},
  {"symbol":"BTM","name_vi":"Bộ Thương mại","name_en":"Ministry of Trade","kind":"ministry","status":"former","valid_from":"","valid_to":"2007-08-01","predecessors":"","successors":"BCT","head_title":"Bộ trưởng"},
  {"symbol":"BCN","name_vi":"Bộ Công nghiệp","name_en":"Ministry of Industry","kind":"ministry","status":"former","valid_from":"","valid_to":"2007-08-01","predecessors":"","successors":"BCT","head_title":"Bộ trưởng"},
  {"symbol":"BTS","name_vi":"Bộ Thủy sản","name_en":"Ministry of Fisheries","kind":"ministry","status":"former","valid_from":"","valid_to":"2007-08-01","predecessors":"","successors":"BNNPTNT","head_title":"Bộ trưởng"},
  {"symbol":"BBCVT","name_vi":"Bộ Bưu chính, Viễn thông","name_en":"Ministry of Posts and Telematics","kind":"ministry","status":"former","valid_from":"","valid_to":"2007-08-01","predecessors":"","successors":"BTTTT","head_title":"Bộ trưởng"},
  {"symbol":"UBTDTT","name_vi":"Ủy ban Thể dục Thể thao","name_en":"Committee for Physical Training and Sports","kind":"ministry","status":"former","valid_from":"","valid_to":"2007-08-01","predecessors":"","successors":"BVHTTDL","head_title":"Bộ trưởng"},
  {"symbol":"UBDSGĐTE","name_vi":"Ủy ban Dân số, Gia đình và Trẻ em","name_en":"Committee for Population, Family and Children","kind":"ministry","status":"former","valid_from":"","valid_to":"2007-08-01","predecessors":"","successors":"BYT|BVHTTDL|BLĐTBXH","head_title":"Bộ trưởng"},
  {"symbol":"BNN","name_vi":"Bộ Nông nghiệp và Phát triển nông thôn","name_en":"MARD, older symbol (TT-BNN, QĐ-BNN)","kind":"ministry","status":"variant symbol","valid_from":"","valid_to":"","predecessors":"","successors":"BNNPTNT","head_title":"Bộ trưởng"},
  {"symbol":"BGD&ĐT","name_vi":"Bộ Giáo dục và Đào tạo","name_en":"MOET, older symbol","kind":"ministry","status":"variant symbol","valid_from":"","valid_to":"","predecessors":"","successors":"BGDĐT","head_title":"Bộ trưởng"},
  {"symbol":"BGD","name_vi":"Bộ Giáo dục và Đào tạo","name_en":"MOET, older symbol in joint circulars","kind":"ministry","status":"variant symbol","valid_from":"","valid_to":"","predecessors":"","successors":"BGDĐT","head_title":"Bộ trưởng"},
];
