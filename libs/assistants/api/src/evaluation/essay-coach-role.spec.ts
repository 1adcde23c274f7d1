import { adviceByRules, chosenAdvice, isQuoted } from '@moodline/assistants/contract';
import { ESSAY_COACH } from './essay-coach-role';

describe('advice by rules on the paragraphs of the evaluation', () => {
  it.each(ESSAY_COACH.inputs.map(({ language, text }) => [language, text] as const))(
    'in %s is two or three pieces, each quoting what stands there: %s',
    (language, text) => {
      const paragraphs = [{ text, label: null, unsure: false, probabilities: null }];
      const advice = chosenAdvice(adviceByRules(paragraphs, language), []);
      expect([2, 3]).toContain(advice.length);
      for (const one of advice) {
        expect(isQuoted(one, paragraphs)).toBe(true);
        expect(one.text).toContain(one.quote);
      }
    },
  );
});
