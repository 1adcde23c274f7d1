import * as z from 'zod';

/** Shorter ones are guessed: whoever has the file has all the time of the world. */
export const PASSPHRASE_LEAST = 12;

/** What a backup is sealed with. */
export const passphraseSchema = z.string().min(PASSPHRASE_LEAST).max(1000);

/** Name of a file in the folder of backups: when it was made, in UTC. */
export const backupNameSchema = z.string().regex(/^moodline-\d{8}-\d{6}\.backup$/);

/** Most files that are kept. */
export const KEEP_MOST = 60;

/** `PUT /api/backups/plan`. Without a passphrase, the one that is known stays. */
export const changeBackupPlanSchema = z.object({
  nightly: z.boolean(),
  /** In the workspace's zone. */
  hour: z.number().int().min(0).max(23),
  keep: z.number().int().min(1).max(KEEP_MOST),
  passphrase: passphraseSchema.optional(),
});
export type ChangeBackupPlan = z.infer<typeof changeBackupPlanSchema>;

/** Answer of `GET /api/backups`. */
export const backupsSchema = z.object({
  nightly: z.boolean(),
  hour: z.number().int(),
  keep: z.number().int(),
  hasPassphrase: z.boolean(),
  /** Where the files lie, on the machine that runs Moodline. */
  folder: z.string(),
  /** One is being made. */
  running: z.boolean(),
  /** When the last one was whole. */
  finishedAt: z.iso.datetime().nullable(),
  /** Why the last one failed; `code` is translated by the interface. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** The newest first. */
  files: z.array(z.object({ name: backupNameSchema, bytes: z.number().int(), madeAt: z.iso.datetime() })),
});
export type Backups = z.infer<typeof backupsSchema>;

/** `POST /api/backups/export` */
export const exportBackupSchema = z.object({ passphrase: passphraseSchema });
export type ExportBackup = z.infer<typeof exportBackupSchema>;
