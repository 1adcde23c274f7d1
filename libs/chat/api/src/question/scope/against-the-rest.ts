import type { Understanding } from '../understanding';

const THE_REST =
  /\b(?:than|vs|versus|against|compared (?:to|with)|next to) (?:(?:all|any|every|the|our|most) )*(?:of )?(?:the )?(?:rest|others?|other (?:sources?|platforms?|channels?|sites?)|everywhere else|anywhere else|elsewhere|average|everyone else)\b/iu;

/** "Is the forum gloomier than everywhere else?": all sources in their order show where the one that is named stands. */
export const againstTheRest = (read: Understanding): Understanding =>
  read.language === 'en' && read.sources.length === 1 && THE_REST.test(read.text)
    ? {
        ...read,
        sources: [],
        by: 'source',
        intents: ['ranking', ...read.intents.filter((intent) => intent === 'share')],
      }
    : read;
