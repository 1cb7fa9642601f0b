import { decodeWindows1252 } from '../flow/windows-1252.js';

/** By the number that `\ansicpg` gives. */
const byNumber: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  850: 'windows-1252',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  65001: 'utf-8',
};

/** By the number that `\fcharset` gives; 0 and 1 leave it to the file. */
const byCharset: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

const decoders = new Map<string, (bytes: Uint8Array) => string>([['windows-1252', decodeWindows1252]]);

/** Decodes letters of a code page by the names that RTF has for it; Windows-1252 where they say nothing. */
export function decoderOf(codePage: number | null, charset: number | null): (bytes: Uint8Array) => string {
  const name = byCharset[charset ?? 0] ?? byNumber[codePage ?? 1252] ?? 'windows-1252';
  const known = decoders.get(name);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(name);
  const decode = (bytes: Uint8Array) => decoder.decode(bytes);
  decoders.set(name, decode);
  return decode;
}
