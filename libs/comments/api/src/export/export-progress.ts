import { Injectable } from '@nestjs/common';
import type { ExportProgress } from '@moodline/comments/contract';

/** Exports that are remembered after their end. */
const REMEMBERED = 200;

/** Tells those who wait for a download how many comments are written. Kept in memory: a download ends with its process. */
@Injectable()
export class ExportProgressBoard {
  private readonly exports = new Map<string, ExportProgress>();

  of(workspaceId: number, ticket: string): ExportProgress {
    return this.exports.get(key(workspaceId, ticket)) ?? { written: 0, state: 'waiting' };
  }

  set(workspaceId: number, ticket: string | undefined, progress: ExportProgress): void {
    if (!ticket) return;
    const name = key(workspaceId, ticket);
    this.exports.delete(name);
    this.exports.set(name, progress);
    for (const oldest of this.exports.keys()) {
      if (this.exports.size <= REMEMBERED) break;
      this.exports.delete(oldest);
    }
  }
}

const key = (workspaceId: number, ticket: string) => `${workspaceId}/${ticket}`;
