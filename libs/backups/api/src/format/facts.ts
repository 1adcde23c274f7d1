import * as z from 'zod';

/** Grows with each change that a former Moodline could not read. */
export const LAYOUT = 1;

/** The first record: what the backup is of. */
export const manifestSchema = z.object({
  layout: z.number().int(),
  madeAt: z.iso.datetime(),
  workspaces: z.array(z.object({ name: z.string() })),
  /** Names of the migrations that the database had. */
  migrations: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The second record: what makes the rows readable, and what had been set. */
export const keysSchema = z.object({
  /** Hex. With it names of authors are hashed. */
  authorKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Hex. With it the keys of sources, channels and model servers are sealed in the rows. */
  secretKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Settings that were given and belong to no machine. */
  settings: z.record(z.string(), z.string()),
});
export type InstallationKeys = z.infer<typeof keysSchema>;

/** Before the rows of a table. */
export const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()) });
export type BackedUpTable = z.infer<typeof tableSchema>;

/** After the rows of a table. */
export const tableEndSchema = z.object({ rows: z.number().int() });

/** The last record. */
export const endSchema = z.object({
  tables: z.number().int(),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^\d+$/) })),
});
export type BackupEnd = z.infer<typeof endSchema>;
