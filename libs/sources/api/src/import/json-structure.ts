import type { Clock } from './column-recognition';
import { isTitleName, nameRank } from './column-names';
import { recogniseColumns } from './column-recognition';
import { placeKey, placeName, placesOf, type Place, type PlaceRows } from './json-places';

/** Where the comments of a JSON file stand. */
export interface JsonStructure {
  /** The place of the comments, and those of their answers and of other lists that are built alike. */
  readonly comments: readonly Place[];
  /** Objects at these places are read one by one from the stream. */
  readonly elements: readonly Place[];
  readonly columns: readonly string[];
  /** Names of all places that could hold comments; the one that is read first. */
  readonly parts: readonly string[];
  /** How many rows of the sample the places have that are left out. */
  readonly leftOut: number;
}

/** Rows of a place that decide whether it holds comments. */
const SAMPLE = 100;
/** Elements that have to lie in the sample before a whole list of larger objects is read one by one. */
const ENOUGH_ELEMENTS = 8;
const COMMENTS = /comment|repl(?:y|ies)|review|message|tweet|danmaku|评论|回复|弹幕|留言|コメント/i;
/** Beside comments and reviews, messages of the same account are talk. */
const OPINIONS = /comment|repl(?:y|ies)|review|danmaku|评论|回复|弹幕|コメント/i;
const ANSWERS = /repl|sub|answer|response|thread|child|parts?\b|回复|子评论|返信/i;
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
  if (!places.length) return null;
  const judged = judgedOf(places, clock);
  const asked = wanted === undefined ? undefined : judged.find(({ place }) => placeName(place) === wanted);
  const main = asked ?? withAnswers(judged[0], judged);
  if (!main) return null;
  const comments = [main, ...judged.filter((other) => other !== main && belongsTo(main, other))].map(
    ({ place }) => place,
  );
  const others = judged.filter(({ place, score }) => score > 1 && !comments.includes(place));
  const answers = judged.filter(({ place }) => place !== main.place && comments.includes(place));
  return {
    comments,
    elements: elementsOf(comments, places, whole),
    columns: [...new Set([...columnsIn(main), ...answers.flatMap(columnsIn).filter(namesParent)])].slice(0, 200),
    parts: [main, ...others].map(({ place }) => placeName(place)),
    leftOut: others.reduce((sum, { rows }) => sum + rows.length, 0),
  };
}

const columnsIn = ({ rows }: PlaceRows) => rows.flatMap((row) => [...row.keys()]);
/** Of what only answers have, what they answer is wanted. */
const namesParent = (column: string) => nameRank(column, 'parentId') !== null;

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

const isBelow = (place: Place, above: Place) => placeKey(place).startsWith(`${placeKey(above)}\u0000`);

/** Text and time end in the same names. */
function alike(one: Judged, other: Judged): boolean {
  const sameEnd = (a: string, b: string) => a.split('.').at(-1) === b.split('.').at(-1);
  return sameEnd(one.text, other.text) && sameEnd(one.time, other.time);
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
