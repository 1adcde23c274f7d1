import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { type Actor, Answers, AnswersNothing, CurrentActor, RequirePermission } from '@moodline/shared/http';
import { demoSizeSchema, type DemoSize } from '@moodline/sources/contract';
import { SourceRemoval } from '../sources/source-removal';
import { DemoMonitors } from './demo-monitors';
import { DemoSeeder } from './demo-seeder';

@Controller('demo')
export class DemoController {
  constructor(
    private readonly removal: SourceRemoval,
    private readonly seeder: DemoSeeder,
    private readonly monitors: DemoMonitors,
  ) {}

  /** How much goes with the demo. */
  @Get()
  @Answers(demoSizeSchema)
  @RequirePermission('workspace.write')
  size(@CurrentActor() actor: Actor): Promise<DemoSize> {
    return this.seeder.size(actor.workspaceId);
  }

  /** Brings the demo back, as new; nothing happens where it is. */
  @Post()
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('workspace.write')
  restore(@CurrentActor() actor: Actor): Promise<void> {
    return this.seeder.restore(actor.workspaceId);
  }

  /** Removes everything that belongs to the demo, and those of its monitors that nobody changed. */
  @Delete()
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('workspace.write')
  async remove(@CurrentActor() actor: Actor): Promise<void> {
    await this.removal.removeDemo(actor.workspaceId);
    await this.monitors.remove(actor.workspaceId);
  }
}
