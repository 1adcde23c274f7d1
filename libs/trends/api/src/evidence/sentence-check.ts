import { claimsMoreThanFacts, claimsMultiple, directionsIn, moodTurnIn } from './directions';
import { readFact, type FactLine, type ReadFact } from './fact-line';
import { datesIn, numbersIn, plainDigits, type Quantity } from './numbers';

/** Why a sentence was dropped. */
export type Fault =
  'no-citation' | 'unknown-citation' | 'number' | 'date' | 'quote' | 'direction' | 'order' | 'mood' | 'claim' | 'empty';

/** A sentence that holds: without its citation marks, and those of the cited facts that it uses, in order, each once. */
export type Verdict =
  | { readonly ok: true; readonly text: string; readonly citations: readonly string[] }
  | { readonly ok: false; readonly fault: Fault };

const CITATIONS = /\s*[[【［]\s*F\s?\d+(?:\s*[,，、;]\s*F?\s?\d+)*\s*[\]】］]/giu;
const QUOTED = /“([^”]+)”|「([^」]+)」|『([^』]+)』|"([^"]+)"|《([^》]+)》/gu;
const CLAUSE_ENDS = /(?<!\d),|,(?!\d)|[，、;；。]|\s(?:and|while|but|as)\s|而且|同时|一方で/giu;
/** Whoever speaks of a share says which. */
const SHARE = /占比|\bshares?\b|比率|割合/iu;
/** A comparison names what it compares with. */
const COMPARED = /\b(?:against|versus|vs|compared|previously)\b|上一?期|相比|前回|比べ/iu;
const FIRST_MARK = 0xe000;
/** The number that something moved away from. */
const ORIGIN =
  /(?:\bfrom|\bpreviously|[从由自]|上一?期(?:是|为|的)?|前回[はの]?)\s*([+\-−－＋]?\s?\d[\d.,]*\s?%?)|([+\-−－＋]?\s?\d[\d.,]*\s?%?)\s*から/iu;

/**
 * Checks a sentence of a model against the facts it cites. It holds when it cites facts that are there and every number, day,
 * quote, direction and mood word in it stands in those facts, in the same sense.
 */
export function checkSentence(sentence: string, facts: readonly FactLine[]): Verdict {
  const ids = citedIds(sentence);
  if (!ids.length) return { ok: false, fault: 'no-citation' };
  const cited = ids.flatMap((id) => facts.filter((fact) => fact.id === id).map(readFact));
  if (cited.length < ids.length) return { ok: false, fault: 'unknown-citation' };
  const text = sentence
    .replace(CITATIONS, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;!?])/g, '$1')
    .trim();
  const fault =
    text.replace(/[\p{P}\p{S}\s]/gu, '').length < 4 ? 'empty' : isTorn(text) ? 'quote' : faultOf(text, cited);
  return fault ? { ok: false, fault } : { ok: true, text: wideMarks(text), citations: used(text, cited) };
}

/** Whether a quote was cut in two: its other half belongs to another sentence. */
function isTorn(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return (
    count('"') % 2 === 1 || count('“') !== count('”') || count('「') !== count('」') || count('《') !== count('》')
  );
}

/** Commas and colons between characters of Chinese or Japanese are wide, as people there write them; those within numbers stay. */
function wideMarks(text: string): string {
  const wide: Record<string, string> = { ',': '，', ':': '：', ';': '；' };
  return text.replace(
    /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}”」])[,:;]|(?<=[\d%])[,:;](?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
    (mark) => wide[mark] ?? mark,
  );
}

function citedIds(sentence: string): string[] {
  const marks = sentence.match(CITATIONS) ?? [];
  return [...new Set(marks.flatMap((mark) => [...mark.matchAll(/\d+/g)].map(([digits]) => `F${Number(digits)}`)))];
}

function faultOf(text: string, cited: readonly ReadFact[]): Fault | null {
  if (quotesIn(text).some((quote) => !cited.some((fact) => says(fact, quote)))) return 'quote';
  const dates = cited.flatMap((fact) => fact.dates);
  if (datesIn(text).some((date) => !dates.some((known) => known.endsWith(date)))) return 'date';
  const claims = withNamesMarked(text, cited);
  if (claimsMultiple(claims) || (SHARE.test(claims) && !numbersIn(claims).some(({ percent }) => percent)))
    return 'number';
  if (claimsMoreThanFacts(claims)) return 'claim';
  const named = namedIn(claims, cited);
  for (const clause of claims.split(CLAUSE_ENDS)) {
    const fault = clauseFault(clause, { cited, named });
    if (fault) return fault;
  }
  return null;
}

const quotesIn = (text: string): string[] =>
  [...text.matchAll(QUOTED)].map((match) => match.slice(1).find(Boolean) ?? '');

/**
 * Names and quotes are not the narrator's words: a theme called "falls out of the ear" claims no direction. Each is replaced by
 * a mark of the fact it comes from; days have been checked and go.
 */
function withNamesMarked(text: string, cited: readonly ReadFact[]): string {
  let rest = text
    .replace(QUOTED, (whole, ...groups: (string | undefined)[]) =>
      markOf(cited, (fact) => says(fact, groups.slice(0, 5).find(Boolean) ?? whole)),
    )
    .replace(/\d{4}-\d{1,2}-\d{1,2}(?:\.\.|[~～至到–—-]+)?/g, ' ')
    .replace(/(?:\d{4}年)?\d{1,2}月\d{1,2}日/g, ' ');
  const names = [...new Set(cited.flatMap((fact) => fact.texts))]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
  for (const name of names) {
    rest = rest.replace(
      new RegExp(name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'giu'),
      markOf(cited, ({ texts }) => texts.includes(name)),
    );
  }
  return rest;
}

/** Marks from the private use area, one for each cited fact that a name may come from. */
const markOf = (cited: readonly ReadFact[], from: (fact: ReadFact) => boolean): string =>
  ` ${cited.map((fact, index) => (from(fact) ? String.fromCharCode(FIRST_MARK + index) : '')).join('')} `;

const namedIn = (marked: string, cited: readonly ReadFact[]): ReadFact[] =>
  cited.filter((_, index) => marked.includes(String.fromCharCode(FIRST_MARK + index)));

/** Whether a quote stands in a fact, whatever its punctuation. */
const says = (fact: ReadFact, quote: string): boolean =>
  fact.texts.some((known) => essence(known).includes(essence(quote)));

const holds = (fact: ReadFact, wanted: Quantity): boolean => fact.quantities.some((known) => agrees(wanted, known));

/** Letters and digits only: models change the width of commas and the shape of quotes. */
const essence = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The facts that a sentence really uses; all of them where it uses none in particular. */
function used(text: string, cited: readonly ReadFact[]): string[] {
  const claims = withNamesMarked(text, cited);
  const named = namedIn(claims, cited);
  const facts = cited.filter(
    (fact) => named.includes(fact) || (!fact.texts.length && numbersIn(claims).some((wanted) => holds(fact, wanted))),
  );
  return (facts.length ? facts : cited).map(({ id }) => id);
}

/** A sign and a percent sign must agree; a number without a sign may be a positive one, never a negative one. */
function agrees(wanted: Quantity, known: Quantity): boolean {
  return (
    wanted.value === known.value &&
    wanted.percent === known.percent &&
    !(wanted.sign !== '' && known.sign === '' && known.value !== 0)
  );
}

function clauseFault(
  clause: string,
  { cited, named }: { readonly cited: readonly ReadFact[]; readonly named: readonly ReadFact[] },
): Fault | null {
  const here = namedIn(clause, cited);
  // A number of a theme or a source says something about that one only: it counts where the name stands.
  const open = cited.filter((fact) => !fact.texts.length || (here.length ? here : named).includes(fact));
  const numbers = numbersIn(clause);
  if (numbers.some((wanted) => !open.some((fact) => holds(fact, wanted)))) return 'number';
  if (COMPARED.test(clause) && !numbers.length) return 'number';
  const told = numbers.length ? factsAbout(numbers, open) : cited;
  if (directionsIn(clause).some((direction) => !told.some((fact) => fact.direction === direction))) return 'direction';
  const turn = moodTurnIn(clause);
  if (turn && !told.some((fact) => fact.turn === turn)) return 'direction';
  if (!inOrder(clause, told)) return 'order';
  return moodFault(clause, told);
}

/** Facts that hold most of a clause's numbers: the ones it talks about. */
function factsAbout(numbers: readonly Quantity[], cited: readonly ReadFact[]): ReadFact[] {
  const hits = cited.map((fact) => numbers.filter((number) => holds(fact, number)).length);
  const most = Math.max(1, ...hits);
  return cited.filter((_, index) => hits[index] === most);
}

/** "From +32 to -11", "-11, down from +32": the number behind "from" is the one before. */
function inOrder(clause: string, about: readonly ReadFact[]): boolean {
  const [origin] = numbersIn(ORIGIN.exec(plainDigits(clause))?.slice(1).find(Boolean) ?? '');
  const changes = about.flatMap(({ change }) => (change ? [change] : []));
  return (
    !origin ||
    !changes.some(({ before, now }) => before.value !== now.value && agrees(origin, now) && !agrees(origin, before))
  );
}

function moodFault(clause: string, told: readonly ReadFact[]): Fault | null {
  const claims = {
    positive: /positive share|正面|ポジティブ|好评率|\bpraise/iu.test(clause),
    negative: /negative|负面|ネガティブ|差评|\bcomplain/iu.test(clause),
  };
  const unsupported = (['positive', 'negative'] as const).some(
    (mood) => claims[mood] && told.length > 0 && !told.some(({ mentions }) => mentions[mood]),
  );
  return unsupported ? 'mood' : null;
}
