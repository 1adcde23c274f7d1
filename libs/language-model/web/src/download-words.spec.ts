import { Formats } from '@moodline/shared/i18n';
import { downloadWords } from './download-words';
import { download } from './testing/model-fixtures';

describe('downloadWords', () => {
  const formats = new Formats('en', 'UTC');

  it('tell amount, speed, time left and share', () => {
    expect(downloadWords(download, formats)).toEqual({
      amount: '120 / 480 MB',
      speed: '4 MB/s',
      left: formats.duration(90),
      share: 0.25,
    });
  });

  it('promise nothing while the total is not known, or nothing moves', () => {
    expect(downloadWords({ ...download, totalBytes: null, receivedBytes: 0 }, formats)).toEqual({
      amount: '0 MB',
      speed: '4 MB/s',
      left: null,
      share: null,
    });
    expect(downloadWords({ ...download, bytesPerSecond: 0 }, formats)).toMatchObject({ speed: null, left: null });
  });

  it('show no speed of what has ended', () =>
    expect(downloadWords({ ...download, state: 'done' }, formats)).toMatchObject({ speed: null, left: null }));
});
