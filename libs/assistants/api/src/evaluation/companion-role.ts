import { namedProblem, names, REPLY_FLAWS, replyFlaws, sentencesOf } from '@moodline/assistants/contract';
import { COMPANION_ROLE } from '../prompts/companion';
import { readInputs } from './role-inputs';
import { timed, type WrittenRole } from './written-role';

const TOKENS = 120;
const MOST_SENTENCES = 3;

/** The companion: its reply is shown as it was written, with its flaws said beside it. */
export const COMPANION: WrittenRole = {
  name: 'companion',
  rules: [...REPLY_FLAWS, 'problem', 'long'],
  inputs: readInputs('inputs.tsv'),
  async answer(model, input) {
    const role = COMPANION_ROLE[input.language];
    const asked = `[${input.label.toUpperCase()}] ${input.text}`;
    const { raw, cut, ...times } = await timed(model, { role, input: asked, maxTokens: TOKENS });
    const flaws = [
      ...replyFlaws(raw, { ...input, cut }),
      ...(names(raw, namedProblem(input.text, input.language)) ? [] : ['problem']),
      ...(sentencesOf(raw).length > MOST_SENTENCES ? ['long'] : []),
    ];
    return { ...input, ...times, role: role.name, raw, shown: raw, before: flaws, after: flaws };
  },
};
