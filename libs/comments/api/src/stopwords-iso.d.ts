/** Stop words by ISO 639-1 code. */
declare module 'stopwords-iso' {
  const stopWords: Readonly<Record<string, readonly string[]>>;
  export default stopWords;
}
