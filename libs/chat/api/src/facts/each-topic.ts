import type { MoodFacts } from '@moodline/trends/api';
import type { Label } from '@moodline/comments/contract';
import { alternatives, queryOfTopic } from '../question/topic-query';
import type { Search } from './asked-facts';
import { totalsTable } from './exhibits';
import { countDraft, spokenTopic } from './mood-drafts';

/** "The price and the colour": each of several topics with its own number, beside that of all of them. */
export async function addEachTopic(search: Search, moods: MoodFacts, label?: Label): Promise<void> {
  const { typed, workspaceId, within, language, sheet, exhibits } = search;
  const topics = alternatives(typed.scope.topic ?? '');
  if (topics.length < 2) return;
  const rows = await Promise.all(
    topics.map(async (topic) => {
      const filter = { q: queryOfTopic(topic) };
      const { total } = await moods.series(workspaceId, { ...within, ...filter });
      return { name: spokenTopic(topic, language) ?? topic, total, filter };
    }),
  );
  for (const { name, total, filter } of rows)
    sheet.add(countDraft(search, total, { label, filter, scope: { topic: name } }));
  exhibits.push(totalsTable(language, 'theme', rows));
}
