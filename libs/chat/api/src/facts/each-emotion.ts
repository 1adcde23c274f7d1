import { volume, type MoodFacts } from '@moodline/trends/api';
import type { Search } from './asked-facts';
import { countDraft } from './mood-drafts';

/** 难过的和生气的哪个多: each of several emotions with its own number, the most first. */
export async function addEachEmotion(search: Search, moods: MoodFacts): Promise<void> {
  const { typed, workspaceId, within, sheet } = search;
  const { emotions = [] } = typed.scope;
  if (emotions.length < 2) return;
  const each = await Promise.all(
    emotions.map(async (emotion) => {
      const filter = { ...within, emotion: [emotion] };
      return { emotion, filter, total: (await moods.series(workspaceId, filter)).total };
    }),
  );
  for (const { emotion, filter, total } of each.sort((a, b) => volume(b.total) - volume(a.total)))
    sheet.add(countDraft(search, total, { filter, scope: { emotions: [emotion] } }));
}
