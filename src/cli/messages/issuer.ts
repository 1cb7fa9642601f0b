import type { IssuerRecord } from '../../store/index.js';

/** What the program says of issuing bodies. */
export interface IssuerMessages {
  readonly cmd: string;
  readonly arg: string;
  readonly title: string;
  readonly fields: Readonly<
    Record<
      | 'name'
      | 'level'
      | 'symbols'
      | 'aliases'
      | 'printed'
      | 'parent'
      | 'period'
      | 'predecessors'
      | 'successors'
      | 'key'
      | 'documents',
      string
    >
  >;
  readonly since: (day: string) => string;
  readonly period: (from: string | null, to: string | null) => string;
  /** why no one body followed, and which province holds the land now */
  readonly ended: (why: NonNullable<IssuerRecord['ended']>, land: string | null) => string;
  readonly unknown: string;
  readonly unplaced: string;
  readonly colName: string;
  readonly colLevel: string;
  readonly colPeriod: string;
  readonly colDocuments: string;
  readonly colSuccessors: string;
  readonly documents: (count: number) => string;
  readonly documentsOf: (count: number) => string;
  readonly reports: (count: number) => string;
  readonly several: (count: number) => string;
  readonly notFound: (what: string) => string;
}

export const issuerVi: IssuerMessages = {
  cmd: 'xem một cơ quan ban hành: tên gọi, cơ quan cấp trên, tiền thân, cơ quan kế thừa, văn bản và báo cáo của cơ quan đó',
  arg: 'tên cơ quan, có dấu hoặc không dấu ("ubnd tinh binh dinh"); không ghi thì liệt kê các cơ quan có trong kho',
  title: 'Cơ quan ban hành',
  fields: {
    name: 'tên',
    level: 'cấp',
    symbols: 'ký hiệu',
    aliases: 'tên khác',
    printed: 'các báo cáo ghi',
    parent: 'cấp trên',
    period: 'thời gian',
    predecessors: 'tiền thân',
    successors: 'kế thừa',
    key: 'khóa',
    documents: 'văn bản',
  },
  since: (day) => `từ ${day}`,
  period: (from, to) =>
    from === null ? (to === null ? '' : `đến ${to}`) : to === null ? `từ ${from}` : `từ ${from} đến ${to}`,
  ended: (why, land) =>
    ({
      'district-abolished':
        'không còn cấp huyện; việc chuyển về xã, phường và tỉnh, bảng tra không có xã, phường nào tiếp nhận',
      'commune-reorganised': 'xã, phường được sắp xếp lại từ 2025-07-01; bảng tra không có đơn vị nào tiếp nhận',
    })[why] + (land === null ? '' : ` (địa bàn nay thuộc ${land})`),
  unknown: 'chưa có trong bảng tra cơ quan',
  unplaced: 'chưa rõ ở đâu',
  colName: 'Cơ quan',
  colLevel: 'Cấp',
  colPeriod: 'Thời gian',
  colDocuments: 'Văn bản',
  colSuccessors: 'Kế thừa',
  documents: (count) => `Văn bản của cơ quan này (${count})`,
  documentsOf: (count) => `${count} văn bản`,
  reports: (count) => `Báo cáo của cơ quan này trong kho (${count})`,
  several: (count) => `Có ${count} cơ quan mang tên này.`,
  notFound: (what) => `Không có cơ quan nào là "${what}" trong kho hay trong bảng tra cơ quan.`,
};

export const issuerEn: IssuerMessages = {
  cmd: 'show an issuing body: its names, the body above it, those before and after it, its documents and reports',
  arg: 'name of the body, with or without marks ("ubnd tinh binh dinh"); without it, list the bodies of the archive',
  title: 'Issuing body',
  fields: {
    name: 'name',
    level: 'level',
    symbols: 'symbols',
    aliases: 'other names',
    printed: 'as printed',
    parent: 'above it',
    period: 'period',
    predecessors: 'before it',
    successors: 'after it',
    key: 'key',
    documents: 'documents',
  },
  since: (day) => `since ${day}`,
  period: (from, to) =>
    from === null ? (to === null ? '' : `until ${to}`) : to === null ? `since ${from}` : `${from} to ${to}`,
  ended: (why, land) =>
    ({
      'district-abolished':
        'districts are no more; their work went to communes and the province, and the tables do not say to which communes',
      'commune-reorganised': 'communes were made anew on 2025-07-01; the tables do not say which took this one over',
    })[why] + (land === null ? '' : ` (the land is now in ${land})`),
  unknown: 'not in the tables of bodies',
  unplaced: 'place not known',
  colName: 'Body',
  colLevel: 'Level',
  colPeriod: 'Period',
  colDocuments: 'Documents',
  colSuccessors: 'After it',
  documents: (count) => `Its documents (${count})`,
  documentsOf: (count) => `${count} documents`,
  reports: (count) => `Its reports in the archive (${count})`,
  several: (count) => `${count} bodies have this name.`,
  notFound: (what) => `No issuing body is "${what}", neither in the archive nor in the tables of bodies.`,
};
