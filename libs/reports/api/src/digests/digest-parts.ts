import { Injectable } from '@nestjs/common';
import type { Report, ReportSection, ReportSnapshot } from '@moodline/reports/contract';
import { REPORT_WORDS } from '../document/words-of';
import { PARTS_OF } from './digest-plan';
import { DigestsQuery } from '../queries/digests.query';

/** What a summary of a week or month takes over from those of its days or weeks. */
@Injectable()
export class DigestParts {
  constructor(private readonly digests: DigestsQuery) {}

  /** A section with the first sentence of each part; null where there is nothing below, or nothing of it was written. */
  async section(
    workspaceId: number,
    { digest, scope, language }: Report,
    snapshot: ReportSnapshot,
  ): Promise<ReportSection | null> {
    const kind = digest && PARTS_OF[digest];
    if (!kind) return null;
    const { from, to } = snapshot.period;
    const parts = await this.digests.parts(workspaceId, { kind, monitor: scope.monitor, from, to });
    if (!parts.length) return null;
    const lines = parts.map((part) => `${dayOf(part.from, language)}: ${part.text}`);
    return { kind: 'own', title: REPORT_WORDS[language].parts[kind], text: lines.join('\n\n').slice(0, 4000) };
  }
}

const LOCALES = { zh: 'zh-CN', en: 'en-GB', ja: 'ja-JP' } as const;

const dayOf = (day: string, language: Report['language']) =>
  new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'long',
  }).format(Date.parse(day));
