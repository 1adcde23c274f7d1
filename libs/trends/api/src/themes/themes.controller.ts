import { Controller, Get, Patch } from '@nestjs/common';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import {
  type ThemeChange,
  themeChangeSchema,
  type ThemeDetail,
  themeDetailSchema,
  type ThemeList,
  themeListSchema,
  type ThemesQuery,
  themesQuerySchema,
} from '@moodline/trends/contract';
import { ThemePages } from './theme-pages';

@Controller('themes')
export class ThemesController {
  constructor(private readonly pages: ThemePages) {}

  /** What the comments of a filter are about. */
  @Get()
  @Answers(themeListSchema)
  @RequirePermission('trends.read')
  list(@CurrentActor() actor: Actor, @ZodQuery(themesQuerySchema) query: ThemesQuery): Promise<ThemeList> {
    return this.pages.list(actor.workspaceId, query);
  }

  /** One theme with its line, its claims and where it is talked about; of one that was merged, the one that it went into. */
  @Get(':id')
  @Answers(themeDetailSchema)
  @RequirePermission('trends.read')
  one(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodQuery(themesQuerySchema) query: ThemesQuery,
  ): Promise<ThemeDetail> {
    return this.pages.detail(actor.workspaceId, id, query);
  }

  /** Renames, hides, merges, or takes that back. */
  @Patch(':id')
  @AnswersNothing()
  @RequirePermission('monitors.write')
  change(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(themeChangeSchema) change: ThemeChange,
  ): Promise<void> {
    return this.pages.change(actor.workspaceId, id, change);
  }
}
