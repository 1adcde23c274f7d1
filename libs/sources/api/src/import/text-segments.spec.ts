import { joinedSegments } from './text-segments';

describe('the text of a comment', () => {
  it.each([
    ['{"text":"So "},{"text":"good"}', 'So good'],
    ['{"text":"Hi "},{"mention":{"externalChannelId":"UC1"}},{"text":" there"}', 'Hi  there'],
    ['{"takeoutSegments":[{"text":"Older "},{"text":"export"}]}', 'Older export'],
    ['{"text": broken', '{"text": broken'],
    ['{"text":5}', '{"text":5}'],
    ['Plain, with {braces}', 'Plain, with {braces}'],
    ['', ''],
  ])('%s is %s', (value, text) => expect(joinedSegments(value)).toBe(text));
});
