import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DEMO = join(__dirname, '../../../../prisma/seed/demo');

/** So many comments of the demo, spread evenly over its files: all languages and lengths, the same ones each time. */
export function demoComments(count: number): string[] {
  const files = readdirSync(DEMO)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  const all = files
    .flatMap((name) => readFileSync(join(DEMO, name), 'utf8').trim().split('\n'))
    .map((line) => (JSON.parse(line) as { text: string }).text);
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] ?? '');
}

/** Questions as people type them into the chat, in English. */
export function questions(): string[] {
  const topics = ['battery', 'price', 'delivery', 'the app', 'customer service', 'noise cancelling'];
  const frames = [
    (topic: string) => `what are people complaining about regarding ${topic}`,
    (topic: string) => `how has mood about ${topic} moved since april`,
    (topic: string) => `compare ${topic} this month with last month`,
    (topic: string) => `why did ${topic} get worse last week?`,
    (topic: string) => `show me quotes on ${topic}`,
    (topic: string) => `which source likes ${topic} most`,
    (topic: string) => `what do they praise about ${topic}?`,
    (topic: string) => `write a report on ${topic} for my boss`,
  ];
  return topics.flatMap((topic) => frames.map((frame) => frame(topic)));
}
