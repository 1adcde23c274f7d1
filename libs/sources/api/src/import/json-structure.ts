import type { Clock } from './column-recognition';
import { isTitleName, nameRank } from './column-names';
import { recogniseColumns } from './column-recognition';
import { ANSWERS, objectsAbove, openersOf, type SingleObject } from './json-openers';
import { placeKey, placeName, placesOf, type Place, type PlaceRows } from './json-places';

/** Where the comments of a JSON file stand. */
export interface JsonStructure {
  /** The place whose columns are those of the file. */
  readonly main: Place;
  /** The places of comments in lists: of the comments, of their answers and of other lists that are built alike. */
  readonly comments: readonly Place[];
  /** Objects at these places are read one by one from the stream. */
  readonly elements: readonly Place[];
  readonly columns: readonly string[];
  /** Names of all places that could hold comments; the one that is read first. */
  readonly parts: readonly string[];
  /** How many rows of the sample the places have that are left out. */
  readonly leftOut: number;
  /**
   * Finds the posts that stand in no list and count as comments.
   * @param rest the file without its comments: lists end before the first of them
   */
  posts(rest: unknown): readonly SingleObject[];
}

/** Rows of a place that decide whether it holds comments. */
const SAMPLE = 100;
/** Elements that have to lie in the sample before a whole list of larger objects is read one by one. */
const ENOUGH_ELEMENTS = 8;
const COMMENTS = /comment|repl(?:y|ies)|review|message|tweet|danmaku|评论|回复|弹幕|留言|コメント/i;
/** Beside comments and reviews, messages of the same account are talk. */
const OPINIONS = /comment|repl(?:y|ies)|review|danmaku|评论|回复|弹幕|コメント/i;
const OTHERS =
  /user|author|member|account|profile|owner|media|place|poll|product|video|hashtag|tag|entit|attachment|image|photo|badge|includes/i;

/** What somebody else said, which an answer of an interface holds beside what was asked for. */
const QUOTED = /^(?:includes?|quoted|referenced|retweeted)(?:$|_|[A-Z])/;

/** What a list is worth less whose words are titles. */
const TITLE_ALONE = 0.5;

interface Judged extends PlaceRows {
  readonly score: number;
  readonly text: string;
  readonly time: string;
}

/**
 * Finds the comments in a piece of JSON: own words with a time of their own. Comments that stand below a post go before the post.
 * @param wanted name of the place that is to be read
 * @param whole the piece is the whole file
 * @returns null when there is no list of objects
 */
export function findComments(
  value: unknown,
  clock: Clock,
  { wanted, whole }: { wanted?: string; whole: boolean },
): JsonStructure | null {
  const places = placesOf(value);
  const judged = judgedOf(places, clock);
  const list = withAnswers(judged[0], judged);
  const post = postAbove(value, list, clock);
  const asked = wanted === undefined ? undefined : [...judged, ...(post ? [post] : [])].find(isCalled(wanted));
  const main = asked ?? (post && isAlone(post, list) ? post : list);
  if (!main) return null;
  const below = judged.filter((other) => other !== main && belongsTo(main, other));
  const comments = [...(main === post ? [] : [main]), ...below].map(({ place }) => place);
  const posts = (rest: unknown) =>
    main === post
      ? objectsAbove(rest, list?.place ?? null).filter(({ place }) => placeKey(place) === placeKey(post.place))
      : openersOf(rest, main);
  const opening = posts(value);
  const lists = judged.filter(({ place, score }) => score > 1 && !comments.includes(place));
  const others = post && main !== post && !opening.length ? [...lists, post] : lists;
  const answers = judged.filter(({ place }) => place !== main.place && comments.includes(place));
  const known = new Set(columnsIn(main).map(lastStep));
  const ofOpeners = opening
    .flatMap(({ values }) => [...values.keys()])
    .filter((column) => isOfOpeners(column) && !known.has(lastStep(column)));
  return {
    main: main.place,
    comments,
    elements: elementsOf(main === post && list ? [...comments, list.place] : comments, places, whole),
    columns: [...new Set([...columnsIn(main), ...answers.flatMap(columnsIn).filter(namesParent), ...ofOpeners])].slice(
      0,
      MOST_COLUMNS,
    ),
    parts: [main, ...others].map(nameOf),
    leftOut: others.reduce((sum, { rows }) => sum + rows.length, 0),
    posts,
  };
}

const MOST_COLUMNS = 200;

/** What people choose a place by. The whole of a file that is no list holds a post. */
const nameOf = ({ place }: Judged): string => (place.length ? placeName(place) : 'post');
const isCalled = (name: string) => (judged: Judged) => nameOf(judged) === name;

/** What a video or a product is said to be is no post. */
const OF_WORKS = /^(?:.*[._])?(?:duration|uploader|channel_?(?:id|url)?|view_?count|video_?id|sku|price)$/i;
const DESCRIBES = /desc|summary|about|title/i;

/** The post above a list of comments, which stands in no list itself; null where there is none, or only the title of one above comments. */
function postAbove(value: unknown, list: Judged | undefined, clock: Clock): Judged | null {
  const posts = objectsAbove(value, list?.place ?? null).map(({ place, values }) =>
    judge({ place, rows: [values] }, clock, OTHERS),
  );
  const isAnswered = list && ANSWERS.test(list.place.join('.'));
  return (
    posts.find(
      ({ score, text, rows }) =>
        score > 1 && (isAnswered || !isTitleName(text)) && !columnsIn({ rows }).some((column) => OF_WORKS.test(column)),
    ) ?? null
  );
}

/** Whether a file is one comment, and no list in it has words. */
const isAlone = (post: Judged, list: Judged | undefined) => (!list || list.score === 0) && !DESCRIBES.test(post.text);

const columnsIn = ({ rows }: Pick<PlaceRows, 'rows'>) => rows.flatMap((row) => [...row.keys()]);
/** Of what only answers have, what they answer is wanted. */
const namesParent = (column: string) => nameRank(column, 'parentId') !== null;
const lastStep = (column: string) => column.split('.').at(-1) ?? '';
/** A title, and likes, which some interfaces count of the post alone. */
const isOfOpeners = (column: string) => isTitleName(column) || nameRank(column, 'engagement') !== null;

/** The best first. What is called media or attachment is looked at where nothing else has words. */
function judgedOf(places: readonly PlaceRows[], clock: Clock): Judged[] {
  const usual = places.map((place) => judge(place, clock, OTHERS));
  const judged = usual.some(({ score }) => score > 0) ? usual : places.map((place) => judge(place, clock, null));
  return judged.sort((a, b) => b.score - a.score);
}

function judge({ place, rows }: PlaceRows, clock: Clock, others: RegExp | null): Judged {
  const sample = rows.slice(0, SAMPLE);
  const columns = [...new Set(sample.flatMap((row) => [...row.keys()]))].slice(0, 200);
  const { text, time, looks } = recogniseColumns({ columns, rows: sample, named: true }, {}, clock);
  const found = { text: text?.column ?? '', time: time?.column ?? '' };
  const look = looks.find(({ column }) => column === text?.column);
  const name = place.filter((step) => step !== '[]' && step !== '{}').join('.');
  const beside = place.some((step) => QUOTED.test(step)) || others?.test(name.split('.').at(-1) ?? '');
  if (!text || !look || (others && beside)) return { place, rows, score: 0, ...found };
  const amount = Math.min(0.9, (rows.length * Math.min(look.letters, 60)) / 100_000);
  const ofTime = time && !time.borrowed ? 2 : time ? 0.9 : 0.2;
  // Where there are words below a title, they are what was said.
  const title = isTitleName(text.column) ? TITLE_ALONE : 0;
  const called = !time ? 0 : OPINIONS.test(name) ? 1 : COMMENTS.test(name) ? 0.9 : 0;
  const score = ofTime + called + amount - title;
  return { place, rows, score, ...found };
}

/** Of answers that stand below comments of the same kind, the comments are meant; of comments below posts, the comments themselves. */
function withAnswers(best: Judged | undefined, judged: readonly Judged[]): Judged | undefined {
  if (!best) return undefined;
  const above = judged.filter(
    (other) =>
      other !== best &&
      other.score > 1 &&
      isBelow(best.place, other.place) &&
      alike(other, best) &&
      ANSWERS.test(best.place.slice(other.place.length).join('.')),
  );
  return above.sort((a, b) => a.place.length - b.place.length)[0] ?? best;
}

const isBelow = (place: Place, above: Place) =>
  above.length ? placeKey(place).startsWith(`${placeKey(above)}\u0000`) : place.length > 0;

/** Text and time end in the same names. */
function alike(one: Judged, other: Judged): boolean {
  return lastStep(one.text) === lastStep(other.text) && lastStep(one.time) === lastStep(other.time);
}

/** Answers below the comments, and lists beside them that have text and time under the same names. */
function belongsTo(main: Judged, other: Judged): boolean {
  if (!other.text || !alike(main, other)) return false;
  if (isBelow(other.place, main.place)) return main.time !== '';
  const sameKind = COMMENTS.test(placeName(other.place)) === COMMENTS.test(placeName(main.place));
  return (
    other.score > 2 &&
    main.text === other.text &&
    main.time === other.time &&
    sameKind &&
    !isBelow(main.place, other.place)
  );
}

/** The outermost lists that are small enough to be read element by element. */
function elementsOf(comments: readonly Place[], places: readonly PlaceRows[], whole: boolean): Place[] {
  const rowsAt = (place: Place) => places.find((entry) => placeKey(entry.place) === placeKey(place))?.rows.length ?? 0;
  const chosen = comments.map((place) => {
    const levels = place.flatMap((step, index) => (step === '[]' || step === '{}' ? [place.slice(0, index + 1)] : []));
    return levels.find((level) => whole || rowsAt(level) >= ENOUGH_ELEMENTS) ?? place;
  });
  const unique = [...new Map(chosen.map((place) => [placeKey(place), place])).values()];
  return unique.filter(
    (place) => !unique.some((outer) => outer !== place && placeKey(place).startsWith(`${placeKey(outer)}\u0000`)),
  );
}
