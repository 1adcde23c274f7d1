import { z } from 'zod';

export const INTENTS = [
  'trend',
  'compare',
  'why',
  'complaints',
  'praise',
  'source',
  'topic',
  'quotes',
  'share',
  'alert',
  'report',
  'help',
  'other',
] as const;
export const intentSchema = z.enum(INTENTS);
export type Intent = z.infer<typeof intentSchema>;
