import type { Headers } from 'undici';

/** Address that the header `Link` names for a relation (RFC 8288), such as `next`; null where it names none. */
export function linkTo(relation: string, headers: Headers): URL | null {
  const header = headers.get('link')?.slice(0, 10_000) ?? '';
  for (const [, target = '', parameters = ''] of header.matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters);
    if ((relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/).includes(relation))
      return URL.parse(target);
  }
  return null;
}
