import { Injectable, Logger } from '@nestjs/common';
import { LanguageModel } from '@moodline/language-model/api';
import { askLabels } from '../ask-labels';
import { decideByRule, textForModel } from '../label-decision';
import type { LabelVersion } from '../roles/label-version';
import { RelabellingCountsQuery } from './relabelling-counts.query';

/** Comments that are read to measure: a second or two of work. */
const READ = 24;
/** How long a measurement holds, in milliseconds. */
const HOLDS_MS = 10 * 60_000;
/** Share of the model's speed that is left when labels are stored as well (14.9 of 17.1 comments a second, docs/benchmarks.md). */
const STORED_SHARE = 0.87;

/**
 * How many comments a second a version would label on this machine, measured by having it read some of the comments themselves:
 * length of texts, prompt or heads, and the machine are in the number.
 */
@Injectable()
export class RelabellingSpeed {
  private readonly logger = new Logger(RelabellingSpeed.name);
  private readonly measured = new Map<string, { readonly at: number; readonly perSecond: Promise<number | null> }>();
  private probes = 0;

  constructor(
    private readonly model: LanguageModel,
    private readonly comments: RelabellingCountsQuery,
  ) {}

  /** @returns null where there is nothing to read, or the model does not answer */
  perSecond(workspaceId: number, version: LabelVersion): Promise<number | null> {
    const key = `${workspaceId} ${version.version} ${this.model.status('label').model}`;
    const known = this.measured.get(key);
    if (known && performance.now() - known.at < HOLDS_MS) return known.perSecond;
    const perSecond = this.measure(workspaceId, version).catch((error: Error) => {
      this.logger.warn(`The speed of labelling was not measured: ${error.message}`);
      this.measured.delete(key);
      return null;
    });
    this.measured.set(key, { at: performance.now(), perSecond });
    return perSecond;
  }

  private async measure(workspaceId: number, version: LabelVersion): Promise<number | null> {
    const newest = await this.comments.newest(workspaceId, READ);
    const texts = newest
      .filter(({ text, language }) => !decideByRule(text, language))
      .map(({ text }) => textForModel(text));
    const [first] = texts;
    if (first === undefined) return null;
    const model = this.model.inForce('label');
    // A number of its own each time: what is remembered must not answer for the model.
    const asker = { ...version, version: -++this.probes };
    await askLabels(model, asker, { texts: [`${first} `], priority: 'interactive' });
    const begun = performance.now();
    await askLabels(model, asker, { texts, priority: 'interactive' });
    const seconds = (performance.now() - begun) / 1_000;
    // Comments that are settled by a rule take no time of the model.
    return seconds > 0 ? (newest.length / seconds) * STORED_SHARE : null;
  }
}
