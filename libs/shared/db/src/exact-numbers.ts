import type { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlQueryable, type SqlResultSet } from '@prisma/driver-adapter-utils';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/**
 * Reads PostgreSQL's `bigint` (ids of comments, counts, sums) as a number instead of a BigInt, for every query of a client: the
 * one place where that is decided. Model calls give a BigInt all the same, as their generated types say: ask for ids by SQL.
 * @throws RangeError for a value that a number cannot hold exactly: nothing is rounded
 */
export function withExactNumbers<Factory extends Pick<PrismaPg, 'connect'>>(factory: Factory): Factory {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => ofAdapter(await connect());
  return factory;
}

function ofAdapter(adapter: Adapter): Adapter {
  const start = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (isolation) => reading(await start(isolation));
  return reading(adapter);
}

function reading<Queryable extends SqlQueryable>(queryable: Queryable): Queryable {
  const read = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query) => numbered(await read(query));
  return queryable;
}

function numbered(result: SqlResultSet): SqlResultSet {
  const single = places(result, ColumnTypeEnum.Int64);
  const lists = places(result, ColumnTypeEnum.Int64Array);
  if (!single.length && !lists.length) return result;
  for (const row of result.rows) {
    for (const place of single) row[place] = exact(row[place]);
    for (const place of lists) row[place] = Array.isArray(row[place]) ? row[place].map(exact) : row[place];
  }
  const columnTypes = result.columnTypes.map((type) => NUMBERED.get(type) ?? type);
  return { ...result, columnTypes };
}

/** A double holds every whole number below 2^53. */
const NUMBERED = new Map<number, SqlResultSet['columnTypes'][number]>([
  [ColumnTypeEnum.Int64, ColumnTypeEnum.Double],
  [ColumnTypeEnum.Int64Array, ColumnTypeEnum.DoubleArray],
]);

const places = ({ columnTypes }: SqlResultSet, wanted: number): number[] =>
  columnTypes.flatMap((type, place) => (type === wanted ? [place] : []));

function exact(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${String(value)} cannot be read exactly as a number`);
  return number;
}
