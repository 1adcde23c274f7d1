import { reportEditionSchema, reportSnapshotSchema, type ReportSnapshot } from '@moodline/reports/contract';
import { draftOf, editionOf, withPins } from './edition-draft';

const voice = { label: 'negative', language: 'en', source: 'App Store', engagement: 1 };
const found: ReportSnapshot = reportSnapshotSchema.parse({
  ...{ version: 1, template: 'weekly', language: 'en', timeZone: 'UTC', title: 'Weekly' },
  ...{ look: {}, madeAt: '2026-11-23T01:00:00Z', facts: [], versions: { rules: 1, labels: [] } },
  period: { from: '2026-11-16', to: '2026-11-22' },
  compared: { from: '2026-11-09', to: '2026-11-15' },
  sample: { comments: 9, labelled: 9, read: 9 },
  sections: [
    {
      kind: 'summary',
      sentences: [
        { text: 'First.', facts: ['a'] },
        { text: 'Second.', facts: ['b'] },
      ],
    },
    { kind: 'figures', figures: [] },
    {
      kind: 'voices',
      voices: [
        { ...voice, commentId: 1, text: 'one' },
        { ...voice, commentId: 2, text: 'two' },
      ],
    },
    { kind: 'own', title: 'Ours', text: 'Battery.' },
  ],
});

describe('the draft of an edition', () => {
  it('of a report that nobody edited keeps all of it', () => {
    const edition = editionOf(draftOf(found, null));
    expect(edition.sections.map(({ kind }) => kind)).toEqual(['summary', 'figures', 'voices', 'own']);
    expect(edition.sections[0]).toEqual({
      kind: 'summary',
      sentences: [
        { index: 0, text: null },
        { index: 1, text: null },
      ],
    });
    expect(reportEditionSchema.parse(edition)).toEqual(edition);
  });

  it('is the same after it was kept and read again, with what is hidden at the end', () => {
    const draft = draftOf(found, null).map((section) =>
      section.kind === 'summary'
        ? {
            ...section,
            lines: section.lines.map((line, at) => (at ? { ...line, text: 'Other.' } : { ...line, hidden: true })),
          }
        : section.kind === 'figures'
          ? { ...section, hidden: true }
          : section,
    );
    const again = draftOf(found, editionOf(draft));
    expect(again.map(({ kind, hidden }) => [kind, hidden])).toEqual([
      ['summary', false],
      ['voices', false],
      ['own', false],
      ['figures', true],
    ]);
    expect(again[0]?.lines).toEqual([
      { index: 1, found: 'Second.', text: 'Other.', hidden: false },
      { index: 0, found: 'First.', text: 'First.', hidden: true },
    ]);
    expect(editionOf(again)).toEqual(editionOf(draft));
  });

  it('takes a sentence without words for the one that was found', () => {
    const draft = draftOf(found, null).map((section) => ({
      ...section,
      lines: section.lines.map((line) => ({ ...line, text: ' ' })),
    }));
    expect(editionOf(draft).sections[0]).toMatchObject({ sentences: [{ text: null }, { text: null }] });
  });
});

describe('what was pinned', () => {
  const pin = (last: number) => `0b8f6f6e-5d0b-4f3e-9f55-6a5f4b1f2c1${last}`;
  const section = (last: number) => ({
    ...{ kind: 'pinned' as const, pin: pin(last), title: `Question ${last}`, language: 'en' as const, n: 9 },
    ...{ period: found.period, pinnedAt: '2026-11-23T01:00:00Z', facts: [], exhibits: [] },
    sentences: [{ text: 'Net mood was −9.', facts: [] }],
  });
  const pinned: ReportSnapshot = { ...found, sections: [...found.sections, section(1), section(2), section(3)] };
  const marks = (draft: ReturnType<typeof draftOf>) =>
    draft.flatMap((one) => (one.pin ? [[one.title, one.hidden, one.removed]] : []));

  it('is moved, hidden and taken out by its own name, and is so when it is read again', () => {
    const [first, second, third, ...others] = draftOf(pinned, null).reverse();
    if (!first || !second || !third) throw new Error('Nothing is pinned');
    const draft = [first, ...others, { ...second, hidden: true }, { ...third, removed: true }];
    const edition = editionOf(draft);
    expect(reportEditionSchema.parse(edition)).toEqual(edition);
    expect(edition).toMatchObject({ hiddenPins: [pin(2)], removedPins: [pin(1)] });
    expect(edition.sections[0]).toEqual({ kind: 'pinned', pin: pin(3), sentences: [{ index: 0, text: null }] });
    expect(marks(draftOf(pinned, edition))).toEqual([
      ['Question 3', false, false],
      ['Question 2', true, false],
      ['Question 1', true, true],
    ]);
  });

  it('since somebody began to edit is there, and gone where it was taken back', () => {
    const draft = draftOf(found, null).map((one) => ({ ...one, hidden: one.kind === 'figures' }));
    const pins = draftOf(pinned, null).filter(({ pin: name }) => name);
    expect(marks(withPins(draft, pins))).toHaveLength(3);
    expect(marks(withPins(withPins(draft, pins), pins.slice(1)))).toEqual([
      ['Question 2', false, false],
      ['Question 3', false, false],
    ]);
    expect(marks(draftOf(pinned, editionOf(draft)))).toHaveLength(3);
  });
});
