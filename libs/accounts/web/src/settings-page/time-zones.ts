/** A time zone to choose: its IANA name, and its name and offset for people. */
export interface TimeZoneChoice {
  zone: string;
  name: string;
  offset: string;
  /** Lower-case text that the search looks in. */
  searched: string;
}

/** All zones the browser knows, named in the language; `at` decides between summer and winter offset. */
export function timeZoneChoices(language: string, at = new Date()): TimeZoneChoice[] {
  // Browsers leave UTC out of the list, though it is a valid zone and a common choice.
  const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
  return zones.map((zone) => {
    const name = part(zone, language, 'longGeneric', at);
    const offset = part(zone, 'en', 'longOffset', at).replace('GMT', 'UTC');
    return { zone, name, offset, searched: `${zone} ${zone.replaceAll('_', ' ')} ${name} ${offset}`.toLowerCase() };
  });
}

/** The choices that hold every word of the search, at most `limit`; zones whose city begins with it come first. */
export function searchTimeZones(choices: readonly TimeZoneChoice[], search: string, limit = 40): TimeZoneChoice[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = choices.filter(({ searched }) => words.every((word) => searched.includes(word)));
  const first = words[0] ?? '';
  const rank = ({ zone }: TimeZoneChoice) => ((zone.split('/').at(-1) ?? '').toLowerCase().startsWith(first) ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other)).slice(0, limit);
}

function part(timeZone: string, language: string, timeZoneName: 'longGeneric' | 'longOffset', at: Date): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
