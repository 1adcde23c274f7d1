import type { Label } from '@moodline/comments/contract';
import { volume, type MoodFacts } from '@moodline/trends/api';
import type { MoodTotal } from '@moodline/trends/contract';
import { literalQuery, queryOfTopic } from '../question/topic-query';
import type { Search } from './asked-facts';
import { countDraft } from './mood-drafts';

/** Where a topic was also looked for by its other names: how many comments have the very words of the question. */
export async function addLiteralCount(
  search: Search,
  moods: MoodFacts,
  { whole, label }: { readonly whole: MoodTotal; readonly label?: Label },
): Promise<void> {
  const { sheet, typed, workspaceId, within } = search;
  const { topic } = typed.scope;
  if (!topic || /, | ?−/.test(topic) || queryOfTopic(topic) === literalQuery(topic)) return;
  const filter = { q: literalQuery(topic) };
  const { total } = await moods.series(workspaceId, { ...within, ...filter });
  const counted = (of: MoodTotal) => (label ? of[label] : volume(of));
  // That all of them have the very word is not worth a sentence.
  if (counted(total) > 0 && counted(total) < counted(whole))
    sheet.add(countDraft(search, total, { label, filter, scope: { topic: topic.replaceAll(' + ', ' ') } }));
}
