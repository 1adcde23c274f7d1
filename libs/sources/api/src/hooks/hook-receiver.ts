import { randomBytes } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { DomainError } from '@moodline/shared/http';
import type { HookResult, HookSecret } from '@moodline/sources/contract';
import { HOOK_KIND, type WebhookConfig, type WebhookSecrets } from '../connectors/webhook/webhook.connector';
import type { OpenRun } from '../runs/open-run';
import { RunProgressReports } from '../runs/run-progress';
import { RunRepository } from '../runs/runs.repository';
import { SourceAccess } from '../sources/source-access';
import { SourceRepository } from '../sources/sources.repository';
import { readDelivery, type HookDelivery } from './hook-delivery';
import { assertSigned, type HookHeaders } from './hook-signature';
import { HookRepository } from './hook.repository';
import { SeenDeliveries } from './seen-deliveries';
import { NotAHookError, UnknownHookError } from './hooks.errors';

/** A delivery as it arrives. */
export interface SentDelivery extends HookHeaders {
  readonly body: Buffer;
  readonly key: string | null;
}

/** Takes in what other programs send, each delivery as a run of its source. */
@Injectable()
export class HookReceiver {
  private readonly logger = new Logger(HookReceiver.name);

  constructor(
    private readonly hooks: HookRepository,
    private readonly sources: SourceRepository,
    private readonly access: SourceAccess,
    private readonly runs: RunRepository,
    private readonly reports: RunProgressReports,
    private readonly seen: SeenDeliveries,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws UnknownHookError, HookSignatureError, HookBodyError, HookTooLargeError */
  async receive(sourceId: number, { body, key, ...headers }: SentDelivery, now = new Date()): Promise<HookResult> {
    const source = await this.hooks.find(sourceId);
    const open = source && (await this.access.open(source, new AbortController().signal));
    const secret = (open?.context.secrets as WebhookSecrets | undefined)?.signing;
    if (!source || !open || !secret) throw new UnknownHookError();
    assertSigned(secret, body, { ...headers, key }, now);
    const { timeZone, countUndated } = open.config as WebhookConfig;
    const delivery = readDelivery(body, { key, now, timeZone: timeZone || open.context.timeZone, countUndated });
    return this.seen.once(source.id, headers.signature ?? '', async () => {
      const run = await this.runs.open(source.workspaceId, { sourceId: source.id, trigger: 'hook' });
      return this.store(run, delivery);
    });
  }

  /** Makes a new secret; the former one counts no more. */
  async renewSecret(workspaceId: number, sourceId: number): Promise<HookSecret> {
    const source = await this.sources.find(workspaceId, sourceId);
    if (source.kind !== HOOK_KIND) throw new NotAHookError();
    const secret = `whsec_${randomBytes(32).toString('base64url')}`;
    await this.sources.update(workspaceId, sourceId, { secrets: this.access.seal(HOOK_KIND, { signing: secret }) });
    return { address: `${this.settings.publicUrl}/api/hooks/${sourceId}`, secret };
  }

  private async store(run: OpenRun, { rows, comments, rejected, deletedIds }: HookDelivery): Promise<HookResult> {
    try {
      const batch = {
        rows,
        rejected: rejected.length,
        rejectedRows: rejected,
        comments: [{ sourceId: run.sourceId, comments }],
        deletedIds,
      };
      const { imported, duplicates, updated, removed, filtered, undated } = await this.runs.store(run, {
        ...batch,
        follow: true,
      });
      this.reports.ended(run.workspaceId, await this.runs.finish(run));
      return {
        runId: run.runId,
        rows,
        imported,
        duplicates,
        updated,
        removed,
        filtered,
        undated,
        rejected: [...rejected],
      };
    } catch (error) {
      const failure =
        error instanceof DomainError
          ? { code: error.code, message: error.message }
          : {
              code: 'internal',
              message: 'Something went wrong here. The log explains it; send the delivery again, nothing is doubled.',
            };
      await this.runs
        .finish(run, { failure })
        .catch((unwritten: unknown) =>
          this.logger.warn(`The end of run ${run.runId} was not written: ${String(unwritten)}`),
        );
      throw error;
    }
  }
}
