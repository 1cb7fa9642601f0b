/** What commander says of itself, in English only: parts of a help page, and mistakes on the command line. */
export interface CommanderMessages {
  readonly choices: (choices: readonly string[]) => string;
  readonly byDefault: (value: unknown) => string;
  /** @param text one line as commander puts it, "error: unknown option '--formt'" */
  readonly usageError: (text: string) => string;
}

/** Lines of commander 14 (lib/command.js, lib/suggestSimilar.js, lib/error.js). */
const mistakes: readonly (readonly [english: RegExp, vietnamese: string])[] = [
  [/^error: unknown option '(.*)'/, "Lỗi: không có tùy chọn '$1'"],
  [/^error: unknown command '(.*)'/, "Lỗi: không có lệnh '$1'"],
  [/^error: missing required argument '(.*)'/, "Lỗi: thiếu '$1'"],
  [/^error: option '(.*)' argument missing/, "Lỗi: sau '$1' còn thiếu giá trị"],
  [/^error: required option '(.*)' not specified/, "Lỗi: thiếu tùy chọn '$1'"],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. (?!Allowed)(.+)/,
    "Lỗi: '$1' không nhận giá trị '$2'. Hãy ghi: $3",
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\./, "Lỗi: '$1' không nhận giá trị '$2'."],
  [/^error: command-argument value '(.*)' is invalid for argument '(.*)'\./, "Lỗi: '$2' không nhận giá trị '$1'."],
  [
    /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\./,
    'Lỗi: thừa tham số: cần $2, có $3.',
  ],
  [/^error: /, 'Lỗi: '],
  [/Allowed choices are (.*)\.$/m, 'Chỉ nhận: $1.'],
  [/\(Did you mean one of (.*)\?\)/, '(Có phải là một trong: $1?)'],
  [/\(Did you mean (.*)\?\)/, '(Có phải là $1?)'],
];

export const commanderVi: CommanderMessages = {
  choices: (choices) => `chọn: ${choices.join(' | ')}`,
  byDefault: (value) => `mặc định: ${value}`,
  usageError: (text) => mistakes.reduce((said, [english, vietnamese]) => said.replace(english, vietnamese), text),
};

export const commanderEn: CommanderMessages = {
  choices: (choices) => `choices: ${choices.join(' | ')}`,
  byDefault: (value) => `default: ${value}`,
  usageError: (text) => text,
};
