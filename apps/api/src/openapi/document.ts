import { problemSchema } from '@moodline/shared/contract';
import * as z from 'zod';
import type { Route } from './routes';

type Json = Readonly<Record<string, unknown>>;

/** Docstrings of handlers by `Class.method`, and of contracts by the name of the schema. */
export interface Descriptions {
  readonly handlers: Readonly<Record<string, string>>;
  readonly schemas: Readonly<Record<string, string>>;
}

/** An operation of {@link OpenApi}, as far as the page that shows it needs it. */
export interface Operation extends Json {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
}

/** An OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1.html). */
export interface OpenApi {
  readonly openapi: '3.1.1';
  readonly info: Json;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Json & { readonly schemas: Readonly<Record<string, Json>> };
}

/**
 * Describes the API from its routes and contracts.
 * @param names schemas that get a place of their own; all others stand where they are used
 */
export function openApi(
  routes: readonly Route[],
  names: ReadonlyMap<z.ZodType, string>,
  descriptions: Descriptions,
): OpenApi {
  const schemas = new Schemas(names, descriptions.schemas);
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method] = operation(route, schemas, descriptions);
  }
  const problem = schemas.output(problemSchema);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Moodline',
      version: '1',
      description:
        'Every answer that is an error is a Problem. Scripts send the token of the data folder as `Authorization: Bearer …`; browsers have a session cookie.',
    },
    paths,
    components: {
      responses: {
        Problem: {
          description: 'What went wrong and what to do',
          content: { 'application/json': { schema: problem } },
        },
      },
      schemas: schemas.all(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operation(route: Route, schemas: Schemas, { handlers }: Descriptions): Operation {
  const [controller = '', method = ''] = route.name.split('.');
  return {
    operationId: `${controller.replace('Controller', '')}_${method}`,
    summary: handlers[route.name] ?? '',
    tags: [controller.replace('Controller', '')],
    ...(route.permission && { 'x-permission': route.permission }),
    security: route.isPublic ? [] : [{ token: [] }],
    parameters: [...pathParameters(route, schemas), ...queryParameters(route, schemas)],
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemas.input(route.body) } } },
    }),
    responses: {
      [route.status]: answer(route, schemas),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function answer({ answer }: Route, schemas: Schemas): Json {
  const description = answer?.type ? 'What was asked for' : 'Done';
  if (!answer?.type) return { description };
  const media = answer.schema ? { schema: schemas.output(answer.schema) } : {};
  return { description, content: { [answer.type]: media } };
}

const pathParameters = ({ params }: Route, schemas: Schemas): Json[] =>
  Object.entries(params).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: schema ? schemas.input(schema) : { type: 'string' },
  }));

function queryParameters({ query }: Route, schemas: Schemas): Json[] {
  if (!(query instanceof z.ZodObject)) return [];
  return Object.entries(query.shape as Readonly<Record<string, z.ZodType>>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    // Lists travel as one text, separated by commas.
    style: 'form',
    explode: false,
    schema: schemas.input(schema),
  }));
}

/** JSON Schemas of contracts. What a contract makes of its input may differ from the input: bodies get the suffix `Input`. */
class Schemas {
  private readonly named: Record<string, Json> = {};

  constructor(
    private readonly names: ReadonlyMap<z.ZodType, string>,
    private readonly descriptions: Readonly<Record<string, string>>,
  ) {}

  /** As clients send it. */
  input(schema: z.ZodType): Json {
    return this.shown(schema, 'input');
  }

  /** As the server answers it. */
  output(schema: z.ZodType): Json {
    return this.shown(schema, 'output');
  }

  all(): Readonly<Record<string, Json>> {
    return Object.fromEntries(Object.entries(this.named).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private shown(schema: z.ZodType, io: 'input' | 'output'): Json {
    const whole = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema, path }) => {
        const part = zodSchema as unknown as z.ZodType;
        const name = path.length ? this.names.get(part) : undefined;
        if (!name || !isNamed(jsonSchema)) return;
        const reference = this.refer(name, part, io);
        for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Record<string, unknown>)[key];
        Object.assign(jsonSchema, reference);
      },
    }) as Record<string, unknown>;
    delete whole['$schema'];
    const name = this.names.get(schema);
    if (!name || !isNamed(whole)) return whole;
    return this.keep(name, io, whole);
  }

  private refer(name: string, schema: z.ZodType, io: 'input' | 'output'): Json {
    const key = io === 'input' ? `${name}Input` : name;
    if (!(key in this.named)) this.shown(schema, io);
    return { $ref: `#/components/schemas/${key}` };
  }

  private keep(name: string, io: 'input' | 'output', schema: Json): Json {
    const key = io === 'input' ? `${name}Input` : name;
    const description = this.descriptions[name];
    this.named[key] ??= { ...(description && { description }), ...schema };
    return { $ref: `#/components/schemas/${key}` };
  }
}

/** Objects and lists of words get a place of their own; a plain number or text stands where it is used. */
const isNamed = (schema: object): boolean => ['properties', 'enum', 'oneOf', 'anyOf'].some((key) => key in schema);
