import {
  COMPANION_FLAWS,
  companionFlaws,
  mendReply,
  namedProblem,
  names,
  sentencesOf,
} from '@moodline/assistants/contract';
import { COMPANION_ROLE } from '../prompts/companion';
import { readInputs } from './role-inputs';
import { timed, type RoleInput, type WrittenRole } from './written-role';

const TOKENS = 120;
const MOST_SENTENCES = 3;

/** The companion: sentences with a flaw are left out of its reply before it is shown. */
export const COMPANION: WrittenRole = {
  name: 'companion',
  rules: [...COMPANION_FLAWS, 'problem', 'long'],
  inputs: readInputs('inputs.tsv'),
  async answer(model, input) {
    const role = COMPANION_ROLE[input.language];
    const asked = `[${(input.label ?? 'neutral').toUpperCase()}] ${input.text}`;
    const { raw, cut, ...times } = await timed(model, { role, input: asked, maxTokens: TOKENS });
    return { ...input, ...times, role: role.name, raw, ...judge(input, raw, cut) };
  },
  judge,
};

function judge(input: RoleInput, raw: string, cut: boolean) {
  const shown = mendReply(raw, { ...input, cut }, true);
  return { shown, before: flawsOf(raw, input, cut), after: flawsOf(shown, input, false) };
}

const flawsOf = (reply: string, input: RoleInput, cut: boolean): string[] => [
  ...companionFlaws(reply, { ...input, cut }),
  ...(input.label === 'neutral' || names(reply, namedProblem(input.text, input.language)) ? [] : ['problem']),
  ...(sentencesOf(reply).length > MOST_SENTENCES ? ['long'] : []),
];
