import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { SecretBox } from '@moodline/shared/secrets';
import { isSame, readToken, writeToken } from './link-token';

/** Addresses that lead to a report or end it. Those of mails are made by a key of this installation, so that they need not be kept. */
@Injectable()
export class ReportLinks {
  constructor(
    private readonly box: SecretBox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get publicUrl(): string {
    return this.settings.publicUrl;
  }

  /** Into the product, for who has an account. */
  product(reportId: number, issueId: number): string {
    return `${this.settings.publicUrl}/reports/${reportId}?issue=${issueId}`;
  }

  shared(workspaceId: number, secret: string): string {
    return `${this.settings.publicUrl}/api/shared-reports/${writeToken({ workspaceId, secret })}`;
  }

  /** The secret of the link that the messages about one report carry. */
  secretOf(workspaceId: number, issueId: number): string {
    return this.box.sign(`report:${workspaceId}:${issueId}`);
  }

  unsubscribe(workspaceId: number, recipientId: number): string {
    const secret = `${recipientId}_${this.signature(workspaceId, recipientId)}`;
    return `${this.settings.publicUrl}/api/unsubscribe/${writeToken({ workspaceId, secret })}`;
  }

  /** @returns whom the address of {@link unsubscribe} is about; null for one that was not made here */
  unsubscribing(token: string): { readonly workspaceId: number; readonly recipientId: number } | null {
    const read = readToken(token);
    const [, id, signature] = /^([1-9]\d{0,8})_(.+)$/.exec(read?.secret ?? '') ?? [];
    if (!read || !id || !signature) return null;
    const { workspaceId } = read;
    const recipientId = Number(id);
    return isSame(signature, this.signature(workspaceId, recipientId)) ? { workspaceId, recipientId } : null;
  }

  private signature(workspaceId: number, recipientId: number): string {
    return this.box.sign(`unsubscribe:${workspaceId}:${recipientId}`);
  }
}
