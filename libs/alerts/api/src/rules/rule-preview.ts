import { Inject, Injectable, Optional } from '@nestjs/common';
import type { AlertPreview, AlertWatch } from '@moodline/alerts/contract';
import { findAlarms } from '../detection/alarms';
import type { HourSeries } from '../detection/hour-series';
import { Readings } from '../detection/readings';
import { RuleSeries } from './rule-series';

const DAYS = 90;
const POINT_HOURS = 6;

/** Says what a rule would have done. */
@Injectable()
export class RulePreview {
  constructor(
    private readonly series: RuleSeries,
    @Optional() @Inject('alert-clock') private readonly now: () => Date = () => new Date(),
  ) {}

  async preview(workspaceId: number, { measure, scope, detection }: AlertWatch): Promise<AlertPreview> {
    const { series, first, timeZone } = await this.series.read(workspaceId, scope, {
      hours: DAYS * 24,
      now: this.now(),
    });
    const readings = new Readings(series, measure, detection);
    const looks = Array.from({ length: series.length - first }, (_, index) => readings.at(first + index));
    const known = looks.findIndex((look) => look !== null);
    return {
      ...{ days: DAYS, timeZone },
      alarms: findAlarms(series, { ...detection, measure }, first).map(({ from, firedAt, overAt, peak }) => ({
        from: at(series, from - 1),
        firedAt: at(series, firedAt),
        to: overAt === null ? null : at(series, overAt),
        value: round(peak.value),
        usual: round(peak.usual),
      })),
      points: Array.from({ length: Math.ceil(looks.length / POINT_HOURS) }, (_, index) => {
        const part = looks.slice(index * POINT_HOURS, (index + 1) * POINT_HOURS).filter((look) => look !== null);
        const [most] = part.filter(({ n }) => n > 0).sort((a, b) => b.z - a.z);
        return {
          at: at(series, first + index * POINT_HOURS),
          value: most ? round(most.value) : null,
          usual: part[0] ? round(part[0].usual) : null,
        };
      }),
      knownSince: known < 0 ? null : at(series, first + known),
    };
  }
}

const at = (series: HourSeries, hour: number) => new Date(series.endOf(hour)).toISOString();
const round = (value: number) => Math.round(value * 10) / 10;
