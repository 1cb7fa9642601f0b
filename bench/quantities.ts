// How fast figures are read, beside one plain regular expression over the same text in the same run:
//   npx tsx bench/quantities.ts [FILE.txt …]     without files: a report of our own, repeated
import { readFileSync } from 'node:fs';
import { analyseLayout } from '../src/extract/layout.js';
import { extractQuantities } from '../src/extract/quantities/extract-quantities.js';
import { readDocument } from '../src/ingest/index.js';

/** A figure in every hundred bytes, as in the lists of a statistical report. */
const list = [
  '- Tổng diện tích gieo trồng đạt 1.250,5 ha, đạt 102,3% kế hoạch, tăng 3,1% so với cùng kỳ; sản lượng lương thực có hạt 6.480 tấn. Tổng đàn gia súc 3.841 con.',
  '- Thu ngân sách trên địa bàn đạt 2 tỷ 350 triệu đồng, vượt 12% dự toán; giải ngân vốn đầu tư trên 94 tỷ đồng, đạt gần 80%.',
  '- Tỷ lệ hộ nghèo còn 8,5% (giảm 45 hộ so với năm 2022); 12/15 thôn đạt danh hiệu văn hóa.',
].join('\n');

/** A figure in every five hundred bytes or so, as in most reports. */
const report = [
  'I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2023',
  'Trong năm 2023, Ủy ban nhân dân xã đã chỉ đạo các ban, ngành, đoàn thể và các thôn triển khai đồng bộ các nhiệm vụ phát triển kinh tế - xã hội theo Nghị quyết của Hội đồng nhân dân xã; kinh tế tiếp tục phát triển ổn định, đời sống vật chất và tinh thần của Nhân dân được nâng lên, quốc phòng, an ninh được giữ vững.',
  '- Công tác tuyên truyền được các cấp, các ngành quan tâm, đổi mới cả về nội dung và hình thức, phù hợp với từng nhóm đối tượng, góp phần nâng cao nhận thức, ý thức chấp hành pháp luật của cán bộ, đảng viên và Nhân dân trên địa bàn; đã tổ chức 25 buổi, thu hút hơn 1.800 lượt người tham dự.',
  '- Việc tiếp công dân, giải quyết đơn thư được thực hiện đúng quy định, không để phát sinh điểm nóng; công tác phối hợp giữa Mặt trận, các đoàn thể chính trị - xã hội với Ủy ban nhân dân xã được duy trì đồng bộ, theo tinh thần chương trình phối hợp đã ký kết từ đầu nhiệm kỳ.',
  '- Tỷ lệ hộ nghèo còn 8,5% (giảm 45 hộ so với năm 2022); các thôn tiếp tục rà soát, lập danh sách hộ có nhu cầu vay vốn, hướng dẫn hội viên, đoàn viên tiếp cận các nguồn vốn ưu đãi để phát triển sản xuất, chăn nuôi, gắn với xây dựng nông thôn mới và giảm nghèo bền vững.',
  'II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN',
  'Công tác tham mưu của một số bộ phận có lúc chưa kịp thời; việc theo dõi, đôn đốc thực hiện nhiệm vụ sau kiểm tra ở một số thôn chưa thường xuyên; trình độ, năng lực của một bộ phận cán bộ chưa đáp ứng yêu cầu nhiệm vụ trong tình hình mới.',
].join('\n');

const files = process.argv.slice(2);
const samples: readonly (readonly [name: string, text: string])[] =
  files.length > 0
    ? [['the files given', files.map((file) => readFileSync(file, 'utf8')).join('\n')]]
    : [
        ['a report', report],
        ['a list of figures', list],
      ];
const wanted = 4_000_000;
function fastest(run: () => number): { readonly seconds: number; readonly found: number } {
  let seconds = Number.POSITIVE_INFINITY;
  let found = 0;
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    found = run();
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
  }
  return { seconds, found };
}

const plain = /(?<![\p{L}\p{N}])\d[\d.,]*\s*(?:%|đồng|triệu|tỷ|ha|hộ|người|xã|thôn)(?![\p{L}\p{N}])/giu;

for (const [name, text] of samples) {
  const bytes = Buffer.from(`${text}\n`.repeat(Math.ceil(wanted / Buffer.byteLength(text))));
  const document = await readDocument({ bytes, name: 'bench.txt' });
  const layout = analyseLayout(document);
  const megabytes = Buffer.byteLength(document.text) / 1e6;
  const print = (what: string, { seconds, found }: { seconds: number; found: number }) =>
    console.log(`  ${what.padEnd(28)} ${(megabytes / seconds).toFixed(1).padStart(7)} MB/s   ${found} found`);
  console.log(`${name}, repeated to ${megabytes.toFixed(1)} MB of UTF-8`);
  print(
    'quantities',
    fastest(() => extractQuantities(document, layout, []).quantities.length),
  );
  print(
    'one plain regular expression',
    fastest(() => document.text.match(plain)?.length ?? 0),
  );
}
