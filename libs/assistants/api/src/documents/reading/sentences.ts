/** Ends that are none: of abbreviations and of initials. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|nr|fig|sec|art|mr|mrs|ms|dr|prof|st|inc|ltd|co|dept|tel|ext|\p{Lu})\.$/iu;
const END = /(?:[。！？!?]+|\.(?=\s|$))["”’」』）)\]]*|\n/gu;

/** Sentences of a text, each sign by sign as it stands there, without the spaces around it. A line break ends one as well. */
export function sentencesIn(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const isDot = match[0].startsWith('.');
    if (isDot && (ABBREVIATION.test(text.slice(from, match.index + 1)) || /^\s+\p{Ll}/u.test(text.slice(end))))
      continue;
    sentences.push(text.slice(from, end).trim());
    from = end;
  }
  return [...sentences, text.slice(from).trim()].filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
