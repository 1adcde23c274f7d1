/**
 * Mails that the bundled model makes of 60 written notes, what a program finds wrong with them, and what is shown: `npm run eval -- notes`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { noteFlaws, type NoteDraft } from '@moodline/assistants/contract';
import { RolePrompts, startBundledModel } from '@moodline/language-model/api';
import { NoteDrafter } from '../colleague/note-drafter';
import { COLLEAGUE_ROLE } from '../prompts/colleague';
import { NOTES } from './colleague-role';

const ROOT = join(__dirname, '../../../../..');
const LEFT_IN = join(ROOT, 'tmp');

describe('mails from notes', () => {
  const model = startBundledModel(ROOT);
  const made: {
    readonly notes: string;
    readonly language: 'zh' | 'en' | 'ja';
    readonly draft: NoteDraft;
    first: number;
  }[] = [];

  beforeAll(async () => {
    const prompts = new RolePrompts();
    prompts.register(...Object.values(COLLEAGUE_ROLE));
    const drafter = new NoteDrafter(model, prompts);
    const { signal } = new AbortController();
    const start = performance.now();
    for (const { language, text: notes } of NOTES) {
      const asked = performance.now();
      let first = 0;
      const onPiece = () => void (first ||= performance.now() - asked);
      const draft = await drafter.attempted(1, { notes, tone: 'plain' }, { signal, onPiece });
      made.push({ notes, language, draft, first });
    }
    const seconds = ((performance.now() - start) / 1000 / NOTES.length).toFixed(1);
    const flaws = made.flatMap(({ draft }) => draft.attempts[0]?.flaws ?? []);
    const counts = [...new Set(flaws)].map((flaw) => `${flaw} ${flaws.filter((one) => one === flaw).length}`);
    const of = (language: string) => made.filter((one) => one.language === language);
    const passed = (language: string, attempt: number) =>
      of(language).filter(({ draft }) => draft.attempts.slice(0, attempt).some((one) => !one.flaws.length)).length;
    for (const language of ['zh', 'en', 'ja'])
      process.stdout.write(
        `\n${language}: ${passed(language, 1)} of ${of(language).length} mails of the model pass at first, ${passed(language, 2)} after a second attempt`,
      );
    process.stdout.write(
      `\nwrong with the first attempts: ${counts.join(', ')}\n${seconds} s a mail, load ${loadavg().join(' ')}\n`,
    );
    mkdirSync(LEFT_IN, { recursive: true });
    writeFileSync(join(LEFT_IN, 'notes-eval.json'), `${JSON.stringify(made, null, 2)}\n`);
  }, 1_200_000);
  afterAll(() => model.close());

  it('are made of 60 notes, 20 in each language', () => {
    expect(['zh', 'en', 'ja'].map((one) => made.filter(({ language }) => language === one).length)).toEqual([
      20, 20, 20,
    ]);
  });

  it('lose nothing and invent nothing in what is shown, always', () => {
    const wrong = made.map(({ notes, language, draft }) => noteFlaws(draft.text, notes, { language, cut: false }));
    expect(wrong.flat().filter((flaw) => flaw !== 'echo')).toEqual([]);
  });
});
