import * as accounts from '@moodline/accounts/contract';
import * as alerts from '@moodline/alerts/contract';
import * as chat from '@moodline/chat/contract';
import * as comments from '@moodline/comments/contract';
import * as languageModel from '@moodline/language-model/contract';
import * as notify from '@moodline/notify/contract';
import * as reports from '@moodline/reports/contract';
import * as sentiment from '@moodline/sentiment/contract';
import * as shared from '@moodline/shared/contract';
import * as sources from '@moodline/sources/contract';
import * as trends from '@moodline/trends/contract';
import * as z from 'zod';

const CONTRACTS = [
  shared,
  accounts,
  alerts,
  chat,
  comments,
  languageModel,
  notify,
  reports,
  sentiment,
  sources,
  trends,
];

/** The name of each schema that a contract exports: `commentPageSchema` is `CommentPage`. */
export function contractNames(): ReadonlyMap<z.ZodType, string> {
  const names = new Map<z.ZodType, string>();
  for (const contract of CONTRACTS) {
    for (const [name, schema] of Object.entries(contract as Readonly<Record<string, unknown>>)) {
      if (!(schema instanceof z.ZodType) || !name.endsWith('Schema') || names.has(schema)) continue;
      names.set(schema, name.charAt(0).toUpperCase() + name.slice(1, -'Schema'.length));
    }
  }
  return names;
}
