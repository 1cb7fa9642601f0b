/** What the program says of mentions that may mean one document or another. */
export interface IdentityMessages {
  readonly uncertain: (count: number) => string;
  readonly states: Readonly<Record<'ambiguous' | 'unresolved', string>>;
  /** what the report's own evidence lacks, by the beginning of its code; other codes are left out */
  readonly lacks: Readonly<Record<string, string>>;
  /** what speaks for a document, by the beginning of its code */
  readonly speaks: Readonly<Record<string, string>>;
  readonly may: (documents: string) => string;
  /** other reports settle it, or name what it may be */
  readonly others: (state: 'resolved' | 'ambiguous', documents: string, why: string) => string;
  readonly likely: (places: number) => string;
  readonly colWhy: string;
}

export const identityVi: IdentityMessages = {
  uncertain: (count) => `Chưa xác định chắc chắn (${count})`,
  states: { ambiguous: 'có thể là một trong nhiều văn bản', unresolved: 'chưa đủ căn cứ' },
  lacks: {
    'year-unknown': 'không rõ năm',
    'impossible-year': 'năm trong số không thể có',
    'symbol-unknown': 'thiếu ký hiệu',
    'type-unknown': 'không rõ loại văn bản',
    'place-unknown': 'không rõ của tỉnh, huyện, xã nào',
    'issuer-unknown': 'không rõ cơ quan ban hành',
    'level-unknown': 'không rõ cấp nào',
    'level-from-home': 'cấp suy từ cơ quan lập báo cáo',
    'province-before-merger': 'ban hành trước khi sáp nhập tỉnh',
    'district-in-several-provinces': 'nhiều tỉnh có huyện tên này',
    'several-full-forms': 'báo cáo có nhiều văn bản cùng số',
    'nickname-unsure': 'tên gọi tắt có thể chỉ văn bản khác',
    'issuer-conflict': 'ký hiệu khác cơ quan ban hành',
    'number-as-printed': 'số ghi không theo thể thức',
  },
  speaks: {
    self: 'chính báo cáo này',
    'date-printed': 'ngày ghi cạnh số',
    'year-in-number': 'năm ghi trong số',
    'date-from-report': 'ngày ghi ở chỗ khác trong báo cáo',
    'place-printed': 'ghi rõ của tỉnh, huyện, xã nào',
    'place-from-home': 'địa phương của cơ quan lập báo cáo',
    'province-from-home': 'tỉnh của cơ quan lập báo cáo',
    'own-series': 'số của chính cơ quan lập báo cáo',
    'issuer-by-symbol': 'cơ quan theo ký hiệu',
    'issuer-from-report': 'cơ quan ghi ở chỗ khác trong báo cáo',
    'issuer-said-former': 'gọi theo tên cũ',
    'full-form-in-report': 'báo cáo có chỗ ghi đủ',
    'symbol-repaired': 'ký hiệu đã sửa lỗi',
    'party-term': 'theo nhiệm kỳ của Đảng',
    'law-by-date': 'luật có hiệu lực vào ngày báo cáo',
    'law-several-versions': 'có nhiều luật cùng tên',
    'law-not-in-catalogue': 'luật không có trong bảng tra',
    'accepted-by-person': 'có người nhận là đúng',
    'split-by-person': 'có người tách',
    'merged-by-person': 'có người nhập',
  },
  may: (documents) => `có thể là ${documents}`,
  others: (state, documents, why) =>
    `theo các báo cáo khác: ${state === 'resolved' ? 'là' : 'có thể là'} ${documents} (${why})`,
  likely: (places) => `Có thể cũng được viện dẫn ở ${places} chỗ, theo các báo cáo khác`,
  colWhy: 'Vì sao',
};

export const identityEn: IdentityMessages = {
  uncertain: (count) => `Not certain (${count})`,
  states: { ambiguous: 'one of several documents', unresolved: 'too little to tell' },
  lacks: {
    'year-unknown': 'no year',
    'impossible-year': 'a year that the number cannot have',
    'symbol-unknown': 'no symbol',
    'type-unknown': 'a decision, a directive or a decree?',
    'place-unknown': 'of which province, district or commune?',
    'issuer-unknown': 'no issuer',
    'level-unknown': 'of which level?',
    'level-from-home': "level taken from the report's own office",
    'province-before-merger': 'issued before provinces were merged',
    'district-in-several-provinces': 'several provinces have a district of this name',
    'several-full-forms': 'the report names several documents of this number',
    'nickname-unsure': 'a nickname that may mean another',
    'issuer-conflict': 'the symbol names another issuer',
    'number-as-printed': 'a number of no known form',
  },
  speaks: {
    self: 'the report itself',
    'date-printed': 'the day beside the number',
    'year-in-number': 'the year in the number',
    'date-from-report': 'a day given elsewhere in the report',
    'place-printed': 'its province, district or commune is named',
    'place-from-home': "the place of the report's own office",
    'province-from-home': "the province of the report's own office",
    'own-series': "a number of the report's own office",
    'issuer-by-symbol': 'the issuer by the symbol',
    'issuer-from-report': 'an issuer given elsewhere in the report',
    'issuer-said-former': 'called by a former name',
    'full-form-in-report': 'named in full elsewhere in the report',
    'symbol-repaired': 'a repaired symbol',
    'party-term': "by the Party's term",
    'law-by-date': "the law in force on the report's day",
    'law-several-versions': 'several laws of one name',
    'law-not-in-catalogue': 'a law that the tables lack',
    'accepted-by-person': 'a person accepted it',
    'split-by-person': 'a person split it off',
    'merged-by-person': 'a person merged it',
  },
  may: (documents) => `may be ${documents}`,
  others: (state, documents, why) =>
    `by other reports: ${state === 'resolved' ? 'it is' : 'may be'} ${documents} (${why})`,
  likely: (places) => `May be cited in ${places} more places, by what other reports say`,
  colWhy: 'Why',
};
