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

/** The colleague: a mail of the model is shown where a program finds nothing wrong with it, at the second attempt at the latest; else code makes it. */
export const COLLEAGUE: WrittenRole = {
  name: 'colleague',
  rules: NOTE_FLAWS,
  inputs: NOTES,
  async answer(model, input) {
    const { text: notes, language } = input;
    const start = performance.now();
    let firstWord: number | null = null;
    const draft = await new NoteDrafter(model, prompts).attempted(
      1,
      { notes, tone: 'plain' },
      { signal: new AbortController().signal, onPiece: () => (firstWord ??= performance.now() - start) },
    );
    const [first] = draft.attempts;
    return {
      ...{ ...input, role: COLLEAGUE_ROLE[language].name, firstWord, whole: performance.now() - start },
      ...{ raw: first?.text ?? '', shown: draft.text },
      before: first?.flaws ?? [],
      // What code puts together says the notes word for word: that is no flaw of it.
      after: noteFlaws(draft.text, notes, { language, cut: false }).filter(
        (flaw) => flaw !== 'echo' || draft.by === 'model',
      ),
    };
  },
};
