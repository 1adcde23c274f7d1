import { inject, Injector, runInInjectionContext } from '@angular/core';
import { Router, type CanActivateFn, type GuardResult } from '@angular/router';
import { SessionStore, sessionGuard } from '@moodline/accounts/web/start';

/** Lets signed-in people pass. Whoever comes to the front page and chose another one to begin with goes there. */
export const entranceGuard: CanActivateFn = async (route, state) => {
  const [injector, router, session] = [inject(Injector), inject(Router), inject(SessionStore)];
  const passed = (await runInInjectionContext(injector, () => sessionGuard(route, state))) as GuardResult;
  if (passed !== true || state.url !== '/') return passed;
  const path = session.session()?.user.start?.path;
  return path && path !== '/' ? router.parseUrl(path) : true;
};
