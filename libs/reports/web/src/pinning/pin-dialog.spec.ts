import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideWords } from '@moodline/shared/ui';
import { reportsWords } from '../reports.words';
import { PinDialog } from './pin-dialog';

const made = { report: 4, issue: 9, pin: '8f8f4a8e-0d5e-4c9e-9d5e-0a5a3a1a2b3c', title: 'My report', fresh: true };

describe('PinDialog', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<PinDialog>;
  const close = jest.fn();

  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  };
  const press = async (name: string) => {
    const buttons = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent?.trim() === name)?.click();
    await settled();
  };
  const answer = async (method: string, url: string, body: unknown) => {
    http.expectOne({ method, url }).flush(body as object | null);
    await settled();
  };

  beforeEach(async () => {
    close.mockReset();
    TestBed.configureTestingModule({
      providers: [
        ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
        provideWords(reportsWords),
        { provide: DialogRef, useValue: { close } },
        { provide: DIALOG_DATA, useValue: { kind: 'chart', filters: [{}] } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(PinDialog);
    fixture.detectChanges();
    await settled();
    await answer('GET', '/api/reports', []);
    await press('Pin it');
    await answer('POST', '/api/reports', { ...report, id: 4, nextAt: null, problem: null, unsubscribed: [] });
    await answer('GET', '/api/reports', []);
    await answer('POST', '/api/reports/4/pins', made);
    await press('Undo');
    await answer('DELETE', `/api/report-issues/9/pins/${made.pin}`, null);
  });
  afterEach(() => http.verify());

  const report = { name: 'My report', template: 'weekly', period: { kind: 'week' }, sections: [{ kind: 'summary' }] };

  it('takes a report that it made back with what was pinned to it', async () => {
    await answer('GET', '/api/reports/4/issues?limit=20', { items: [], nextCursor: null });
    await answer('DELETE', '/api/reports/4', null);
    expect(close).toHaveBeenCalled();
  });

  it('leaves a report that something else was made of meanwhile', async () => {
    const issue = {
      ...{ id: 10, title: 'My report', state: 'made', reason: null, byHand: true, period: null },
      ...{ madeAt: '2026-05-04T00:00:00Z', edited: false, sentAt: null, deliveries: {} },
    };
    await answer('GET', '/api/reports/4/issues?limit=20', { items: [issue], nextCursor: null });
    expect(close).toHaveBeenCalled();
  });
});
