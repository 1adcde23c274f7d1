import { Controller, Get } from '@nestjs/common';
import { type FilterChoices, filterChoicesSchema } from '@moodline/comments/contract';
import { type Actor, Answers, CurrentActor, RequirePermission } from '@moodline/shared/http';
import { FilterChoicesQuery } from './filter-choices.query';

@Controller('filter-choices')
export class FilterChoicesController {
  constructor(private readonly choices: FilterChoicesQuery) {}

  @Get()
  @Answers(filterChoicesSchema)
  @RequirePermission('comments.read')
  read(@CurrentActor() actor: Actor): Promise<FilterChoices> {
    return this.choices.read(actor.workspaceId);
  }
}
