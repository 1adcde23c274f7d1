import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { WorkLoop } from '@moodline/shared/work';
import { InboxImporter } from './inbox-importer';

/** Looks into the inbox, in processes that are workers. */
@Injectable()
export class InboxJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;

  constructor(
    inbox: InboxImporter,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop(
      async (signal) => {
        // Each time: another worker may have been killed while it worked on a file.
        await inbox.folder.prepare();
        await inbox.round(signal);
        return false;
      },
      { name: `Looking into the inbox ${inbox.folder.path}`, idleMs: 15_000, retryMs: 15_000 },
    );
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
  }

  /** While the database is still there. */
  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }
}
