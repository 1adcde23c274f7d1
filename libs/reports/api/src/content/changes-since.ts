import { FIGURES, type ReportSnapshot, type SectionOf } from '@moodline/reports/contract';

type Sections = Pick<ReportSnapshot, 'sections'>;

const figuresIn = ({ sections }: Sections) =>
  sections.find((one): one is SectionOf<'figures'> => one.kind === 'figures')?.figures ?? [];

/** Null: the section was not in it, which says nothing about themes. */
const themesIn = ({ sections }: Sections) =>
  sections.find((one): one is SectionOf<'themes'> => one.kind === 'themes')?.rows.map(({ name }) => name) ?? null;

/** What is other than in the report made before, by what both show. */
export function changesSince(now: Sections, last: ReportSnapshot | null): SectionOf<'changes'> {
  if (!last) return { kind: 'changes', since: null, figures: [], newThemes: [], goneThemes: [] };
  const [figures, then] = [figuresIn(now), figuresIn(last)];
  const [themes, earlier] = [themesIn(now), themesIn(last)];
  const value = (list: typeof figures, name: string) => list.find((one) => one.name === name)?.value ?? null;
  return {
    kind: 'changes',
    since: { madeAt: last.madeAt, period: last.period },
    figures: FIGURES.map((name) => ({ name, then: value(then, name), now: value(figures, name) })),
    newThemes: themes && earlier ? themes.filter((name) => !earlier.includes(name)) : [],
    goneThemes: themes && earlier ? earlier.filter((name) => !themes.includes(name)) : [],
  };
}
