import { JsonElements, type JsonElement } from './json-elements';
import type { Place } from './json-places';
import { readJsonObject } from '../incoming/json-values';

function elements(text: string, size = text.length, places: Place[] = [['[]']]): JsonElement[] {
  const splitter = new JsonElements(places);
  const found: JsonElement[] = [];
  for (let at = 0; at < text.length; at += size) found.push(...splitter.push(text.slice(at, at + size)));
  return [...found, ...splitter.end()];
}

describe('objects in JSON that arrives in pieces', () => {
  const NESTED =
    '{"code":0,"data":{"cursor":{"next":"[{"},"replies":[\n{"id":1,"text":"a \\"]} b","tags":[{"x":1}]},\n{"id":2,"text":"\\\\"}]},"other":[{"id":3}]}';

  it('are found with their line and the place of their array, wherever the text is cut', () => {
    const places = [
      ['data', 'replies', '[]'],
      ['other', '[]'],
    ];
    const whole = elements(NESTED, NESTED.length, places);
    expect(whole).toEqual([
      { line: 2, place: places[0], text: '{"id":1,"text":"a \\"]} b","tags":[{"x":1}]}' },
      { line: 3, place: places[0], text: '{"id":2,"text":"\\\\"}' },
      { line: 3, place: places[1], text: '{"id":3}' },
    ]);
    for (let size = 1; size < 20; size++) expect(elements(NESTED, size, places)).toEqual(whole);
    expect(elements(NESTED, 7, [['data', 'replies', '[]', 'tags', '[]']]).map(({ text }) => text)).toEqual(['{"x":1}']);
  });

  it('may be the values of an object whose keys are ids', () => {
    expect(elements('{"k1":{"a":1},"k2":{"a":2}}', 5, [['{}']]).map(({ text }) => text)).toEqual([
      '{"a":1}',
      '{"a":2}',
    ]);
  });

  it('may stand in an array at the top, after other things', () => {
    expect(elements('[1, "{", {"a":1}, null, {"b":2}]').map(({ text }) => text)).toEqual(['{"a":1}', '{"b":2}']);
  });

  it('are reported when they never end', () => {
    expect(elements('[{"a":1},\n{"b":2')).toEqual([
      { line: 1, place: ['[]'], text: '{"a":1}' },
      { line: 2, place: ['[]'], text: '', broken: true },
    ]);
  });
});

describe('values of a JSON object', () => {
  it('are text by column, with nested objects flattened and lists left out', () => {
    const values = readJsonObject('{"id":12,"user":{"name":"A","tags":["x"]},"ok":true,"none":null}');
    expect([...(values ?? [])]).toEqual([
      ['id', '12'],
      ['user.name', 'A'],
      ['ok', 'true'],
    ]);
  });

  it('are joined where a text is in pieces, and only there', () => {
    const values = readJsonObject('{"text":["see ",{"type":"link","text":"x"}," too expensive"],"tags":["a","b"]}');
    expect([...(values ?? [])]).toEqual([['text', 'see x too expensive']]);
  });

  it('lose no more than the value where one is no number', () => {
    expect([...(readJsonObject('{"likes":NaN,"text":"NaN is what I got","x":-Infinity}') ?? [])]).toEqual([
      ['text', 'NaN is what I got'],
    ]);
  });

  it('keep every digit of long ids', () => {
    expect(readJsonObject('{"id":570306133677760513}')?.get('id')).toBe('570306133677760513');
  });

  it('are refused when there is no object', () => {
    expect([readJsonObject('[1]'), readJsonObject('"a"'), readJsonObject('{"a":')]).toEqual([null, null, null]);
  });
});
