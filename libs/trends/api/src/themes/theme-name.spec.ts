import type { ThemeGroup } from './theme-groups';
import { SUBJECTS } from './subjects';
import { checkedName, nameTheme, type NamedGroup } from './theme-name';

const group = (language: 'zh' | 'en', texts: string[]): ThemeGroup => ({
  names: { zh: '续航与电量', en: 'Battery life', ja: 'バッテリーの持ち' },
  words: ['battery', '续航', '没电'],
  examples: texts.map((text, id) => ({ id, text, textHash: text, language, label: 'negative', engagement: 0 })),
});
const zh: NamedGroup = {
  group: group('zh', ['续航缩水太多', '听着听着没电了，续航缩水', '2.4之后续航崩了', '2.4 一升续航崩了']),
  mood: 'negative',
  language: 'zh',
};
const en: NamedGroup = {
  group: group('en', ['Battery drains in an hour', 'battery drains, it was full at noon']),
  mood: 'negative',
  language: 'en',
};

describe('checkedName', () => {
  it.each<[string, string, NamedGroup]>([
    ['续航缩水', '“续航缩水”\n其他', zh],
    ['2.4续航崩了', '2.4续航崩了。', zh],
    ['Battery drains', '- Battery drains', en],
  ])('takes %s', (name, written, named) => {
    expect(checkedName(written, named)).toBe(name);
  });

  it.each<[string, string, NamedGroup]>([
    ['is about something else', '客服态度', zh],
    ['has a number of its own', '续航只剩3小时', zh],
    ['tells the other mood', '续航很好', zh],
    ['is in another language', 'battery没电', en],
    ['is too long', `battery ${'drains '.repeat(10)}`, en],
    ['is invented for the most part', 'Battery recall lawsuit settlement', en],
    ['rests on one comment only', 'Battery at noon', en],
    ['looks like a field', 'battery | F1', en],
  ])('refuses a name that %s', (_, written, named) => {
    expect(checkedName(written, named)).toBeNull();
  });
});

describe('nameTheme', () => {
  it('keeps the plain name where the written one does not hold', async () => {
    await expect(nameTheme(zh, async () => '客服好用')).resolves.toBe('续航与电量');
  });

  it('does not ask the model where a listed subject has its name', async () => {
    const write = jest.fn();
    await expect(
      nameTheme({ ...zh, group: { ...zh.group, names: SUBJECTS[0]?.names ?? zh.group.names } }, write),
    ).resolves.toBe('续航与电量');
    expect(write).not.toHaveBeenCalled();
  });

  it('does not ask the model to name comments in a language other than the interface', async () => {
    const write = jest.fn();
    await expect(nameTheme({ ...zh, language: 'en' }, write)).resolves.toBe('Battery life');
    expect(write).not.toHaveBeenCalled();
  });
});
