import { factSchema, NARRATION_LANGUAGES, type Fact, type NarrationLanguage } from '@moodline/narration/contract';
import { sampleFacts } from '../testing/sample-facts';
import { EN } from './en/voice';
import { formatsOf } from './formats';
import { JA } from './ja/voice';
import { periodName } from './period-name';
import { sentences as sentencesFor } from './realise';
import { ZH } from './zh/voice';

/** As somebody reads them in the year of the sample. */
const sentences = (facts: readonly Fact[], language: NarrationLanguage, seed: number) =>
  sentencesFor(facts, language, seed, 2026);
const FACTS = sampleFacts();
const SEEDS = [0, 1, 2, 3, 4, 5];
const CASES = NARRATION_LANGUAGES.flatMap((language) => SEEDS.map((seed) => [language, seed] as const));
const VOICES = { zh: ZH, en: EN, ja: JA };

/** Every number that a fact holds, and the parts of its days; digits of names and quotes are not the realiser's. */
function numbersOf(facts: readonly Fact[]): Set<number> {
  const numbers = new Set<number>();
  const visit = (value: unknown): void => {
    if (typeof value === 'number') numbers.add(Math.abs(value));
    else if (typeof value === 'string' && /^\d{4}-/.test(value))
      value.split(/[-T:+Z]/).forEach((digits) => numbers.add(Number(digits)));
    else if (Array.isArray(value)) value.forEach(visit);
    else if (value && typeof value === 'object') Object.values(value).forEach(visit);
  };
  facts.forEach((fact) => visit({ ...fact, id: null, commentId: null, themeId: null }));
  return numbers;
}

describe('sentences', () => {
  it('are tried with facts that are some, of every kind', () => {
    expect(new Set(FACTS.map(({ kind }) => kind)).size).toBe(factSchema.options.length);
    FACTS.forEach((fact) => expect(factSchema.safeParse(fact).error).toBeUndefined());
  });

  it.each(CASES)('tell which part of all with a label some of them are (%s, seed %i)', (language, seed) => {
    const counted = FACTS.find((fact) => fact.kind === 'count');
    if (!counted) throw new Error('No count among the samples.');
    const fact = { ...counted, value: 24, n: 37, label: 'negative', part: { of: 571, percent: 4 } } as const;
    const told = sentences([fact], language, seed)
      .map(({ text }) => text)
      .join(' ');
    for (const number of ['24', '571', '4']) expect(told).toContain(number);
  });

  it.each(CASES)('have no number that is not one of a cited fact (%s, seed %i)', (language, seed) => {
    for (const { text, citations } of sentences(FACTS, language, seed)) {
      const cited = FACTS.filter(({ id }) => citations.includes(id));
      const known = numbersOf(cited);
      // Hours are named by both of their ends.
      const timeless = text.replace(/\d\d:00–\d\d:00|\d+点至\d+点|\d+時台/gu, '');
      const told = [...timeless.matchAll(/\d[\d,]*(?:\.\d)?/g)].map(([digits]) => Number(digits.replaceAll(',', '')));
      expect({ text, unknown: told.filter((number) => !known.has(number)) }).toEqual({ text, unknown: [] });
    }
  });

  it.each(CASES)('leave nothing unfilled, and end as sentences do (%s, seed %i)', (language, seed) => {
    for (const { text } of sentences(FACTS, language, seed)) {
      expect(text).not.toMatch(/undefined|null|NaN|\$\{|\[object|\s{2}|\(\)|（）|^[\s，、,;]|[，、,;]{2}/u);
      expect(text).toMatch(language === 'en' ? /^["“\p{Lu}\d][^]*[^.\s]\.$/u : /[。」]$/u);
    }
  });

  it.each(CASES)('tell every fact once, in order (%s, seed %i)', (language, seed) => {
    expect(sentences(FACTS, language, seed).flatMap(({ citations }) => citations)).toEqual(FACTS.map(({ id }) => id));
  });

  it.each(CASES)('take another form when the same kind comes again (%s, seed %i)', (language, seed) => {
    // The words that stay when names, days and numbers go.
    const shape = (text: string) => text.replace(/[“「][^”」]*[”」]|[A-Z]\w+|[+−]?\d[\d,%]*/g, '').replace(/\s+/g, ' ');
    const shapes = sentences(FACTS, language, seed).map(({ text }) => shape(text));
    shapes.forEach((form, index) => expect(form).not.toBe(shapes[index - 1]));
  });

  it('are the same for the same facts and seed, and others for another seed', () => {
    expect(sentences(FACTS, 'en', 1)).toEqual(sentences(FACTS, 'en', 1));
    expect(sentences(FACTS, 'en', 1)).not.toEqual(sentences(FACTS, 'en', 2));
  });

  it('say which comments and when once, until that changes', () => {
    const of = (kind: Fact['kind']) => FACTS.find((fact) => fact.kind === kind) as Fact;
    const [first, second] = sentences([of('net'), of('share')], 'en', 0);
    expect(first?.text).toMatch(/^From 28 October to 26 November, /);
    expect(second?.text).not.toContain('October');
  });

  it.each(SEEDS)('say of a theme that is hardly labelled what its labels stand for (seed %i)', (seed) => {
    const theme = FACTS.find((fact): fact is Extract<Fact, { kind: 'theme' }> => fact.kind === 'theme');
    const told = (language: 'en' | 'zh' | 'ja', n: number) =>
      sentences([{ ...(theme as Extract<Fact, { kind: 'theme' }>), n }], language, seed)[0]?.text;
    expect(told('en', 21)).toMatch(/(61% of|net mood of −49 among) the 21 labelled ones/);
    expect(told('zh', 21)).toMatch(/已标注的21条/);
    expect(told('ja', 21)).toMatch(/判定済み21件の/);
    // Of a handful no share is told.
    for (const language of NARRATION_LANGUAGES) expect(told(language, 3)).not.toMatch(/%|49/);
    expect(told('en', 3)).toContain('only 3 of them have a label');
  });

  it.each(SEEDS)('say of the busiest day, hardly labelled, what its labels stand for (seed %i)', (seed) => {
    const peak = FACTS.find(({ kind }) => kind === 'peak') as Fact;
    const told = (language: 'en' | 'zh' | 'ja', n: number) => sentences([{ ...peak, n }], language, seed)[0]?.text;
    expect(told('en', 21)).toContain('58% of the 21 labelled ones negative');
    expect(told('zh', 21)).toMatch(/已标注的21条里(负面58%|58%为负面)/);
    expect(told('ja', 21)).toMatch(/判定済み21件のうち(ネガティブは58%|58%がネガティブ)/);
    for (const language of NARRATION_LANGUAGES) expect(told(language, 3)).not.toMatch(/%/);
  });

  it('name the year of what lies in another one, and both of what reaches over years', () => {
    const net = FACTS.find(({ kind }) => kind === 'net') as Fact;
    const told = (from: string, to: string) =>
      NARRATION_LANGUAGES.map((language) => sentences([{ ...net, period: { from, to } }], language, 0)[0]?.text);
    expect(told('2015-02-22', '2015-02-22')).toEqual([
      expect.stringContaining('2015年2月22日'),
      expect.stringContaining('22 February 2015'),
      expect.stringContaining('2015年2月22日'),
    ]);
    expect(told('2015-02-16', '2026-05-06')).toEqual([
      expect.stringContaining('2015年2月16日至2026年5月6日'),
      expect.stringContaining('From 16 February 2015 to 6 May 2026'),
      expect.stringContaining('2015年2月16日から2026年5月6日まで'),
    ]);
    expect(told('2026-05-01', '2026-05-06')[1]).not.toContain('2026');
  });

  it('name the year of a time once', () => {
    const places = FACTS.filter((fact) => fact.kind === 'ranking').slice(0, 3);
    const days = places.map((fact, index) => ({
      ...fact,
      by: 'day' as const,
      name: `2015-02-2${index}`,
      period: { from: '2015-02-01', to: '2015-02-28' },
    }));
    const told = sentences(days, 'en', 0)[0]?.text ?? '';
    expect(told).toContain('February 2015');
    expect(told.match(/2015/g)).toHaveLength(1);
  });

  it('have two ways at least to say each kind', () => {
    for (const { forms } of Object.values(VOICES))
      for (const ways of Object.values(forms)) expect(ways.length).toBeGreaterThanOrEqual(2);
  });

  it('come in less than 50 ms', () => {
    sentences(FACTS, 'en', 0);
    // The shortest of several: on a busy machine one of them waits for a core.
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      NARRATION_LANGUAGES.forEach((language) => sentences(FACTS, language, 3));
      return (performance.now() - began) / NARRATION_LANGUAGES.length;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

describe('periodName', () => {
  it.each([
    [{ from: '2026-11-02', to: '2026-11-02' }, '2 November', '11月2日', '11月2日'],
    [{ from: '2026-11-01', to: '2026-11-30' }, 'November', '11月', '11月'],
    [{ from: '2026-11-01', to: '2026-11-15' }, '1–15 November', '11月1日–15日', '11月1日〜15日'],
    [{ from: '2026-10-26', to: '2026-11-08' }, '26 October – 8 November', '10月26日–11月8日', '10月26日〜11月8日'],
  ])('writes days as dates of the language: %o', (period, en, zh, ja) => {
    expect((['en', 'zh', 'ja'] as const).map((language) => periodName(period, language, 2026))).toEqual([en, zh, ja]);
  });
});

describe('formatsOf', () => {
  it('writes numbers, days and lists as people of the language do', () => {
    const [zh, en, ja] = NARRATION_LANGUAGES.map((language) => formatsOf(language, 2026));
    expect([zh?.number(1105), en?.signed(-27), ja?.signed(38), en?.percent(0)]).toEqual(['1,105', '−27', '+38', '0%']);
    expect([zh, en, ja].map((f) => f?.day('2026-11-02'))).toEqual(['11月2日', '2 November', '11月2日']);
    expect([zh, en, ja].map((f) => f?.day('2015-02-22'))).toEqual([
      '2015年2月22日',
      '22 February 2015',
      '2015年2月22日',
    ]);
    expect([zh, en, ja].map((f) => f?.list(['A', 'B', 'C']))).toEqual(['A、B和C', 'A, B and C', 'A、B、C']);
    expect(en?.day('2026-11-02T08:00:00+08:00')).toBe('2 November, 08:00');
  });
});
