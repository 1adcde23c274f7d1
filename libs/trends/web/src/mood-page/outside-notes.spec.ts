import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { FilterStore } from '@moodline/comments/web';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { OutsideNotes } from './outside-notes';

const OLD = { first: '2015-02-20', last: '2015-02-24', sourceFirst: '2015-02-16', sourceLast: '2015-02-24' };

describe('OutsideNotes', () => {
  async function shown(choices: object, language: 'en' | 'zh' = 'en') {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), provideWords({ en, zh })],
    });
    TestBed.inject(LocaleStore).setLanguage(language);
    const loaded = TestBed.inject(FilterStore).load();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/filter-choices')
      .flush({
        ...{
          sources: [],
          monitors: [],
          tags: [],
          stars: false,
          versions: [],
          first: '2015-02-16',
          last: '2026-03-01',
          undated: 0,
          added: null,
        },
        ...choices,
      });
    await loaded;
    const fixture = TestBed.createComponent(OutsideNotes);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    return { text: host.textContent?.replace(/\s+/g, ' ').trim(), link: host.querySelector('a')?.getAttribute('href') };
  }

  it('leads to the days of what was added last, the whole of its source where all of that is old', async () => {
    const { text, link } = await shown({ added: OLD });
    expect(text).toContain('16 – 24 Feb 2015');
    expect(link).toBe('/?from=2015-02-16&to=2015-02-24');
  });

  it('leads to the comments that were added alone where their source has others', async () => {
    const { link } = await shown({ added: { ...OLD, sourceLast: '2026-03-01' } });
    expect(link).toBe('/?from=2015-02-20&to=2015-02-24');
  });

  it('says nothing where some of what was added is in sight', async () => {
    expect(await shown({ added: { ...OLD, last: '2026-02-20' } })).toEqual({ text: '', link: undefined });
  });

  it('counts comments without a date', async () => {
    expect((await shown({ undated: 12 })).text).toContain('12 comments have no date');
  });

  it('speaks Chinese, and does not count beyond 10,000', async () => {
    expect((await shown({ undated: 10_001 }, 'zh')).text).toContain('10,000+ 条评论没有可识别的日期');
  });
});
