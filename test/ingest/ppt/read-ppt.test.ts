import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/index.js';
import { compoundOf, long } from '../compound-of.js';
import {
  atom,
  box,
  container,
  kindOf,
  narrow,
  type Parts,
  presentation,
  presentationFile,
  slide,
  styled,
  wide,
} from './presentation-of.js';

const read = (parts: Parts) => readDocument({ bytes: presentationFile(parts), name: 'a.ppt' });

describe('an old presentation', () => {
  it('reads its slides in their order, titles as headings', async () => {
    const { text, blocks, mediaType } = await read({
      slides: [
        { slide: slide(box(kindOf(0), atom(0x0fa0, wide('Kết quả'))), box(kindOf(1), narrow('Mot\rHai\vba'))) },
        { slide: slide(box(kindOf(6), narrow('Cam on'))) },
      ],
    });
    expect(text).toBe('Kết quả\nMot\nHai\nba\nCam on');
    expect(blocks.filter(({ kind }) => kind === 'heading').map(({ span }) => text.slice(span.start, span.end))).toEqual(
      ['Kết quả', 'Cam on'],
    );
    expect(mediaType).toBe('application/vnd.ms-powerpoint');
  });

  it('decodes each part of a text by its font, and what names none by that of the master', async () => {
    const tcvn3 = 'Sè hé';
    const vni = 'Phuù Thoï';
    const text = `${tcvn3} ${vni}`;
    const document = await read({
      fonts: ['Arial', '.VnTime', 'VNI-Times'],
      masterFont: 1,
      slides: [
        {
          slide: slide(
            box(
              kindOf(4),
              narrow(text),
              styled(text.length + 1, [
                [tcvn3.length + 1, 1],
                [vni.length + 1, 2],
              ]),
            ),
            box(kindOf(1), narrow('tû lÖ nghÌo')),
          ),
        },
      ],
    });
    expect(document.text).toBe('Số hộ Phú Thọ\ntỷ lệ nghèo');
    expect(document.warnings.map(({ code }) => code)).toEqual([
      'ingest/from-tcvn3',
      'ingest/from-vni',
      'ingest/from-tcvn3',
    ]);
  });

  it('reads letters of an old encoding that lie where symbols do', async () => {
    const text = Array.from('Sè hé', (letter) =>
      letter === ' ' ? letter : String.fromCharCode(0xf000 + letter.charCodeAt(0)),
    ).join('');
    const { text: shown } = await read({
      fonts: ['.VnTime', 'Wingdings'],
      slides: [
        {
          slide: slide(
            box(kindOf(4), atom(0x0fa0, wide(text)), styled(6, [[6, 0]])),
            box(kindOf(4), atom(0x0fa0, wide('\uf0fc xong')), styled(7, [[7, 1]])),
          ),
        },
      ],
    });
    expect(shown).toBe('Số hộ\n✓ xong');
  });

  it('takes the text of a placeholder from the list of slides, where it stands among the shapes', async () => {
    const { text } = await read({
      slides: [
        {
          texts: [kindOf(0), narrow('Tieu de'), kindOf(1), narrow('Noi dung'), kindOf(1), narrow('Khong hinh')],
          slide: slide(box(atom(0x0f9e, long(1))), box(kindOf(4), narrow('Hop')), box(atom(0x0f9e, long(0)))),
        },
      ],
    });
    expect(text).toBe('Khong hinh\nNoi dung\nHop\nTieu de');
  });

  it('leaves out the number, date and running lines that a slide shows by itself', async () => {
    const { text } = await read({
      slides: [
        {
          slide: slide(
            box(kindOf(4), narrow('Trang *'), atom(0x0fd8, long(6))),
            box(kindOf(4), narrow('*'), atom(0x0ff7, long(0))),
            box(kindOf(1), narrow('5 * 7')),
          ),
        },
      ],
    });
    expect(text).toBe('Trang\n5 * 7');
  });

  it('reads what the last save left', async () => {
    const [old, now] = ['Ban cu', 'Ban moi'].map((text) => slide(box(kindOf(1), narrow(text))));
    expect((await read({ slides: [{ slide: now! }], before: old! })).text).toBe('Ban moi');
  });

  it('reads a damaged one as far as it goes', async () => {
    const { stream } = presentation({ slides: [{ texts: [kindOf(0), narrow('Con lai')], slide: slide() }] });
    const bytes = compoundOf({ 'PowerPoint Document': stream });
    expect((await readDocument({ bytes, name: 'a.ppt' })).text).toBe('Con lai');
  });

  it.each<[what: string, stream: Buffer, code: string]>([
    ['cut off before its document', Buffer.from([1, 2, 3]), 'corrupt'],
    [
      'with a password',
      atom(0x0ff5, Buffer.concat([long(0), long(0), long(0), long(0), long(1), long(9), long(0), long(5)])),
      'encrypted',
    ],
    [
      'with groups without end',
      container(
        0x03e8,
        Array(1000)
          .fill(0)
          .reduce<Buffer[]>((inner) => [container(0xf003, inner)], []),
      ),
      'no-text',
    ],
  ])('%s: ends in a named state', async (_, stream, code) => {
    const padded = Buffer.concat([atom(0x0000, Buffer.alloc(8)), stream]);
    const current = atom(0x0ff6, Buffer.concat([long(20), long(0), long(16), long(0)]));
    const bytes = compoundOf({ 'PowerPoint Document': padded, 'Current User': current });
    await expect(readDocument({ bytes, name: 'a.ppt' })).rejects.toMatchObject({ name: 'PipelineError', code });
  });
});
