import { Inject, Injectable, Optional } from '@nestjs/common';
import type { AlertPreview, AlertWatch } from '@moodline/alerts/contract';
import { themeNameOf } from '@moodline/trends/api';
import { findAlarms } from '../detection/alarms';
import type { HourSeries } from '../detection/hour-series';
import { Readings, type Look } from '../detection/readings';
import { previewPoints, rounded } from './preview-points';
import { RuleSeries, type FollowedTheme, type WatchedSeries } from './rule-series';

const DAYS = 90;

/** Says what a rule would have done. */
@Injectable()
export class RulePreview {
  constructor(
    private readonly series: RuleSeries,
    @Optional() @Inject('alert-clock') private readonly now: () => Date = () => new Date(),
  ) {}

  async preview(workspaceId: number, { measure, scope, detection }: AlertWatch): Promise<AlertPreview> {
    const { watched, first, timeZone } = await this.series.read(
      workspaceId,
      { measure, scope },
      { hours: DAYS * 24, now: this.now() },
    );
    const alarms = watched.flatMap(({ series, followed }) =>
      findAlarms(series, { ...detection, measure }, first).map(({ from, firedAt, overAt, peak }) => ({
        from: at(series, from - 1),
        firedAt: at(series, firedAt),
        to: overAt === null ? null : at(series, overAt),
        value: rounded(peak.value),
        usual: rounded(peak.usual),
        theme: followed && namesOf(followed),
      })),
    );
    const looks = looksOf(watched, { measure, detection, first });
    const known = looks.findIndex((look) => look !== null);
    const [series] = watched.map((one) => one.series);
    return {
      ...{ days: DAYS, timeZone },
      alarms: alarms.sort((a, b) => (a.firedAt < b.firedAt ? -1 : 1)),
      points: series ? previewPoints(series, looks, { first, measure }) : [],
      knownSince: known < 0 || !series ? null : at(series, first + known),
    };
  }
}

/** The looks of each hour; where several themes are watched, the most unusual of them. */
function looksOf(
  watched: readonly WatchedSeries[],
  { measure, detection, first }: Pick<AlertWatch, 'measure' | 'detection'> & { readonly first: number },
): (Look | null)[] {
  const readings = watched.map(({ series }) => new Readings(series, measure, detection));
  const hours = (watched[0]?.series.length ?? first) - first;
  return Array.from({ length: hours }, (_, index) => {
    const looks = readings.map((one) => one.at(first + index)).filter((look) => look !== null);
    return looks.reduce<Look | null>((most, look) => (most && most.z >= look.z ? most : look), null);
  });
}

const namesOf = ({ theme }: FollowedTheme) => ({
  zh: themeNameOf(theme, 'zh'),
  en: themeNameOf(theme, 'en'),
  ja: themeNameOf(theme, 'ja'),
});

const at = (series: HourSeries, hour: number) => new Date(series.endOf(hour)).toISOString();
