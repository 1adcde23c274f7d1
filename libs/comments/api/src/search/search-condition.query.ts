import { asksNothing, parseTextQuery, type TextQuery } from '@moodline/comments/contract';
import { Prisma } from '@moodline/shared/db';
import type { ResolvedFilter } from '../resolved-filter';
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
export function lookedAtCondition({ q = '', searchIndexed }: ResolvedFilter): Prisma.Sql {
  const query = parseTextQuery(q);
  if (asksNothing(query)) return Prisma.sql`TRUE`;
  const found = textCondition(query, FORM);
  if (searchIndexed) return found;
  // Until the job is through, a text without its form is compared as it is written.
  return Prisma.sql`((${FORM} IS NOT NULL AND ${found}) OR (${FORM} IS NULL AND ${writtenCondition(query)}))`;
}

/** Comments that the index finds, some of which are not meant; null where it cannot help. */
export function candidateCondition({
  workspaceId,
  q = '',
  searchIndexed,
  from,
  to,
}: ResolvedFilter): Prisma.Sql | null {
  const tokens = searchIndexed ? tokenQuery(parseTextQuery(q)) : null;
  if (!tokens) return null;
  const slots = from && to ? { first: slotOf(from), last: slotOf(new Date(to.getTime() - 1)) } : null;
  const wanted = slots ? `${slotQuery(workspaceId, slots)} & ${tokens}` : tokens;
  return Prisma.sql`search_tokens(c.workspace_id, c.published_at, ${FORM}) @@ ${wanted}::tsquery`;
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
