import { DRAFT_FLAWS, mendDraft, modelDraftFlaws } from '@moodline/assistants/contract';
import { SUPPORT_ROLE } from '../prompts/support';
import { readInputs } from './role-inputs';
import { timed, type WrittenRole } from './written-role';

const TOKENS = 120;

/** Support: its draft is mended before it is shown. */
export const SUPPORT: WrittenRole = {
  name: 'support',
  rules: DRAFT_FLAWS,
  inputs: readInputs('inputs.tsv'),
  async answer(model, input) {
    const role = SUPPORT_ROLE[input.language];
    const asked = `[${(input.label ?? 'neutral').toUpperCase()}] ${input.text}`;
    const { raw, cut, ...times } = await timed(model, { role, input: asked, maxTokens: TOKENS });
    const shown = mendDraft(raw, input, { tone: 'plain', cut }).text;
    const [before, after] = [modelDraftFlaws(raw, input, cut), modelDraftFlaws(shown, input)];
    return { ...input, ...times, role: role.name, raw, shown, before, after };
  },
};
