import { reportEditionSchema, type SectionOf } from '@moodline/reports/contract';
import { REPORT_WORDS } from '../document/words-of';
import { sampleSnapshot } from '../testing/sample-snapshot';
import { editedSnapshot, editionWithoutComments } from './edited-snapshot';

const snapshot = sampleSnapshot();
const edition = reportEditionSchema.parse({
  sections: [
    { kind: 'own', title: 'In short', text: 'We know why.' },
    { kind: 'voices', voices: [2, 0, 99] },
    {
      kind: 'summary',
      sentences: [
        { index: 1, text: 'The battery is to blame.' },
        { index: 0, text: null },
        { index: 42, text: 'nowhere' },
      ],
    },
    { kind: 'figures' },
  ],
  hiddenPins: ['0b8f6f6e-5d0b-4f3e-9f55-6a5f4b1f2c11'],
});
const pinned = snapshot.sections.find((one) => one.kind === 'pinned') as SectionOf<'pinned'>;

describe('a report that was edited', () => {
  const edited = editedSnapshot(snapshot, edition);

  it('has the sections that were left, in their order, with own paragraphs between them', () => {
    expect(edited.sections.map(({ kind }) => kind)).toEqual(['own', 'voices', 'summary', 'figures']);
    expect(edited.sections[0]).toEqual({ kind: 'own', title: 'In short', text: 'We know why.' });
  });

  it('has other words where somebody wrote them, in the order that was chosen, and the facts of each sentence', () => {
    const found = snapshot.sections.find(({ kind }) => kind === 'summary') as SectionOf<'summary'>;
    expect((edited.sections[2] as SectionOf<'summary'>).sentences).toEqual([
      { ...found.sentences[1], text: 'The battery is to blame.' },
      found.sentences[0],
    ]);
  });

  it('quotes the comments that were left, in their own words', () => {
    expect((edited.sections[1] as SectionOf<'voices'>).voices.map(({ commentId }) => commentId)).toEqual([13, 11]);
  });

  it('has what was pinned in its place, with other words for its sentences; hidden or removed it is left out', () => {
    const { pin } = pinned;
    const sections = [{ kind: 'pinned', pin, sentences: [{ index: 0, text: 'Weibo is worse.' }] }, { kind: 'figures' }];
    const [first] = editedSnapshot(snapshot, reportEditionSchema.parse({ sections })).sections;
    expect(first).toEqual({ ...pinned, sentences: [{ ...pinned.sentences[0], text: 'Weibo is worse.' }] });
    for (const out of [{ hiddenPins: [pin] }, { removedPins: [pin] }]) {
      const without = editedSnapshot(snapshot, reportEditionSchema.parse({ sections: [{ kind: 'figures' }], ...out }));
      expect(without.sections.map(({ kind }) => kind)).toEqual(['figures']);
    }
  });

  it('does not lose what was pinned while somebody edited', () => {
    const before = reportEditionSchema.parse({ sections: [{ kind: 'figures' }] });
    expect(editedSnapshot(snapshot, before).sections.map(({ kind }) => kind)).toEqual(['figures', 'pinned']);
  });

  it('keeps numbers, facts and times as they were found', () => {
    expect({ ...edited, sections: [] }).toEqual({ ...snapshot, sections: [] });
    expect(edited.sections[3]).toEqual(snapshot.sections.find(({ kind }) => kind === 'figures'));
  });

  it('is what was found where nobody edited it', () => {
    expect(editedSnapshot(snapshot, null)).toBe(snapshot);
  });

  it('does not bring back words of a comment that was removed', () => {
    const { removed } = REPORT_WORDS.en;
    const sections = snapshot.sections.map((section) =>
      section.kind === 'summary'
        ? { ...section, sentences: section.sentences.map((one, at) => (at === 1 ? { ...one, text: removed } : one)) }
        : section,
    );
    const cleared = { ...snapshot, sections };
    expect(JSON.stringify(editedSnapshot(cleared, edition))).not.toContain('to blame');
    expect(JSON.stringify(editionWithoutComments(edition, cleared))).not.toContain('to blame');
    expect(JSON.stringify(editionWithoutComments(edition, snapshot))).toContain('to blame');
  });
});

describe('an edition', () => {
  it.each([
    ['of nothing', []],
    ['with a section twice', [{ kind: 'summary' }, { kind: 'summary' }]],
    ['with a section that does not exist', [{ kind: 'weather' }]],
    ['with a sentence of no words', [{ kind: 'summary', sentences: [{ index: 0, text: '  ' }] }]],
    ['with other words for a quoted comment', [{ kind: 'voices', voices: [{ index: 0, text: 'better' }] }]],
  ])('%s is refused', (_, sections) => {
    expect(reportEditionSchema.safeParse({ sections }).success).toBe(false);
  });
});
