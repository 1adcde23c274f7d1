import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Beat } from '@moodline/shared/work';
import { DocumentRepository } from './document.repository';

const LOOK_MS = 20_000;

/** Takes documents away ten minutes after they were removed, in processes that are workers. */
@Injectable()
export class DocumentRemovalJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly beat: Beat;

  constructor(
    documents: DocumentRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.beat = new Beat(() => documents.removeLeaving(), { name: 'Removing documents', everyMs: LOOK_MS });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.beat.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.beat.stop();
  }
}
