import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { LabellingStatus } from '@moodline/sentiment/contract';
import { provideWords, ServerEvents } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { LabellingProgressChip } from './labelling-progress';

const status = (part: Partial<LabellingStatus>): LabellingStatus => ({
  pending: 0,
  labelled: 100,
  unscored: 0,
  commentsPerSecond: 0,
  model: 'ready',
  ...part,
});

describe('LabellingProgressChip', () => {
  const labelling = signal<LabellingStatus | null>(null);

  async function shown(atStart: LabellingStatus) {
    labelling.set(null);
    TestBed.configureTestingModule({
      providers: [
        provideWords({ en, zh }),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: ServerEvents, useValue: { latest: () => labelling } },
      ],
    });
    const fixture = TestBed.createComponent(LabellingProgressChip);
    TestBed.tick();
    TestBed.inject(HttpTestingController).expectOne('/api/labelling').flush(atStart);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    document.body.append(host);
    return {
      fixture,
      chip: () => host.querySelector('button') as HTMLButtonElement,
      live: () => host.querySelector('[aria-live=polite]')?.textContent,
    };
  }

  it('says that all is labelled before any event came', async () => {
    const { chip } = await shown(status({}));
    expect(chip().textContent).toContain('All labelled');
  });

  it('keeps silent where there are no comments at all', async () => {
    const { chip } = await shown(status({ labelled: 0 }));
    expect(chip()).toBeNull();
  });

  it('follows the events with share and time left', async () => {
    const { fixture, chip } = await shown(status({}));
    labelling.set(status({ pending: 100, commentsPerSecond: 10 }));
    await fixture.whenStable();
    expect(chip().textContent).toContain('Labelling 50%');
    expect(chip().textContent).toContain('10 secs left');
  });

  it('announces progress in steps of a tenth only', async () => {
    const { fixture, live } = await shown(status({ pending: 100 }));
    labelling.set(status({ pending: 52, labelled: 148 }));
    await fixture.whenStable();
    const before = live();
    labelling.set(status({ pending: 45, labelled: 155 }));
    await fixture.whenStable();
    expect(live()).toBe(before);
    labelling.set(status({ pending: 30, labelled: 170 }));
    await fixture.whenStable();
    expect(live()).not.toBe(before);
  });

  it('says what to do when the model failed, and closes on Escape', async () => {
    const { fixture, chip } = await shown(status({ pending: 5, model: 'failed' }));
    chip().click();
    await fixture.whenStable();
    const panel = document.querySelector('[role=dialog]');
    expect(panel?.textContent).toContain('npm start');
    expect(panel?.contains(document.activeElement)).toBe(true);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await fixture.whenStable();
    expect(document.querySelector('[role=dialog]')).toBeNull();
    expect(document.activeElement).toBe(chip());
  });
});
