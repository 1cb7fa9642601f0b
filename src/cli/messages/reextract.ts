import type { Difference } from '../../eval/index.js';

/** What the program says of newer rules over stored reports, and of reports that go. */
export interface ReextractMessages {
  readonly cmd: string;
  readonly argReports: string;
  readonly optDryRun: string;
  readonly optAll: string;
  readonly cmdRemove: string;
  readonly argRemoved: string;
  readonly optYes: string;
  readonly upToDate: string;
  readonly running: (reports: number) => string;
  readonly would: (reports: number, changed: number) => string;
  readonly more: (differences: number) => string;
  readonly colKind: string;
  readonly colGained: string;
  readonly colLost: string;
  readonly colChanged: string;
  readonly kinds: Readonly<Record<Difference['kind'], string>>;
  /** fields of records that the sheets have no column for */
  readonly fields: Readonly<Record<string, string>>;
  readonly orphaned: (decisions: number) => string;
  readonly sayYes: (names: string) => string;
  readonly removed: (reports: number) => string;
}

export const reextractVi: ReextractMessages = {
  cmd: 'chạy bộ quy tắc hiện nay trên văn bản đã lưu của các báo cáo đọc bằng bộ quy tắc cũ',
  argReports: 'báo cáo; không ghi thì mọi báo cáo đọc bằng bộ quy tắc cũ',
  optDryRun: 'chỉ cho biết sẽ thêm, mất, đổi những gì; không thay đổi kho',
  optAll: 'cả những báo cáo đã đọc bằng bộ quy tắc hiện nay',
  cmdRemove: 'bỏ báo cáo khỏi kho, cả bản gốc',
  argRemoved: 'báo cáo (tên tệp, đường dẫn, số hiệu, phần đầu của mã)',
  optYes: 'bỏ thật',
  upToDate: 'Mọi báo cáo đã được đọc bằng bộ quy tắc hiện nay.',
  running: (reports) => `Chạy lại bộ quy tắc trên ${reports} báo cáo.`,
  would: (reports, changed) => `Bộ quy tắc hiện nay sẽ đổi ${changed} trong ${reports} báo cáo`,
  more: (differences) => `… và ${differences} chỗ khác nữa; xem thêm: --limit`,
  colKind: 'Loại',
  colGained: 'Thêm',
  colLost: 'Mất',
  colChanged: 'Đổi',
  kinds: {
    header: 'phần đầu',
    citations: 'viện dẫn',
    quantities: 'số liệu',
    awards: 'khen thưởng',
    relations: 'quan hệ',
  },
  fields: {
    document: 'văn bản',
    resolved: 'số đầy đủ',
    repaired: 'số đã sửa lỗi nhận dạng',
    provisionTree: 'điều, khoản',
    relationDetail: 'quan hệ cụ thể',
  },
  orphaned: (decisions) => `${decisions} quyết định sẽ mồ côi: chỗ được sửa không còn`,
  sayYes: (names) => `sẽ bỏ khỏi kho, cả bản gốc: ${names}. Chắc chắn thì thêm --yes`,
  removed: (reports) => `Đã bỏ ${reports} báo cáo.`,
};

export const reextractEn: ReextractMessages = {
  cmd: 'run the present rules over the stored texts of reports that older rules were run over',
  argReports: 'reports; without any, all that older rules were run over',
  optDryRun: 'only say what would be gained, lost and changed; the archive stays as it is',
  optAll: 'also reports that the present rules were run over',
  cmdRemove: 'take reports out of the archive, their originals too',
  argRemoved: 'report (file name, path, own number, beginning of its id)',
  optYes: 'do it',
  upToDate: 'The present rules were run over every report.',
  running: (reports) => `Running the rules over ${reports} reports.`,
  would: (reports, changed) => `The present rules would change ${changed} of ${reports} reports`,
  more: (differences) => `… and ${differences} more (give --limit)`,
  colKind: 'Kind',
  colGained: 'Gained',
  colLost: 'Lost',
  colChanged: 'Changed',
  kinds: {
    header: 'header',
    citations: 'citations',
    quantities: 'figures',
    awards: 'awards',
    relations: 'relations',
  },
  fields: {
    document: 'document',
    resolved: 'number in full',
    repaired: 'repaired number',
    provisionTree: 'provisions',
    relationDetail: 'fine relation',
  },
  orphaned: (decisions) =>
    `${decisions} ${decisions === 1 ? 'decision' : 'decisions'} would be orphaned: what ${decisions === 1 ? 'it means' : 'they mean'} would vanish`,
  sayYes: (names) => `this would take out, originals too: ${names}. If you are sure, add --yes`,
  removed: (reports) => `Took out ${reports} reports.`,
};
