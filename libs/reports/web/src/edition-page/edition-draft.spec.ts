import { reportEditionSchema, reportSnapshotSchema, type ReportSnapshot } from '@moodline/reports/contract';
import { draftOf, editionOf } from './edition-draft';

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
