import { fold } from '../fold.js';
import { awardForms } from '../lexicon/generated/award-forms.js';
import { issuers } from '../lexicon/generated/issuers.js';
import { ministries } from '../lexicon/generated/ministries.js';

/** The tags of words for whoever gets an award; of a word that has several the first here counts. */
export const recipientTags = [
  'Individual',
  'Household',
  'Agency',
  'Village',
  'Collective',
  /** «12 trường hợp»: who they are stays open */
  'Case',
] as const;
export type RecipientTag = (typeof recipientTags)[number];

/** The tags that this plugin adds to compromise. */
export type PhraseTag =
  | 'Award'
  | 'Grade'
  | RecipientTag
  | 'Grant'
  /** a verb only before what it gives: «cấp Bằng khen», «gửi Thư khen», «khen 12 cá nhân» */
  | 'Issue'
  | 'Receive'
  | 'Praise'
  | 'Passive'
  | 'Propose'
  | 'Register'
  | 'Aim'
  | 'Deny'
  | 'Consider'
  | 'Revoke'
  | 'Title'
  | 'Body'
  | 'Level'
  | 'Many'
  | 'To'
  | 'Part'
  /** words that begin like one of ours and are none: «ban hành» is no board */
  | 'Plain';

/** A word or phrase with its meaning. */
export interface LexiconEntry {
  /** syllables in lower case, with their marks */
  readonly syllables: readonly string[];
  readonly tags: readonly PhraseTag[];
  /** of an award: row of `awardForms` */
  readonly form: number | null;
}

const words: Readonly<Record<PhraseTag, string>> = {
  Award: '',
  Grade: 'hạng nhất|hạng nhì|hạng hai|hạng ba|hạng i|hạng ii|hạng iii|hạng 1|hạng 2|hạng 3',
  Individual:
    'cá nhân|đồng chí|cán bộ|công chức|viên chức|người lao động|người|đảng viên|hội viên|đoàn viên|người có uy tín|' +
    'bà mẹ|mẹ|chiến sĩ|chiến sỹ|giáo viên|học sinh|sinh viên|thầy giáo|cô giáo|nhà giáo|thầy thuốc|y sĩ|bác sĩ|ông|bà|anh|chị|' +
    'em|cháu|nghệ nhân|nông dân|công nhân|doanh nhân|thanh niên|phụ nữ|cựu chiến binh|vận động viên|quân nhân|sĩ quan|' +
    'cụ|tôi|bản thân tôi|cá nhân tôi|gương|tấm gương|gương mặt|gương điển hình|gương tiêu biểu|cn|đại biểu|nhân viên|thí sinh|thân nhân|trí thức|già làng|trưởng thôn|nhân sĩ|thanh thiếu nhi|cán bộ đoàn|cựu chiến binh|ccb|thầy thuốc|bí thư chi bộ|đ/c|cbcs|hạ sĩ quan|quân nhân chuyên nghiệp|công nhân viên|cnvc|cbvc|cbcnv|cbnv|cbcnvc|người có công|' +
    'điều dưỡng|lao động|cb cc|cb cc vc|cb gv|cb cs|cb cnv|chuyên gia|nhà khoa học|nhà báo|phóng viên|luật sư|nghệ sĩ|vđv|hlv|huấn luyện viên|thủ khoa|bí thư chi đoàn|bí thư đoàn|chi hội trưởng|tổ trưởng|' +
    'dân quân|dân quân tự vệ|tình nguyện viên|thầy cô giáo|thầy cô|liệt sĩ|liệt sỹ|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|thiếu tướng|trung tướng|thượng tướng|đại tướng|lao động giỏi|lao động tiêu biểu|cộng tác viên|thiếu nhi|đội viên|chức sắc|chủ doanh nghiệp|gv|hs|cb gv|cb gv nv|cán bộ giáo viên|cán bộ giáo viên nhân viên|cán bộ công chức|' +
    'cán bộ công chức viên chức|cán bộ viên chức|công chức viên chức|công nhân lao động|cnlđ|ncut|cbcc|cbccvc|ccvc|cbgvnv|cbgv|cb gvnv|cnvclđ|nlđ|đvtn|phụ huynh|mạnh thường quân|nhà tài trợ|nhà hảo tâm|đoàn viên công đoàn|đoàn viên thanh niên|học viên|giảng viên|hội viên nông dân|hội viên phụ nữ|tác giả|' +
    'nguyên thủ trưởng|nguyên lãnh đạo|nguyên chỉ huy|nguyên cán bộ|cựu giáo chức|cựu cán bộ|cựu thanh niên xung phong|thanh niên xung phong|công an viên|trọng tài|cộng tác viên dân số|học sinh sinh viên|' +
    'vị|vị chức sắc|chức việc|quần chúng|quần chúng nhân dân|ngư dân|lái xe|linh mục|nhà sư|tu sĩ|tăng ni|phật tử|giáo dân|vị trưởng họ|trưởng họ|trưởng tộc|trưởng bản|trưởng ấp|trưởng khu phố|trưởng khóm|tuyên truyền viên|hòa giải viên|báo cáo viên|tiểu thương|kiểm lâm viên|y bác sĩ|dược sĩ|kỹ sư|hộ lý|nhạc sĩ|ca sĩ|họa sĩ|biên tập viên|người cao tuổi|cầu thủ|võ sĩ|kỳ thủ|hướng dẫn viên|quân số|thẩm phán|kiểm sát viên|điều tra viên|chấp hành viên|cbccvclđ|cbccvc lđ|cbccvcnlđ|cnvc lđ',
  Collective:
    'tập thể|tt|đơn vị|phòng|ban|chi bộ|đảng bộ|chi bộ đảng|chi đảng bộ|tổ chức đảng|tổ chức cơ sở đảng|tccsđ|công đoàn cơ sở|công đoàn|khối|' +
    'cụm|trường|trường học|nhà trường|tổ|đội|nhóm|câu lạc bộ|hợp tác xã|sở|ngành|chi hội|chi đoàn|đoàn cơ sở|hội cơ sở|' +
    'trung tâm|bệnh viện|trạm y tế|xã|phường|thị trấn|huyện|tỉnh|quận|thị xã|thành phố|địa phương|đồn|công ty|tiểu đoàn|' +
    'đại đội|trung đội|lớp|dòng họ|tộc|tộc họ|tổ hợp tác|mô hình|điển hình|liên đội|sản phẩm|cơ sở|công trình|tác phẩm|khoa|nhà máy|xí nghiệp|lữ đoàn|trung đoàn|sư đoàn|tổng công ty|khoa phòng|tổ chuyên môn|cơ sở hội|cơ sở đoàn|tổ công đoàn|công đoàn bộ phận|cđbp|phòng giao dịch|pgd|chùa|cơ sở tín ngưỡng|cơ sở tôn giáo|nhà thờ|họ đạo|xứ đạo|công đoàn thành viên|nghiệp đoàn|cộng đồng|đội tuyển|đội thi|đội bóng|cđcs|clb|tổ đội|nhân dân và cán bộ|cán bộ và nhân dân|cán bộ nhân dân|quân và dân|lực lượng vũ trang|lực lượng công an|lực lượng công an nhân dân|lực lượng cand|tập thể nhà trường|tập thể đơn vị|tập thể cơ quan|htx|' +
    'tập thể cán bộ|tập thể cán bộ nhân viên|tập thể cán bộ chiến sĩ|tập thể cán bộ giáo viên|tập thể cán bộ giáo viên nhân viên|tập thể cán bộ công nhân viên|tập thể cán bộ công chức|tập thể cán bộ công chức viên chức|tập thể cán bộ viên chức|tập thể cán bộ đảng viên|tập thể giáo viên|tập thể lãnh đạo|tập thể y bác sĩ|tập thể thầy cô giáo|chi nhánh|phân xưởng|nông trường|lâm trường|hạt kiểm lâm|tổ hội|ban quản lý|tổ hòa giải|bảo tàng|thư viện|nhà hát|học viện|cơ sở hội|cơ sở đoàn|chi đội|phân hội',
  Village: 'thôn|làng|ấp|bản|buôn|bon|tổ dân phố|tdp|khu phố|khối phố|khu dân cư|khóm|xóm|khu',
  Household: 'hộ gia đình|hộ|gia đình|hộ nông dân|hộ dân|hộ kinh doanh',
  Agency: 'cơ quan|doanh nghiệp',
  Case: 'trường hợp|dự án|giải pháp|bài thi|sáng kiến|đề tài|tiết mục|bài dự thi|ý tưởng',
  Grant: 'tặng|tặng thưởng|trao|trao tặng|phong tặng|truy tặng|truy phong|tặng danh hiệu|ký tặng|cấp|gửi',
  Issue: 'cấp|gửi|khen',
  Receive:
    'nhận|đón nhận|vinh dự nhận|vinh dự đón nhận|đạt|đạt danh hiệu|đạt được|giành|đoạt|giành được|công nhận|' +
    'công nhận đạt|công nhận mới|công nhận lại|công nhận thêm|được công nhận lại|được công nhận mới|đạt chuẩn|chứng nhận|đạt tiêu chuẩn|được công nhận|được chứng nhận|bình chọn|bầu chọn|được bầu chọn|được bình chọn|xét được|bình xét được|bình chọn được|duy trì danh hiệu|giữ vững danh hiệu|giữ danh hiệu|giữ vững|được xếp loại|được xếp hạng|xếp hạng đạt|được phân hạng|được phân hạng đạt|được đánh giá đạt',
  Praise:
    'khen|khen thưởng|biểu dương|tuyên dương|tôn vinh|vinh danh|biểu dương khen thưởng|trao thưởng|thưởng nóng|khen tặng|được khen|được khen thưởng|tuyên dương khen thưởng',
  Passive: 'được',
  Propose:
    'đề cử|được đề cử|đề nghị|đề xuất|trình|xét trình|trình xét|đang trình|đang đề nghị|kiến nghị|hồ sơ đề nghị|đang xét|lập hồ sơ|làm hồ sơ|đang làm hồ sơ|hoàn thiện hồ sơ|đang hoàn thiện hồ sơ|hoàn chỉnh hồ sơ|chờ',
  Register: 'đăng ký|đăng kí|giao ước',
  Aim: 'phấn đấu|chỉ tiêu|mục tiêu|dự kiến|đặt mục tiêu|phấn đấu đạt',
  Deny: 'không có|chưa có|không đề nghị|chưa đề nghị|không được|chưa được|không đạt|chưa đạt|không khen thưởng|chưa khen thưởng|không tặng|không đăng ký|chưa đăng ký',
  Consider: 'xét tặng|xét|xem xét|xét khen thưởng|để tặng|xét công nhận',
  Revoke: 'thu hồi|hủy bỏ|huỷ bỏ|tước',
  Title:
    'chủ tịch|phó chủ tịch|bộ trưởng|thứ trưởng|chủ nhiệm|phó chủ nhiệm|tổng cục trưởng|cục trưởng|vụ trưởng|chi cục trưởng|' +
    'giám đốc|phó giám đốc|tổng giám đốc|bí thư|phó bí thư|trưởng ban|phó trưởng ban|hiệu trưởng|thủ trưởng|tư lệnh|' +
    'chánh án|viện trưởng|tổng thanh tra|thống đốc|chánh văn phòng|trưởng phòng|trưởng công an|tổng bí thư|phó thủ tướng|' +
    'tổng kiểm toán|chính ủy|cấp ủy|xã đội trưởng|chỉ huy trưởng|chính trị viên|đồn trưởng|tổng biên tập',
  Body:
    'chủ tịch nước|chủ tịch nước chxhcn việt nam|chủ tịch nước cộng hòa xã hội chủ nghĩa việt nam|chủ tịch nước cộng hoà xã hội chủ nghĩa việt nam|hội đồng đội trung ương|hội đồng đội|thủ tướng chính phủ|thủ tướng|đảng nhà nước|đảng và nhà nước|vksnd tối cao|tand tối cao|chính phủ|nhà nước|quốc hội|ubnd|uỷ ban nhân dân|ủy ban nhân dân|hđnd|' +
    'hội đồng nhân dân|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|ban thường vụ|ban chấp hành|ban thường trực|mttq|' +
    'các cấp|ubmttq|ủy ban mttq|mặt trận tổ quốc|bộ|sở|ban|phòng|cục|tổng cục|chi cục|vụ|hội|hội đồng|liên đoàn|lđlđ|liên đoàn lao động|' +
    'cđ|tỉnh hội|thành hội|huyện hội|thị hội|tổng liên đoàn|tổng liên đoàn lao động việt nam|tổng lđlđ|tổng lđlđvn|tổng lđlđ vn|tlđ|tlđlđ|tổng liên đoàn lao động|công đoàn|đoàn thanh niên|tỉnh đoàn|thành đoàn|huyện đoàn|thị đoàn|quận đoàn|đoàn xã|đoàn phường|đoàn thị trấn|trung ương|' +
    'trung ương đoàn|trung ương hội|trung ương hội chữ thập đỏ|trung ương hội nông dân|trung ương hội liên hiệp phụ nữ|trung ương hội lhpn|trung ương hội cựu chiến binh|trung ương hội ccb|trung ương hội khuyến học|hội người việt nam|hội người cao tuổi|hội nct|hội người mù|hội phụ nữ|hội lhpn|hội ccb|vksnd|tand|bhxh|bộ chqs|đoàn tncs hồ chí minh|hội sinh viên|hội cựu giáo chức|hội cựu thanh niên xung phong|hội khuyến học|hội chữ thập đỏ|công an|quân khu|bộ tư lệnh|bộ chỉ huy|bộ chỉ huy quân sự|' +
    'ban chỉ huy quân sự|bộ đội biên phòng|trung đoàn|sư đoàn|lữ đoàn|quân đoàn|quân chủng|binh chủng|ban chqs|tổng cục chính trị|bộ nông nghiệp và ptnt|sở nông nghiệp và ptnt|bộ nn và ptnt|sở nn và ptnt|bộ giáo dục|sở giáo dục|phòng giáo dục|công đoàn giáo dục|công đoàn ngành giáo dục|bảo hiểm xã hội|ngân hàng|kho bạc|đại học|học viện|viện|tập đoàn|tổng công ty|' +
    'liên minh hợp tác xã|liên minh htx|văn phòng|văn phòng hđnd ubnd|văn phòng hđnd và ubnd|thanh tra|chi ủy|đảng bộ|chi bộ|ủy ban|trung tâm|trường|bệnh viện|công ty|đồn|công đoàn cơ sở|liên hiệp|khối',
  Level: 'tỉnh|huyện|xã|phường|thị trấn|thành phố|quận|thị xã|tp|đặc khu|khu vực|ngành|ngành y tế|ngành giáo dục|khối',
  Many: 'các|nhiều|những|một số|toàn thể|tất cả|tất cả các|hầu hết|hàng chục|hàng trăm|hàng ngàn|hàng nghìn|hàng vạn|hàng chục lượt|hàng trăm lượt|hàng ngàn lượt|hàng nghìn lượt|nhiều lượt',
  To: 'cho|đối với|thuộc về',
  Part: 'trong đó|trong số đó|trong số này|trong số họ|gồm|bao gồm|cụ thể|gồm có',
  Plain:
    'gửi báo cáo|gửi văn bản|gửi công văn|gửi thư mời|đăng ký đất đai|đăng ký kinh doanh|đăng ký doanh nghiệp|đăng ký hộ tịch|đăng ký khai sinh|đăng ký kết hôn|đăng ký khám chữa bệnh|mỗi xã một sản phẩm|vị trí|vị thế|vị thuốc|ban hành|phòng chống|khoa học|đạt trình độ|đạt tỷ lệ|tổ chức|bộ phận|hội nghị|hội thi|hội thảo|bình xét|khen ngợi|khen chê|lời khen|hồ sơ khen thưởng|đáng khen|ngành nghề|sở hữu|xã hội|bản thân|cơ sở vật chất|' +
    'đội ngũ|bộ máy|nhiệm vụ|bộ tiêu chí|công an nhân dân|quân đội nhân dân|trường học thân thiện|hộ khẩu|đại hội|phòng trào|tổ quốc|' +
    'quyết định|đoàn kết|đoàn viên thanh niên|hội đồng thi đua khen thưởng|ban thi đua khen thưởng|công tác thi đua khen thưởng|' +
    'thi đua khen thưởng|luật thi đua khen thưởng|công tác khen thưởng|quỹ thi đua khen thưởng|hình thức khen thưởng|người dân|' +
    'huyện ủy viên|tỉnh ủy viên|ban chỉ đạo|ban tổ chức|khối thi đua|cụm thi đua|phong trào thi đua|đạt kết quả|đạt hiệu quả|' +
    'nhận phụng dưỡng|nhận chăm sóc|nhận đỡ đầu|nhận nuôi|nhận nuôi dưỡng|nhận giúp đỡ|nhận thức|nhận định|nhận xét|ghi nhận|tiếp nhận|chấp nhận|xác nhận|thừa nhận|đảm nhận|cảm nhận|trao đổi|điển hình là|điển hình như|trao quyền|trao quyết định|cấp trên|trình độ|trình bày|trình tự|mục tiêu quốc gia|' +
    'chương trình|công trình|quá trình|quy trình|tặng quà|trao quà|trao tặng quà|tặng nhà|trao nhà|tặng học bổng|trao học bổng|' +
    'trao tặng học bổng|tặng xe|tặng sổ|tặng thẻ|tặng hoa|trao tặng hoa|trao tặng nhà|công trình|hội viên phụ nữ|đạt chỉ tiêu|đạt mục tiêu|đại diện cho|giáo viên chủ nhiệm|lao động sản xuất',
};

/** Syllables as compromise normalises them, in lower case with their marks: «Trong sạch, vững mạnh» → four. */
export const syllablesOf = (phrase: string): string[] =>
  phrase
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,;:./()"“”\-–&]+/u)
    .filter((syllable) => syllable !== '');

/** i and y are written for one another in a few words: «chiến sĩ», «chiến sỹ»; «kỷ niệm», «kỉ niệm». */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(?<= )sĩ(?= |$)/giu, 'sỹ'],
  [/^kỷ(?= )/giu, 'kỉ'],
  [/ủy/giu, 'uỷ'],
  [/văn hóa$/giu, 'VH'],
  // As often misspelt as not: s and x sound alike.
  [/xuất sắc/giu, 'suất sắc'],
  [/xuất sắc/giu, 'xuất xắc'],
  [/xuất sắc/giu, 'suất xắc'],
  // Slips of the hand: the key beside, two letters in the wrong order.
  [/thi đua/giu, 'thu đua'],
  [/thi đua/giu, 'thi đau'],
];

/** A phrase as the table has it, and as it is also written. */
export const spellingsOf = (phrase: string): ReadonlySet<string> =>
  new Set([phrase, ...spellings.map(([from, to]) => phrase.replace(from, to))]);

function build(): ReadonlyMap<string, readonly LexiconEntry[]> {
  const entries = new Map<string, LexiconEntry[]>();
  const add = (phrase: string, tags: readonly PhraseTag[], form: number | null): void => {
    for (const spelling of spellingsOf(phrase)) {
      const syllables = syllablesOf(spelling);
      const key = syllables.map(fold).join(' ');
      const there = entries.get(key) ?? [];
      const same = there.findIndex((entry) => entry.syllables.join(' ') === syllables.join(' '));
      if (same < 0) there.push({ syllables, tags, form });
      // The tags of all readings of one spelling stand together («phòng» is a collective and a body).
      else {
        const old = there[same]!;
        there[same] = { syllables, tags: [...new Set([...old.tags, ...tags])], form: old.form ?? form };
      }
      entries.set(key, there);
    }
  };
  awardForms.forEach(({ form }, row) => {
    add(form, ['Award'], row);
  });
  for (const [tag, phrases] of Object.entries(words))
    for (const phrase of phrases.split('|')) if (phrase !== '') add(phrase, [tag as PhraseTag], null);
  for (const { name_vi: name, level } of issuers)
    if (level !== 'unit' && !/[()]/.test(name) && name.includes(' ')) add(name, ['Body'], null);
  for (const { name_vi: name } of ministries) if (!/[()]/.test(name)) add(name, ['Body'], null);
  return entries;
}

/** Folded phrase («lao dong tien tien») → its readings; several where folding made two words one. */
export const lexicon: ReadonlyMap<string, readonly LexiconEntry[]> = build();

/** The phrases of a tag beside those that come from tables; for docs/rules.md. */
export const phrasesOf = (tag: PhraseTag): readonly string[] => words[tag].split('|').filter((phrase) => phrase !== '');
