import { Injectable } from '@nestjs/common';
import { ALL_COMMENTS, DAY_FACETS, FacetDaysQuery, type FacetDays, type FacetValues } from '@moodline/comments/api';
import { LABELS } from '@moodline/comments/contract';
import type { ClosedFilter, MoodSlotRequest } from '../queries/mood-slot';
import { isFullHour } from './intervals';

/** Ways to count the same comments. Rows of several parts are added up by who asks for them. */
export interface Readers<Row> {
  /** From the hourly buckets */
  readonly buckets: (request: MoodSlotRequest) => Promise<readonly Row[]>;
  /** From what days are counted by beforehand, without what is left over in them */
  readonly days: (request: MoodSlotRequest, days: FacetDays) => Promise<readonly Row[]>;
  /** From the comments themselves, in time that grows with their number */
  readonly comments: (request: MoodSlotRequest) => Promise<readonly Row[]>;
}

/** Finds the cheapest way of counting that is exact. */
@Injectable()
export class MoodWays {
  constructor(private readonly facetDays: FacetDaysQuery) {}

  /** @param monitors whether the rows are those of monitors */
  async rows<Row>(request: MoodSlotRequest, readers: Readers<Row>, monitors = false): Promise<readonly Row[]> {
    const { filter, starts } = request;
    const whole = bucketsSuffice(filter);
    const others = whole ? readers.buckets : readers.comments;
    const facet = whole ? longFilter(filter) : facetOf(filter);
    const asked = { filter, starts, monitors: monitors || Boolean(filter.monitor) };
    const days = facet && (await this.facetDays.find(asked, facet));
    if (!days) return others(request);
    const rows = [...(await readers.days(request, days))];
    for (const span of days.rest) rows.push(...(await others({ starts, filter: { ...filter, ...span } })));
    return rows;
  }
}

/** Up to then buckets take no longer; the same as charts by the day are shown for. */
const LONG_MS = 120 * 86_400_000;

/** Of a long period, days are fewer rows than buckets. */
const longFilter = ({ from, to, language }: ClosedFilter): FacetValues | null =>
  to.getTime() - from.getTime() > LONG_MS && !language?.length ? ALL_COMMENTS : null;

/** Buckets know neither texts nor stars nor versions nor minutes, nor tags, nor which comments are alike, nor which of a label's comments are unsure. */
export function bucketsSuffice(filter: ClosedFilter): boolean {
  return (
    !filter.q &&
    !filter.themeWords &&
    !filter.tag &&
    !filter.unique &&
    !filter.label?.length &&
    !filter.emotion?.length &&
    !filter.kind?.length &&
    !filter.stars?.length &&
    !filter.recommended &&
    !filter.version?.length &&
    !filter.leftOut &&
    !filter.undated &&
    isFullHour(filter.from, filter.timeZone) &&
    isFullHour(filter.to, filter.timeZone)
  );
}

/** The one label, emotion, kind or number of stars, or several of one of these, that a filter asks for besides what buckets know; null: it asks for more. */
export function facetOf(filter: ClosedFilter): FacetValues | null {
  const [facet, ...more] = DAY_FACETS.filter((name) => filter[name]?.length);
  if (!facet || more.length || filter.language?.length) return null;
  const values = (filter[facet] ?? []).map(String);
  if (facet === 'label' && !values.every((value) => (LABELS as readonly string[]).includes(value))) return null;
  return bucketsSuffice({ ...filter, [facet]: undefined }) ? { facet, values } : null;
}
