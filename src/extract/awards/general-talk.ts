// What the words of a sentence, folded, say of the awards in it: that they are spoken of in general, offered, aimed at or told of.

/** One expression for folded words or phrases, each by itself. */
const anyWords = (phrases: readonly string[]): RegExp => new RegExp(`(?<![a-z])(?:${phrases.join('|')})(?![a-z])`);

/** Rules, standards and wishes speak of awards that nobody got yet. */
export const generalTalk = anyWords([
  '(?<!dat )tieu chuan',
  String.raw`(?<!\d )tieu chi(?! quoc gia)`,
  'quy dinh',
  '(?<!(?:de nghi|trinh)(?: cac)? (?:cap|co quan) co )tham quyen',
  'thu tuc',
  String.raw`(?<!\d |(?:hoan thien|hoan chinh|hoan tat|lap|trinh|nop|gui) )ho so`,
  String.raw`(?<!\d )truong hop`,
  'kip thoi',
  'moi lan',
  '(?<!(?:(?:de nghi|trinh)(?: [a-z]+){0,8}|xem|chu tich nuoc|chinh phu|thu tuong|bo truong|ubnd tinh|ubnd huyen) )xet tang',
  'de tang',
  'co the',
  'nguyen tac',
  String.raw`hinh thuc khen(?! thuong\s?:)`,
  '(?<!(?<![a-z])(?:chua|khong) (?:co )?(?:[a-z]+ ){0,3}du )dieu kien',
  'theo luat',
  'duoc tang cho',
  'phai',
  'so luong',
  'lan lien tuc',
  'lan tro len',
  'khi nao',
  'neu(?! (?:cao|guong|bat|ra|len))',
  'la su ghi nhan',
  'xay dung ke hoach',
  'la (?:mot )?(?:phan thuong|hinh thuc|danh hieu|muc tieu)',
  'la vinh du',
  'phan tram cac',
  'khi [a-z ]{1,40} thi',
  'thi (?:duoc|se duoc) (?:tang|khen|xet|cong nhan|de nghi)',
  'hoac (?:dat|duoc tang|duoc cong nhan)',
  'binh xet tu',
  'hang nam duoc',
  '(?:de nghi|kien nghi)(?! duoc)[^;.:]{0,60} (?:huong dan|sua doi|lam ro|som ban hanh|tang ty le|nang ty le|tang chi tieu)[a-z, ]{0,60} (?:tang|xet|khen|cong nhan|thi dua|cstd)',
]);
/** «có 02 lần được tặng» is a rule, unless a body by its name was. */
export const timesGiven = /(?<![a-z])lan duoc tang(?![a-z])/;
/** «Năm 2018: Bằng khen của UBND tỉnh …»: a year with what was got in it. */
export const opensWithYear = /^\s*(?:[-–+*•]\s*)?(?:Năm|Năm học|Giai đoạn)\s+\d{4}[^:]{0,30}:/iu;
/** What may be won, and how many may be asked for: nobody got it. */
export const offers =
  /(?<![a-z])(?:co cau (?:cac )?giai|gia tri (?:cac )?giai thuong|moi (?:giai|don vi|khoi|cum|phong|truong|xa|dia phuong|chi bo|to) (?:duoc|chi|khong|de nghi|lua chon|chon|gioi thieu|tri gia)|toi da (?:khong qua )?\d)(?![a-z])/;
/** «Hướng dẫn 12 đơn vị hoàn thiện hồ sơ đề nghị khen thưởng»: whoever is taught how to ask has not asked. */
export const instructs = /^\s*(?:[-+*•]\s*)?(?:da )?(?:huong dan|don doc|yeu cau|chi dao|nhac nho)(?![a-z])/;
export const opensWithAim =
  /^\s*(?:[-+*•]|[a-d\d]{1,2}[.)])?\s*(?:[a-z ]{0,24}[:,]\s*)?(?:phan dau|muc tieu|chi tieu|tiep tuc phan dau|quyet tam)(?![a-z])/;
/** «Bộ Xây dựng», «ngành Xây dựng» build nothing here. */
export const building =
  /(?<![a-z])(?:(?<!(?<![a-z])(?:bo|so|nganh|cd|cong doan|cong ty|truong|phong|cuc) )xay dung|gop phan|huong toi|nham)(?![a-z])/;
export const built =
  /(?<![a-z])xay dung (?:thanh cong )?(?:cac |nhung )?(?:xa|truong|thon|huyen|lang|ap|tram y te|phuong|thi tran|don vi|co quan)(?: [a-z]+){0,8} dat(?![a-z])/;
/** «Nhân dịp này, Hội nghị đã biểu dương, khen thưởng các tập thể, cá nhân»: told of what was held. */
export const occasion =
  /(?<![a-z])(?:hoi nghi|dai hoi|buoi le|le [a-z]+|ban to chuc|hoi thi|dip nay)(?![a-z])[^.;]{0,60}(?<![a-z])da (?:[a-z]+ ){0,2}(?:bieu duong|tuyen duong|khen thuong|ton vinh|vinh danh)(?![a-z])/;
export const told = /(?<![a-z])(?:da|vua|vinh du|nam qua|tong ket|ket qua)(?![a-z])/;
/** «Tham gia hội diễn văn nghệ, đạt giải A toàn đoàn» */
export const contest = /(?<![a-z])(?:tham gia|tham du|du thi|hoi thi|hoi dien|hoi thao|lien hoan|giai bong)(?![a-z])/;
export const sinceYear =
  /^\s*(?:muc do \d\s*)?(?:,\s*)?(?:tu |vao )?(?:cuoi )?(?:nam|giai doan) \d{4}(?! (?:se|can|phai))/;
export const byDecision = /^\s*(?:nam \d{4} |giai doan [\d –-]+ )?(?:theo|tai) quyet dinh(?: so)? \d/;
/** Handing over on behalf of another: whoever hands over is not the grantor. */
export const onBehalf =
  /(?<![a-z])(?:thua (?:uy quyen|lenh)|duoc (?:su )?uy quyen|thay mat)(?: cua)?(?: lanh dao)?(?![a-z])/;
