import { loadSettings } from '@moodline/shared/config';
import { AppModule } from './app.module';
import { routesOf } from './openapi/routes';

describe('routes', () => {
  const routes = routesOf(AppModule.forRoot(loadSettings(), 'postgresql://unused', '/dev/null'));

  it('are all found', () => expect(routes.length).toBeGreaterThan(80));

  it('declare a permission, or that they are public, and never both', () => {
    expect(routes.filter(({ permission, isPublic }) => Boolean(permission) === Boolean(isPublic))).toEqual([]);
  });

  it('check every part of their path and take no two that are the same', () => {
    expect(
      routes.flatMap(({ name, params }) =>
        Object.entries(params).flatMap(([param, schema]) => (schema === null ? [`${name} :${param}`] : [])),
      ),
    ).toEqual([]);
    const addresses = routes.map(({ method, path }) => `${method} ${path}`);
    expect(addresses.filter((address, place) => addresses.indexOf(address) !== place)).toEqual([]);
  });

  it('are public for health, signing in, one-time links, signed deliveries and links of reports only', () => {
    expect(
      routes
        .filter(({ isPublic }) => isPublic)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'AccountsController.open',
      'AccountsController.openLink',
      'AccountsController.resetPassword',
      'HealthController.health',
      'HooksController.receive',
      'MembersController.accept',
      'MembersController.look',
      'SharedReportsController.ask',
      'SharedReportsController.page',
      'SharedReportsController.unsubscribe',
      'SingleSignOnController.back',
      'SingleSignOnController.begin',
      'SingleSignOnController.finish',
      'SingleSignOnController.offer',
    ]);
  });
});
