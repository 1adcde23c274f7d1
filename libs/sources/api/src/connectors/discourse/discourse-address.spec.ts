import { forumAddress } from './discourse-address';

describe('the address of a forum', () => {
  it.each([
    ['https://forum.example', { part: 'latest', base: 'https://forum.example' }],
    ['https://forum.example/latest', { part: 'latest', base: 'https://forum.example' }],
    ['https://example.com/forum/', { part: 'latest', base: 'https://example.com/forum' }],
    ['https://forum.example/t/pebblo-air/77/3?u=x', { part: 'topic', id: 77, base: 'https://forum.example' }],
    ['https://example.com/forum/t/77', { part: 'topic', id: 77, base: 'https://example.com/forum' }],
    [
      'https://forum.example/c/audio/pebblo/12',
      { part: 'list', name: 'pebblo', path: 'c/audio/pebblo/12.json', base: 'https://forum.example' },
    ],
    [
      'https://forum.example/c/audio/12/l/latest',
      { part: 'list', name: 'audio', path: 'c/audio/12.json', base: 'https://forum.example' },
    ],
    [
      'https://example.com/forum/tag/%E8%80%B3%E6%9C%BA',
      { part: 'list', name: '#耳机', path: 'tag/%E8%80%B3%E6%9C%BA.json', base: 'https://example.com/forum' },
    ],
    [
      'https://forum.example/tag/pebblo/12',
      { part: 'list', name: '#pebblo', path: 'tag/pebblo/12.json', base: 'https://forum.example' },
    ],
    [
      'https://forum.example/tag/pebblo/l/latest',
      { part: 'list', name: '#pebblo', path: 'tag/pebblo.json', base: 'https://forum.example' },
    ],
    [
      'https://forum.example/tags/c/audio/5/pebblo',
      { part: 'list', name: '#pebblo', path: 'tags/c/audio/5/pebblo.json', base: 'https://forum.example' },
    ],
    [
      'https://forum.example/tag/%E8',
      { part: 'list', name: '#%E8', path: 'tag/%E8.json', base: 'https://forum.example' },
    ],
  ])('%s', (address, forum) => {
    expect(forumAddress(address)).toEqual(forum);
  });
});
