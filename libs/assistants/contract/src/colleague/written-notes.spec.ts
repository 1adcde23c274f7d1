import { TONES } from '../written-answer';
import { noteFlaws } from './note-draft';
import type { NoteLanguage } from './note-facts';
import { noteLines, writtenFromNotes } from './written-notes';

const MAILS: readonly [NoteLanguage, string, RegExp][] = [
  [
    'en',
    'to Anna Berg\n- the X2 sample arrived\n- left side rattles\n- need 20 by Thursday',
    /Anna Berg,\n\n[^\n]+:\n- The X2 sample arrived\.\n- Left side/,
  ],
  ['zh', '给王经理\n样品到了\n周四前换20台', /王经理[\s\S]*\n\n样品到了。周四前换20台。/],
  [
    'ja',
    '田中様へ\nサンプルが届いた\n3月12日までに交換希望',
    /^田中様\n[\s\S]*サンプルが届いた。3月12日までに交換希望。/,
  ],
];

describe('a mail put together by code', () => {
  it.each(MAILS)('keeps every point as it is, in each tone: %s', (language, notes, expected) => {
    for (const tone of TONES) {
      const mail = writtenFromNotes('mail', notes, { language, tone });
      expect(mail).toMatch(expected);
      expect(noteFlaws(mail, notes, { language, cut: false }).filter((flaw) => flaw !== 'echo')).toEqual([]);
    }
  });

  it.each<[NoteLanguage, string, string]>([
    ['en', 'to the team\ncan we meet on Monday', 'Hello all,\n\nCan we meet on Monday?\n\nBest regards'],
    ['zh', '下周能不能寄出', '您好：\n\n下周能不能寄出？\n\n谢谢！'],
    ['ja', '来週送れますか', 'ご担当者様\n\n来週送れますか？\n\nよろしくお願いします。'],
  ])('asks what the notes ask: %s', (language, notes, mail) => {
    expect(writtenFromNotes('mail', notes, { language, tone: 'plain' })).toBe(mail);
    expect(noteFlaws(mail, notes, { language, cut: false }).filter((flaw) => flaw !== 'echo')).toEqual([]);
  });

  it('puts three points and more below each other, after words that lead over', () => {
    expect(
      writtenFromNotes('mail', '社員各位\n忘年会は12月18日 19時\n会費は5000円\n欠席は金曜日までに連絡', {
        ...{ language: 'ja', tone: 'formal' },
      }),
    ).toBe(
      '社員各位\n\nいつもお世話になっております。\n\n下記のとおりご連絡いたします。\n・忘年会は12月18日 19時。\n・会費は5000円。\n・欠席は金曜日までに連絡。\n\n何卒よろしくお願い申し上げます。',
    );
  });

  it('is to nobody in particular where the notes name nobody', () => {
    expect(writtenFromNotes('mail', 'room 5 is free', { language: 'en', tone: 'plain' })).toBe(
      'Hello all,\n\nRoom 5 is free.\n\nBest regards',
    );
  });
});

describe('a day sorted by code', () => {
  it.each<[NoteLanguage, string, string]>([
    [
      'en',
      '1. fixed the login page\nwaiting for the supplier\ntomorrow: call Ms Ito\nnice weather',
      'Done:\n- Fixed the login page.\n\nOpen:\n- Waiting for the supplier.\n\nNext:\n- Tomorrow: call Ms Ito.\n\nAlso:\n- Nice weather.',
    ],
    [
      'zh',
      '修复了登录页\n等供应商回复\n明天打电话',
      '已完成：\n- 修复了登录页。\n\n待解决：\n- 等供应商回复。\n\n接下来：\n- 明天打电话。',
    ],
    [
      'ja',
      'ログイン画面を修正した\n返事待ち\n明日、電話',
      '完了したこと：\n- ログイン画面を修正した。\n\n未解決のこと：\n- 返事待ち。\n\n次にすること：\n- 明日、電話。',
    ],
  ])('%s', (language, notes, expected) => {
    const day = writtenFromNotes('day', notes, { language, tone: 'plain' });
    expect(day).toBe(expected);
  });

  it('puts what is to be done under next, and says "done" once', () => {
    const day = (notes: string, language: NoteLanguage) => writtenFromNotes('day', notes, { language, tone: 'plain' });
    expect(day('done: price list sent\ncall Ms Ito at 16:00', 'en')).toBe(
      'Done:\n- Price list sent.\n\nNext:\n- Call Ms Ito at 16:00.',
    );
    expect(day('上午改完了合同第3条', 'zh')).toBe('已完成：\n- 上午改完了合同第3条。');
  });

  it.each<[NoteLanguage, string, string]>([
    ['en', 'no answer from the printer', 'Open:\n- No answer from the printer.'],
    ['zh', '印刷厂没有回音', '待解决：\n- 印刷厂没有回音。'],
    ['ja', '印刷所から返事なし', '未解決のこと：\n- 印刷所から返事なし。'],
  ])('an answer that did not come is open (%s)', (language, notes, day) =>
    expect(writtenFromNotes('day', notes, { language, tone: 'plain' })).toBe(day),
  );

  it('loses no line', () => {
    const notes = Array.from({ length: 20 }, (_, n) => `thing ${n} ${['done', 'open', 'tomorrow', ''][n % 4]}`).join(
      '\n',
    );
    const day = writtenFromNotes('day', notes, { language: 'en', tone: 'plain' });
    for (const line of noteLines(notes)) expect(day.toLowerCase()).toContain(line);
  });
});
