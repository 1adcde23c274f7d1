import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { MonitorPreview, MonitorPreviewQuery as Asked, MonitorRules, TextSpan } from '@moodline/comments/contract';
import { CommentRepository } from '../comment.repository';
import { resolvePeriod } from '../period';
import { MonitorMatcher } from './monitor-matcher';
import { MonitorPreviewQuery } from './monitor-preview.query';
import { PreviewCancelledError } from './monitor.errors';
import type { StoredText } from './stored-text.query';

/** Up to so many comments are all looked at; of more, a sample. */
const LOOKED_AT_WHOLE = 100_000;
export const SAMPLE = 20_000;
const EXAMPLES = 10;
/** Comments matched before other requests get their turn. */
const BREATH = 2000;

/** Tells what rules would take, while they are being written. */
@Injectable()
export class MonitorPreviewer {
  constructor(
    private readonly query: MonitorPreviewQuery,
    private readonly comments: CommentRepository,
  ) {}

  /**
   * @param most so many comments are all looked at
   * @throws PreviewCancelledError when nobody waits any more
   */
  async preview(
    workspaceId: number,
    { rules, from, to }: Asked,
    { signal, most = LOOKED_AT_WHOLE }: { signal: AbortSignal; most?: number },
  ): Promise<MonitorPreview> {
    const period = resolvePeriod({ from, to }, await this.comments.timeZone(workspaceId));
    const total = await this.query.count(workspaceId, period);
    const look = new Look(rules);
    const whole = total <= most;
    if (whole) for await (const page of this.query.all(workspaceId, period)) await look.at(page, signal);
    else await look.at(await this.query.sample(workspaceId, { size: Math.min(SAMPLE, most), total, period }), signal);
    const count = whole ? look.found : estimate(look.found, look.seen, total);
    return {
      count,
      sampled: whole ? total : look.seen,
      total,
      examples: await this.examples(workspaceId, look.examples),
    };
  }

  private async examples(
    workspaceId: number,
    found: ReadonlyMap<number, readonly TextSpan[]>,
  ): Promise<MonitorPreview['examples']> {
    const comments = await this.comments.byIds(workspaceId, [...found.keys()]);
    return comments
      .map(({ id, text, language, publishedAt, source }) => ({
        id,
        text,
        language,
        publishedAt,
        source: source.name,
        spans: [...(found.get(id) ?? [])],
      }))
      .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  }
}

/** Counts what a matcher takes and keeps the first of it. */
class Look {
  private readonly matcher: MonitorMatcher;
  readonly examples = new Map<number, readonly TextSpan[]>();
  seen = 0;
  found = 0;

  constructor(rules: MonitorRules) {
    this.matcher = new MonitorMatcher([{ id: 0, rules }]);
  }

  async at(comments: readonly StoredText[], signal: AbortSignal): Promise<void> {
    for (const comment of comments) {
      if (this.seen++ % BREATH === 0) {
        await turn();
        if (signal.aborted) throw new PreviewCancelledError();
      }
      const [match] = this.matcher.match(comment);
      if (!match) continue;
      this.found += 1;
      if (this.examples.size < EXAMPLES) this.examples.set(comment.id, match.spans);
    }
  }
}

/** A share of the sample as a number of all, in two digits: more would not be known. */
function estimate(found: number, seen: number, total: number): number {
  if (!found || !seen) return 0;
  return Number(((found / seen) * total).toPrecision(found < 100 ? 2 : 3));
}
