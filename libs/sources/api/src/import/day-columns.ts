/** Columns that hold year, month and day apart, and the column that they make together. */
export interface DayColumns {
  readonly name: string;
  readonly parts: readonly [string, string, string];
}

const NAMES: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/^years?$/iu, /^months?$/iu, /^(?:days?|dd)$/iu],
  [/^(?:年|年份|年度)$/u, /^(?:月|月份)$/u, /^(?:日|日期|天)$/u],
  [/^jahr$/iu, /^monat$/iu, /^tag$/iu],
  [/^ann[ée]e$/iu, /^mois$/iu, /^jour$/iu],
  [/^(?:año|ano)$/iu, /^m[eê]s$/iu, /^d[ií]a$/iu],
  [/^연도$|^년$/u, /^월$/u, /^일$/u],
];

/** Finds year, month and day among the columns of a table; null where they do not stand apart. */
export function dayColumns(columns: readonly string[]): DayColumns | null {
  for (const forms of NAMES) {
    const [year, month, day] = forms.map((form) => columns.find((column) => form.test(column.trim())));
    if (year !== undefined && month !== undefined && day !== undefined)
      return { name: `${year}-${month}-${day}`, parts: [year, month, day] };
  }
  return null;
}

/** Adds the day that the three columns of a row make: `2026-3-1`. Where one of them holds something else, the day is empty. */
export function addDay(values: Map<string, string>, { name, parts }: DayColumns): void {
  const [year = '', month = '', day = ''] = parts.map((part) =>
    (values.get(part) ?? '').trim().replace(/\.0$|[年月日]$/u, ''),
  );
  const isDay = /^\d{2,4}$/.test(year) && /^(?:\d{1,2}|\p{L}{3,10}\.?)$/u.test(month) && /^\d{1,2}$/.test(day);
  const written = /^\d/.test(month) ? `${year}-${month}-${day}` : `${day} ${month} ${year}`;
  values.set(name, isDay ? written : '');
}
