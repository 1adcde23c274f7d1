import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOTE_FLAWS, noteFlaws } from '@moodline/assistants/contract';
import { RolePrompts } from '@moodline/language-model/api';
import { NoteDrafter } from '../colleague/note-drafter';
import { COLLEAGUE_ROLE } from '../prompts/colleague';
import type { RoleInput, Spoken, WrittenRole } from './written-role';

/** Notes of mails, 20 in each language, a line each. */
export const NOTES: readonly RoleInput[] = readFileSync(join(__dirname, 'notes.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [Spoken, string])
  .map(([language, notes]) => ({ language, label: undefined, text: notes.replaceAll(' / ', '\n') }));

const prompts = new RolePrompts();
prompts.register(...Object.values(COLLEAGUE_ROLE));

/** The colleague: the first mail that the model writes, and what people get: with the bundled weights the product makes the mail by code where few of the model's pass. */
export const COLLEAGUE: WrittenRole = {
  name: 'colleague',
  rules: NOTE_FLAWS,
  inputs: NOTES,
  async answer(model, input) {
    const { text: notes, language } = input;
    const drafter = new NoteDrafter(model, prompts);
    const start = performance.now();
    let firstWord: number | null = null;
    const onPiece = () => void (firstWord ??= performance.now() - start);
    const { signal } = new AbortController();
    const request = { kind: 'mail', notes, tone: 'plain' } as const;
    const { attempts } = await drafter.attempted(1, { ...request, most: 1 }, { signal, onPiece });
    const [first] = attempts;
    const whole = performance.now() - start;
    const shown = await drafter.draft(1, request, { signal, onPiece });
    return {
      ...{ ...input, role: COLLEAGUE_ROLE[language].name, firstWord, whole },
      ...{ raw: first?.text ?? '', shown: shown.text },
      before: first?.flaws ?? [],
      // What code puts together says the notes word for word: that is no flaw of it.
      after: noteFlaws(shown.text, notes, { language, cut: false }).filter(
        (flaw) => flaw !== 'echo' || shown.by === 'model',
      ),
    };
  },
};
