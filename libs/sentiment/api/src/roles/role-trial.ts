import { Injectable } from '@nestjs/common';
import { LanguageModel, RolePrompts, type RolePrompt, type RoleSeed } from '@moodline/language-model/api';
import { maskPersonalData } from '@moodline/comments/api';
import type { RoleTrial, TrialAnswer } from '@moodline/sentiment/contract';
import { COMMENT_KINDS, EMOTIONS } from '@moodline/comments/contract';
import { NotFoundError } from '@moodline/shared/http';
import { askLabels, type LabelAsker } from '../ask-labels';
import { textForModel } from '../label-decision';
import { LABEL_OPTIONS, LABEL_ROLE } from '../prompts/label';
import { checkedPrompt } from './role-editor';
import { RoleRepository } from './role.repository';

/** Longest text that a trial writes. */
const TOKENS = 220;
/** Of a prompt that is not saved: no stored version has it. */
const UNSAVED = 0;

/** Who waits for a trial. */
export interface TrialListener {
  readonly signal: AbortSignal;
  readonly onPiece: (text: string) => void;
}

/** Runs a role on one text, before anything is decided. Nothing is stored. */
@Injectable()
export class RoleTrialRunner {
  constructor(
    private readonly model: LanguageModel,
    private readonly prompts: RolePrompts,
    private readonly roles: RoleRepository,
  ) {}

  /** @throws NotFoundError, EmptyPromptError, LongPromptError, ModelUnavailableError */
  async run(workspaceId: number, name: string, trial: RoleTrial, listener: TrialListener): Promise<TrialAnswer> {
    const seed = await this.prompts.seedIn(workspaceId, name);
    if (!seed) throw new NotFoundError('role', name);
    const role = await this.prompt(workspaceId, seed, trial);
    const start = performance.now();
    const answer =
      seed.name === LABEL_ROLE.name
        ? await this.label(role, trial.text, listener)
        : seed.about.task === 'choose'
          ? await this.choose(role, seed, trial.text, listener)
          : await this.write(role, trial.text, listener);
    return { ...answer, milliseconds: Math.round(performance.now() - start) };
  }

  private async prompt(workspaceId: number, seed: RoleSeed, { version, system }: RoleTrial): Promise<LabelAsker> {
    if (system !== undefined) return { name: seed.name, version: UNSAVED, system: checkedPrompt(system) };
    const role = version === undefined ? null : await this.roles.version(workspaceId, seed, version);
    if (!role) throw new NotFoundError('version', version ?? '');
    return role;
  }

  /** As a comment is read, by a prompt or by heads. */
  private async label(role: LabelAsker, text: string, { signal }: TrialListener) {
    const texts = [textForModel(maskPersonalData(text))];
    const [answer] = await askLabels(this.model.inForce('label'), role, { texts, priority: 'interactive', signal });
    if (!answer) return { kind: 'choice' as const, chances: null, also: [] };
    const { mood, emotion, kind } = answer;
    const also = [
      ...(emotion ? [{ head: 'emotion' as const, chances: ranked(EMOTIONS, emotion) }] : []),
      ...(kind ? [{ head: 'kind' as const, chances: ranked(COMMENT_KINDS, kind) }] : []),
    ];
    return { kind: 'choice' as const, chances: ranked(LABEL_OPTIONS, mood), also };
  }

  private async choose(
    role: RolePrompt,
    { about: { options = [] } }: RoleSeed,
    text: string,
    { signal }: TrialListener,
  ) {
    const [chances] = await this.model.choose({
      role,
      texts: [text],
      options,
      priority: 'interactive',
      signal,
    });
    return { kind: 'choice' as const, chances: chances ? ranked(options, chances) : null, also: [] };
  }

  private async write(role: RolePrompt, input: string, { signal, onPiece }: TrialListener) {
    const { text, finish } = await this.model.write({
      role,
      input,
      maxTokens: TOKENS,
      priority: 'interactive',
      signal,
      onToken: onPiece,
    });
    return { kind: 'text', text, finish } as const;
  }
}

/** Options with their probabilities, the likeliest first. */
const ranked = (options: readonly string[], chances: readonly number[]) =>
  options
    .map((option, index) => ({ option, probability: chances[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
