import { pageQuerySchema } from '@moodline/shared/contract';
import * as z from 'zod';
import { channelKindSchema } from './channel-kind';

/**
 * Where a delivery stands: it waits; a worker has it; its bytes may be on their way; the service took it; it was given up; the worker
 * ended between sending and the answer, so that nobody knows whether it arrived.
 */
export const DELIVERY_STATES = ['queued', 'taken', 'sending', 'sent', 'failed', 'uncertain'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** `GET /api/deliveries`: one notice to one channel, newest first. `nextTryAt` is null when there is none to come. */
export const deliverySchema = z.object({
  id: z.number().int(),
  channel: z.object({ id: z.number().int(), name: z.string(), kind: channelKindSchema }),
  title: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number().int(),
  /** Messages into which it was split, and how many of them the service took. */
  parts: z.number().int().nullable(),
  partsSent: z.number().int(),
  createdAt: z.string(),
  nextTryAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const deliveryPageSchema = z.object({ items: z.array(deliverySchema), nextCursor: z.string().nullable() });
export type DeliveryPage = z.infer<typeof deliveryPageSchema>;

export const deliveryQuerySchema = pageQuerySchema.extend({ channel: z.coerce.number().int().positive().optional() });
export type DeliveryQuery = z.infer<typeof deliveryQuerySchema>;
