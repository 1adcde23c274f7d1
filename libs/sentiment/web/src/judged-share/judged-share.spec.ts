import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { LocaleStore, provideWords, ServerEvents } from '@moodline/shared/ui';
import { NEVER } from 'rxjs';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { JudgedShare } from './judged-share';

const counted = (correct: number, n: number) => ({
  ...{ n, correct, value: n ? correct / n : null, low: n ? 0.74 : null, high: n ? 0.9 : null },
});
const head = (correct: number, n: number) => ({ accuracy: counted(correct, n), byLanguage: {} });

async function shown(correct: number, n: number): Promise<string> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      provideWords({ en, zh }),
      { provide: ServerEvents, useValue: { dataChanged: NEVER } },
    ],
  });
  TestBed.inject(LocaleStore).setLanguage('en');
  const fixture = TestBed.createComponent(JudgedShare);
  TestBed.tick();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/quality/judged')
    .flush({ mood: head(correct, n), emotion: head(0, 0), kind: head(0, 0) });
  await TestBed.inject(ApplicationRef).whenStable();
  return (fixture.nativeElement as HTMLElement).textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
}

describe('how right labels were, in one line', () => {
  it('names the share with its interval and number, and leads on', async () => {
    expect(await shown(103, 124)).toBe(
      'Of the 124 comments people judged here, 83% had the right label (74–90%). How right labels are',
    );
  });

  it('gives no share of a handful', async () => {
    expect(await shown(5, 7)).toBe(
      'People have judged 7 comments here: too few to say how right labels are. How right labels are',
    );
  });

  it('says that nothing is known where nobody has judged anything', async () => {
    expect(await shown(0, 0)).toBe(
      'Nobody has checked labels here yet, so how right they are is not known. How right labels are',
    );
  });
});
