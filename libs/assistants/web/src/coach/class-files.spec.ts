import { strToU8, zipSync } from 'fflate';
import { readClassFiles } from './class-files';

const file = (name: string, content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return { name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer } as unknown as File;
};
const names = async (...files: File[]) => (await readClassFiles(files)).essays.map(({ name }) => name);

describe('the files of a class', () => {
  it('are text files, named as they are', async () => {
    const { essays } = await readClassFiles([file('Mei.txt', 'It rained.\n'), file('Ken.md', '雨だった。')]);
    expect(essays).toEqual([
      { name: 'Mei', text: 'It rained.' },
      { name: 'Ken', text: '雨だった。' },
    ]);
  });

  it('are rows of a table with names and texts, whatever the order, the language and the sign between', async () => {
    const { essays } = await readClassFiles([
      file('a.csv', 'text,name\n"One, two.\n\nThree.",Ann\n'),
      file('b.csv', '\uFEFF姓名;正文\n小明;下雨了。\n'),
    ]);
    expect(essays).toEqual([
      { name: 'Ann', text: 'One, two.\n\nThree.' },
      { name: '小明', text: '下雨了。' },
    ]);
  });

  it('lie in a zip, without what systems put beside them', async () => {
    const zip = zipSync({
      'class/Ann.txt': strToU8('Sun.'),
      '__MACOSX/Ann.txt': strToU8('x'),
      'class/.hidden.txt': strToU8('x'),
      'class/photo.png': strToU8('x'),
    });
    const { essays, leftOut } = await readClassFiles([file('class.zip', zip)]);
    expect(essays).toEqual([{ name: 'Ann', text: 'Sun.' }]);
    expect(leftOut).toEqual([{ name: 'class/photo.png', reason: 'kind' }]);
  });

  it('are read as Windows writes them in China and Japan', async () => {
    const gbk = new Uint8Array([0xcf, 0xc2, 0xd3, 0xea, 0xc1, 0xcb]);
    const sjis = new Uint8Array([0x89, 0x4a, 0x82, 0xbe, 0x82, 0xc1, 0x82, 0xbd]);
    const { essays } = await readClassFiles([file('a.txt', gbk), file('b.txt', sjis)]);
    expect(essays.map(({ text }) => text)).toEqual(['下雨了', '雨だった']);
  });

  it.each([
    ['x.pdf', 'PDF', 'kind'],
    ['x.txt', ' \n…', 'empty'],
    ['x.txt', 'a'.repeat(20_001), 'long'],
    ['x.csv', 'a,b\n1,2\n', 'columns'],
    ['x.zip', 'no zip', 'broken'],
  ])('are left out with the reason: %s', async (name, content, reason) => {
    const { essays, leftOut } = await readClassFiles([file(name, content)]);
    expect(essays).toEqual([]);
    expect(leftOut[0]?.reason).toBe(reason);
  });

  it('do not unpack without end', async () => {
    const bomb = zipSync({ 'bomb.txt': new Uint8Array(10_000_001), 'Ann.txt': strToU8('Sun.') });
    const { leftOut } = await readClassFiles([file('bomb.zip', bomb)]);
    expect(leftOut[0]).toEqual({ name: 'bomb.txt', reason: 'large' });
  });

  it('are so many and no more', async () => {
    const many = Array.from({ length: 82 }, (_, at) => file(`${at}.txt`, 'Words.'));
    expect(await names(...many)).toHaveLength(80);
  });
});
