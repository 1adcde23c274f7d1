import { TextDecoder } from 'node:util';

/** Decodes the bytes of an answer: by its byte order mark, by what the server says, by its XML declaration, or as UTF-8. */
export function decodeText(body: Buffer, contentType: string): string {
  const said = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
  const declared = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]+)/i.exec(
    body.subarray(0, 300).toString('latin1'),
  )?.[1];
  return decoder(byteOrderMark(body) ?? said ?? declared ?? 'utf-8').decode(body);
}

function byteOrderMark(body: Buffer): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  return body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : null;
}

function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
