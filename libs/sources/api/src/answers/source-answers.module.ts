import { Module } from '@nestjs/common';
import { CommentsModule } from '@moodline/comments/api';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { SecretsModule } from '@moodline/shared/secrets';
import { ConnectorRegistry } from '../connectors/connector-registry';
import { HttpLine } from '../connectors/http/http-line';
import { SourceAccess } from '../sources/source-access';
import { SourceRepository } from '../sources/sources.repository';
import { AnswerSourcesQuery } from './answer-sources.query';
import { SourceAnswers } from './source-answers';

/** The way to the sites, for those who answer there and for those who read there: one line for both, so that both keep to its pace. */
@Module({
  imports: [CommentsModule, SecretsModule],
  providers: [
    ...[SourceRepository, ConnectorRegistry, SourceAccess, AnswerSourcesQuery, SourceAnswers],
    { provide: HttpLine, useFactory: (settings: Settings) => HttpLine.of(settings), inject: [SETTINGS] },
  ],
  exports: [SourceRepository, ConnectorRegistry, SourceAccess, SourceAnswers, HttpLine],
})
export class SourceAnswersModule {}
