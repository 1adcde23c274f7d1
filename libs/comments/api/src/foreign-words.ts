import stopWords from 'stopwords-iso';

/** Languages in Latin letters that are told apart from English. */
const LANGUAGES = [
  'es',
  'de',
  'fr',
  'pt',
  'it',
  'nl',
  'id',
  'vi',
  'pl',
  'tr',
  'sv',
  'da',
  'no',
  'fi',
  'hu',
  'ro',
  'tl',
] as const;

/** Words of product talk that the published lists of function words lack, so that a short comment is recognised too. */
const TALK: Readonly<Partial<Record<(typeof LANGUAGES)[number], string>>> = {
  es: 'producto batería pantalla envío pedido gracias malo mala buena excelente servicio funciona recomiendo genial',
  de: 'akku handy lieferung leider toll kaputt versand qualität empfehlen schlecht zufrieden',
  fr: 'produit livraison merci batterie qualité déçu nul remboursement horreur',
  pt: 'produto bateria chegou péssimo ótimo adorei gostei obrigado entrega',
  it: 'prodotto batteria ottimo pessimo consegna telefono grazie bello consigliato schermo',
  nl: 'goed geleverd batterij snel kapot bestelling geweldig aanrader',
  id: 'barang bagus produk kecewa pengiriman cepat banget puas mantap pelayanan',
  tl: 'maganda salamat ang ng',
  pl: 'polecam bardzo',
  tr: 'çok güzel ürün',
};

/** Listed as function words of another language, but written in English too: they say nothing either way. */
const SHARED = new Set(
  `haha nice ur lot start ya car god pic mind ha hit care dog fine final bank cat son tale die dies email word sit war store air da em tom mac mon sam hun
  wo comment min yo rare met mate bland ben door sex gross nah coz design total sale media vid unique pro hat usa sea force hop local van male tan press suit
  favor solo ton exact wen par makin ellen tim gut dat tag fare quest folk ten las les lang mere relative tied global tend logo chi dong pun bare pot le os
  sean mag von den bat multiple pan sob fa hai din mint elle sim dell inn mod unit ham hay hon biz cam super pure circa amen alas phia cliché clichés café
  cafés fiancé fiancée naïve résumé façade déjà touché mélange ho lo ty thnx`.split(/\s+/),
);

/** Letters that English does without. */
const FOREIGN_LETTER = /[ñçßãõåøæœłşğıđươăâêîôûëïöüäáíóúàèìòùéąćęńśźżőűțșřěů¿¡]|[\u1ea0-\u1ef9]/u;
/** Of the words of a text at least this share must speak for the other language: a quoted title makes no comment foreign. */
const MIN_SHARE = 0.2;

const plain = (word: string) => word.normalize('NFC').replace(/['’]/gu, '');
/** Bit of English in {@link languagesOf}; bit n is that of the n-th of {@link LANGUAGES}. */
const ENGLISH = 1 << 30;
/** Which languages know a word. One look-up a word keeps the import quick. */
const languagesOf = new Map<string, number>();
for (const word of stopWords['en'] ?? []) languagesOf.set(plain(word), ENGLISH);
LANGUAGES.forEach((language, index) => {
  for (const word of [...(stopWords[language] ?? []), ...(TALK[language]?.split(' ') ?? [])].map(plain))
    languagesOf.set(word, (languagesOf.get(word) ?? 0) | (1 << index));
});
for (const word of SHARED) languagesOf.delete(word);

/**
 * Whether a text in Latin letters is in another language than English: for one of the known languages more words speak for it
 * (its function words, or letters that English does without) than for English. Measured: see docs/labels.md.
 */
export function isForeign(prose: string): boolean {
  const words = plain(prose.toLowerCase()).match(/[\p{L}\p{M}¿¡]+/gu) ?? [];
  const known = words.map(
    (word) => languagesOf.get(word) ?? (FOREIGN_LETTER.test(word) && !SHARED.has(word) ? ~ENGLISH : 0),
  );
  const foreign = known.reduce((all, mask) => all | mask, 0);
  return LANGUAGES.some((_, index) => {
    const bit = 1 << index;
    if (!(foreign & bit)) return false;
    // A word that both know speaks for neither.
    const here = known.filter((mask) => mask & bit && !(mask & ENGLISH)).length;
    const inEnglish = known.filter((mask) => mask & ENGLISH && !(mask & bit)).length;
    return here > inEnglish && here >= words.length * MIN_SHARE;
  });
}
