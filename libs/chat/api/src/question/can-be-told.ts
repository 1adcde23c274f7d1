import { pointsBack } from './anchors';
import type { Wanted } from './wanted';
import { holdsName } from './scope/compound-topic';
import { topicRow } from './scope/topic-words';
import { CHINESE_WORDS } from './scope/vocabulary.zh';
import { LEXICONS, type Understanding } from './understanding';

/** Speaks of something, and of nothing that comments are about. */
export const isOffTopic = (read: Understanding): boolean =>
  read.topics.length > 0 &&
  !read.topics.some(({ words, exact }) => exact || holdsName(words, read.language)) &&
  !LEXICONS[read.language].own.test(read.text) &&
  !pointsBack(read);

/** "Compare" needs two things; and which source moved most is not counted. */
export function canBeTold(read: Understanding, wanted: Wanted, follows: boolean): boolean {
  if (read.language !== 'en') return true;
  const places =
    (wanted.intent === 'ranking' && wanted.by !== 'theme') ||
    /\bwhich (?:one|of (?:them|these|those))\b/iu.test(read.text);
  if (places && EN_MOVED_MOST.test(read.text)) return false;
  const things = [read.sources, read.languages, read.monitors, read.topics, read.periods].some(
    ({ length }) => length > 1,
  );
  return (
    follows ||
    !/^(?:please )?compare\b/iu.test(read.text) ||
    things ||
    read.places.length > 0 ||
    read.compared !== null ||
    read.by !== null ||
    read.event !== null ||
    read.earlier
  );
}

const EN_MOVED_MOST =
  /\b(?:improv(?:ed|es|ing)|worsen(?:ed|ing)|recovered|dropped|fell|fallen|rose|risen|grew|grown|gained|lost|changed|moved|swung)\b.{0,16}\b(?:most|least|fastest|furthest)\b|\bmost improved\b/iu;
/** Words for comments. */
export const NOUN = /\b(?:comments?|reviews?|posts?|mentions?|messages?|tweets?)\b|评论|コメント|レビュー/iu;
/** Asks for what moved most. */
export const MOVED_MOST =
  /\b(?:biggest|largest|steepest|sharpest) (?:single[- ]day|one[- ]day|daily|weekly) (?:drop|fall|rise|jump|swing|change|decline|gain)\b|(?:波动|变化|起伏|上涨|下跌|下降|上升|好转|恶化|进步|退步)得?最(?:大|多|快|猛|厉害|明显)|(?:変動|変化|振れ|伸び|増え方|悪化|改善)(?:が|の)?(?:一番|最も)\S{0,3}|(?:一番|最も)(?:変動|変化|伸び|増え|減|悪化|改善|急に)\S{0,4}/u;

/** Whether a question is its topics and nothing else. */
export const isBare = (
  { text, topics, sources, periods, language }: Understanding,
  empty = language === 'zh' ? CHINESE_WORDS : /$^/u,
): boolean =>
  topics.length <= 2 &&
  (topics.every(({ words }) => topicRow(words)) || !sources.length) &&
  !periods.length &&
  !/\p{L}/u.test(
    topics
      .reduce((left, { words }) => left.replace(words, ' '), text)
      .replace(empty, ' ')
      .replace(/(?:的|呢|吗|说|は|って|and|the)/giu, ' '),
  );
