import { isCopy, type ColumnLook } from './column-look';
import { isNever, nameRank } from './column-names';

/** What one person likes and what not, in two columns: forms of reviews ask so. */
const SIDES: readonly RegExp[] = [
  /^(?:.*\.)?(?:pros?|advantages?|positives?|positive_?(?:review|comment|feedback)s?|(?:review|comment|feedback)_?positive|strengths?|liked|what_?(?:do_?you_?)?like_?(?:best|most)(?:_?about_.+)?|love\.value|优点|優點|最满意(?:的一点|的地方|之处)?|长处|長所|良い点|良かった点|vorteile|points?_?forts?|avantages|достоинства|преимущества|плюсы|장점|좋은_?점|ventajas|vantagens|pontos_?positivos|punti_?di_?forza|pluspunten|満足した点)$/iu,
  /^(?:.*\.)?(?:cons?|disadvantages?|negatives?|negative_?(?:review|comment|feedback)s?|(?:review|comment|feedback)_?negative|weakness(?:es)?|disliked|what_?(?:do_?you_?)?(?:dislike|like_?least)(?:_?most)?(?:_?about_.+)?|hate\.value|缺点|缺點|最不满意(?:的一点|的地方|之处)?|不足|短所|悪い点|気になった点|nachteile|points?_?faibles?|inconvénients|недостатки|минусы|단점|아쉬운_?점|desventajas|desvantagens|pontos_?negativos|punti_?deboli|minpunten|不満な点)$/iu,
];

/** What one person says on the whole, beside both sides: forms of software reviews ask so. Elsewhere the name is that of a mark. */
const ON_THE_WHOLE =
  /^(?:overall(?:_?(?:comments?|opinion|experience|feedback|review))?|(?:general|additional|other)_?comments?|summary_?comments?|总体评价|總體評價|総評|総合コメント|fazit|gesamteindruck|en_résumé|conclusion)$/iu;

/** What the same buyer added weeks later. */
const LATER =
  /^(?:.*\.)?(?:追评(?:内容)?|追加(?:评价|评论)(?:内容)?|append_?comment(?:\.(?:content|text))?|after_?user_?comment(?:\.(?:content|text))?)$/iu;

/**
 * Columns whose words belong to the text beside it: the two sides of one opinion, what the same person added later, and a column that is filled where the text is empty
 * (the body of posts beside that of comments). Joined in the order of the table.
 * @param text the column of the text
 * @param free columns that hold nothing else
 */
export function companionsOf(text: ColumnLook, free: readonly ColumnLook[]): string[] {
  const others = free.filter(
    (look) => look !== text && look.filled > 0 && look.wordShare > 0.3 && look.linkShare < 0.5,
  );
  const sides = SIDES.map((side) => [text, ...others].find(({ column }) => side.test(plain(column))));
  const both = sides.every((side) => side !== undefined) ? (sides as ColumnLook[]) : [];
  return others
    .filter(
      (look) =>
        ((both.includes(look) || (both.length > 0 && ON_THE_WHOLE.test(plain(look.column)))) && !isCopy(look, text)) ||
        LATER.test(look.column) ||
        standsIn(look, text),
    )
    .map(({ column }) => column);
}

/** `What do you like best?` and `like_best` are one name. */
const plain = (column: string) =>
  column
    .normalize('NFKC')
    .trim()
    .replace(/[?？:：]+$/u, '')
    .replace(/\s+/gu, '_');

/** A column of texts by its name that has words where the text has none, and never both. */
function standsIn(look: ColumnLook, text: ColumnLook): boolean {
  const rank = nameRank(look.column, 'text');
  if (rank === null || rank >= 1000 || isNever(look.column, 'text')) return false;
  const pathOf = (column: string) => column.split('.').slice(0, -1).join('.');
  return pathOf(look.column) === pathOf(text.column) && look.values.every((value, row) => !value || !text.values[row]);
}
