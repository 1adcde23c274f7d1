import {
  ADVICE_FLAWS,
  adviceByRules,
  checkedPieces,
  chosenAdvice,
  isIn,
  isQuoted,
  LEAST_ADVICE,
  MOST_ADVICE,
  type Advice,
} from '@moodline/assistants/contract';
import { ESSAY_COACH_ROLE } from '../prompts/essay-coach';
import { readInputs } from './role-inputs';
import { timed, type WrittenRole } from './written-role';

const TOKENS = 140;

/** The essay coach on single paragraphs: what the model wrote, and the advice by rules that is shown instead of it. */
export const ESSAY_COACH: WrittenRole = {
  name: 'essay-coach',
  rules: ['pieces', ...ADVICE_FLAWS],
  inputs: readInputs('essays.tsv'),
  async answer(model, input) {
    const { text, language } = input;
    const role = ESSAY_COACH_ROLE[language];
    const { raw, cut, ...times } = await timed(model, { role, input: text, maxTokens: TOKENS });
    const pieces = checkedPieces(raw, { text, paragraph: 0, language, cut });
    const paragraphs = [{ text, label: null, unsure: false, probabilities: null }];
    const shown = chosenAdvice(adviceByRules(paragraphs, language), []);
    const before = pieces.flatMap(({ flaw }) => flaw ?? []);
    const after = shown.flatMap((one) => [
      ...(isQuoted(one, paragraphs) ? [] : ['quote']),
      ...(isIn(language, one.text.replaceAll(one.quote, ' ')) ? [] : ['language']),
    ]);
    return {
      ...{ ...input, ...times, role: role.name, raw },
      shown: shown.map(({ text: said, rule }) => `${rule ? `[${rule}] ` : ''}${said}`).join(' ¶ '),
      before: [...new Set([...wrongNumber(pieces), ...before])],
      after: [...new Set([...wrongNumber(shown), ...after])],
    };
  },
};

const wrongNumber = (pieces: readonly (Advice | object)[]) =>
  pieces.length < LEAST_ADVICE || pieces.length > MOST_ADVICE ? ['pieces'] : [];
