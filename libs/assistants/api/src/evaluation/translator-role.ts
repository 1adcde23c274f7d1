import { isTranslation, TRANSLATED_INTO, TRANSLATION_FLAWS, translationFlaws } from '@moodline/assistants/contract';
import type { LanguageModel } from '@moodline/language-model/api';
import { LABEL_ROLE } from '@moodline/sentiment/api';
import { TRANSLATOR_ROLE } from '../prompts/translator';
import { readInputs } from './role-inputs';
import { timed, type RoleInput, type WrittenRole } from './written-role';

const TOKENS = 600;
/** Texts of each language that are translated into each other one. */
const EACH = 15;

/** For each language translated into (`language` of the input): texts of the other two. */
function translatedInputs(): RoleInput[] {
  const texts = readInputs('inputs.tsv');
  return TRANSLATED_INTO.flatMap((into) =>
    TRANSLATED_INTO.filter((from) => from !== into).flatMap((from) =>
      texts
        .filter(({ language }) => language === from)
        .slice(0, EACH)
        .map((input) => ({ ...input, language: into })),
    ),
  );
}

/**
 * The translator. Beside what the product checks, the mood of a translation is compared with that of the text (`mood`), as the head of the model reads it: a translation
 * that says the opposite is found by it, one that says something else in the same mood is not. The rate is therefore more than is right.
 */
export const TRANSLATOR: WrittenRole = {
  name: 'translator',
  rules: [...TRANSLATION_FLAWS, 'mood'],
  inputs: translatedInputs(),
  async answer(model, input) {
    const role = TRANSLATOR_ROLE[input.language];
    const { raw, cut, ...times } = await timed(model, { role, input: input.text, maxTokens: TOKENS });
    const flaws = translationFlaws(raw, { text: input.text, into: input.language, cut });
    const shown = isTranslation(flaws) ? raw : '';
    const isOther = shown !== '' && (await moodOf(model, shown)) !== input.label;
    const found = [...flaws, ...(isOther ? ['mood'] : [])];
    return { ...input, ...times, role: role.name, raw, shown, before: found, after: shown ? found : [] };
  },
};

async function moodOf(model: LanguageModel, text: string): Promise<string | undefined> {
  const head = model.heads.get('mood');
  if (!head) throw new Error('The model has no head that reads moods.');
  const [classes] = await model.classify({ role: LABEL_ROLE, heads: [head], texts: [text] });
  const chances = classes?.[0] ?? [];
  return head.options[chances.indexOf(Math.max(...chances))];
}
