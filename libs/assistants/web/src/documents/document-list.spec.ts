import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { StoredDocument } from '@moodline/assistants/contract';
import { Working } from '@moodline/comments/web';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { DocumentList } from './document-list';

const POLICY: StoredDocument = {
  ...{ id: 7, name: 'policy.pdf', kind: 'pdf', bytes: 1_234_567, pages: 12, emptyPages: 2, characters: 9, passages: 3 },
  ...{ addedBy: 'Ann', addedAt: '2026-05-09T04:00:00Z' },
};

describe('DocumentList', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<DocumentList>;
  const undo: (() => Promise<void>)[] = [];
  const working = {
    keep: (work: () => Promise<unknown>) => work(),
    tell: (_: string, __: unknown, back: () => Promise<void>) => undo.push(back),
  };
  let changes = 0;

  const page = () => fixture.nativeElement as HTMLElement;
  const text = () => (page().textContent ?? '').replace(/\s+/g, ' ');
  const settle = async () => {
    // A turn of the loop: what was awaited has gone on.
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  const choose = (...files: File[]) => {
    const picker = page().querySelector('input') as HTMLInputElement;
    Object.defineProperty(picker, 'files', { value: files, configurable: true });
    picker.dispatchEvent(new Event('change'));
    fixture.detectChanges();
  };
  const upload = () => http.expectOne(({ method, url }) => method === 'POST' && url === '/api/documents');

  function show(documents: readonly StoredDocument[] | null, permissions: ('documents.read' | 'documents.write')[]) {
    TestBed.configureTestingModule({
      providers: [
        ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([]), provideWords({ en, zh })],
        { provide: Working, useValue: working },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(permissions);
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(DocumentList);
    fixture.componentRef.setInput('documents', documents);
    fixture.componentInstance.changed.subscribe(() => changes++);
    fixture.detectChanges();
  }
  beforeEach(() => {
    changes = 0;
    undo.length = 0;
  });
  afterEach(() => http.verify());

  it('lists name, pages, size, date and who, and pages that could not be read', () => {
    show([POLICY], ['documents.read']);
    expect(text()).toContain('policy.pdf');
    expect(text()).toMatch(/12 pages · 1\.2 MB · 9 May 2026 · Ann/);
    expect(text()).toContain('Pages without text (scanned?), which are not searched: 2');
    expect(page().querySelector('a')?.getAttribute('href')).toBe('/colleague/documents/7');
  });

  it('lets nobody add or remove who may only read', () => {
    show([POLICY], ['documents.read']);
    expect(page().querySelector('input')).toBeNull();
    expect(page().querySelector('button')).toBeNull();
  });

  it('adds files one after the other, says what became of each, and goes on after one that is refused', async () => {
    show([], ['documents.read', 'documents.write']);
    choose(new File(['x'], 'broken.pdf'), new File(['y'], 'policy.pdf'));
    const first = upload();
    expect(first.request.params.get('name')).toBe('broken.pdf');
    first.flush(
      { code: 'document-broken', message: 'x', correlationId: 'c' },
      { status: 400, statusText: 'Bad Request' },
    );
    await settle();
    expect(text()).toContain('broken.pdfThe file is damaged and cannot be read.');
    const second = upload();
    second.flush({ document: POLICY, already: false });
    await settle();
    expect(text()).toContain('“policy.pdf” was added.');
    choose(new File(['y'], 'again.pdf'));
    upload().flush({ document: POLICY, already: true });
    await settle();
    expect(text()).toContain('This file was here already, as “policy.pdf”. Nothing was added.');
    expect(changes).toBe(2);
  });

  it('removes a document, and brings it back', async () => {
    show([POLICY], ['documents.read', 'documents.write']);
    page().querySelector('button')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/documents/7' }).flush(null);
    await settle();
    expect(changes).toBe(1);
    const back = undo[0]?.();
    http.expectOne({ method: 'POST', url: '/api/documents/7/keep' }).flush(null);
    await back;
    expect(changes).toBe(2);
  });
});
