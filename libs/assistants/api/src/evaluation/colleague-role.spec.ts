import { noteFlaws, writtenFromNotes } from '@moodline/assistants/contract';
import { NOTES } from './colleague-role';

describe('the mail that code makes of notes', () => {
  it('has nothing that the check finds wrong with one of the model, for all notes of the evaluation', () => {
    const wrong = NOTES.flatMap(({ text, language }) => {
      const mail = writtenFromNotes('mail', text, { language, tone: 'plain' });
      const flaws = noteFlaws(mail, text, { language, cut: false }).filter((flaw) => flaw !== 'echo');
      return flaws.length ? [[text, mail, flaws.join()]] : [];
    });
    expect(wrong).toEqual([]);
  });
});
