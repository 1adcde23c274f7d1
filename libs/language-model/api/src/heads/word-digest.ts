/** FNV-1a of 32 bits over UTF-8, mixed once more so that its low bits are spread. */
export function wordDigest(word: string): number {
  let digest = 0x811c9dc5;
  for (const byte of Buffer.from(word)) digest = Math.imul(digest ^ byte, 0x01000193);
  digest = Math.imul(digest ^ (digest >>> 16), 0x85ebca6b);
  return (digest ^ (digest >>> 13)) >>> 0;
}
