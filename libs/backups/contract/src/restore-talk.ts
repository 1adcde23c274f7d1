import * as z from 'zod';

/** What the command line sends to the program that restores, over their channel. */
export const restoreOrderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('begin'),
    file: z.string(),
    passphrase: z.string(),
    /** The data folder; that of the settings where none was named. */
    dataDir: z.string().optional(),
    /** A list of who and what was forgotten since the backup was made. */
    forgotten: z.string().optional(),
  }),
  z.object({ kind: z.literal('answer'), replace: z.boolean() }),
]);
export type RestoreOrder = z.infer<typeof restoreOrderSchema>;

/** What that program sends back. */
export const restoreNewsSchema = z.discriminatedUnion('kind', [
  /** These workspaces are there and would be replaced. */
  z.object({ kind: z.literal('confirm'), workspaces: z.array(z.string()), madeAt: z.iso.datetime() }),
  z.object({ kind: z.literal('progress'), words: z.string() }),
  z.object({
    kind: z.literal('done'),
    madeAt: z.iso.datetime(),
    tables: z.number().int(),
    rows: z.number().int(),
    dataDir: z.string(),
    /** Entries of lists of the forgotten: those that were carried over, and those of an installation with another key. */
    forgotten: z.object({ carried: z.number().int(), lost: z.number().int() }),
    /** Where the settings of the other installation were written down; null where nothing had been set. */
    settingsFile: z.string().nullable(),
  }),
  z.object({ kind: z.literal('failed'), code: z.string(), message: z.string() }),
]);
export type RestoreNews = z.infer<typeof restoreNewsSchema>;
