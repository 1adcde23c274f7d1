/** Where a thought may end: marks, and words that set one thing against another, in Chinese, English and Japanese. */
const BREAKS =
  /[。！？!?；;，,、…：:\n]|\.(?=\s|$)|\b(?:but|while|whereas|unlike|instead|compared to|than|over|and)\b|但|不过|反而|而|换成|比|けど|のに|より|だが|から(?=[^、。]*に(?:乗り換え|替え|移))/giu;

/**
 * The parts of a text that are about a brand: those that name it and those behind them that name none. Where nothing can be told apart, the
 * text as a whole. @param brands all that are named
 */
export function clausesAbout(text: string, brand: string, brands: readonly string[]): string {
  const parts = text.split(BREAKS).filter((part) => part?.trim());
  let about = brands.find((one) => text.includes(one)) ?? brand;
  const own: string[] = [];
  for (const part of parts) {
    const named = brands.filter((one) => part.includes(one));
    about = named.at(-1) ?? about;
    if (named.includes(brand) || (!named.length && about === brand)) own.push(part.trim());
  }
  return own.length ? own.join(' ') : text;
}
