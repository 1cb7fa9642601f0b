import type { Secrecy } from '../survey/tally.js';

/** What the program says before an import. */
export interface SurveyMessages {
  readonly cmd: string;
  readonly colKind: string;
  readonly colSize: string;
  readonly colMatter: string;
  readonly colFound: string;
  readonly colToDo: string;
  readonly unknownKind: string;
  readonly all: string;
  readonly scans: string;
  readonly scansFound: (files: number, pages: number) => string;
  readonly scansToDo: (time: string) => string;
  readonly scansUntimed: string;
  readonly scansOff: string;
  readonly legacy: string;
  readonly legacyToDo: string;
  readonly same: string;
  readonly sameToDo: string;
  readonly inArchive: string;
  readonly inArchiveToDo: string;
  readonly near: string;
  readonly nearFound: (files: number, groups: number) => string;
  readonly nearToDo: string;
  readonly template: string;
  readonly templateToDo: string;
  readonly secrecy: Readonly<Record<Secrecy, string>>;
  readonly secretToDo: string;
  readonly urgentToDo: string;
  readonly files: (count: number) => string;
  readonly years: string;
  readonly noYear: string;
  readonly secretFiles: string;
  readonly nearGroups: string;
  readonly sameGroups: string;
  readonly andGroups: (count: number) => string;
  readonly andFiles: (count: number) => string;
  readonly total: (time: string, threads: number) => string;
  readonly readingBasis: (time: string, files: number, megabytes: string) => string;
  readonly recognitionBasis: (time: string, pages: number, timed: number, seconds: string) => string;
  readonly notIncluded: string;
  readonly nothingToTake: string;
  readonly noEstimate: string;
  readonly timing: string;
  readonly stopped: (done: number, total: number) => string;
  readonly time: (least: number, most: number) => string;
}

/** Minutes as a person says them: whole, above ten in fives. */
const rounded = (minutes: number, up: boolean) => {
  const step = minutes > 10 ? 5 : 1;
  return Math.max(up ? 1 : 0, (up ? Math.ceil : Math.floor)(minutes / step) * step);
};

function span(
  least: number,
  most: number,
  words: {
    readonly under: string;
    readonly about: (time: string) => string;
    readonly hours: (hours: number) => string;
    readonly minutes: (m: number) => string;
  },
): string {
  if (most < 60) return words.under;
  const said = (minutes: number) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return [hours > 0 ? words.hours(hours) : '', rest > 0 || hours === 0 ? words.minutes(rest) : ''].join(' ').trim();
  };
  const [from, to] = [rounded(least / 60, false), rounded(most / 60, true)];
  return words.about(from === 0 || from === to ? said(to) : `${said(from)} – ${said(to)}`);
}

export const surveyVi: SurveyMessages = {
  cmd: 'xem trước khi nhập: có những tệp gì, tệp nào là bản quét, bị trùng, bị khóa, bị hỏng, có độ mật, và nhập mất bao lâu',
  colKind: 'Loại tệp',
  colSize: 'Dung lượng',
  colMatter: 'Việc',
  colFound: 'Có',
  colToDo: 'Nên làm gì',
  unknownKind: 'loại khác',
  all: 'tất cả',
  scans: 'bản quét',
  scansFound: (files, pages) => `${files} tệp, ${pages} trang`,
  scansToDo: (time) => `${time} nhận dạng; chưa đọc nên chưa biết độ mật, ngày và bản trùng theo nội dung`,
  scansUntimed: 'cần nhận dạng chữ; chưa đo được thời gian',
  scansOff: 'nhận dạng chữ đang tắt (--ocr never): sẽ bị lỗi no-text khi nhập',
  legacy: 'bảng mã cũ',
  legacyToDo: 'được đổi sang Unicode khi nhập; xem lại bằng "trichluc show"',
  same: 'trùng từng byte',
  sameToDo: 'không cần xóa: mỗi bản chỉ được lưu một lần',
  inArchive: 'đã có trong kho',
  inArchiveToDo: 'không phải làm gì: sẽ không nhập lại',
  near: 'gần như trùng',
  nearFound: (files, groups) => `${files} tệp trong ${groups} nhóm`,
  nearToDo: 'từ 90 % nội dung giống nhau, cùng số liệu: xem các nhóm bên dưới, quyết định giữ bản nào',
  template: 'chung một mẫu',
  templateToDo: 'khác số liệu, số hoặc ngày: là các báo cáo khác nhau, cứ nhập',
  secrecy: { MẬT: 'MẬT', 'TỐI MẬT': 'TỐI MẬT', 'TUYỆT MẬT': 'TUYỆT MẬT' },
  secretToDo: 'chỉ nhập nếu được phép lưu trên máy này; hỏi người phụ trách bảo mật',
  urgentToDo: 'để biết; nhập như thường',
  files: (count) => `${count} tệp`,
  years: 'Theo năm ghi trên báo cáo',
  noYear: 'không rõ',
  secretFiles: 'Có dấu độ mật',
  nearGroups: 'Gần như trùng nhau',
  sameGroups: 'Trùng từng byte',
  andGroups: (count) => `… và ${count} nhóm nữa (--json in đủ)`,
  andFiles: (count) => `… và ${count} tệp nữa (--json in đủ)`,
  total: (time, threads) => `Nhập sẽ mất ${time} trên máy này (${threads} luồng):`,
  readingBasis: (time, files, megabytes) =>
    `  đọc, trích và lưu: ${time} (nhập thử ${files} tệp trong số này, ${megabytes} MB, vào một kho tạm)`,
  recognitionBasis: (time, pages, timed, seconds) =>
    `  nhận dạng ${pages} trang: ${time} (nhận dạng thử ${timed} trang, ${seconds} giây một trang)`,
  notIncluded: '  Đo trên cơ sở dữ liệu có sẵn; máy chủ PostgreSQL hoặc đĩa mạng có thể chậm hơn.',
  nothingToTake: 'Không có gì mới để nhập.',
  noEstimate: 'Không đo được thời gian: không có tệp nào đọc được để nhập thử.',
  timing: 'đang nhập thử một số tệp để đo thời gian …',
  stopped: (done, total) => `Đã dừng sau ${done}/${total} tệp; trên đây là những gì đã biết.`,
  time: (least, most) =>
    span(least, most, {
      under: 'dưới 1 phút',
      about: (time) => `khoảng ${time}`,
      hours: (hours) => `${hours} giờ`,
      minutes: (minutes) => `${minutes} phút`,
    }),
};

export const surveyEn: SurveyMessages = {
  cmd: 'look before an import: which files there are, which are scans, copies, locked, damaged or secret, and how long it will take',
  colKind: 'Kind',
  colSize: 'Size',
  colMatter: 'Matter',
  colFound: 'Found',
  colToDo: 'What to do',
  unknownKind: 'other',
  all: 'all',
  scans: 'scans',
  scansFound: (files, pages) =>
    `${files} ${files === 1 ? 'file' : 'files'}, ${pages} ${pages === 1 ? 'page' : 'pages'}`,
  scansToDo: (time) => `${time} of recognition; unread, so that secrecy, date and near copies are not known`,
  scansUntimed: 'need text recognition; it could not be timed',
  scansOff: 'recognition is off (--ocr never): they will fail as no-text',
  legacy: 'old encodings',
  legacyToDo: 'become Unicode in the import; check with "trichluc show"',
  same: 'same bytes',
  sameToDo: 'nothing to delete: each is kept once',
  inArchive: 'in the archive',
  inArchiveToDo: 'nothing to do: they are not taken in again',
  near: 'nearly the same',
  nearFound: (files, groups) => `${files} files in ${groups} ${groups === 1 ? 'group' : 'groups'}`,
  nearToDo: '90 % of the words or more, the same figures: see the groups below and decide which to keep',
  template: 'one template',
  templateToDo: 'other figures, number or day: different reports, import them',
  secrecy: { MẬT: 'MẬT (secret)', 'TỐI MẬT': 'TỐI MẬT (top secret)', 'TUYỆT MẬT': 'TUYỆT MẬT (highest)' },
  secretToDo: 'import only if they may be kept on this machine; ask who answers for secrecy',
  urgentToDo: 'to know; import as any other',
  files: (count) => `${count} ${count === 1 ? 'file' : 'files'}`,
  years: 'By the year of their own date',
  noYear: 'unknown',
  secretFiles: 'Marked secret',
  nearGroups: 'Nearly the same',
  sameGroups: 'Same bytes',
  andGroups: (count) => `… and ${count} more groups (--json has all)`,
  andFiles: (count) => `… and ${count} more files (--json has all)`,
  total: (time, threads) => `The import will take ${time} on this machine (${threads} threads):`,
  readingBasis: (time, files, megabytes) =>
    `  reading, extracting and storing: ${time} (${files} of these files, ${megabytes} MB, imported into an archive for trial)`,
  recognitionBasis: (time, pages, timed, seconds) =>
    `  recognising ${pages} pages: ${time} (${timed} pages recognised for trial, ${seconds} s a page)`,
  notIncluded: '  Timed on the built-in database; a PostgreSQL server or a network disk may be slower.',
  nothingToTake: 'Nothing new to import.',
  noEstimate: 'The time could not be measured: no file that can be read to try.',
  timing: 'importing some files for trial, to time it …',
  stopped: (done, total) => `Stopped after ${done} of ${total} files; above is what is known so far.`,
  time: (least, most) =>
    span(least, most, {
      under: 'less than 1 minute',
      about: (time) => `about ${time}`,
      hours: (hours) => `${hours} h`,
      minutes: (minutes) => `${minutes} min`,
    }),
};
