import { noteFacts, type NoteLanguage } from './note-facts';

describe('what of notes may not be lost', () => {
  it.each<[NoteLanguage, string, string[], string[], string[]]>([
    ['en', 'to Anna Berg\nX2 arrived at 14:30, 1,200 pieces', ['2', '14:30', '1,200'], [], ['Anna', 'Berg', 'X2']],
    ['en', 'Meeting moved to Thursday 12 March\nI march on', ['12'], ['thursday', 'march'], []],
    ['en', 'May we ask USB-C Ltd in May?', [], [], ['USB-C', 'Ltd']],
    ['zh', '给王经理\n周四前换20台，联系李女士', ['20'], ['周四'], ['王经理', '李女士']],
    ['ja', '田中様へ\n3月12日の午後、佐藤さん', ['3', '12'], ['午後'], ['田中様', '佐藤さん']],
  ])('%s: %s', (language, notes, ...[numbers, days, names]) => {
    const found = noteFacts(notes, language);
    expect(found.numbers).toEqual(numbers);
    expect(found.days).toEqual(days);
    expect(found.names).toEqual(names);
  });
});
