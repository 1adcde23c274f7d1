import { privacyEn } from '../privacy/privacy-words';

/** English words of the comments domain. */
export const en = {
  comments: {
    title: 'Comments',
    one: '1 comment',
    count: '{{count}} comments',
    countCapped: 'More than {{count}} comments',
    slowSearch: 'The search index is still being built. Until it is ready, a search reads every text and takes longer.',
    arrivedOne: 'Show 1 new comment',
    arrived: 'Show {{count}} new comments',
    loading: 'Loading comments…',
    loadMore: 'Load more',
    failed: 'The comments could not be loaded',
    tryAgain: 'Try again',
    export: 'Export',
    exportHint: 'Downloads all matching comments with their labels as JSON Lines',
    sort: { title: 'Sort by', newest: 'Newest', oldest: 'Oldest', loudest: 'Loudest' },
    empty: {
      title: 'No comments here',
      text: 'Import a file or add a feed on the Sources page, and its comments appear here.',
      filtered: 'Nothing matches this filter. Try a longer period, fewer words or all sources.',
      clear: 'Clear filter',
      sources: 'Go to the sources',
    },
    row: {
      more: 'Show all',
      less: 'Show less',
      pending: 'Waiting for a label',
      unscored: {
        noWords: 'No label: there are no words',
        unsupportedLanguage: 'No label: this language is not supported',
        failed: 'No label: the model failed on it',
      },
      open: '{{time}}, open the original in a new tab',
      engagement: 'Engagement',
      copies: '{{count}} comments say nearly the same; show them',
      copiesTitle: '{{count}} comments that say nearly the same',
    },
    tabs: { title: 'Views of the comments', all: 'All comments', review: 'Review queue' },
    correction: {
      title: 'What is it?',
      as: 'Label it {{label}}',
      withdraw: 'Take your label back',
      by: 'by {{name}}, {{day}}',
      byYou: 'by you, just now',
      machine: 'machine: {{label}}',
      done: 'Labelled {{label}}',
      withdrawn: 'The machine’s label counts again',
      undo: 'Undo',
      failed: 'The label was not changed. {{problem}}',
    },
    privacy: privacyEn,
    drawer: { close: 'Close', openPage: 'Open as a page' },
  },
  errors: {
    'nothing-to-forget':
      'This comment came without an author, or its text was erased already, so nothing can be recognised by it.',
  },
};
