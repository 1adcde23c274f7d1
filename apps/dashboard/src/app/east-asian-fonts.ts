/**
 * Adds the fonts of Chinese and Japanese once the page is drawn: their list of ranges is longer than all other styles, and only a system
 * without such fonts fetches any of them.
 */
export function addEastAsianFonts(document: Document): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = 'east-asian-fonts.css';
  document.head.append(link);
}
