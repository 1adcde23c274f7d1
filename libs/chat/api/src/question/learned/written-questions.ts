import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Temporal } from 'temporal-polyfill';
import { outsideReason } from '../outside';
import { plainQuestion, withoutCommands } from '../plain-question';
import type { QuestionLanguage } from '../question-language';
import { understand, type Surroundings, type Understanding } from '../understanding';

/** Questions written for the product, with what they ask for and ⟦⟧ round what they are about; ⟦-⟧ round what they leave out. */
const WRITTEN = 'libs/chat/api/eval/questions.tsv.gz';
/** Questions of `npm run eval -- chat`, with what is expected of each. */
const ASKED = 'tools/eval-chat';

/** A written question as it is read by the rules, and what is right. */
export interface WrittenQuestion {
  readonly read: Understanding;
  readonly intent: string;
  /** Empty where the question restricts to no mood, or to several. */
  readonly mood: string;
  /** As they stand in the text that is read; null where it was changed so much that they are not found in it. */
  readonly topics: readonly { readonly start: number; readonly end: number }[] | null;
}

/** A workspace for questions of any trade: its sources and days are those of the demo. */
const SURROUNDINGS: Surroundings = {
  now: {
    today: Temporal.PlainDate.from('2026-11-27'),
    moment: Temporal.ZonedDateTime.from('2026-11-27T15:30[UTC]'),
    first: Temporal.PlainDate.from('2026-09-29'),
  },
  sources: ['Weibo', 'App Store', 'YouTube', 'Forum'].map((name, id) => ({ id, name })),
  monitors: [],
};

/** @param rootDir where the product lies */
export function writtenQuestions(rootDir: string): WrittenQuestion[] {
  const [, ...lines] = gunzipSync(readFileSync(join(rootDir, WRITTEN)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return lines.flatMap((line) => {
    const [language, intent = '', , , moods = '', marked = ''] = line.split('\t');
    const read = readQuestion(marked.replace(/⟦-?|⟧/gu, ''), language as QuestionLanguage);
    return read ? [{ read, intent, mood: moods.includes(',') ? '' : moods, topics: topicsOf(marked, read) }] : [];
  });
}

function readQuestion(question: string, language: QuestionLanguage): Understanding | null {
  const plain = plainQuestion(withoutCommands(question), language);
  return plain ? understand(plain, language, SURROUNDINGS) : null;
}

function topicsOf(marked: string, read: Understanding): WrittenQuestion['topics'] {
  const names = [...marked.matchAll(/⟦([^⟧]*)⟧/gu)].map(([, name = '']) => name);
  return placesOf(
    names.filter((name) => !name.startsWith('-')),
    read,
  );
}

/** Places of names in the text that is read; null where one of them is not found in it. */
function placesOf(names: readonly string[], { text, language }: Understanding): WrittenQuestion['topics'] {
  const lower = text.toLowerCase();
  const spans = names.map((name) => {
    const words = plainQuestion(name, language).toLowerCase();
    const start = lower.indexOf(words);
    return start < 0 ? null : { start, end: start + words.length };
  });
  return spans.some((span) => span === null) ? null : spans.flatMap((span) => span ?? []);
}

/** The questions that the product is asked in its evaluation: what they want is known, too. Those that go on from others are left out. */
export function askedQuestions(rootDir: string): WrittenQuestion[] {
  const files = readdirSync(join(rootDir, ASKED)).filter((name) => name.endsWith('.txt'));
  return files.flatMap((name) => {
    const language = name.split('.').at(-2) as QuestionLanguage;
    const lines = readFileSync(join(rootDir, ASKED, name), 'utf8').split('\n');
    return lines.flatMap((line) => {
      const [question = '', expected = '', scope = ''] = line.split('||').map((part) => part.trim());
      const read = /^[#>]|^$/u.test(question) ? null : readQuestion(question.replace(/^\? */u, ''), language);
      const intent = read && intentOfAsked(expected, read);
      return read && intent
        ? [{ read, intent, mood: /label:(\w+)/u.exec(scope)?.[1] ?? '', topics: topicsOfAsked(scope, read) }]
        : [];
    });
  });
}

/** What a scope of the evaluation names as a topic: listed with commas, in quotes where the very words are meant. An event is a topic or none. */
function topicsOfAsked(scope: string, read: Understanding): WrittenQuestion['topics'] {
  const topic = /topic:(.+?)(?= \w+:|$)/u.exec(scope)?.[1];
  if (topic) return placesOf(topic.replace(/"/g, '').split(', '), read);
  return scope.includes('event:') ? null : [];
}

function intentOfAsked(expected: string, read: Understanding): string | null {
  const [intent = ''] = expected.split(' ');
  if (intent === 'back:unclear') return 'unclear';
  if (intent === 'off') return (outsideReason(read) ?? 'other') === 'other' ? 'other' : 'not-known';
  return /^[a-z]+$/u.test(intent) ? intent : null;
}
