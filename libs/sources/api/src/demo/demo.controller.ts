import { Controller, Delete, HttpCode } from '@nestjs/common';
import { type Actor, AnswersNothing, CurrentActor, RequirePermission } from '@moodline/shared/http';
import { SourceRemoval } from '../sources/source-removal';

@Controller('demo')
export class DemoController {
  constructor(private readonly removal: SourceRemoval) {}

  /** Removes everything that belongs to the demo. */
  @Delete()
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('workspace.write')
  remove(@CurrentActor() actor: Actor): Promise<void> {
    return this.removal.removeDemo(actor.workspaceId);
  }
}
