import { JsonElements, type JsonElement } from './json-elements';
import { readJsonObject } from '../incoming/json-values';

function elements(text: string, size = text.length): JsonElement[] {
  const splitter = new JsonElements();
  const found: JsonElement[] = [];
  for (let at = 0; at < text.length; at += size) found.push(...splitter.push(text.slice(at, at + size)));
  return [...found, ...splitter.end()];
}

describe('objects in JSON that arrives in pieces', () => {
  const NESTED =
    '{"code":0,"data":{"cursor":{"next":"[{"},"replies":[\n{"id":1,"text":"a \\"]} b","tags":[{"x":1}]},\n{"id":2,"text":"\\\\"}]},"other":[{"id":3}]}';

  it('are found with their line and the place of their array, wherever the text is cut', () => {
    const whole = elements(NESTED);
    expect(whole).toEqual([
      { line: 2, path: 'data.replies', text: '{"id":1,"text":"a \\"]} b","tags":[{"x":1}]}' },
      { line: 3, path: 'data.replies', text: '{"id":2,"text":"\\\\"}' },
      { line: 3, path: 'other', text: '{"id":3}' },
    ]);
    for (let size = 1; size < 20; size++) expect(elements(NESTED, size)).toEqual(whole);
  });

  it('may stand in an array at the top, after other things', () => {
    expect(elements('[1, "{", {"a":1}, null, {"b":2}]').map(({ text }) => text)).toEqual(['{"a":1}', '{"b":2}']);
  });

  it('are reported when they never end', () => {
    expect(elements('[{"a":1},\n{"b":2')).toEqual([
      { line: 1, path: '', text: '{"a":1}' },
      { line: 2, path: '', text: '', broken: true },
    ]);
  });
});

describe('values of a JSON object', () => {
  it('are text by column, with nested objects flattened and lists left out', () => {
    const values = readJsonObject('{"id":12,"user":{"name":"A","tags":["x"]},"ok":true,"none":null}');
    expect([...(values ?? [])]).toEqual([
      ['id', '12'],
      ['user.name', 'A'],
    ]);
  });

  it('keep every digit of long ids', () => {
    expect(readJsonObject('{"id":570306133677760513}')?.get('id')).toBe('570306133677760513');
  });

  it('are refused when there is no object', () => {
    expect([readJsonObject('[1]'), readJsonObject('"a"'), readJsonObject('{"a":')]).toEqual([null, null, null]);
  });
});
