import * as z from 'zod';

/** A page of the dashboard with what it shows: path and query. Never another site: it begins with one slash. */
export const viewPathSchema = z
  .string()
  .max(2_000)
  .regex(/^\/(?![/\\])[^\s\\]*$/, { error: 'Give the path of a page, such as /themes?period=7d.' });

/** `GET /api/views`: a page that somebody saved under a name: one's own, and those that are shared with everybody of the workspace. */
export const savedViewSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  path: z.string(),
  shared: z.boolean(),
  /** Whether it is one's own, to be changed and removed. */
  own: z.boolean(),
  /** Who saved it. */
  by: z.string(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** `POST /api/views`. One's own view of the same name is replaced. */
export const saveViewSchema = z.object({
  name: z.string().trim().min(1).max(60),
  path: viewPathSchema,
  shared: z.boolean().default(false),
});
export type SaveView = z.infer<typeof saveViewSchema>;

/** `PATCH /api/views/:id` */
export const updateViewSchema = z.object({ shared: z.boolean() });
export type UpdateView = z.infer<typeof updateViewSchema>;

/** `PUT /api/start-page`: the view with which the dashboard opens; null for the overview. */
export const startPageSchema = z.object({ view: z.number().int().positive().nullable() });
export type StartPage = z.infer<typeof startPageSchema>;
