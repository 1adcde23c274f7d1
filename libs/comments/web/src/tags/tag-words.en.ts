import type { WordTree } from '@moodline/shared/i18n';

/** English words of the page of tags. */
export const tagEn: WordTree = {
  tags: {
    title: 'Tags',
    text: 'Names of your own for comments. A tag narrows every page and export by the filter bar, as a source or a label does.',
    name: 'Name',
    placeholder: 'Late delivery',
    color: 'Color',
    colors: { blue: 'Blue', green: 'Green', orange: 'Orange', red: 'Red', purple: 'Purple', grey: 'Grey' },
    create: 'Add tag',
    count: '{{count}} comments',
    one: '1 comment',
    more: 'More than {{count}}',
    teach: 'Teach it to the machine',
    byMachine: 'the machine tags, too',
    rename: 'Rename',
    save: 'Save',
    cancel: 'Cancel',
    remove: 'Remove',
    removeText:
      'Remove the tag “{{name}}” from {{count}} comments? The comments stay; what was said of this tag goes for good.',
    empty: {
      title: 'No tags yet',
      text: 'Add a tag above. Then put it on comments: by the menu ⋯ of a comment, or on all comments of a search at once.',
      example: 'Example: search for “refund”, press “Select”, then “All shown”, and choose “Refunds” under “Tag”.',
    },
  },
  errors: {
    'tag-name-taken': 'There is a tag of this name already. Choose another name.',
    'too-many-tags': 'There are too many tags. Remove one first.',
  },
};
