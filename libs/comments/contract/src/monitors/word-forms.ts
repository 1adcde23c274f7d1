/** Verbs and nouns whose forms no rule gives, and that people write about what they bought. */
const IRREGULAR: readonly string[] = [
  'break breaks broke broken breaking',
  'buy buys bought buying',
  'sell sells sold selling',
  'send sends sent sending',
  'pay pays paid paying',
  'get gets got gotten getting',
  'go goes went gone going',
  'fall falls fell fallen falling',
  'lose loses lost losing',
  'keep keeps kept keeping',
  'freeze freezes froze frozen freezing',
  'burn burns burned burnt burning',
  'steal steals stole stolen stealing',
  'tear tears tore torn tearing',
  'wear wears wore worn wearing',
  'choose chooses chose chosen choosing',
  'write writes wrote written writing',
  'drive drives drove driven driving',
  'child children',
  'person people persons',
  'foot feet',
  'mouse mice',
  'shelf shelves',
  'knife knives',
  'half halves',
];
const FORMS_OF = new Map(
  IRREGULAR.flatMap((line) => {
    const forms = line.split(' ');
    return forms.map((form) => [form, forms] as const);
  }),
);
/** Words that end like a form of another word and are none. */
const ONE_FORM = new Set(
  'news lens bus gas plus alias atlas canvas series species always perhaps bed red need speed feed seed thing king ring wing sing bring spring string during morning evening wedding ceiling hundred sacred shed sled'.split(
    ' ',
  ),
);
const ENGLISH = /^[a-z]{3,30}$/;
const VOWEL_BEFORE_CONSONANT = /^[a-z]*[^aeiou][aeiou][bdgklmnprt]$/;

/**
 * The other simple forms of an English word: `battery` → `batteries`; `refunded` → `refund`, `refunds`, `refunding`. By rules of
 * spelling, so that some of them are no words; those stand in no text. Nothing for phrases, names with digits and other scripts.
 */
export function wordForms(word: string): string[] {
  const given = word.trim().toLowerCase();
  if (!ENGLISH.test(given)) return [];
  const irregular = FORMS_OF.get(given);
  const forms = new Set(irregular ?? (ONE_FORM.has(given) ? regularForms(given) : bases(given).flatMap(regularForms)));
  forms.delete(given);
  return [...forms];
}

/** The word, and what it may be a form of. */
function bases(word: string): string[] {
  if (ONE_FORM.has(word)) return [word];
  if (/[^aeiou]ies$/.test(word)) return [`${word.slice(0, -3)}y`];
  if (/(?:sh|ch|x|ss|zz)es$/.test(word)) return [word.slice(0, -2)];
  if (/[^siu]s$/.test(word) && word.length > 3) return [word.slice(0, -1)];
  if (/[^aeiou]ied$/.test(word)) return [`${word.slice(0, -3)}y`];
  const stem = /^([a-z]{2,})(?:ed|ing)$/.exec(word)?.[1];
  if (!stem || !/[aeiouy]/.test(stem)) return [word];
  if (/([bdgmnprt])\1$/.test(stem)) return [stem.slice(0, -1)];
  // Both spellings are possible: `charged` is of `charge`, `refunded` of `refund`.
  return /(?:[aeiou][aeiou]|[^aeiou])[^aeiouscgvz]$/.test(stem) ? [stem] : [stem, `${stem}e`];
}

function regularForms(base: string): string[] {
  if (/[^aeiou]y$/.test(base)) {
    const stem = base.slice(0, -1);
    return [base, `${stem}ies`, `${stem}ied`, `${base}ing`];
  }
  const plural = /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  if (base.endsWith('e')) return [base, plural, `${base}d`, `${base.slice(0, -1)}ing`];
  const doubled = VOWEL_BEFORE_CONSONANT.test(base) ? [`${base}${base.at(-1)}ed`, `${base}${base.at(-1)}ing`] : [];
  return [base, plural, `${base}ed`, `${base}ing`, ...doubled];
}
