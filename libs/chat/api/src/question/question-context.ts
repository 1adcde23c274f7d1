import { Injectable } from '@nestjs/common';
import { addDays, dayOf, FilterResolver } from '@moodline/comments/api';
import { MoodFacts, ThemePages } from '@moodline/trends/api';
import { Temporal } from 'temporal-polyfill';
import { SurroundingsQuery } from '../queries/surroundings.query';
import type { Surroundings } from './understanding';

/** Comments that ended so long ago are an archive: "last week" is counted from their end, and the answer says so. */
const ARCHIVE_DAYS = 30;

/** The workspace as a question sees it. */
export interface QuestionContext extends Surroundings {
  readonly themes: NonNullable<Surroundings['themes']>;
  readonly dataEnd: string | null;
}

/** Reads what a question is understood against: the clock, the data's days, the names of sources, monitors, tags and themes. */
@Injectable()
export class QuestionContextReader {
  constructor(
    private readonly moods: MoodFacts,
    private readonly filters: FilterResolver,
    private readonly names: SurroundingsQuery,
    private readonly pages: ThemePages,
  ) {}

  async read(workspaceId: number): Promise<QuestionContext> {
    const [{ timeZone }, { first, last }, sources, monitors, tags, themes] = await Promise.all([
      this.filters.resolve(workspaceId, {}),
      this.moods.dataRange(workspaceId),
      this.names.sources(workspaceId),
      this.names.monitors(workspaceId),
      this.names.tags(workspaceId),
      this.pages.names(workspaceId),
    ]);
    const clock = Temporal.Now.zonedDateTimeISO(timeZone);
    const dataEnd = last && last < addDays(dayOf(new Date(), timeZone), -ARCHIVE_DAYS) ? last : null;
    const today = dataEnd ? Temporal.PlainDate.from(dataEnd) : clock.toPlainDate();
    const moment = dataEnd ? today.add({ days: 1 }).toZonedDateTime(timeZone) : clock;
    return {
      now: { today, moment, first: first ? Temporal.PlainDate.from(first) : today },
      sources,
      monitors,
      tags,
      themes,
      dataEnd,
    };
  }
}
