import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  provideRouter,
  Router,
  type ActivatedRouteSnapshot,
  type RouterStateSnapshot,
  type UrlTree,
} from '@angular/router';
import { SessionStore } from '@moodline/accounts/web';
import { entranceGuard } from './entrance-guard';

describe('entranceGuard', () => {
  const session = signal<object | null>(null);
  const status = signal('signed-in');

  const guarded = async (url: string) => {
    const passed = (await TestBed.runInInjectionContext(() =>
      entranceGuard({} as ActivatedRouteSnapshot, { url } as RouterStateSnapshot),
    )) as boolean | UrlTree;
    return passed === true ? true : TestBed.inject(Router).serializeUrl(passed as UrlTree);
  };
  const startsWith = (path: string | null) => session.set({ user: { start: path && { view: 1, path } } });

  beforeEach(() => {
    status.set('signed-in');
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: SessionStore, useValue: { session, status, load: () => undefined } }],
    });
  });

  it('leads from the front page to the start page, and from no other page', async () => {
    startsWith('/themes?period=7d');
    expect(await guarded('/')).toBe('/themes?period=7d');
    expect(await guarded('/?period=7d')).toBe(true);
    expect(await guarded('/themes?period=7d')).toBe(true);
  });

  it('stays at the front page where that is the start page, or none was chosen', async () => {
    startsWith(null);
    expect(await guarded('/')).toBe(true);
    startsWith('/');
    expect(await guarded('/')).toBe(true);
  });

  it('asks who has not signed in to do so first', async () => {
    status.set('signed-out');
    expect(await guarded('/')).toBe('/sign-in');
  });
});
