import { youtubeTarget } from './youtube-target';

describe('a video or a channel of YouTube', () => {
  it.each([
    ['pBl0aIr_-01', { video: 'pBl0aIr_-01' }],
    ['https://www.youtube.com/watch?v=pBl0aIr_-01&t=30s', { video: 'pBl0aIr_-01' }],
    ['https://youtu.be/pBl0aIr_-01?si=x', { video: 'pBl0aIr_-01' }],
    ['m.youtube.com/shorts/pBl0aIr_-01', { video: 'pBl0aIr_-01' }],
    ['UCpebbloPEBBLO0123456789', { channel: 'UCpebbloPEBBLO0123456789' }],
    ['https://www.youtube.com/channel/UCpebbloPEBBLO0123456789/videos', { channel: 'UCpebbloPEBBLO0123456789' }],
    ['@pebblo.audio', { handle: '@pebblo.audio' }],
    ['https://www.youtube.com/@%E9%9F%B3%E7%AE%B1', { handle: '@音箱' }],
    ['https://www.youtube.com/playlist?list=PL0', null],
    ['https://video.example/watch?v=pBl0aIr_-01', null],
    ['pebblo air', null],
    ['', null],
  ])('%s', (entered, target) => {
    expect(youtubeTarget(entered)).toEqual(target);
  });

  it('is not found in a damaged address', () => {
    expect(youtubeTarget('https://www.youtube.com/@%E9%9F')).toBeNull();
  });
});
