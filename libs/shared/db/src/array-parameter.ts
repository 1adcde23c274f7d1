/**
 * An array as PostgreSQL writes it down, to be sent as one parameter and cast: `${arrayParameter(texts)}::text[]`. For statements
 * with thousands of values: the client looks at every element of an array it is given, and that takes longer than to insert it.
 */
export function arrayParameter(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map((value) => (typeof value === 'string' ? `"${value.replace(/[\\"]/g, '\\$&')}"` : String(value ?? 'NULL'))).join(',')}}`;
}
