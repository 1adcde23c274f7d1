import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, dayOf, type IncomingComment } from '@moodline/comments/api';
import { LANGUAGES } from '@moodline/shared/contract';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** The demo's sources by their key in the files. */
export const DEMO_SOURCES = { weibo: 'Weibo', 'app-store': 'App Store', youtube: 'YouTube', forum: 'Forum' } as const;
export type DemoSource = keyof typeof DEMO_SOURCES;

/** Days the demo spans; the last is today. */
const DAYS = 60;

const lineSchema = z.object({
  day: z
    .number()
    .int()
    .min(0)
    .max(DAYS - 1),
  time: z.string().regex(/^\d{2}:\d{2}$/),
  source: z.enum(Object.keys(DEMO_SOURCES) as [DemoSource, ...DemoSource[]]),
  language: z.enum(LANGUAGES),
  text: z.string().min(1),
  likes: z.number().int().min(0),
  /** Of the app, as the App Store tells it. */
  version: z.string().optional(),
});

/**
 * Reads the demo's comments (`*.jsonl`, one a line) and moves them to the days before now, in a zone.
 * What would be written later today is left out.
 */
export function readDemoComments(folder: string, timeZone: string, now: Date): Map<DemoSource, IncomingComment[]> {
  const firstDay = addDays(dayOf(now, timeZone), 1 - DAYS);
  const comments = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readLines(folder, name, { firstDay, timeZone }));
  const past = comments.filter(({ comment }) => comment.publishedAt < now);
  return new Map(
    [...Map.groupBy(past, ({ source }) => source)].map(([source, entries]) => [
      source,
      entries.map(({ comment }) => comment),
    ]),
  );
}

function readLines(folder: string, name: string, { firstDay, timeZone }: { firstDay: string; timeZone: string }) {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (!line.trim()) return [];
    const { day, time, source, language, text, likes, version } = lineSchema.parse(JSON.parse(line));
    const publishedAt = new Date(
      Temporal.PlainDateTime.from(`${addDays(firstDay, day)}T${time}`).toZonedDateTime(timeZone).epochMilliseconds,
    );
    const comment: IncomingComment = {
      externalId: `${name}:${index + 1}`,
      text,
      publishedAt,
      language,
      engagement: likes,
      version: version ?? null,
    };
    return [{ source, comment }];
  });
}
