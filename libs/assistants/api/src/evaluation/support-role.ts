import { DRAFT_FLAWS, mendDraft, modelDraftFlaws, writtenDraft } from '@moodline/assistants/contract';
import { BUNDLED_MODEL } from '@moodline/language-model/api';
import { SUPPORT_ROLE } from '../prompts/support';
import { answersAlone } from '../triage/support-drafter';
import { readInputs } from './role-inputs';
import { measuredOf } from './role-rates';
import { timed, type RoleInput, type WrittenRole } from './written-role';

const TOKENS = 120;

/** Support: its draft is mended before it is shown, and people's words stand alone where the product does not ask the bundled model. */
export const SUPPORT: WrittenRole = {
  name: 'support',
  rules: DRAFT_FLAWS,
  inputs: readInputs('inputs.tsv'),
  async answer(model, input) {
    const role = SUPPORT_ROLE[input.language];
    const asked = `[${(input.label ?? 'neutral').toUpperCase()}] ${input.text}`;
    const { raw, cut, ...times } = await timed(model, { role, input: asked, maxTokens: TOKENS });
    return { ...input, ...times, role: role.name, raw, ...judge(input, raw, cut) };
  },
  judge,
};

function judge(input: RoleInput, raw: string, cut: boolean) {
  const role = SUPPORT_ROLE[input.language];
  const measured = measuredOf(role, role, BUNDLED_MODEL);
  const { text: shown } =
    measured && answersAlone(input, measured)
      ? writtenDraft(input, 'plain')
      : mendDraft(raw, input, { tone: 'plain', cut, isSmall: true });
  return { shown, before: modelDraftFlaws(raw, input, cut), after: modelDraftFlaws(shown, input) };
}
