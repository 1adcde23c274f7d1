import type { Fact } from '@moodline/narration/contract';
import type { ReportSection, ReportSnapshot, Told } from '@moodline/reports/contract';
import { reportFormats } from './formats';
import { pinnedBlocks } from './pinned-blocks';
import type { Block, DocumentSection, ReportDocument } from './report-document';
import { REPORT_WORDS } from './words-of';
import { courseBlocks, figureBlocks } from './mood-blocks';
import type { Writing } from './writing';
import { changeBlocks, monitorBlocks, sourceBlocks, themeBlocks } from './table-blocks';

/** A snapshot as it is read. The same snapshot gives the same document. */
export function documentOf(snapshot: ReportSnapshot): ReportDocument {
  const { language, timeZone, sample } = snapshot;
  const words = REPORT_WORDS[language];
  const f = reportFormats(language, timeZone);
  const writing = { words, f, snapshot };
  return {
    ...{ language, title: snapshot.title, look: snapshot.look, madeAt: snapshot.madeAt },
    kindOfReport: words.template[snapshot.template],
    period: f.period(snapshot.period),
    compared: words.compared(f.period(snapshot.compared)),
    sections: snapshot.sections
      .map((section, index) => sectionOf(section, index, writing))
      .filter(({ blocks }) => blocks.length),
    foot: [
      words.netExplained,
      words.foot(f.moment(snapshot.madeAt), f.number(sample.comments), f.number(sample.labelled)),
    ],
  };
}

function sectionOf(section: ReportSection, index: number, writing: Writing): DocumentSection {
  const { words } = writing;
  const title = section.kind === 'own' || section.kind === 'pinned' ? section.title : words.section[section.kind];
  return { id: `s${index + 1}-${section.kind}`, kind: section.kind, title, blocks: blocksOf(section, writing) };
}

function blocksOf(section: ReportSection, writing: Writing): Block[] {
  const { words, f, snapshot } = writing;
  switch (section.kind) {
    case 'summary':
    case 'unknown':
      return told(section.sentences, snapshot.facts);
    case 'figures':
      return figureBlocks(section, writing);
    case 'changes':
      return changeBlocks(section, writing);
    case 'course':
      return [...courseBlocks(section, writing), ...told(section.sentences, snapshot.facts)];
    case 'themes':
      return [...themeBlocks(section, writing), ...told(section.sentences, snapshot.facts)];
    case 'sources':
      return sourceBlocks(section, writing);
    case 'monitors':
      return monitorBlocks(section, writing);
    case 'voices':
      return section.voices.map(({ text, label, source, engagement }) => ({
        kind: 'quote',
        text,
        by: [words.label[label], source, engagement ? words.engagement(f.number(engagement)) : '']
          .filter(Boolean)
          .join(' · '),
        tone: label === 'positive' ? 'good' : label === 'negative' ? 'bad' : 'plain',
      }));
    case 'pinned': {
      const { basis, exhibits } = pinnedBlocks(section, writing);
      return [basis, ...told(section.sentences, section.facts), ...exhibits];
    }
    case 'own':
      return section.text
        .split(/\n\s*\n/)
        .filter((text) => text.trim())
        .map((text) => ({ kind: 'paragraph', text: text.trim() }));
  }
}

/** Sentences with what opens the comments behind each. */
function told(sentences: readonly Told[], facts: readonly Fact[]): Block[] {
  if (!sentences.length) return [];
  const items = sentences.map(({ text, facts: cited }) => ({
    text,
    opens: facts.find(({ id }) => id === cited[0])?.citations.filter ?? null,
  }));
  return [{ kind: 'sentences', items }];
}
