import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, UrlTree, type ActivatedRouteSnapshot, type RouterStateSnapshot } from '@angular/router';
import type { Session } from '@moodline/accounts/contract';
import { LocaleStore, OwnAddress, provideWords, ServerEvents } from '@moodline/shared/ui';
import { nextPath, sessionGuard } from './session-guard';
import { sessionInterceptor } from './session-interceptor';
import { SessionStore } from './session-store';

const session: Session = {
  user: {
    ...{ id: 1, name: 'Lin', email: 'lin@example.com', role: 'analyst', language: null },
    ...{ hasPassword: false, singleSignOn: false, passwordNeeded: false, start: null },
  },
  permissions: ['comments.read'],
  workspace: { id: 1, name: 'Aurora', timeZone: 'Asia/Shanghai', hasDemo: true },
};
const problem = (code: string) => ({ code, message: code, correlationId: 'x' });

describe('the session', () => {
  const events = { connect: jest.fn(), disconnect: jest.fn() };
  let store: SessionStore;
  let http: HttpTestingController;

  beforeEach(() => {
    jest.clearAllMocks();
    TestBed.configureTestingModule({
      providers: [
        provideWords(),
        provideRouter([]),
        provideHttpClient(withInterceptors([sessionInterceptor])),
        provideHttpClientTesting(),
        { provide: ServerEvents, useValue: events },
      ],
    });
    store = TestBed.inject(SessionStore);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  async function signedIn(): Promise<void> {
    const loading = store.load();
    http.expectOne('/api/session').flush(session);
    await loading;
  }

  const guard = (url: string) =>
    TestBed.runInInjectionContext(() =>
      sessionGuard({} as ActivatedRouteSnapshot, { url } as RouterStateSnapshot),
    ) as Promise<boolean | UrlTree>;

  it('tells everyone zone and permissions and listens for news', async () => {
    await signedIn();
    expect(store.status()).toBe('signed-in');
    expect(TestBed.inject(LocaleStore).timeZone()).toBe('Asia/Shanghai');
    expect(store.can('comments.read')).toBe(true);
    expect(store.can('sources.write')).toBe(false);
    expect(TestBed.inject(OwnAddress).email()).toBe('lin@example.com');
    expect(events.connect).toHaveBeenCalledTimes(1);
  });

  it.each([
    [401, problem('not-signed-in'), 'signed-out'],
    [403, problem('owner-missing'), 'owner-missing'],
    [502, 'bad gateway', 'unreachable'],
  ])('reads status %i as what it means', async (status, body, expected) => {
    const loading = store.load();
    http.expectOne('/api/session').flush(body, { status, statusText: 'refused' });
    await loading;
    expect(store.status()).toBe(expected);
  });

  it('calls an answer of another form unreachable', async () => {
    const loading = store.load();
    http.expectOne('/api/session').flush({ hello: 'proxy' });
    await loading;
    expect(store.status()).toBe('unreachable');
  });

  it('keeps the person when only the workspace changes', async () => {
    await signedIn();
    const saving = store.updateWorkspace({ timeZone: 'Europe/Berlin' });
    http
      .expectOne({ method: 'PATCH', url: '/api/workspace' })
      .flush({ ...session.workspace, timeZone: 'Europe/Berlin' });
    await saving;
    expect(store.session()?.user.name).toBe('Lin');
    expect(TestBed.inject(LocaleStore).timeZone()).toBe('Europe/Berlin');
  });

  it('takes permissions and news away on signing out', async () => {
    await signedIn();
    const leaving = store.signOut();
    http.expectOne({ method: 'DELETE', url: '/api/session' }).flush(null);
    await leaving;
    expect(store.session()).toBeNull();
    expect(store.can('comments.read')).toBe(false);
    expect(TestBed.inject(OwnAddress).email()).toBeNull();
    expect(events.disconnect).toHaveBeenCalled();
  });

  it.each([
    ['/comments?q=battery', 401, problem('not-signed-in'), '/sign-in?next=%2Fcomments%3Fq%3Dbattery'],
    ['/', 401, problem('not-signed-in'), '/sign-in'],
    ['/', 403, problem('owner-missing'), '/no-owner'],
    ['/', 502, '', '/unreachable?next=%2F'],
  ])('the guard sends %s with %i to the right page', async (url, status, body, target) => {
    const deciding = guard(url);
    http.expectOne('/api/session').flush(body, { status, statusText: 'refused' });
    expect(TestBed.inject(Router).serializeUrl((await deciding) as UrlTree)).toBe(target);
  });

  it('the guard asks the server once for a signed-in person', async () => {
    await signedIn();
    await expect(guard('/comments')).resolves.toBe(true);
  });

  it('goes to the sign-in page when the session ends while working', async () => {
    await signedIn();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const failing = store.removeDemo().catch(() => 'refused');
    http.expectOne('/api/demo').flush(problem('not-signed-in'), { status: 401, statusText: 'refused' });
    await expect(failing).resolves.toBe('refused');
    expect(store.status()).toBe('signed-out');
    expect(navigate).toHaveBeenCalledWith(['/sign-in'], { queryParams: { next: '/' } });
  });
});

describe('nextPath', () => {
  it.each([
    ['/comments?q=1', '/comments?q=1'],
    [null, '/'],
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('goes from %s to %s', (next, path) => expect(nextPath(next)).toBe(path));
});
