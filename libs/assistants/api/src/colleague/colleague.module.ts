import { Module, type OnModuleInit } from '@nestjs/common';
import { RolePrompts } from '@moodline/language-model/api';
import { withRates } from '../evaluation/role-rates';
import { COLLEAGUE_ROLE } from '../prompts/colleague';
import { ColleagueController } from './colleague.controller';
import { NoteDrafter } from './note-drafter';

/** What is made of notes. Needs the language model, which its own module provides to the whole application. */
@Module({ controllers: [ColleagueController], providers: [NoteDrafter] })
export class ColleagueModule implements OnModuleInit {
  constructor(private readonly roles: RolePrompts) {}

  onModuleInit(): void {
    this.roles.register(...withRates(Object.values(COLLEAGUE_ROLE), 'weak'));
  }
}
