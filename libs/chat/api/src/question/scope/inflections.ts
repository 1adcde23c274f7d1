/** A word with its plural and the endings of its verb. Forms that do not exist find nothing. */
export function inflections(word: string): string[] {
  const lower = word.toLowerCase();
  if (!/^[a-z]{3,}$/.test(lower)) return [word];
  const stem = baseOf(lower);
  const open = stem.endsWith('e') ? stem.slice(0, -1) : stem;
  const forms = /[^aeiou]y$/.test(stem)
    ? [stem, `${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`, `${stem}ing`]
    : [stem, `${stem}${/(?:s|x|z|ch|sh)$/.test(stem) ? 'es' : 's'}`, `${open}ed`, `${open}ing`];
  // charg+ing may come from charge, crash+ing from crash: both stems are looked for.
  const silent = /ing$|ed$/.test(lower) && !stem.endsWith('e') ? [`${stem}e`, `${stem}es`] : [];
  return [...new Set([lower, ...forms, ...silent])];
}

function baseOf(word: string): string {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|zes|ches|shes)$/.test(word)) return word.slice(0, -2);
  if (/[^s]s$/.test(word) && !/(?:us|is)$/.test(word) && word.length > 3) return word.slice(0, -1);
  const stem =
    /ing$/.test(word) && word.length > 5
      ? word.slice(0, -3)
      : /ed$/.test(word) && word.length > 4
        ? word.slice(0, -2)
        : word;
  return stem !== word && /([^aeiouls])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}
