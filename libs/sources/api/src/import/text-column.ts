import type { ChoiceReason } from '@moodline/sources/contract';
import { isCopy, type ColumnLook } from './column-look';
import { isAnswerName, isNever, isOtherName, isSorting, isTitleName, isTitleOf, nameRank } from './column-names';

/** The column of the text, how it was found, and others that could be meant. */
export interface TextChoice {
  readonly column: string;
  readonly why: 'header' | 'content';
  /** The best first. Empty where there is no doubt. */
  readonly rivals: readonly string[];
  /** What speaks for the column that was taken, beside the first rival; null without rivals. */
  readonly reason: ChoiceReason | null;
}

/** The same text once more under the code of its language, which is another column for each language: no original of the text beside it. */
const isByLanguage = (column: string) => /(?:^|[\s_.])content_?map\./iu.test(column);

/** Letters in the mean from which on a column of own words can be told from names of things. */
const WORDY = 12;

/**
 * Which of these columns holds what people wrote: own words of different people. Not a column that repeats (the post above a
 * comment), not a copy that a tool cleaned or cut, not a profile, and a title only where there is nothing longer.
 */
export function chooseText(free: readonly ColumnLook[], table: TextTable): TextChoice | null {
  return (
    chooseAmong(free, table, (look) => !isNever(look.column, 'text')) ??
    // A survey may call what people wrote their "Response"; beside a text that would be the answer to it.
    (table.named ? chooseAmong(free, table, (look) => isAnswerName(look.column)) : null)
  );
}

interface TextTable {
  readonly named: boolean;
  readonly isTime: (look: ColumnLook) => boolean;
}

function chooseAmong(
  free: readonly ColumnLook[],
  { named, isTime }: TextTable,
  allowed: (look: ColumnLook) => boolean,
): TextChoice | null {
  const readable = free.filter(
    (look) => look.filled > 0 && look.wordShare > 0.3 && look.linkShare < 0.5 && !isTime(look) && allowed(look),
  );
  const originals = readable.filter(
    (look) => !free.some((other) => other !== look && !isByLanguage(other.column) && isCopy(look, other)),
  );
  const bodies = originals.filter((look) => !named || !isTitleName(look.column) || isBodyName(look));
  const ranked = named ? bodies.filter(isBodyName).sort((a, b) => rank(a) - rank(b)) : [];
  const prose = bodies
    .filter((look) => isProse(look) && !(named && (isOtherName(look.column) || sorts(look) || isConstant(look))))
    .sort((a, b) => weight(b) - weight(a));
  const first = ranked[0] ?? prose[0];
  const title = titleAlone(originals, named);
  if (!first || (title && !ranked[0] && !isWordy(first) && first.letters < title.letters)) return title?.choice ?? null;
  const better =
    ranked[0] &&
    ([...ranked.slice(1), ...prose].find((other) => other !== first && repeatsBeside(first, other)) ??
      ranked.slice(1).find((other) => isRareBeside(first, other) || isReviewAbove(first, other)));
  const chosen = better || first;
  const rivals = [...new Set([...(better ? [first] : []), ...ranked, ...prose])].filter(
    (other) => other !== chosen && (other === first || couldBeMeant(chosen, other)),
  );
  return {
    column: chosen.column,
    why: ranked.includes(chosen) ? 'header' : 'content',
    rivals: rivals.map(({ column }) => column).slice(0, 4),
    reason: rivals.length ? reasonFor(chosen, rivals[0] ?? chosen) : null,
  };
}

const rank = (look: ColumnLook) => nameRank(look.column, 'text') ?? Infinity;
const isBodyName = (look: ColumnLook) => rank(look) < Infinity && !(isTitleName(look.column) && rank(look) >= 1000);
const isProse = (look: ColumnLook) => look.wordShare > 0.6 && look.letters >= 4 && look.distinctShare > 0.3;

const isConstant = ({ distinct, filled }: ColumnLook) => distinct === 1 && filled > 2;
/** Words of a short list sort rows; long ones under such a name are somebody's own. */
const sorts = ({ column, letters }: ColumnLook) => (isSorting(column) || isScore(column)) && letters < 2 * WORDY;
const isScore = (column: string) =>
  (nameRank(column, 'stars') ?? Infinity) < 1000 && (nameRank(column, 'text') ?? Infinity) >= 1000;

/** Beside `Review Content`, `Comment Content` is what the shop answers to it, and so is a reply beside a review or a comment. */
const isReviewAbove = (look: ColumnLook, other: ColumnLook) => {
  if (other.filled < look.filled) return false;
  const [, comment = ''] = /^(?:comments?|评论|コメント)[\s_-]*([^.]+)$/iu.exec(look.column) ?? [];
  const [, review] = /^(?:reviews?|评价|点评|レビュー|口コミ)[\s_-]*([^.]+)$/iu.exec(other.column) ?? [];
  return comment.toLowerCase() === review?.toLowerCase() || (REPLY.test(look.column) && !REPLY.test(other.column));
};
const REPLY = /^(?:回复|回覆|答复|返信|repl(?:y|ies)|response)/iu;

/** The more words of their own, in the more rows. */
const weight = ({ letters, distinctShare, filled }: ColumnLook) => letters * distinctShare * filled;

/** A column that few rows have, where another one of own words stands in nearly all: the comment on the service below a ticket. */
const isRareBeside = (look: ColumnLook, other: ColumnLook) =>
  isProse(other) && other.letters >= WORDY && other.distinctShare > 0.7 && look.filled < other.filled * 0.6;

/** A column that says the same in many rows, where another one does not. One value in all rows counts from the second row on. */
const repeatsBeside = (look: ColumnLook, other: ColumnLook) =>
  look.filled > 1 &&
  isProse(other) &&
  (look.distinct === 1
    ? other.distinct > 1
    : look.filled >= 10 && look.distinctShare < 0.5 && other.distinctShare > 0.7);

/** Whether people could mean the other column: it holds own words too, and more of them or under a name of its own. */
function couldBeMeant(chosen: ColumnLook, other: ColumnLook): boolean {
  if (!isProse(other) || other.distinctShare < 0.6 || other.filled < chosen.filled * 0.3) return false;
  if (isOtherName(other.column)) return false;
  const isNamed = rank(other) < 1000;
  // Two questions of one form stand beside each other.
  if (!isNamed && isQuestion(chosen) && isQuestion(other)) return isWordy(other);
  return isNamed ? isWordy(other) : isWordy(other) && other.letters >= chosen.letters * 1.5;
}

/** A character of Chinese, Japanese or Korean says as much as two or three letters. */
const isWordy = ({ letters, values }: ColumnLook) =>
  letters >= WORDY || (letters >= WORDY / 2 && values.filter((value) => DENSE.test(value)).length * 2 > values.length);
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const isQuestion = ({ column }: ColumnLook) =>
  /[?？]\s*$|^(?:第?\s*\d{1,2}\s*[、.．)]|Q\d)|(?:ください|(?:して)?ほしい点|お聞かせ.*|理由|意见|意見|建议|建議|原因|请说明|請說明)[:：。]?$/u.test(
    column,
  );

function reasonFor(chosen: ColumnLook, other: ColumnLook): ChoiceReason {
  if (chosen.distinctShare > other.distinctShare + 0.2) return 'differs-more';
  if (isReviewAbove(other, chosen)) return 'answered';
  if (isRareBeside(other, chosen)) return 'more-filled';
  if (rank(chosen) < 1000 && rank(other) >= 1000) return 'named';
  if (rank(chosen) < rank(other)) return 'usual-name';
  if (chosen.filled > other.filled) return 'more-filled';
  return chosen.letters > other.letters ? 'longer' : 'alike';
}

/** The title where it is all that was said: the subject of a ticket beside the names of people. */
function titleAlone(
  originals: readonly ColumnLook[],
  named: boolean,
): { readonly choice: TextChoice; readonly letters: number } | null {
  if (!named) return null;
  const titles = originals.filter((look) => isTitleName(look.column) || rank(look) < Infinity);
  const [first] = titles.sort((a, b) => b.distinctShare - a.distinctShare || b.letters - a.letters);
  if (!first) return null;
  return { choice: { column: first.column, why: 'header', rivals: [], reason: null }, letters: first.letters };
}

/** The column of the title that belongs to each comment: as varied as the texts are. That of a post or product repeats. */
export function chooseTitle(free: readonly ColumnLook[], text: ColumnLook): string | null {
  const authors = free.filter(({ column }) => (nameRank(column, 'author') ?? Infinity) < 1000);
  const titles = free
    .filter((look) => !authors.some((author) => names(look, author)))
    .filter((look) => isTitleName(look.column) || isTitleOf(look.column, text.column))
    .filter((look) => look !== text && look.wordShare > 0.3 && look.filled > 0 && !isCopy(look, text))
    .filter(
      (look) => look.filled < 2 || (look.distinct > 1 && look.distinctShare > Math.min(0.5, text.distinctShare * 0.6)),
    )
    .sort((a, b) => (nameRank(a.column, 'title') ?? 0) - (nameRank(b.column, 'title') ?? 0));
  return titles[0]?.column ?? null;
}

/** A program made the title of who wrote: `ann on X`, `Review by Ann`. */
function names(title: ColumnLook, author: ColumnLook): boolean {
  const pairs = title.values.flatMap((value, row) => {
    const name = author.values[row]?.replace(/^@/, '') ?? '';
    return value && name.length > 1 ? [value.includes(name)] : [];
  });
  return pairs.length > 0 && pairs.filter(Boolean).length > pairs.length * 0.6;
}
