import { Module, type OnModuleInit } from '@nestjs/common';
import { RolePrompts } from '@moodline/language-model/api';
import { TextLabelsModule } from '@moodline/sentiment/api';
import { COMPANION_ROLE } from './prompts/companion';
import { TryController } from './try.controller';
import { TextTrial } from './try/text-trial';

/** Roles of the model beyond analytics. Needs the language model, which its own module provides to the whole application. */
@Module({
  imports: [TextLabelsModule],
  controllers: [TryController],
  providers: [TextTrial],
})
export class AssistantsModule implements OnModuleInit {
  constructor(private readonly roles: RolePrompts) {}

  onModuleInit(): void {
    this.roles.register(...Object.values(COMPANION_ROLE));
  }
}
