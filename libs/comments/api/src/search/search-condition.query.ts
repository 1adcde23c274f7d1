import { asksNothing, parseTextQuery, type TextQuery } from '@moodline/comments/contract';
import { Prisma, type Database } from '@moodline/shared/db';
import type { ResolvedFilter } from '../resolved-filter';
import { themeTerms } from './theme-terms';
import { withSpellings } from './spellings';
import { slotOf, slotQuery, tokenQuery } from './search-tokens';
import { textCondition } from './text-condition.query';

const FORM = Prisma.sql`c.search_text`;

/** What the search box says, as a condition on `comment c`: what the index finds, looked at once more. */
export function searchCondition(filter: ResolvedFilter): Prisma.Sql {
  const candidates = candidateCondition(filter);
  const looked = lookedAtCondition(filter);
  return candidates ? Prisma.sql`${candidates} AND ${looked}` : looked;
}

/** The same without the index: for comments that are read anyway. */
export function lookedAtCondition(filter: ResolvedFilter): Prisma.Sql {
  const { searchIndexed } = filter;
  const query = wantedWords(filter);
  if (asksNothing(query)) return Prisma.sql`TRUE`;
  const found = textCondition(query, FORM);
  if (searchIndexed) return found;
  // Until the job is through, a text without its form is compared as it is written.
  return Prisma.sql`((${FORM} IS NOT NULL AND ${found}) OR (${FORM} IS NULL AND ${writtenCondition(query)}))`;
}

/** Comments that the index finds, some of which are not meant; null where it cannot help. */
export function candidateCondition(filter: ResolvedFilter): Prisma.Sql | null {
  const { workspaceId, searchIndexed, from, to } = filter;
  const tokens = searchIndexed ? tokenQuery(wantedWords(filter)) : null;
  if (!tokens) return null;
  return tokensMatch(workspaceId, tokens, from && to ? { from, to } : null);
}

/** Over a longer time the lists of its months are longer than those of the words. */
const MOST_SLOTS = 5;

function tokensMatch(
  workspaceId: number,
  tokens: string,
  span: { readonly from: Date; readonly to: Date } | null,
): Prisma.Sql {
  const slots = span && { first: slotOf(span.from), last: slotOf(new Date(span.to.getTime() - 1)) };
  const isShort = slots && slots.last - slots.first < MOST_SLOTS;
  const wanted = isShort ? `${slotQuery(workspaceId, slots)} & ${tokens}` : tokens;
  return Prisma.sql`search_tokens(c.workspace_id, c.published_at, ${FORM}) @@ ${wanted}::tsquery`;
}

/** Whether the index of the search knows all texts of a workspace. It does not for a while after an update that changes their form. */
export async function everyTextIndexed(database: Database, workspaceId: number): Promise<boolean> {
  const [row] = await database.$queryRaw<{ missing: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM comment WHERE workspace_id = ${workspaceId} AND search_text IS NULL AND erased_at IS NULL
    ) AS missing`;
  return !row?.missing;
}

/** What was typed, and one of the words of the theme. */
function wantedWords({ q = '', themeWords = [] }: ResolvedFilter): TextQuery {
  const typed = withSpellings(parseTextQuery(q));
  return themeWords.length ? { ...typed, groups: [...typed.groups, themeTerms(themeWords)] } : typed;
}

function writtenCondition({ groups, none }: TextQuery): Prisma.Sql {
  const holds = (text: string) => Prisma.sql`c.text ILIKE ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`;
  return Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...groups.map(
        (terms) =>
          Prisma.sql`(${Prisma.join(
            terms.map(({ text }) => holds(text)),
            ' OR ',
          )})`,
      ),
      ...none.map(({ text }) => Prisma.sql`NOT ${holds(text)}`),
    ],
    ' AND ',
  );
}
