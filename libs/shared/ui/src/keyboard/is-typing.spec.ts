import { isTyping } from './is-typing';

describe('isTyping', () => {
  const target = (html: string, selector = '*') => {
    document.body.innerHTML = html;
    return document.body.querySelector(selector);
  };

  it.each([
    ['a text field', '<input type="text">', true],
    ['a field without a type', '<input>', true],
    ['a search field', '<input type="search">', true],
    ['several lines', '<textarea></textarea>', true],
    ['a list of choices', '<select></select>', true],
    ['an editable part', '<div contenteditable="true"></div>', true],
    ['a tick box', '<input type="checkbox">', false],
    ['a circle', '<input type="radio">', false],
    ['a button', '<button>x</button>', false],
    ['a part that is not editable', '<div contenteditable="false"></div>', false],
  ])('knows %s', (_, html, expected) => expect(isTyping(target(html))).toBe(expected));

  it('knows what stands inside of an editable part', () => {
    expect(isTyping(target('<div contenteditable="true"><b>x</b></div>', 'b'))).toBe(true);
  });

  it('is false for the document itself', () => expect(isTyping(document)).toBe(false));
});
