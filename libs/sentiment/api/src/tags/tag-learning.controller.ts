import { Controller, Get, Put } from '@nestjs/common';
import {
  type ExampleQuery,
  exampleQuerySchema,
  type SuggestionQuery,
  suggestionQuerySchema,
  type TagExamples,
  tagExamplesSchema,
  type TagLearning,
  tagLearningSchema,
  type TagScope,
  type TagScopeQuery,
  tagScopeQuerySchema,
  tagScopeSchema,
  type TagSuggestions,
  tagSuggestionsSchema,
  type UseTag,
  useTagSchema,
} from '@moodline/sentiment/contract';
import {
  type Actor,
  Answers,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import { TagLearningReader } from './tag-learning-reader';
import { TagSuggestions as Suggestions } from './tag-suggestions';
import { TagScopes } from './tag-scopes';
import { TagUse } from './tag-use';

@Controller('tags')
export class TagLearningController {
  constructor(
    private readonly reader: TagLearningReader,
    private readonly suggestions: Suggestions,
    private readonly uses: TagUse,
    private readonly scopes: TagScopes,
  ) {}

  /** How far a tag has come in learning, how good it is, and where the machine puts it. */
  @Get(':id/learning')
  @Answers(tagLearningSchema)
  @RequirePermission('comments.read')
  read(@CurrentActor() { workspaceId }: Actor, @IdParam() id: number): Promise<TagLearning> {
    return this.reader.read(workspaceId, id);
  }

  /** Comments of which people said whether they have the tag. */
  @Get(':id/examples')
  @Answers(tagExamplesSchema)
  @RequirePermission('comments.read')
  examples(
    @CurrentActor() { workspaceId }: Actor,
    @IdParam() id: number,
    @ZodQuery(exampleQuerySchema) query: ExampleQuery,
  ): Promise<TagExamples> {
    return this.reader.examples(workspaceId, id, query);
  }

  /** Comments of which nobody has said whether they have the tag: the most probable ones, or those that teach most. */
  @Get(':id/suggestions')
  @Answers(tagSuggestionsSchema)
  @RequirePermission('comments.read')
  async suggest(
    @CurrentActor() { workspaceId }: Actor,
    @IdParam() id: number,
    @ZodQuery(suggestionQuerySchema) { kind }: SuggestionQuery,
  ): Promise<TagSuggestions> {
    return { items: await this.suggestions.of(workspaceId, id, kind) };
  }

  /** How many stored comments would be read to put the tag on them, and how long that takes. */
  @Get(':id/use/scope')
  @Answers(tagScopeSchema)
  @RequirePermission('labels.correct')
  scope(
    @CurrentActor() { workspaceId }: Actor,
    @ZodQuery(tagScopeQuerySchema) { days }: TagScopeQuery,
  ): Promise<TagScope> {
    return this.scopes.scope(workspaceId, days);
  }

  /** Which version gives the tag, from which probability on, and to which comments; a switch that is off takes back what it gave. */
  @Put(':id/use')
  @Answers(tagLearningSchema)
  @RequirePermission('labels.correct')
  async use(
    @CurrentActor() { workspaceId }: Actor,
    @IdParam() id: number,
    @ZodBody(useTagSchema) wanted: UseTag,
  ): Promise<TagLearning> {
    await this.uses.use(workspaceId, id, wanted);
    return this.reader.read(workspaceId, id);
  }
}
