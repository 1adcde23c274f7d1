import type { Fact, FactKind, NarrationLanguage, Sentence } from '@moodline/narration/contract';
import { EN } from './en/voice';
import type { Form, Telling, Voice } from './forms';
import { formatsOf, isOverYears, yearOf } from './formats';
import { JA } from './ja/voice';
import { passagesOf } from './passage';
import { ZH } from './zh/voice';

const VOICES: Record<NarrationLanguage, Voice> = { zh: ZH, en: EN, ja: JA };

/** Kinds whose sentences say which comments they are about, and when. */
const LED: ReadonlySet<FactKind> = new Set(['count', 'average', 'share', 'net', 'change', 'ranking', 'comparison']);

/**
 * Tells facts in sentences of one language, in their order; neighbours that belong together share a sentence. The same facts and
 * seed give the same text. Every number of a sentence is one of the facts that it cites.
 * @param seed chooses among the ways to say a thing, so that not every text begins alike
 * @param year goes without saying: that of who reads it
 */
export function sentences(
  facts: readonly Fact[],
  language: NarrationLanguage,
  seed: number,
  year = new Date().getFullYear(),
): Sentence[] {
  const voice = VOICES[language];
  const formats = new Map<number, Telling['f']>();
  const formatsIn = (of: number): Telling['f'] => {
    const known = formats.get(of) ?? formatsOf(language, of);
    formats.set(of, known);
    return known;
  };
  const f = formatsIn(year);
  const chooser = new FormChooser(seed);
  const leads = new Leads(voice);
  return passagesOf(facts).map((passage) => {
    const { kind, period } = passage.fact;
    const led = LED.has(kind);
    const said = led ? leads.of(passage.fact, f) : NOTHING_SAID;
    // The time is said, here or before, and with it the year of the days that follow.
    const within = led && !isOverYears(period) ? formatsIn(yearOf(period.to)) : f;
    const text = chooser.tell(voice, { ...passage, f: within, ...said });
    return { text: voice.finish(text), citations: [passage.fact, ...passage.rest].map(({ id }) => id) };
  });
}

const NOTHING_SAID: Pick<Telling, 'lead' | 'counted'> = { lead: '', counted: { place: '', kind: '', about: '' } };

/** Says which comments and which time a sentence is about, unless the one before said so. */
class Leads {
  private readonly said = { where: '', when: '' };

  constructor(private readonly voice: Voice) {}

  of(fact: Fact, f: Telling['f']): Pick<Telling, 'lead' | 'counted'> {
    const where = this.voice.where(fact.scope, f);
    const when = this.voice.when(fact.period, f);
    const again = where !== this.said.where;
    // A number of comments says itself which ones.
    const counts = (fact.kind === 'count' || fact.kind === 'average') && fact.label === null;
    const lead = this.voice.lead(again && !counts ? where : '', when !== this.said.when ? when : '');
    Object.assign(this.said, { where, when });
    return { lead, counted: again && counts ? this.voice.counted(fact.scope, f) : NOTHING_SAID.counted };
  }
}

/** Takes the ways to say a kind of fact in turn, so that none comes twice before each came once. */
class FormChooser {
  private readonly next = new Map<FactKind, number>();

  constructor(private readonly seed: number) {}

  tell(voice: Voice, telling: Telling): string {
    const { kind } = telling.fact;
    // The forms of a kind take facts of that kind, which the compiler cannot see across the table.
    const forms = voice.forms[kind] as readonly Form<FactKind>[];
    const from = this.next.get(kind) ?? Math.abs(Math.trunc(this.seed)) % forms.length;
    for (let step = 0; step < forms.length; step++) {
      const index = (from + step) % forms.length;
      const text = forms[index]?.(telling);
      if (!text) continue;
      this.next.set(kind, index + 1);
      return text;
    }
    throw new Error(`No way to say a fact of the kind ${kind} fits ${telling.fact.id}.`);
  }
}
