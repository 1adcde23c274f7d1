import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import type { MoodPoint, MoodSeries } from '@moodline/trends/contract';
import { findingOf } from '../findings/finding';
import { episodeOf } from '../findings/episode';
import { tileFigures } from '../findings/tile-figures';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { MoodLine } from './mood-line';
import { MoodWording } from './mood-wording';

const total = (positive: number, neutral: number, negative: number, { unlabelled = 0, unsure = 0 } = {}) => {
  const n = positive + neutral + negative;
  return {
    n,
    positive,
    neutral,
    negative,
    unsure,
    unlabelled,
    net: n === 0 ? null : (100 * (positive - negative)) / n,
  };
};
const point = (day: number, positive: number, negative: number): MoodPoint => ({
  start: `2015-05-${day}T16:00:00Z`,
  ...total(positive, 0, negative),
});
const series: MoodSeries = {
  step: 'day',
  timeZone: 'Asia/Shanghai',
  period: { from: '2015-05-04T16:00:00Z', to: '2015-06-03T16:00:00Z' },
  points: [point(14, 30, 20), point(15, 28, 22), point(17, 5, 95), point(18, 0, 0)],
  total: total(180, 7, 225, { unlabelled: 88, unsure: 41 }),
  previous: { period: { from: '2015-04-04T16:00:00Z', to: '2015-05-04T16:00:00Z' }, total: total(250, 44, 118) },
};

function wording(language: 'en' | 'zh', shown: MoodSeries = series) {
  const store = {
    series: signal(shown),
    finding: () => findingOf(shown),
    episode: () => episodeOf(shown),
    tiles: () => tileFigures(shown),
  };
  TestBed.configureTestingModule({
    providers: [provideWords({ en, zh }), MoodWording, { provide: MoodLine, useValue: store }],
  });
  const locale = TestBed.inject(LocaleStore);
  locale.setTimeZone('Asia/Shanghai');
  locale.setLanguage(language);
  return TestBed.inject(MoodWording);
}

describe('MoodWording', () => {
  it('tells the finding and what it rests on in English', () => {
    const words = wording('en');
    expect(words.finding()).toBe('Net mood turned negative: down 43 points to −11');
    // Ranges are written with thin spaces.
    expect(words.basis().replace(/\s/g, ' ')).toBe(
      '412 labelled comments, 5 May – 3 Jun 2015 · before that 412, 5 Apr – 4 May 2015',
    );
  });

  it('tells the finding in Chinese', () => {
    const words = wording('zh');
    expect(words.finding()).toBe('净情绪由正转负：下降 43 点，至 −11');
    expect(words.basis()).toContain('2015年5月5日 – 2015年6月3日');
    expect(words.chartTitle()).toBe('2015年5月18日跌至 −90（n\u00a0=\u00a0100），其余时间为 +16');
  });

  it('names the day that stands out in the zone of the workspace', () => {
    expect(wording('en').chartTitle()).toBe('Fell to −90 on 18 May 2015 (n\u00a0=\u00a0100), otherwise +16');
  });

  it('gives each tile its sign, its tone and the change as words', () => {
    const [net, comments, negative, unsure] = wording('en').tiles();
    expect(net).toMatchObject({
      value: '−11',
      change: '▼ 43',
      changeWords: '43 points lower than before',
      tone: 'bad',
    });
    expect(comments).toMatchObject({
      value: '500',
      change: '▲ 21%',
      changeWords: '21% more than before',
      tone: 'plain',
      hint: '88 of them without a label',
    });
    expect(negative).toMatchObject({ value: '55%', change: '▲ 26', tone: 'bad' });
    expect(unsure).toMatchObject({
      value: '10%',
      change: '▲ 10',
      changeWords: '10 points higher than before',
      tone: 'plain',
    });
  });

  it('puts every interval into the table, empty ones too', () => {
    const { columns, rows } = wording('en').table();
    expect(columns).toEqual(['Day', 'Net mood', '95 %: from', 'to', 'Labelled', 'Positive', 'Neutral', 'Negative']);
    expect(rows.at(-1)).toEqual(['19 May 2015', '–', '–', '–', '0', '0', '0', '0']);
  });

  it('says so when there is nothing to compare with', () => {
    const words = wording('en', { ...series, previous: { ...series.previous, total: total(0, 0, 0) } });
    expect(words.finding()).toBe('Net mood is −11');
    expect(words.basis()).toContain('no labelled comments before that to compare with');
    expect(words.tiles().map(({ change }) => change)).toEqual(['', '', '', '']);
  });
});
