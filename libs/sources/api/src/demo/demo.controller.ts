import { Controller, Delete, HttpCode } from '@nestjs/common';
import { CurrentActor, RequirePermission, type Actor } from '@moodline/shared/http';
import { SourceDesk } from '../source-desk';

@Controller('demo')
export class DemoController {
  constructor(private readonly desk: SourceDesk) {}

  /** Removes everything that belongs to the demo. */
  @Delete()
  @HttpCode(204)
  @RequirePermission('workspace.write')
  remove(@CurrentActor() actor: Actor): Promise<void> {
    return this.desk.removeDemo(actor.workspaceId);
  }
}
