/** Attributes of a comment that runs over a film of Bilibili: place, mode, size, colour, when it was sent, pool, who (hashed), id. */
const ATTRIBUTES = /^\d+(?:\.\d+)?,\d+,\d+,\d+,(\d{9,13}),\d+,([^,]*),(\d+)/u;

/** The values of an element with those that Bilibili writes into one attribute apart; of other elements as they are. */
export function withDanmaku(values: Map<string, string>): Map<string, string> {
  const [, time, author, id] = ATTRIBUTES.exec(values.get('p') ?? '') ?? [];
  if (!time || !id || !values.has('text')) return values;
  return new Map(Object.entries({ time, author: author ?? '', id, text: values.get('text') ?? '' }));
}
