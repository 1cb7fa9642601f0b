// Writes N reports of varied content, half DOCX and half PDF, the same for the same seed:
//   npx tsx bench/generate-reports.ts FOLDER [N=1000] [SEED=1]
// PDF needs LibreOffice (soffice on the PATH); without it all are DOCX.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileChild, Packer } from 'docx';
import { centre, document, grid, h, letterhead, li, p, signature, state } from '../fixtures/word.js';
import { chance, two } from './chance.js';

const [folder, countText = '1000', seedText = '1'] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('usage: generate-reports.ts FOLDER [N] [SEED]');
const count = Number(countText);

const { below, pick } = chance(Number(seedText));
const dots = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

const provinces = ['Bình Định', 'Gia Lai', 'Quảng Trị', 'Hà Giang', 'Cà Mau'] as const;
const bodies = [
  ['Sở Nội vụ', 'SNV'],
  ['Sở Tài chính', 'STC'],
  ['Sở Y tế', 'SYT'],
  ['Sở Tư pháp', 'STP'],
  ['Ban Dân tộc', 'BDT'],
] as const;
const laws = [
  'Luật Ngân sách nhà nước năm 2015',
  'Luật Thi đua, khen thưởng năm 2022',
  'Luật Đất đai năm 2024',
  'Luật Lưu trữ năm 2024',
];
const units = ['hộ', 'người', 'lớp tập huấn', 'mô hình', 'lượt người', 'công trình', 'xã'];
const awards = [
  'Bằng khen của Chủ tịch UBND tỉnh',
  'Giấy khen',
  'Huân chương Lao động hạng Ba',
  'Cờ thi đua của Chính phủ',
];

const date = () => `${two(1 + below(28))}/${two(1 + below(12))}/${2019 + below(6)}`;
const citations = [
  () => `Quyết định số ${1 + below(4000)}/QĐ-UBND ngày ${date()} của UBND tỉnh`,
  () => `Kế hoạch số ${1 + below(400)}/KH-UBND ngày ${date()} của UBND tỉnh`,
  () => `Chỉ thị số ${two(1 + below(30))}-CT/TU, ngày ${date()} của Ban Thường vụ Tỉnh ủy`,
  () => `Nghị định số ${1 + below(150)}/${2015 + below(9)}/NĐ-CP của Chính phủ`,
  () => `Nghị quyết số ${1 + below(60)}/${2018 + below(6)}/NQ-HĐND của HĐND tỉnh`,
  () => pick(laws),
];
const sentences = [
  () =>
    `Thực hiện ${pick(citations)()}, đơn vị đã hoàn thành ${two(1 + below(40))} nhiệm vụ, đạt ${80 + below(20)},${below(10)}% kế hoạch.`,
  () =>
    `Đã hỗ trợ ${dots(100 + below(90_000))} ${pick(units)} với tổng kinh phí hơn ${1 + below(90)},${below(10)} tỷ đồng.`,
  () =>
    `Căn cứ ${pick(citations)()} và ${pick(citations)()}, cơ quan đã tổ chức ${1 + below(60)} buổi tuyên truyền, thu hút ${dots(1000 + below(9000))} lượt người tham dự.`,
  () => `Tỷ lệ hộ nghèo giảm ${below(5)},${below(10)} điểm phần trăm so với cùng kỳ năm ${2018 + below(5)}.`,
  () => `Có ${two(1 + below(30))} tập thể, ${two(1 + below(60))} cá nhân được tặng ${pick(awards)}.`,
  () => 'Công tác phối hợp giữa các cơ quan, đơn vị được duy trì thường xuyên, bảo đảm đúng quy định và tiến độ đề ra.',
  () =>
    'Việc tuyên truyền, phổ biến chủ trương, chính sách được thực hiện bằng nhiều hình thức phù hợp với điều kiện thực tế.',
];

function body(index: number): FileChild[] {
  const province = pick(provinces);
  const [office, symbol] = pick(bodies);
  const day = `ngày ${two(1 + below(28))} tháng ${two(1 + below(12))} năm ${2019 + below(6)}`;
  const children: FileChild[] = [
    letterhead(
      [`UBND TỈNH ${province.toUpperCase()}`, `**${office.toUpperCase()}**`, `Số: ${index + 1}/BC-${symbol}`],
      state(province, day),
    ),
    centre('BÁO CÁO'),
    centre(`Kết quả công tác năm ${2019 + below(6)}`),
    p(`Thực hiện ${pick(citations)()}, ${office} báo cáo như sau:`),
  ];
  for (const roman of ['I', 'II', 'III']) {
    children.push(h(`${roman}. KẾT QUẢ THỰC HIỆN NHIỆM VỤ`));
    for (let at = 0; at < 6 + below(6); at += 1) {
      children.push(p(Array.from({ length: 2 + below(4) }, () => pick(sentences)()).join(' ')));
      if (below(3) === 0) children.push(li(pick(sentences)(), 'dash'));
    }
  }
  if (below(3) === 0)
    children.push(
      grid([
        ['STT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện'],
        ...Array.from({ length: 8 }, (_, row) => [
          String(row + 1),
          `Chỉ tiêu ${row + 1}`,
          pick(units),
          dots(below(9000)),
          dots(below(9000)),
        ]),
      ]),
    );
  children.push(signature(['- UBND tỉnh;', '- Lưu: VT.'], ['**GIÁM ĐỐC**', '', '**Nguyễn Văn An**']));
  return children;
}

mkdirSync(folder, { recursive: true });
const hasOffice = spawnSync('soffice', ['--version']).status === 0;
const work = mkdtempSync(join(tmpdir(), 'trichluc-bench-'));
const toConvert: string[] = [];
for (let index = 0; index < count; index += 1) {
  const name = `report-${String(index).padStart(6, '0')}`;
  const asPdf = hasOffice && index % 2 === 1;
  const path = join(asPdf ? work : folder, `${name}.docx`);
  writeFileSync(path, await Packer.toBuffer(document({ name, as: 'docx', body: body(index) })));
  if (asPdf) toConvert.push(path);
}
const batch = 50;
for (let at = 0; at < toConvert.length; at += batch) {
  spawnSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${work}/profile`,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...toConvert.slice(at, at + batch),
    ],
    { timeout: 600_000 },
  );
}
rmSync(work, { recursive: true, force: true });
console.log(`${count} reports in ${folder}, ${toConvert.length} of them PDF`);
