import { RequestMethod, type DynamicModule, type Type } from '@nestjs/common';
import {
  HTTP_CODE_METADATA,
  METHOD_METADATA,
  MODULE_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { Permission } from '@moodline/shared/contract';
import { ANSWER_KEY, PERMISSION_KEY, PUBLIC_KEY, ZodPipe, type Answer } from '@moodline/shared/http';
import type * as z from 'zod';

type Imported = Type | DynamicModule | { forwardRef: () => Type };
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A handler as HTTP sees it. */
export interface Route {
  /** Class and method, such as `SourcesController.create`. */
  readonly name: string;
  readonly method: Method;
  /** Whole path with parameters as `:id`. */
  readonly path: string;
  readonly permission: Permission | undefined;
  readonly isPublic: boolean;
  readonly status: number;
  /** Parts of the path; null where the handler takes one without a check, undefined where it takes it not at all. */
  readonly params: Readonly<Record<string, z.ZodType | null | undefined>>;
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
  readonly answer: Answer | undefined;
}

/** All routes of an application's module, sorted by path. */
export function routesOf(module: DynamicModule): Route[] {
  const routes = [...new Set(controllersOf(module))].flatMap(ofController);
  return routes.sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
}

/** All controllers of a module and of what it imports. */
function controllersOf(imported: Imported, seen = new Set<unknown>()): Type[] {
  const dynamic = 'module' in imported ? imported : null;
  const module = (dynamic?.module ?? imported) as Type;
  if (seen.has(module) && !dynamic) return [];
  seen.add(module);
  const metadata = (key: string) => (Reflect.getMetadata(key, module) as Imported[] | undefined) ?? [];
  const inside = [...metadata(MODULE_METADATA.IMPORTS), ...((dynamic?.imports ?? []) as Imported[])];
  const own = [...metadata(MODULE_METADATA.CONTROLLERS), ...(dynamic?.controllers ?? [])] as Type[];
  return [...own, ...inside.flatMap((next) => controllersOf(next, seen))];
}

function ofController(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const method =
      typeof handler === 'function' ? (Reflect.getMetadata(METHOD_METADATA, handler) as number) : undefined;
    return method === undefined ? [] : [ofHandler(controller, name, RequestMethod[method]?.toLowerCase() as Method)];
  });
}

function ofHandler(controller: Type, name: string, method: Method): Route {
  const handler = (controller.prototype as Record<string, object>)[name] as object;
  const read = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
  const own = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)];
  const path = own.flatMap((part: unknown) => String(part ?? '').split('/')).filter(Boolean);
  const inputs = inputsOf(controller, name);
  return {
    name: `${controller.name}.${name}`,
    method,
    path: `/${['api', ...path].join('/')}`,
    permission: read(PERMISSION_KEY) as Permission | undefined,
    isPublic: read(PUBLIC_KEY) === true,
    status: (read(HTTP_CODE_METADATA) as number | undefined) ?? (method === 'post' ? 201 : 200),
    params: Object.fromEntries(
      path.filter((part) => part.startsWith(':')).map((part) => [part.slice(1), inputs.get(part)]),
    ),
    query: inputs.get('query') ?? undefined,
    body: inputs.get('body') ?? undefined,
    answer: Reflect.getMetadata(ANSWER_KEY, handler) as Answer | undefined,
  };
}

/** The contracts that the parameters of a handler are checked against: `query`, `body`, and `:name` of a part of the path. */
function inputsOf(controller: Type, name: string): Map<string, z.ZodType | null> {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Readonly<
    Record<string, { readonly data?: unknown; readonly pipes?: readonly unknown[] }>
  >;
  const inputs = new Map<string, z.ZodType | null>();
  for (const [key, { data, pipes = [] }] of Object.entries(parameters)) {
    const pipe = pipes.find((one) => one instanceof ZodPipe);
    const kind = Number(key.split(':')[0]);
    const schema = pipe?.schema ?? null;
    if (kind === Number(RouteParamtypes.QUERY)) inputs.set('query', schema);
    if (kind === Number(RouteParamtypes.BODY)) inputs.set('body', schema);
    if (kind === Number(RouteParamtypes.PARAM)) inputs.set(`:${String(data)}`, schema);
  }
  return inputs;
}
