import { Injectable } from '@nestjs/common';
import { LanguageModel, RolePrompts, type RolePrompt, type RoleSeed } from '@moodline/language-model/api';
import type { RoleAnswer, RoleRan, RoleRun } from '@moodline/sentiment/contract';
import { NotFoundError } from '@moodline/shared/http';
import { RoleRepository } from './role.repository';

/** Longest text that a run writes. */
const TOKENS = 220;

/** What is chosen for each text: the likeliest option with its probability, or null where the model gave no usable number. */
type Chosen = readonly ({ readonly option: string; readonly probability: number } | null)[];

/** Runs a role on texts for a program of somebody's own. Nothing is stored. */
@Injectable()
export class RoleRunner {
  constructor(
    private readonly model: LanguageModel,
    private readonly prompts: RolePrompts,
    private readonly roles: RoleRepository,
  ) {}

  /** @throws NotFoundError, ModelUnavailableError, InputTooLongError */
  async run(workspaceId: number, name: string, run: RoleRun, signal: AbortSignal): Promise<RoleRan> {
    const seed = await this.prompts.seedIn(workspaceId, name);
    if (!seed) throw new NotFoundError('role', name);
    const start = performance.now();
    const role = await this.prompt(workspaceId, seed, run.version);
    const options = run.choices ?? (run.schema ? undefined : seed.about.options);
    const model = this.model.inForce(run.schema || options ? 'label' : 'write');
    const answers = run.schema
      ? await objects(model, role, run, signal)
      : options
        ? (await choose(model, role, { texts: run.texts, options, signal })).map(choice)
        : await write(model, role, run.texts, signal);
    const milliseconds = Math.round(performance.now() - start);
    return { role: name, version: role.version, model: model.status().model, answers, milliseconds };
  }

  private async prompt(workspaceId: number, seed: RoleSeed, version?: number): Promise<RolePrompt> {
    if (version === undefined) return this.prompts.active(workspaceId, seed);
    const role = await this.roles.version(workspaceId, seed, version);
    if (!role) throw new NotFoundError('version', version);
    return role;
  }
}

const choice = (chosen: Chosen[number]): RoleAnswer => ({
  choice: chosen?.option ?? null,
  probability: chosen?.probability ?? null,
});

async function choose(
  model: LanguageModel,
  role: RolePrompt,
  asked: { readonly texts: readonly string[]; readonly options: readonly string[]; readonly signal: AbortSignal },
): Promise<Chosen> {
  const chances = await model.choose({ role, ...asked, priority: 'interactive' });
  return chances.map((row) => {
    if (!row) return null;
    const probability = Math.max(...row);
    return { option: asked.options[row.indexOf(probability)] ?? '', probability };
  });
}

/** One question a property: the text, and behind it what the property is. */
async function objects(
  model: LanguageModel,
  role: RolePrompt,
  { texts, schema }: RoleRun,
  signal: AbortSignal,
): Promise<RoleAnswer[]> {
  const made = texts.map(() => ({
    object: {} as NonNullable<RoleAnswer['object']>,
    probabilities: {} as NonNullable<RoleAnswer['probabilities']>,
  }));
  for (const [name, property] of Object.entries(schema?.properties ?? {})) {
    const isBoolean = 'type' in property;
    const options = isBoolean ? ['yes', 'no'] : property.enum;
    const question = property.description ?? name;
    const asked = texts.map((text) => `${text}\n\n${question} (${options.join(' / ')})`);
    const chosen = await choose(model, role, { texts: asked, options, signal });
    for (const [place, { object, probabilities }] of made.entries()) {
      const one = chosen[place] ?? null;
      object[name] = one && (isBoolean ? one.option === 'yes' : one.option);
      probabilities[name] = one?.probability ?? null;
    }
  }
  return made;
}

async function write(
  model: LanguageModel,
  role: RolePrompt,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<RoleAnswer[]> {
  const answers: RoleAnswer[] = [];
  for (const input of texts) {
    signal.throwIfAborted();
    const { text, finish } = await model.write({ role, input, maxTokens: TOKENS, priority: 'interactive', signal });
    answers.push({ text: text.trim(), finish });
  }
  return answers;
}
