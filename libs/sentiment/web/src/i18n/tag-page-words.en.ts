import type { WordTree } from '@moodline/shared/i18n';

/** English words of the page of a tag. */
export const tagPageEn: WordTree = {
  tagPage: {
    title: 'Tag',
    ofThemGiven: '· {{count}} of them tagged by the machine',
    unable: 'The model that labels now cannot learn tags. The bundled one can. Tags by hand work as before.',
    figures: {
      title: 'What it has learned',
      few: '{{yes}} of {{enough}} examples: too few to learn from yet',
      how: 'Examples are comments that you put the tag on: search for words that are typical of it, press “Tag these”, or use the menu ⋯ of a comment.',
      find: 'Find examples',
      fewOthers:
        'The tag is compared with comments drawn at random. There are too few for that yet: at least {{enough}} labelled comments are needed.',
      reading: 'New examples are being read. The figures follow in some seconds.',
      learning: 'Learning. The figures follow in some seconds.',
      precision: 'Precision',
      precisionText: 'of the comments it calls tagged have the tag, estimated from {{drawn}} random ones you judged',
      precisionUnknown: 'Not known yet: judge {{left}} more random comments under “Most telling” below.',
      recall: 'Recall',
      recallText: 'of your {{yes}} examples are found',
      rate: 'How common it is',
      rateText: '{{of}} of {{drawn}} random comments have the tag ({{low}} to {{high}})',
      rateUnknown: 'No random comment judged yet',
      how95:
        'Each example is told by a version that has not learned from it (five-fold cross-validation). With few examples the figures still move a lot.',
      history: 'How the figures grew',
      version: 'Version',
      examples: 'Examples',
      yesNo: '{{yes}} yes, {{no}} no',
      when: 'Learned',
      inForce: 'in use',
    },
    judging: {
      title: 'Is this “{{name}}”?',
      kinds: 'Which comments are shown',
      likely: 'Most likely',
      telling: 'Most telling',
      likelyText:
        'Comments that may have the tag and that nobody has judged: those first that share words with your examples.',
      tellingText:
        'Comments on which the machine is in doubt, so that your answer teaches most. Every third is drawn at random: only these tell how precise the tag is.',
      chance: '{{share}} likely',
      words: '{{share}} likely · shares words with your examples: {{words}}',
      drawn: '{{share}} likely · drawn at random',
      yes: 'Yes, it is',
      no: 'Not it',
      undo: 'Undo',
      skip: 'Skip',
      judged: '{{count}} judged in this sitting',
      saidYes: 'Yes',
      saidNo: 'Not it',
      done: 'Nothing more to judge for now. After the next learning there may be more.',
      empty: {
        likely: 'No comment that was looked at is likely to have the tag. Have a look at the most telling ones.',
        telling: 'Nothing to judge for now. More comments are looked at when there are more examples.',
      },
    },
    switches: {
      title: 'Let the machine put the tag on comments',
      text: 'What people said always counts. Tags by the machine have a dashed border and go again when the switch is off.',
      newer:
        'A newer version has learned from {{yes}} examples and {{no}} others: precision {{precision}}, recall {{recall}}.',
      useNewer: 'Use it',
      threshold: 'A comment has the tag from',
      more: 'finds more',
      surer: 'errs less',
      score:
        'About {{precision}} of the comments called tagged have the tag, and {{recall}} of those that have it are found. It calls {{share}} of all comments tagged, about {{count}} of {{comments}}.',
      scoreUnknown:
        '{{recall}} of those that have the tag are found. How many are called so wrongly is not known yet. It calls {{share}} of all comments tagged, about {{count}} of {{comments}}.',
      toNew: 'New comments',
      toNewText: 'As they are labelled, in the same pass. Off: tags given this way are removed.',
      toStored: 'Stored comments',
      toStoredText: 'In the background, the newest first. Off: tags given this way are removed.',
      period: 'Which stored comments',
      days: 'The last {{days}} days',
      all: 'All',
      scope: '{{count}} comments, about {{time}}',
      scopeCount: '{{count}} comments',
      running: '{{read}} of {{total}} read, {{given}} tagged',
      waiting: '{{read}} of {{total}} read, {{given}} tagged. Goes on when the model is free.',
      done: 'All {{read}} read, {{given}} tagged',
    },
    examples: {
      title: 'What people said',
      yes: 'Yes ({{count}})',
      no: 'Not it ({{count}})',
      takeBack: 'Take back',
      newer: 'Newer',
      older: 'Older',
      empty: {
        yes: 'No examples yet.',
        no: 'Nobody has said “not it” yet. Such answers teach as much as examples.',
      },
    },
  },
  errors: {
    'tag-threshold-too-low': 'So low a probability is not kept for this tag. Choose a higher one.',
  },
};
