import { Controller, Get } from '@nestjs/common';
import type { FilterChoices } from '@moodline/comments/contract';
import { CurrentActor, RequirePermission, type Actor } from '@moodline/shared/http';
import { FilterChoicesQuery } from './filter-choices.query';

@Controller('filter-choices')
export class FilterChoicesController {
  constructor(private readonly choices: FilterChoicesQuery) {}

  @Get()
  @RequirePermission('comments.read')
  read(@CurrentActor() actor: Actor): Promise<FilterChoices> {
    return this.choices.read(actor.workspaceId);
  }
}
