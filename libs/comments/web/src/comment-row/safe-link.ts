/** The address when it leads to a web page, else null: a link of a comment is typed by strangers. */
export function safeLink(link: string | null): string | null {
  if (!link) return null;
  const { protocol } = URL.parse(link) ?? {};
  return protocol === 'http:' || protocol === 'https:' ? link : null;
}
