import type { Award, CitationEdge, CitationRole, Quantity } from '../model/index.js';
import type { IssuerRecord } from '../store/index.js';
import type { Language } from './cross-reference-index.js';

type ColumnKey =
  | 'report'
  | 'report_number'
  | 'report_issuer'
  | 'report_date'
  | 'page'
  | 'section'
  | 'indicator'
  | 'subject'
  | 'value'
  | 'value_max'
  | 'of'
  | 'unit'
  | 'per'
  | 'kind'
  | 'direction'
  | 'modifier'
  | 'period'
  | 'basis'
  | 'baseline'
  | 'quote'
  | 'confidence'
  | 'award'
  | 'award_code'
  | 'recipient_kind'
  | 'recipient'
  | 'count'
  | 'percent'
  | 'grantor'
  | 'status'
  | 'decision'
  | 'number'
  | 'name'
  | 'type'
  | 'date'
  | 'issuer'
  | 'title'
  | 'provisions'
  | 'role'
  | 'footnote'
  | 'key'
  | 'state'
  | 'from'
  | 'relation'
  | 'to'
  | 'from_key'
  | 'to_key'
  | 'pages'
  | 'figures'
  | 'failure'
  | 'media_type'
  | 'bytes'
  | 'id'
  | 'settled_key'
  | 'by_other_reports'
  | 'level'
  | 'province'
  | 'symbols'
  | 'aliases'
  | 'valid_from'
  | 'valid_to'
  | 'parent'
  | 'predecessors'
  | 'successors'
  | 'ended'
  | 'land'
  | 'documents'
  | 'own_reports';

/** The words of the sheets: what a person reads in the heads and in the cells that hold a code. */
export interface SheetWords {
  readonly titles: Readonly<
    Record<'quantities' | 'awards' | 'citations' | 'relations' | 'reports' | 'issuers', string>
  >;
  readonly columns: Readonly<Record<ColumnKey, string>>;
  readonly kinds: Readonly<Record<Quantity['kind'], string>>;
  readonly directions: Readonly<Record<'up' | 'down', string>>;
  readonly modifiers: Readonly<Record<Quantity['modifier'], string>>;
  readonly bases: Readonly<Record<Quantity['basis'], string>>;
  readonly statuses: Readonly<Record<Award['status'], string>>;
  readonly recipients: Readonly<Record<NonNullable<Award['recipient']>, string>>;
  readonly roles: Readonly<Record<CitationRole, string>>;
  readonly states: Readonly<Record<CitationEdge['state'], string>>;
  /** of «Báo cáo này» */
  readonly itself: string;
  readonly levels: Readonly<Record<IssuerRecord['level'], string>>;
  readonly ended: Readonly<Record<NonNullable<IssuerRecord['ended']>, string>>;
  readonly unknownIssuer: string;
  readonly unplacedIssuer: string;
}

export const sheetWords: Readonly<Record<Language, SheetWords>> = {
  vi: {
    titles: {
      quantities: 'Số liệu',
      awards: 'Khen thưởng',
      citations: 'Viện dẫn',
      relations: 'Quan hệ văn bản',
      reports: 'Báo cáo',
      issuers: 'Cơ quan ban hành',
    },
    columns: {
      report: 'Báo cáo',
      report_number: 'Số báo cáo',
      report_issuer: 'Cơ quan báo cáo',
      report_date: 'Ngày báo cáo',
      page: 'Trang',
      section: 'Mục',
      indicator: 'Chỉ tiêu',
      subject: 'Đơn vị, địa bàn',
      value: 'Giá trị',
      value_max: 'Đến',
      of: 'Trên tổng số',
      unit: 'Đơn vị tính',
      per: 'Trên mỗi',
      kind: 'Loại',
      direction: 'Tăng, giảm',
      modifier: 'Mức độ',
      period: 'Kỳ',
      basis: 'Tính chất',
      baseline: 'So với',
      quote: 'Nguyên văn',
      confidence: 'Độ tin cậy',
      award: 'Hình thức',
      award_code: 'Mã hình thức',
      recipient_kind: 'Loại đối tượng',
      recipient: 'Đối tượng',
      count: 'Số lượng',
      percent: 'Tỷ lệ (%)',
      grantor: 'Cấp tặng',
      status: 'Tình trạng',
      decision: 'Quyết định',
      number: 'Số, ký hiệu',
      name: 'Tên văn bản',
      type: 'Loại văn bản',
      date: 'Ngày',
      issuer: 'Cơ quan ban hành',
      title: 'Trích yếu',
      provisions: 'Điều, khoản',
      role: 'Quan hệ',
      footnote: 'Chú thích',
      key: 'Khóa',
      state: 'Trạng thái',
      from: 'Văn bản',
      relation: 'Quan hệ',
      to: 'Với văn bản',
      from_key: 'Khóa văn bản',
      to_key: 'Khóa văn bản kia',
      pages: 'Số trang',
      figures: 'Số số liệu',
      failure: 'Lỗi',
      media_type: 'Định dạng',
      bytes: 'Dung lượng (byte)',
      id: 'Mã',
      settled_key: 'Khóa theo báo cáo khác',
      by_other_reports: 'Báo cáo khác cho biết',
      level: 'Cấp',
      province: 'Địa bàn',
      symbols: 'Ký hiệu',
      aliases: 'Tên khác',
      valid_from: 'Từ ngày',
      valid_to: 'Đến ngày',
      parent: 'Cấp trên',
      predecessors: 'Tiền thân',
      successors: 'Kế thừa',
      ended: 'Chấm dứt',
      land: 'Địa bàn nay thuộc',
      documents: 'Số văn bản',
      own_reports: 'Số báo cáo',
    },
    kinds: { count: 'số đếm', percent: 'tỷ lệ', money: 'tiền', ratio: 'tỷ số', measure: 'số đo', change: 'tăng giảm' },
    directions: { up: 'tăng', down: 'giảm' },
    modifiers: {
      exact: '',
      over: 'hơn',
      under: 'dưới',
      nearly: 'gần',
      about: 'khoảng',
      'at-least': 'ít nhất',
      'at-most': 'không quá',
    },
    bases: { actual: 'thực hiện', plan: 'kế hoạch', target: 'mục tiêu', registered: 'đăng ký' },
    statuses: {
      granted: 'đã tặng',
      proposed: 'đề nghị',
      registered: 'đăng ký',
      target: 'chỉ tiêu',
      none: 'không có',
    },
    recipients: { individual: 'cá nhân', collective: 'tập thể', household: 'hộ', organisation: 'tổ chức' },
    roles: {
      implements: 'thực hiện',
      'based-on': 'căn cứ',
      'responds-to': 'trả lời',
      issued: 'ban hành',
      mentions: 'nhắc đến',
    },
    states: { resolved: 'đã xác định', ambiguous: 'một trong nhiều văn bản', unresolved: 'chưa đủ căn cứ' },
    itself: 'chính báo cáo này',
    levels: { central: 'trung ương', province: 'cấp tỉnh', district: 'cấp huyện', commune: 'cấp xã' },
    ended: { 'district-abolished': 'không còn cấp huyện', 'commune-reorganised': 'xã, phường được sắp xếp lại' },
    unknownIssuer: 'chưa có trong bảng tra cơ quan',
    unplacedIssuer: 'chưa rõ ở đâu',
  },
  en: {
    titles: {
      quantities: 'Quantities',
      awards: 'Awards',
      citations: 'Citations',
      relations: 'Relations',
      reports: 'Reports',
      issuers: 'Issuers',
    },
    columns: {
      report: 'Report',
      report_number: 'Report number',
      report_issuer: 'Reporting office',
      report_date: 'Report date',
      page: 'Page',
      section: 'Section',
      indicator: 'Indicator',
      subject: 'Body, place',
      value: 'Value',
      value_max: 'Up to',
      of: 'Out of',
      unit: 'Unit',
      per: 'Per',
      kind: 'Kind',
      direction: 'Direction',
      modifier: 'Modifier',
      period: 'Period',
      basis: 'Basis',
      baseline: 'Against',
      quote: 'Quote',
      confidence: 'Confidence',
      award: 'Award',
      award_code: 'Award code',
      recipient_kind: 'Recipient kind',
      recipient: 'Recipient',
      count: 'Count',
      percent: 'Percent',
      grantor: 'Grantor',
      status: 'Status',
      decision: 'Decision',
      number: 'Number',
      name: 'Name',
      type: 'Type',
      date: 'Date',
      issuer: 'Issuer',
      title: 'Title',
      provisions: 'Provisions',
      role: 'Role',
      footnote: 'Footnote',
      key: 'Key',
      state: 'State',
      from: 'Document',
      relation: 'Relation',
      to: 'To document',
      from_key: 'Key',
      to_key: 'Key of the other',
      pages: 'Pages',
      figures: 'Figures',
      failure: 'Failure',
      media_type: 'Media type',
      bytes: 'Bytes',
      id: 'Id',
      settled_key: 'Key by other reports',
      by_other_reports: 'Other reports say',
      level: 'Level',
      province: 'Province',
      symbols: 'Symbols',
      aliases: 'Other names',
      valid_from: 'From',
      valid_to: 'Until',
      parent: 'Above it',
      predecessors: 'Before it',
      successors: 'After it',
      ended: 'Ended',
      land: 'Its land now in',
      documents: 'Documents',
      own_reports: 'Reports',
    },
    kinds: {
      count: 'count',
      percent: 'percent',
      money: 'money',
      ratio: 'ratio',
      measure: 'measure',
      change: 'change',
    },
    directions: { up: 'up', down: 'down' },
    modifiers: {
      exact: '',
      over: 'over',
      under: 'under',
      nearly: 'nearly',
      about: 'about',
      'at-least': 'at least',
      'at-most': 'at most',
    },
    bases: { actual: 'actual', plan: 'plan', target: 'target', registered: 'registered' },
    statuses: {
      granted: 'granted',
      proposed: 'proposed',
      registered: 'registered',
      target: 'target',
      none: 'none',
    },
    recipients: {
      individual: 'individual',
      collective: 'collective',
      household: 'household',
      organisation: 'organisation',
    },
    roles: {
      implements: 'implements',
      'based-on': 'based on',
      'responds-to': 'responds to',
      issued: 'issued',
      mentions: 'mentions',
    },
    states: { resolved: 'resolved', ambiguous: 'one of several', unresolved: 'too little to tell' },
    itself: 'the report itself',
    levels: { central: 'central', province: 'province', district: 'district', commune: 'commune' },
    ended: { 'district-abolished': 'districts abolished', 'commune-reorganised': 'commune reorganised' },
    unknownIssuer: 'not in the tables',
    unplacedIssuer: 'place not known',
  },
};
