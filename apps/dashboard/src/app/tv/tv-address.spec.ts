import { convertToParamMap, DefaultUrlSerializer } from '@angular/router';
import { nextView, readTvAddress, tvParams, USUAL_SECONDS } from './tv-address';

const read = (params: Record<string, string>) => readTvAddress(convertToParamMap(params));

describe('the address of a wall screen', () => {
  it('names views, each once, and how long each is shown', () => {
    expect(read({ views: '3,7,3', every: '30', at: '7' })).toEqual({ views: [3, 7], every: 30, at: 7 });
  });

  it('is read without what makes no sense', () => {
    expect(read({ views: 'a,-1,2.5,4', every: 'soon', at: 'x' })).toEqual({
      views: [4],
      every: USUAL_SECONDS,
      at: null,
    });
    expect(read({ every: '0.1' }).every).toBe(5);
    expect(read({ every: '99999' }).every).toBe(3_600);
    expect(read({})).toEqual({ views: [], every: USUAL_SECONDS, at: null });
  });

  it('takes the filter of the view along, without what lies over its page', () => {
    const page = new DefaultUrlSerializer().parse('/themes?period=7d&source=1&open=ask');
    expect(tvParams(read({ views: '3,7' }), 7, page)).toEqual({
      ...{ period: '7d', source: '1', open: undefined },
      ...{ views: '3,7', every: USUAL_SECONDS, at: 7 },
    });
  });
});

describe('nextView', () => {
  it('goes round', () => {
    expect([nextView([3, 7], null), nextView([3, 7], 3), nextView([3, 7], 7), nextView([3, 7], 9)]).toEqual([
      3, 7, 3, 3,
    ]);
  });

  it('is none of none', () => expect(nextView([], 3)).toBeNull());
});
