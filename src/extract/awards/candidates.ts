/** Words without which no award is named, folded. One expression, no nesting: linear. */
const strong =
  'khen|thi dua|tien tien|huan chuong|huy chuong|huy hieu|niem chuong|danh hieu|anh hung|uu tu|' +
  'vnah|cstd|cstt|ldtt|ldxs|ldst|dvtt|dvqt|gdvh|tsvm|hcdl|hcqc|hcld|hcbvtq|hccc|hckc|hccsvv|knc|gvdg|hsg|ngnd|ngut|ttut|nsnd|' +
  'nsut|nnnd|nnut|bk|gk|tuyen duong|bieu duong|ton vinh|quyet thang|ocop|bac ho|sang tao|giai thuong|bua liem|co td|ahld|' +
  'ahllvtnd|lao dong xuat sac|don vi xuat sac|nam tuoi dang';
/** Words that name an award only beside a verb of getting it. */
const weak =
  'van hoa|hoc tap|vung manh|trat tu|antt|nong thon moi|ntm|chuan quoc gia|gioi|tieu bieu|nhan dan|' +
  'giai (?:nhat|nhi|ba|khuyen khich|kk|a|b|c)';
const getting =
  /(?<![a-z0-9])(?:dat|danh hieu|cong nhan|chung nhan|dang k[yi]|phan dau|tang|trao|gianh|doat|phong|giai|ho|nong dan)(?![a-z0-9])/;
const strongWord = new RegExp(`(?<![a-z0-9])(?:${strong})(?![a-z0-9])`);
const weakWord = new RegExp(`(?<![a-z0-9])(?:${weak})(?![a-z0-9])`);

/**
 * Whether a folded text can hold an award. Only such sentences are worth compromise's time.
 *
 * @param folded from `fold()`
 */
export const mayNameAward = (folded: string): boolean =>
  strongWord.test(folded) || (weakWord.test(folded) && getting.test(folded));
