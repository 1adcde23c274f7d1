import { Injectable } from '@nestjs/common';
import { EventFinder } from './event-finder';
import { YearFinder } from './year-finder';

/** What the comments tell of a time that a question leaves open: the day of what happened, and the year of a date. */
@Injectable()
export class TimeFinder {
  constructor(
    readonly events: EventFinder,
    readonly years: YearFinder,
  ) {}
}
