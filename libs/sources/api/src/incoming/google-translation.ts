/** What Google writes above its own translation of a review. */
const TRANSLATED =
  '[(（]\\s?(?:Translated by Google|Übersetzt von Google|Traduit par Google|Traducido por Google|Traduzido pelo Google|Tradotto da Google|Vertaald door Google|由 ?Google ?(?:提供)?(?:翻译|翻譯)|Google による翻訳|Google 번역 제공)\\s?[)）]';
/** And above the words of the author. */
const ORIGINAL = '[(（]\\s?(?:Original|Originale?|Origineel|原文|원문)\\s?[)）]';
const BEFORE = new RegExp(`^\\s*${TRANSLATED}[^]*?\\n\\s*${ORIGINAL}\\s*`, 'iu');
const BEHIND = new RegExp(`\\n\\s*${TRANSLATED}\\s[^]*$`, 'iu');

/** The words of the author alone, where an export of Google holds its translation of them, too. */
export function withoutGoogleTranslation(text: string): string {
  if (!text.includes('Google')) return text;
  const original = text.replace(BEFORE, '').replace(BEHIND, '').trim();
  return original || text;
}
