/** One plain reading statement about comments: no second statement, nothing that writes, joins or looks elsewhere. */
const SELECT =
  /^\s*select\s+(?<what>[^;]{1,60}?)\s+from\s+(?:the\s+)?(?:comments?|reviews?|posts?|feedback)\b(?<rest>[^;]{0,200});?\s*$/iu;
const OTHER =
  /\b(?:union|join|insert|update|delete|drop|alter|into|password|token|user|secret|having|from)\b|--|\/\*/iu;

const CLAUSES: readonly (readonly [RegExp, string])[] = [
  [/\bwhere\b|\band\b/giu, ' '],
  [/\b(?:source|platform|channel|label|sentiment|mood|language|lang)\s*(?:=|like|is|in)\s*/giu, ' '],
  [/\bgroup by\s+(\w+)/giu, ' per $1'],
  [/\border by\s+[\w.]+(?:\s+(?:asc|desc))?/giu, ' '],
  [/\blimit\s+\d+/giu, ' '],
  [/['"`()%]/gu, ' '],
];

/** A question in SQL in the words that it stands for: `select count(*) from comments where label = 'negative'`; others as they are. */
export function sqlInWords(question: string): string {
  const { what, rest = '' } = SELECT.exec(question)?.groups ?? {};
  if (what === undefined || OTHER.test(rest)) return question;
  const asked = /\bcount\b/iu.test(what) ? 'how many comments' : /\*|\btext\b/iu.test(what) ? 'show comments' : null;
  if (!asked) return question;
  return `${asked} ${CLAUSES.reduce((left, [clause, words]) => left.replace(clause, words), rest)}`
    .replace(/\s+/gu, ' ')
    .trim();
}
