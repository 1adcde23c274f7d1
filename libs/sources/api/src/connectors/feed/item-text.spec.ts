import { itemText } from './item-text';

const text = (title: string, content: string, author: string | null = null) =>
  itemText({ id: null, link: null, writtenLink: null, date: null, title, content, author });

describe('the text of an item', () => {
  it.each([
    ['Comment on Our lamp by Ann', 'Ann'],
    ['By: Ann', 'Ann'],
    ['Kommentar zu Unsere Lampe von Ann', 'Ann'],
    ['Commentaires sur Notre lampe par Ann', 'Ann'],
    ['《我们的灯》的评论，作者：小安', '小安'],
    ['ランプへのコメント（太郎 より）', '太郎'],
    ['Ann', 'Ann'],
    ['/u/ann on Which lamp do you use?', '/u/ann'],
  ])('has no title that a program made of its author: %s', (title, author) => {
    expect(text(title, 'the lid leaks', author)).toBe('the lid leaks');
  });

  it.each([
    ['A talk with Ann about lamps', 'Ann'],
    ['Lamp by Night', 'Ann'],
    ['Ann on lamps', 'Ann'],
    ['Comment on Our lamp by Ann', null],
  ])('keeps its own title: %s', (title, author) => {
    expect(text(title, 'the lid leaks', author)).toBe(`${title}\nthe lid leaks`);
  });

  it('is its title where there is nothing else', () => expect(text('By: Ann', '', 'Ann')).toBe('By: Ann'));

  it.each([
    'submitted by /u/ann\n[link] [comments]',
    'submitted by /u/ann to r/lamps [link] [comments]',
    'The post Lamp appeared first on Acme.',
    'Der Beitrag Lampe erschien zuerst auf Acme.',
    '《台灯》最先出现在《某站》。',
    'Continue reading →',
    '阅读全文 »',
  ])('ends before what a program adds: %s', (trail) => {
    expect(text('Lamp', `the lid leaks\n\n${trail}`)).toBe('Lamp\nthe lid leaks');
  });

  it.each(['In reply to bob.', 'Als Antwort auf bob.', 'En réponse à bob.', 'bob への返信。', '回复给 bob。'])(
    'begins behind what WordPress says of whom it answers: %s',
    (answers) => {
      expect(text('By: Ann', `${answers}\n\nthe lid leaks`, 'Ann')).toBe('the lid leaks');
      expect(text('', answers)).toBe(answers);
    },
  );

  it('may speak of such things', () => {
    const said = 'The post office lost it. I will continue reading the manual';
    expect(text('', said)).toBe(said);
    expect(text('', 'Read more')).toBe('Read more');
  });
});
