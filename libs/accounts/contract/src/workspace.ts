import * as z from 'zod';

/** A time zone name of the IANA database. */
export const timeZoneSchema = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  },
  { message: 'Use an IANA time zone such as Asia/Shanghai' },
);

export const workspaceSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  timeZone: z.string(),
  hasDemo: z.boolean(),
});
export type Workspace = z.infer<typeof workspaceSchema>;

export const updateWorkspaceSchema = z.object({
  name: z.string().trim().min(1).max(80).optional(),
  timeZone: timeZoneSchema.optional(),
});
export type UpdateWorkspace = z.infer<typeof updateWorkspaceSchema>;
