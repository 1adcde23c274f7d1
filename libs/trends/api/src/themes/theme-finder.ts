import { Injectable } from '@nestjs/common';
import type { MoodTotal } from '@moodline/trends/contract';
import type { ClosedFilter } from '../queries/mood-slot';
import { ThemeCommentsQuery } from '../queries/theme-comments.query';
import { ThemeCountsQuery } from '../queries/theme-counts.query';
import type { Span } from '../mood/intervals';
import type { NamingLanguage } from './subjects';
import { groupByTheme, type ThemeComment, type ThemeGroup } from './theme-groups';

/** Most comments compared for one question: more make it slower and change no theme. */
const SAMPLE = 3000;

/** A theme with its numbers. `n` counts all labelled comments with one of its words, whatever their mood. */
export interface Theme extends ThemeGroup {
  readonly n: number;
  readonly positive: number;
  readonly negative: number;
  /** Share of the asked mood among `n`, whole percent. */
  readonly share: number;
  /** Comments with one of its words in the period that was compared with; null when none was. */
  readonly before: number | null;
}

export interface ThemeQuestion {
  readonly filter: ClosedFilter;
  readonly mood: 'positive' | 'negative';
  /** Finds what is new since this period, instead of what is different from the other comments of the same period. */
  readonly since?: Span;
  readonly limit: number;
  /** Themes with a smaller share of the mood (whole percent) are left out: praise of which hardly any is praise misleads. */
  readonly leastShare: number;
  /** Language in which examples are preferred. */
  readonly language: NamingLanguage;
}

/** Share that a theme must have to be told as one of this mood: about as much as all comments have, and never a mere few. */
export function tellingShare(
  { n, ...counts }: Pick<MoodTotal, 'n' | 'positive' | 'negative'>,
  mood: 'positive' | 'negative',
): number {
  return Math.max(35, Math.min(80, Math.floor((90 * counts[mood]) / Math.max(1, n))));
}

/** Finds what people are pleased or annoyed about. Grouping is done here, by words; a model may give the groups names. */
@Injectable()
export class ThemeFinder {
  constructor(
    private readonly comments: ThemeCommentsQuery,
    private readonly counts: ThemeCountsQuery,
  ) {}

  /** Themes of the most comments first; with `since`, the ones that grew most first. */
  async find({ filter, mood, since, limit, leastShare, language }: ThemeQuestion): Promise<Theme[]> {
    const earlier = since && { ...filter, from: since.from, to: since.to };
    const rest = (['positive', 'neutral', 'negative'] as const).filter((label) => label !== mood);
    const [target, others] = await Promise.all([
      this.sample({ ...filter, label: [mood] }),
      this.sample(earlier ?? { ...filter, label: rest }),
    ]);
    const groups = groupByTheme(target, others, { limit, language });
    const words = groups.map((group) => group.words);
    const [now, before] = await Promise.all([
      this.counts.count(filter, words),
      earlier ? this.counts.count(earlier, words) : null,
    ]);
    const themes = groups.flatMap((group, index) => {
      const count = now.find(({ theme }) => theme === index);
      if (!count) return [];
      return [
        {
          ...group,
          n: count.n,
          positive: count.positive,
          negative: count.negative,
          share: Math.round((100 * count[mood]) / count.n),
          before: before && (before.find(({ theme }) => theme === index)?.n ?? 0),
        },
      ];
    });
    return themes
      .filter(({ share }) => share >= leastShare)
      .sort((a, b) => b.n - (b.before ?? 0) - (a.n - (a.before ?? 0)));
  }

  /** Comments that stand for a mood where no theme does: the loudest of it, or of all where none has that mood. */
  async loudest(filter: ClosedFilter, mood: ThemeQuestion['mood'], limit: number): Promise<number[]> {
    const found = await this.comments.loudest({ ...filter, label: [mood] }, limit);
    return found.length ? found : this.comments.loudest(filter, limit);
  }

  private sample(filter: ClosedFilter): Promise<ThemeComment[]> {
    return this.comments.list(filter, SAMPLE);
  }
}
