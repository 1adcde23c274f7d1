import { Injectable } from '@nestjs/common';
import type { SendAnswer } from '@moodline/assistants/contract';
import { SourceAnswers } from '@moodline/sources/api';
import { SupportAnswers, type Answering } from './support-answer.repository';
import { SendingUnclearError } from './triage.errors';

/**
 * Sends an answer through the source of a comment: kept as on its way, sent once, then kept as sent. Where the source has not said whether it has it, it
 * stays on its way, and a person looks.
 */
@Injectable()
export class AnswerSending {
  constructor(
    private readonly answers: SupportAnswers,
    private readonly sources: SourceAnswers,
  ) {}

  /** @throws AlreadyAnsweredError, SendingUnclearError, AnswersNotAllowedError, SourceError where the source refuses it */
  async send(by: Answering, commentId: number, answer: SendAnswer): Promise<void> {
    await this.answers.beginSending(by, commentId, answer);
    const published = await this.sources
      .send(by.workspaceId, commentId, answer.text)
      .catch((error: unknown) => this.failed(by, commentId, error));
    await this.answers.sent(by, commentId, published);
  }

  private async failed(by: Answering, commentId: number, error: unknown): Promise<never> {
    if (this.sources.isUnclear(error)) throw new SendingUnclearError(new Date());
    await this.answers.notSent(by, commentId);
    throw error;
  }
}
