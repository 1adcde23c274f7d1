import { Injectable } from '@nestjs/common';
import { MoodFacts, volume } from '@moodline/trends/api';
import { type FactBuilder, type Search } from './asked-facts';
import { addEachTopic } from './each-topic';
import { lineExhibit } from './exhibits';
import { countedLabels } from './counted-labels';
import { addMood } from './mood-answers';
import { addLiteralCount } from './literal-count';
import { countDraft, spokenTopic } from './mood-drafts';
import { QuoteFacts } from './quote-facts';

const QUOTES = 3;

/** What is said about a topic, and quotes. */
@Injectable()
export class TopicAnswers implements FactBuilder {
  constructor(
    private readonly moods: MoodFacts,
    private readonly quotes: QuoteFacts,
  ) {}

  async build(search: Search): Promise<void> {
    return search.typed.intent === 'quotes' ? this.quoted(search) : this.topic(search);
  }

  private async topic(search: Search): Promise<void> {
    const { sheet, exhibits, typed, workspaceId, within, language } = search;
    const series = await this.moods.series(workspaceId, within);
    const [label] = countedLabels(search);
    sheet.add(countDraft(search, series.total));
    if (label) sheet.add(countDraft(search, series.total, { label }));
    await addLiteralCount(search, this.moods, { whole: series.total, label });
    await addEachTopic(search, this.moods, label);
    if (!volume(series.total)) return;
    // With a label its number was told.
    const told = typed.measure === 'net' && !label && addMood(search, series.total, null);
    await this.quotes.add(search, { label: label ?? null, limit: label ? QUOTES : 2 });
    if (told)
      exhibits.push(lineExhibit([{ name: spokenTopic(typed.scope.topic, language) ?? '', points: series.points }]));
  }

  private async quoted(search: Search): Promise<void> {
    const { sheet, typed, workspaceId, within } = search;
    const [label = null] = countedLabels(search);
    const wanted = typed.number ?? QUOTES;
    const found = await this.quotes.add(search, { label, limit: wanted });
    if (found >= wanted) return;
    // Fewer than asked for: how many there are at all explains it.
    const { total } = await this.moods.series(workspaceId, within);
    sheet.add(countDraft(search, total, { label: label ?? undefined }));
  }
}
