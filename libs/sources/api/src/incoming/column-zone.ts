/** Zones as they are named in headers. Where a name means several zones, the one that is meant where it is used most. */
const ZONES: readonly (readonly [RegExp, string])[] = [
  [/^(?:utc|gmt|z|zulu|世界协调时|協定世界時)$/i, 'UTC'],
  [/^(?:et|est|edt|eastern(?: standard| daylight)?(?: time)?)$/i, 'America/New_York'],
  [/^(?:ct|cdt|central(?: standard| daylight)?(?: time)?)$/i, 'America/Chicago'],
  [/^(?:mt|mst|mdt|mountain(?: standard| daylight)?(?: time)?)$/i, 'America/Denver'],
  [/^(?:pt|pst|pdt|pacific(?: standard| daylight)?(?: time)?)$/i, 'America/Los_Angeles'],
  [/^(?:jst|日本時間|日本时间|東京|tokyo)$/i, 'Asia/Tokyo'],
  [/^(?:kst|seoul)$/i, 'Asia/Seoul'],
  [/^(?:北京时间|北京時間|东八区|東八區|beijing(?: time)?|china standard time|cst|hkt|sgt)$/i, 'Asia/Shanghai'],
  [/^(?:cet|cest|mez|mesz)$/i, 'Europe/Berlin'],
  [/^(?:bst|london)$/i, 'Europe/London'],
  [/^(?:ist)$/i, 'Asia/Kolkata'],
];
/** Two or three letters say a zone only where they stand apart: `Timestamp (ET)`, `Date/Time - EST`, `created_utc`. */
const APART = /[([（【]\s*([^)\]）】]+?)\s*[)\]）】]|[\s_\-/,.]([a-z]{2,4})$/gi;
const OFFSET = /(?:utc|gmt)?\s*([+-])\s?(\d{1,2})(?::?(\d{2}))?/i;

/** The zone that the name of a column gives its times; null when it gives none. */
export function zoneOfColumn(column: string): string | null {
  if (/北京时间|北京時間/u.test(column)) return 'Asia/Shanghai';
  if (/日本時間/u.test(column)) return 'Asia/Tokyo';
  for (const match of column.matchAll(APART)) {
    const name = (match[1] ?? match[2] ?? '').trim();
    // Without brackets only names that are no words: `best` is none, `created_at` neither.
    if (match[2] && !/^(?:utc|gmt|est|edt|pst|pdt|cet|cest|jst|kst)$/i.test(name)) continue;
    const zone = ZONES.find(([names]) => names.test(name))?.[1] ?? offsetZone(name) ?? placeZone(name);
    if (zone) return zone;
  }
  return null;
}

/** `America/New_York`, as the database of time zones names it. */
function placeZone(name: string): string | null {
  if (!/^[A-Z][a-z]+\/[A-Z][\w+/-]+$/i.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function offsetZone(name: string): string | null {
  const [whole, sign, hours = '', minutes = '00'] = OFFSET.exec(name) ?? [];
  if (!whole || whole.length !== name.length || Number(hours) > 14) return null;
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}
