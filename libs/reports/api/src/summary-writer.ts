import { Injectable } from '@nestjs/common';
import { LanguageModel, RolePrompts, type RolePrompt } from '@moodline/language-model/api';
import {
  MINIMUM_COMMENTS,
  type CitedSentence,
  type Summary,
  type SummaryLocale,
  type SummaryQuery,
} from '@moodline/reports/contract';
import {
  MoodFacts,
  nameTheme,
  NARRATOR_ROLE,
  THEMES_ROLE,
  tellingShare,
  ThemeFinder,
  type ClosedFilter,
  type Theme,
} from '@moodline/trends/api';
import type { MoodSeries } from '@moodline/trends/contract';
import { fingerprint } from './fingerprint';
import { narrateMood } from './mood-sentence';
import { LabelStateQuery } from './queries/label-state.query';
import { SummaryRepository } from './summary.repository';
import { themeSentence, themeSentenceHolds } from './theme-sentence';

/** Raise it when grouping, wording or checks change: kept summaries are written anew. */
const RULES_VERSION = 2;
const NEGATIVE_THEMES = 4;
const POSITIVE_THEMES = 2;
const NAME_TOKENS = 24;
const MOOD_EXAMPLES = 2;

type Mood = 'positive' | 'negative';
type FoundTheme = Theme & { readonly mood: Mood };

/** What one writing works with. */
interface Draft {
  /** The one that was in force when the writing began: a change of model does not reach into a summary. */
  readonly model: LanguageModel;
  readonly narrator: RolePrompt;
  readonly namer: RolePrompt;
  readonly filter: ClosedFilter;
  readonly locale: SummaryLocale;
  readonly mood: MoodSeries;
  readonly signal: AbortSignal;
}

/** Writes what people say in a period: groups and numbers by rule, words by the model, every sentence checked. */
@Injectable()
export class SummaryWriter {
  constructor(
    private readonly model: LanguageModel,
    private readonly moods: MoodFacts,
    private readonly themes: ThemeFinder,
    private readonly labels: LabelStateQuery,
    private readonly summaries: SummaryRepository,
    private readonly roles: RolePrompts,
  ) {}

  /**
   * The summary of a filter; the kept one while nothing it rests on has changed.
   * @param signal stops the writing when nobody waits for it any more
   * @throws ModelUnavailableError when the model does not run and no summary is kept
   */
  async summarise(workspaceId: number, { locale, ...wanted }: SummaryQuery, signal: AbortSignal): Promise<Summary> {
    const model = this.model.inForce('write');
    const view = await this.summaries.view();
    const filter = await this.moods.closedFilter(workspaceId, wanted);
    const state = await this.labels.read(filter);
    const [namer, narrator] = await Promise.all([
      this.roles.active(workspaceId, THEMES_ROLE[locale]),
      this.roles.active(workspaceId, NARRATOR_ROLE[locale]),
    ]);
    const key = fingerprint({
      filter,
      locale,
      state,
      rules: RULES_VERSION,
      prompts: [namer.version, narrator.version],
      model: model.status('write').model,
    });
    const kept = await this.summaries.find(workspaceId, key);
    if (kept) return kept;
    const mood = await this.moods.series(workspaceId, wanted);
    const { n } = mood.total;
    if (n < MINIMUM_COMMENTS) return empty(n, `not enough data (n = ${n})`);
    const summary = await this.write({ model, narrator, namer, filter, locale, mood, signal });
    if (summary.sentences.length && !signal.aborted) await this.summaries.save(workspaceId, key, summary, view);
    return summary;
  }

  private async write(draft: Draft): Promise<Summary> {
    const found = await this.find(draft);
    const leading = await narrateMood(draft.model, { ...draft, examples: await this.examples(draft, found) });
    const sentences: CitedSentence[] = leading.sentence ? [leading.sentence] : [];
    let dropped = leading.dropped;
    for (const theme of found) {
      if (draft.signal.aborted) break;
      const sentence = await this.sentence(theme, draft);
      if (sentence) sentences.push(sentence);
      else dropped++;
    }
    const reason = sentences.length ? null : `nothing stands out (n = ${draft.mood.total.n})`;
    return {
      sentences,
      n: draft.mood.total.n,
      reason,
      dropped,
      model: draft.model.status('write').model,
      createdAt: new Date().toISOString(),
    };
  }

  private async find({ filter, locale, mood: { total } }: Draft): Promise<FoundTheme[]> {
    const look = async (mood: Mood, limit: number): Promise<FoundTheme[]> => {
      const themes = await this.themes.find({
        filter,
        mood,
        limit,
        leastShare: tellingShare(total, mood),
        language: locale,
      });
      return themes.map((theme) => ({ ...theme, mood }));
    };
    const [negative, positive] = await Promise.all([
      look('negative', NEGATIVE_THEMES),
      look('positive', POSITIVE_THEMES),
    ]);
    return [...negative, ...positive];
  }

  /** Comments that the sentence on the mood is shown with: of a theme, or the loudest where nothing stands out. */
  private async examples({ filter, mood }: Draft, themes: readonly FoundTheme[]): Promise<number[]> {
    const telling = tellingMood(mood);
    const theme = themes.find((found) => found.mood === telling) ?? themes[0];
    if (!theme) return this.themes.loudest(filter, telling, MOOD_EXAMPLES);
    return theme.examples.slice(0, MOOD_EXAMPLES).map(({ id }) => id);
  }

  private async sentence(theme: FoundTheme, { model, namer, locale, signal }: Draft): Promise<CitedSentence | null> {
    const name = await nameTheme({ group: theme, mood: theme.mood, language: locale }, async (_, comments) => {
      const { text } = await model.write({
        role: namer,
        input: comments,
        maxTokens: NAME_TOKENS,
        priority: 'interactive',
        signal,
      });
      return text;
    });
    const text = themeSentence(locale, name, theme, theme.mood);
    return themeSentenceHolds(text, theme) ? { text, citations: theme.examples.map(({ id }) => id) } : null;
  }
}

/** Which comments show where the mood went: complaints where it is low or fell, praise where it is not. */
function tellingMood({ total, previous }: MoodSeries): Mood {
  const fell = previous.total.net !== null && (total.net ?? 0) < previous.total.net;
  return (total.net ?? 0) < 0 || fell ? 'negative' : 'positive';
}

function empty(n: number, reason: string): Summary {
  return { sentences: [], n, reason, dropped: 0, model: null, createdAt: new Date().toISOString() };
}
