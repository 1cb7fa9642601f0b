import type { Decision, MentionKind } from '../../model/index.js';
import type { AttentionReason, CorrectionState } from '../../store/index.js';

/** What the program says of what people should look at and have decided. */
export interface ReviewMessages {
  readonly cmd: string;
  readonly successors: string;
  readonly cmdShow: string;
  readonly cmdAccept: string;
  readonly cmdReject: string;
  readonly cmdCorrect: string;
  readonly cmdMerge: string;
  readonly cmdSplit: string;
  readonly cmdUndo: string;
  readonly cmdHistory: string;
  readonly cmdExport: string;
  readonly cmdImport: string;
  readonly argItem: string;
  readonly argItems: string;
  readonly argCorrect: string;
  readonly argMerged: string;
  readonly argInto: string;
  readonly argCorrection: string;
  readonly argExport: string;
  readonly optReport: string;
  readonly optReason: string;
  readonly optKind: string;
  readonly optBelow: string;
  readonly optBy: string;
  readonly optWhy: string;
  readonly optAs: string;
  readonly optNumber: string;
  readonly optDate: string;
  readonly optIssuer: string;
  readonly optType: string;
  readonly optRole: string;
  readonly optValue: string;
  readonly optUnit: string;
  readonly optIndicator: string;
  readonly optPeriod: string;
  readonly optBasis: string;
  readonly optAward: string;
  readonly optCount: string;
  readonly optRecipient: string;
  readonly optName: string;
  readonly optGrantor: string;
  readonly optStatus: string;
  readonly optEvery: string;
  readonly colId: string;
  readonly colFound: string;
  readonly colWhy: string;
  readonly colBy: string;
  readonly colWhat: string;
  readonly colReason: string;
  readonly nothing: string;
  readonly noCorrections: string;
  readonly why: string;
  readonly nothingToCorrect: string;
  readonly onlyCitations: string;
  readonly otherFields: (kind: MentionKind, wrong: readonly string[], right: readonly string[]) => string;
  readonly noFigure: (words: string) => string;
  readonly unitWithoutValue: (unit: string) => string;
  readonly noRole: string;
  readonly onlyDate: string;
  readonly conflicts: (count: number) => string;
  readonly orphans: (count: number) => string;
  readonly toLookAt: (count: number) => string;
  readonly corrections: (count: number) => string;
  readonly changed: (reports: number) => string;
  readonly laying: (done: number, total: number) => string;
  readonly imported: (added: number, known: number) => string;
  readonly noSuchItem: (id: string) => string;
  readonly rejected: (id: string, by: string, decision: string) => string;
  readonly allOfWhat: string;
  readonly truncated: (shown: number) => string;
  readonly noSuchChoice: (as: string) => string;
  readonly noSuchCorrection: (id: string) => string;
  readonly undoneAlready: (id: string) => string;
  readonly several: (what: string, keys: readonly string[]) => string;
  readonly oneAlready: (key: string) => string;
  readonly otherYear: (year: number) => string;
  readonly unreadable: (file: string, why: string) => string;
  readonly badLine: (file: string, line: number) => string;
  readonly reasons: Readonly<Record<AttentionReason, string>>;
  readonly actions: Readonly<Record<Decision['action'], string>>;
  readonly states: Readonly<Record<CorrectionState['state'], string>>;
}

export const reviewVi: ReviewMessages = {
  successors: 'nay là',
  cmd: 'xem những chỗ cần người quyết định, và ghi quyết định',
  cmdShow: 'một chỗ hay một văn bản: câu quanh nó, có thể là những văn bản nào, đã quyết định gì',
  cmdAccept: 'nhận là đúng',
  cmdReject: 'không phải viện dẫn, số liệu hay khen thưởng',
  cmdCorrect: 'sửa một viện dẫn, số liệu, khen thưởng, phần đầu của một báo cáo, hoặc ngày của một văn bản',
  cmdMerge: 'hai văn bản là một: A chính là B',
  cmdSplit: 'những chỗ này chỉ một văn bản khác',
  cmdUndo: 'rút lại một quyết định',
  cmdHistory: 'các quyết định: ai, lúc nào, vì sao, còn hiệu lực không',
  cmdExport: 'xuất các quyết định thành mẫu có nhãn, mỗi dòng một JSON',
  cmdImport: 'nhận các quyết định đã xuất',
  argItem: 'mã trong danh sách, hoặc khóa, số của văn bản',
  argItems: 'các mã trong danh sách; với accept cả khóa, số của văn bản',
  argCorrect: 'mã trong danh sách, báo cáo, hoặc số của văn bản',
  argMerged: 'số hoặc khóa của văn bản thừa',
  argInto: 'số hoặc khóa của văn bản đúng',
  argCorrection: 'mã của quyết định',
  argExport: 'tệp đã xuất',
  optReport: 'chỉ trong báo cáo này',
  optReason: 'vì sao: conflict | ambiguous | repair | low-confidence',
  optKind: 'loại: citation | quantity | award | document',
  optBelow: 'chưa chắc là dưới mức này (0–1, mặc định 0.6; giữ đến 0.7)',
  optBy: 'người quyết định: $TRICHLUC_BY hoặc tên đăng nhập',
  optWhy: 'lý do',
  optAs: 'văn bản được chỉ: thứ tự trong "review show", khóa hoặc số',
  optNumber: 'số, ký hiệu đúng',
  optDate: 'ngày đúng: 15/8/2022 hoặc 2022-08-15',
  optIssuer: 'cơ quan ban hành đúng',
  optType: 'loại văn bản đúng (QĐ, KH, NĐ …)',
  optRole: 'quan hệ đúng',
  optValue: 'giá trị đúng, viết như trong báo cáo: 1.250; 36,45; 62/64; "38,6 tỷ đồng"',
  optUnit: 'đơn vị tính đúng',
  optIndicator: 'chỉ tiêu đúng ("" là không có)',
  optPeriod: 'kỳ đúng: 2022, 2023-Q2, 2024-H1, 2024-10, 2021/2025 ("" là không có)',
  optBasis: 'tính chất đúng: actual (thực hiện), plan (kế hoạch), target (mục tiêu), registered (đăng ký)',
  optAward: 'hình thức khen thưởng, danh hiệu đúng',
  optCount: 'số lượng đúng ("" là không có)',
  optRecipient: 'loại đối tượng đúng',
  optName: 'tên đối tượng đúng ("" là không có)',
  optGrantor: 'cấp tặng đúng ("" là không có)',
  optStatus: 'tình trạng đúng',
  optEvery: 'mọi viện dẫn, số liệu, khen thưởng của một báo cáo (--report) với mã của chúng, cả những chỗ đã chắc',
  colId: 'Mã',
  colFound: 'Đã đọc là',
  colWhy: 'Vì sao',
  colBy: 'Người',
  colWhat: 'Quyết định',
  colReason: 'Lý do',
  nothing: 'Không có chỗ nào cần xem.',
  noCorrections: 'Chưa có quyết định nào.',
  why: 'căn cứ',
  nothingToCorrect:
    'hãy ghi ít nhất một chỗ đúng: của viện dẫn --number, --date, --issuer, --type, --role; của số liệu --value, --unit, --indicator, --period, --basis; của khen thưởng --award, --count, --recipient, --name, --grantor, --status, --period',
  onlyCitations: 'chỉ viện dẫn mới tách được',
  otherFields: (kind, wrong, right) =>
    `${{ citation: 'viện dẫn', quantity: 'số liệu', award: 'khen thưởng' }[kind]} không có ${wrong.map((name) => `--${name}`).join(', ')}; sửa được ${right.map((name) => `--${name}`).join(', ')}`,
  noFigure: (words) => `"${words}" không đọc được là một giá trị; ví dụ 1.250 hoặc "38,6 tỷ đồng"`,
  unitWithoutValue: (unit) => `với đơn vị "${unit}" giá trị cũng khác: hãy ghi thêm --value`,
  noRole: 'phần đầu của báo cáo không có quan hệ; bỏ --role',
  onlyDate: 'của một văn bản chỉ sửa được --date; số sai thì dùng merge',
  conflicts: (count) => `Chỗ mâu thuẫn (${count})`,
  orphans: (count) =>
    `${count} quyết định mồ côi: chỗ được sửa không còn trong báo cáo (xem "trichluc review history")`,
  toLookAt: (count) => `Cần xem (${count})`,
  corrections: (count) => `Quyết định (${count})`,
  changed: (reports) => `Đã áp dụng vào ${reports} báo cáo.`,
  laying: (done, total) => `áp dụng ${done}/${total}`,
  imported: (added, known) => `Nhận ${added} quyết định; ${known} đã có.`,
  noSuchItem: (id) => `không có chỗ nào có mã "${id}"`,
  rejected: (id, by, decision) => `${id} đã được ${by} bỏ; lấy lại: trichluc review undo ${decision}`,
  allOfWhat: '--all cần biết của báo cáo nào: thêm --report',
  truncated: (shown) => `Chỉ in ${shown} chỗ đầu; xem thêm: --limit`,
  noSuchChoice: (as) => `không có lựa chọn "${as}"; xem "trichluc review show"`,
  noSuchCorrection: (id) => `không có quyết định nào có mã "${id}"`,
  undoneAlready: (id) => `quyết định ${id} đã được rút lại`,
  several: (what, keys) => `"${what}" có thể là nhiều văn bản; hãy ghi khóa: ${keys.join(', ')}`,
  oneAlready: (key) => `hai số này đã là một văn bản: ${key}`,
  otherYear: (year) =>
    `văn bản này là của năm ${year}; năm khác thì là văn bản khác: sửa chỗ viện dẫn, hoặc dùng merge`,
  unreadable: (file, why) => `không đọc được ${file} (${why})`,
  badLine: (file, line) => `${file}, dòng ${line}: không phải là một quyết định đã xuất`,
  reasons: {
    conflict: 'mâu thuẫn',
    ambiguous: 'có thể là nhiều văn bản',
    repair: 'số đã được sửa lỗi nhận dạng',
    'low-confidence': 'chưa chắc',
  },
  actions: {
    accept: 'nhận',
    reject: 'bỏ',
    correct: 'sửa',
    'correct-quantity': 'sửa',
    'correct-award': 'sửa',
    split: 'tách',
    'correct-header': 'sửa phần đầu',
    'accept-document': 'nhận',
    'correct-document': 'sửa ngày',
    merge: 'nhập',
    undo: 'rút lại',
  },
  states: { 'in-force': 'có hiệu lực', undone: 'đã rút lại', orphaned: 'mồ côi', waiting: 'chờ báo cáo' },
};

export const reviewEn: ReviewMessages = {
  successors: 'now',
  cmd: 'what a person should look at, and what was decided',
  cmdShow: 'a place or a document: the text around it, what it may be, what was decided',
  cmdAccept: 'it is right',
  cmdReject: 'it is no citation, figure or award',
  cmdCorrect: 'put right a citation, a figure, an award, the head of a report, or the day of a document',
  cmdMerge: 'two documents are one: A is B',
  cmdSplit: 'these places mean another document',
  cmdUndo: 'take a decision back',
  cmdHistory: 'the decisions: who, when, why, and whether they hold',
  cmdExport: 'write the decisions as labelled examples, a line of JSON each',
  cmdImport: 'take in decisions that were exported',
  argItem: 'id from the list, or key or number of a document',
  argItems: 'ids from the list; of accept also keys or numbers of documents',
  argCorrect: 'id from the list, report, or number of a document',
  argMerged: 'number or key of the document that goes',
  argInto: 'number or key of the one it is',
  argCorrection: 'id of the decision',
  argExport: 'exported file',
  optReport: 'only in this report',
  optReason: 'why: conflict | ambiguous | repair | low-confidence',
  optKind: 'kind: citation | quantity | award | document',
  optBelow: 'uncertain means below this (0–1, default 0.6; kept up to 0.7)',
  optBy: 'who decides: $TRICHLUC_BY or the login name',
  optWhy: 'why',
  optAs: 'which document it is: its place in "review show", key or number',
  optNumber: 'the right number',
  optDate: 'the right day: 15/8/2022 or 2022-08-15',
  optIssuer: 'the right issuer',
  optType: 'the right type (QĐ, KH, NĐ …)',
  optRole: 'the right role',
  optValue: 'the right value, as reports print it: 1.250; 36,45; 62/64; "38,6 tỷ đồng"',
  optUnit: 'the right unit',
  optIndicator: 'the right indicator ("" for none)',
  optPeriod: 'the right period: 2022, 2023-Q2, 2024-H1, 2024-10, 2021/2025 ("" for none)',
  optBasis: 'the right basis',
  optAward: 'the right award',
  optCount: 'the right count ("" for none)',
  optRecipient: 'the right kind of recipient',
  optName: 'the recipient\'s right name ("" for none)',
  optGrantor: 'the right grantor ("" for none)',
  optStatus: 'the right status',
  optEvery: 'every citation, figure and award of one report (--report) with its id, sure ones too',
  colId: 'Id',
  colFound: 'Read as',
  colWhy: 'Why',
  colBy: 'By',
  colWhat: 'Decision',
  colReason: 'Reason',
  nothing: 'Nothing needs a look.',
  noCorrections: 'Nothing was decided yet.',
  why: 'because',
  nothingToCorrect:
    'give what is right: of a citation --number, --date, --issuer, --type, --role; of a figure --value, --unit, --indicator, --period, --basis; of an award --award, --count, --recipient, --name, --grantor, --status, --period',
  onlyCitations: 'only citations can be split',
  otherFields: (kind, wrong, right) =>
    `${{ citation: 'a citation', quantity: 'a figure', award: 'an award' }[kind]} has no ${wrong.map((name) => `--${name}`).join(', ')}; it has ${right.map((name) => `--${name}`).join(', ')}`,
  noFigure: (words) => `"${words}" is no value that can be read; write 1.250 or "38,6 tỷ đồng"`,
  unitWithoutValue: (unit) => `in "${unit}" the value is another too: give --value as well`,
  noRole: 'the head of a report has no role; leave --role out',
  onlyDate: 'of a document only --date can be corrected; for a wrong number use merge',
  conflicts: (count) => `Contradictions (${count})`,
  orphans: (count) =>
    `${count} orphaned decisions: what they mean has vanished from the report (see "trichluc review history")`,
  toLookAt: (count) => `To look at (${count})`,
  corrections: (count) => `Decisions (${count})`,
  changed: (reports) => `Laid over ${reports === 1 ? '1 report' : `${reports} reports`}.`,
  laying: (done, total) => `laying over ${done}/${total}`,
  imported: (added, known) => `Took in ${added} decisions; ${known} were known.`,
  noSuchItem: (id) => `nothing has the id "${id}"`,
  rejected: (id, by, decision) => `${id} was rejected by ${by}; to get it back: trichluc review undo ${decision}`,
  allOfWhat: '--all needs to know of which report: add --report',
  truncated: (shown) => `Only the first ${shown} are printed; for more: --limit`,
  noSuchChoice: (as) => `there is no choice "${as}"; see "trichluc review show"`,
  noSuchCorrection: (id) => `no decision has the id "${id}"`,
  undoneAlready: (id) => `the decision ${id} was taken back already`,
  several: (what, keys) => `"${what}" may be one of several documents; give a key: ${keys.join(', ')}`,
  oneAlready: (key) => `the two are one document already: ${key}`,
  otherYear: (year) =>
    `this document is of ${year}; of another year it is another document: correct the citation, or use merge`,
  unreadable: (file, why) => `${file} cannot be read (${why})`,
  badLine: (file, line) => `${file}, line ${line}: not an exported decision`,
  reasons: {
    conflict: 'contradiction',
    ambiguous: 'may be one of several documents',
    repair: 'a number repaired from recognition',
    'low-confidence': 'uncertain',
  },
  actions: {
    accept: 'accept',
    reject: 'reject',
    correct: 'correct',
    'correct-quantity': 'correct',
    'correct-award': 'correct',
    split: 'split',
    'correct-header': 'correct the head',
    'accept-document': 'accept',
    'correct-document': 'correct the day',
    merge: 'merge',
    undo: 'undo',
  },
  states: { 'in-force': 'in force', undone: 'undone', orphaned: 'orphaned', waiting: 'waits for its report' },
};
