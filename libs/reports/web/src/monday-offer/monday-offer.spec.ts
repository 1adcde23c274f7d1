import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Report, ReportChannel } from '@moodline/reports/contract';
import { HeldPermissions, LocaleStore, OwnAddress, provideWords } from '@moodline/shared/ui';
import { of } from 'rxjs';
import { freshReport } from '../fresh-report';
import { ReportsClient } from '../reports.client';
import { reportsWords } from '../reports.words';
import { MondayOffer } from './monday-offer';

describe('the offer of a Monday report', () => {
  const report: Report = {
    ...{ ...freshReport('weekly', 'Monday review', 'en'), id: 7, digest: null, problem: null, unsubscribed: [] },
    nextAt: '2026-11-30T09:00:00Z',
  };
  const server: ReportChannel = { id: 3, name: 'Mail', kind: 'smtp', to: [] };
  const client = {
    channelsOfFirst: jest.fn(),
    channels: jest.fn(),
    create: jest.fn(() => of(report)),
    remove: jest.fn(() => of(null)),
  };

  const reachedBy = (channels: ReportChannel[]) => {
    client.channelsOfFirst.mockReturnValue(of(channels));
    client.channels.mockReturnValue(of(channels));
  };

  beforeEach(() => {
    jest.clearAllMocks();
    localStorage.clear();
    reachedBy([server]);
    TestBed.configureTestingModule({
      providers: [provideWords(reportsWords), provideRouter([]), { provide: ReportsClient, useValue: client }],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(['reports.write']);
    TestBed.inject(OwnAddress).set('anna@example.com');
  });

  async function shown() {
    const fixture = TestBed.createComponent(MondayOffer);
    const root = fixture.nativeElement as HTMLElement;
    const settle = async () => {
      await fixture.whenStable();
      fixture.detectChanges();
    };
    await settle();
    const press = async (name: string) => {
      [...root.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)?.click();
      await settle();
    };
    return { root, press };
  }

  it('makes one for the own address by a click, and takes it back by another', async () => {
    const { root, press } = await shown();
    expect(root.textContent).toContain('anna@example.com');
    await press('Send me a Monday report');
    expect(client.create).toHaveBeenCalledWith(
      expect.objectContaining({ recipients: [{ channel: 3, addresses: ['anna@example.com'] }] }),
    );
    expect(root.textContent).toContain('Each Monday at 9:00 it goes to anna@example.com.');
    await press('Undo');
    expect(client.remove).toHaveBeenCalledWith(7);
    expect(root.textContent).toContain('Send me a Monday report');
  });

  it('says where it waits without a channel, and leads to one', async () => {
    reachedBy([]);
    const { root, press } = await shown();
    expect(root.textContent).toContain('No mail server is set up yet');
    expect(root.querySelector('a')?.getAttribute('href')).toBe('/settings/channels?back=%2F');
    await press('Make me a Monday report');
    expect(client.create).toHaveBeenCalledWith(expect.objectContaining({ recipients: [] }));
    expect(root.textContent).toContain('it waits for you under Reports');
  });

  it('is made to nobody who has a report, may not write one, or said no', async () => {
    const { root, press } = await shown();
    await press('Not now');
    expect(root.textContent).toBe('');
    expect((await shown()).root.textContent).toBe('');
    localStorage.clear();
    client.channelsOfFirst.mockReturnValue(of(null));
    expect((await shown()).root.textContent).toBe('');
    TestBed.inject(HeldPermissions).set(['reports.read']);
    client.channelsOfFirst.mockClear();
    expect((await shown()).root.textContent).toBe('');
    expect(client.channelsOfFirst).not.toHaveBeenCalled();
  });
});
