import { noteFlaws } from './note-draft';
import type { NoteLanguage } from './note-facts';

const NOTES = 'to Anna Berg\nX2 sample arrived, left side rattles\nneed 20 new ones by Thursday';
const MAIL =
  'Dear Anna Berg,\n\nThe X2 sample has arrived, but its left side rattles. We need 20 new ones by Thursday.\n\nBest regards';
const flaws = (mail: string, notes = NOTES, language: NoteLanguage = 'en') =>
  noteFlaws(mail, notes, { language, cut: false });

describe('a mail made of notes', () => {
  it('has nothing wrong with it where it says what they say', () => {
    expect(flaws(MAIL)).toEqual([]);
    expect(
      flaws(
        '王经理您好，样品到了，左边有杂音，需要在周四前换20台。',
        '给王经理\n样品到了，左边有杂音\n周四前换20台',
        'zh',
      ),
    ).not.toContain('invented');
  });

  it.each([
    ['lost', MAIL.replace('20 new', 'new')],
    ['lost', MAIL.replace('Thursday', 'then')],
    ['lost', MAIL.replace('Anna Berg', 'you')],
    ['invented', MAIL.replace('20', '20 or 25')],
    ['stranger', MAIL.replace('Best regards', 'Best regards from Peter')],
    ['stranger', `${MAIL} See you on Friday.`],
    ['gap', MAIL.replace('Best regards', 'Best regards, [Your Name]')],
    ['stranger', `${MAIL} We will call tomorrow.`],
    ['money', `${MAIL} We will refund you.`],
    ['language', '王经理您好'],
    ['echo', NOTES],
    ['long', MAIL + ' It is really so.'.repeat(60)],
    ['empty', ' '],
  ])('is refused for what is wrong with it: %s', (flaw, mail) => expect(flaws(mail)).toContain(flaw));

  it('promises only what the notes promise', () => {
    const notes = 'we will refund 30 euros to Anna Berg';
    expect(flaws('Dear Anna Berg, we will refund 30 euros to you.', notes)).toEqual([]);
    expect(flaws('Dear Anna Berg, we will refund 30 euros to you tomorrow.', notes)).toContain('date');
  });
});
