import { MODULE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import type { DynamicModule, Type } from '@nestjs/common';
import { loadSettings } from '@moodline/shared/config';
import { PERMISSION_KEY, PUBLIC_KEY } from '@moodline/shared/http';
import { AppModule } from './app.module';

type Imported = Type | DynamicModule | { forwardRef: () => Type };

/** All controllers of a module and of what it imports. */
function controllersOf(imported: Imported, seen = new Set<unknown>()): Type[] {
  const dynamic = 'module' in imported ? imported : null;
  const module = (dynamic?.module ?? imported) as Type;
  if (seen.has(module) && !dynamic) return [];
  seen.add(module);
  const metadata = (key: string) => (Reflect.getMetadata(key, module) as Imported[] | undefined) ?? [];
  const inside = [...metadata(MODULE_METADATA.IMPORTS), ...((dynamic?.imports ?? []) as Imported[])].flatMap((next) =>
    controllersOf(next, seen),
  );
  return [...(metadata(MODULE_METADATA.CONTROLLERS) as Type[]), ...inside];
}

interface Route {
  readonly name: string;
  readonly permission: unknown;
  readonly isPublic: unknown;
}

function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((method) => {
    const handler = prototype[method];
    if (typeof handler !== 'function' || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return [];
    const read = (key: string) => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
    return {
      name: `${controller.name}.${method} ${String(Reflect.getMetadata(PATH_METADATA, handler))}`,
      permission: read(PERMISSION_KEY),
      isPublic: read(PUBLIC_KEY),
    };
  });
}

describe('routes', () => {
  const routes = [
    ...new Set(controllersOf(AppModule.forRoot(loadSettings(), 'postgresql://unused', '/dev/null'))),
  ].flatMap(routesOf);

  it('are all found', () => expect(routes.length).toBeGreaterThan(20));

  it('declare a permission, or that they are public, and never both', () => {
    expect(routes.filter(({ permission, isPublic }) => Boolean(permission) === Boolean(isPublic))).toEqual([]);
  });

  it('are public for health, signing in, the owner link and signed deliveries only', () => {
    expect(
      routes
        .filter(({ isPublic }) => isPublic)
        .map(({ name }) => name.split(' ')[0])
        .sort(),
    ).toEqual([
      'AccountsController.open',
      'AccountsController.openLink',
      'HealthController.health',
      'HooksController.receive',
    ]);
  });
});
