import { addsWords, isList, losesLine } from './note-words';

describe('a mail made of notes', () => {
  it.each([
    [
      'en',
      'to the team\nfire drill on Tuesday 10:00\nleave by the north stairs',
      'Hi team,\nFire drill on Tuesday at 10:00.',
      true,
    ],
    ['en', 'to the team\nfire drill on Tuesday', 'Hi team,\nThere is a fire drill on Tuesday.\nThanks!', false],
    ['zh', '给陈主任\n演示很顺利\n客户想要英文说明书', '陈主任，演示顺利，下周想把英文说明书寄出去。', true],
    ['ja', '高橋様へ\n返品書類を受領\n製造番号の記載なし', '高橋様、返品書類を受領します。', true],
  ] as const)('%s %j as %j loses a line: %s', (language, notes, mail, is) =>
    expect(losesLine(mail, notes, language)).toBe(is),
  );

  it.each([
    [
      'en',
      'to the team\nphone is forwarded to Marta',
      'Hi team, please tell us your number so we can forward it to Marta.',
      true,
    ],
    ['en', 'to Hannah\ntranslation finished', 'Hi Hannah, I hope the translation is finished.', true],
    [
      'en',
      'to Hannah\ntranslation finished',
      'Hi Hannah, I hope this mail finds you well. The translation is finished. Best regards',
      false,
    ],
    ['zh', '给周琳\n翻译完成\n共42页', '请把“共42页”翻译成中文。', true],
    ['zh', '给周琳\n翻译完成\n共42页', '周琳，您好：翻译已完成，共42页。谢谢！', false],
    [
      'ja',
      '中村様へ\n予約を取り消し\n新しい日は9月18日',
      '中村様、予約を消し、新しい日は9月18日に到付しました。',
      true,
    ],
    ['ja', '中村様へ\n新しい日は9月18日', '中村様、新しい日は9月18日です。よろしくお願いいたします。', false],
  ] as const)('%s %j as %j adds something: %s', (language, notes, mail, is) =>
    expect(addsWords(mail, notes, language)).toBe(is),
  );

  it('is a list where it begins with one', () => {
    expect(isList('- a\n- b')).toBe(true);
    expect(isList('Hello all,\n\n- a\n- b')).toBe(false);
  });
});
