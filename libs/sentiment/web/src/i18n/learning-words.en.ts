import type { WordTree } from '@moodline/shared/i18n';

/** English words of learning from judgements. */
export const learningEn: WordTree = {
  learning: {
    title: 'Your judgements teach the labels',
    unable: {
      'no-heads': 'The model that labels now cannot learn from judgements. The bundled one can.',
      prompt:
        'A prompt labels now. Learning needs a version of heads in force: choose one on the page of the label role.',
    },
    empty: {
      text: 'Once you have judged {{enough}} comments in the review queue, Moodline learns from them in the background and shows whether its labels get better by it. Words that you correct elsewhere teach as well, but only the queue can measure: it asks whatever the label is.',
      so: '{{asked}} of {{enough}} judged in the queue, {{judged}} in all.',
      review: 'Judge comments',
    },
    state: {
      reading: 'The model is reading what you judged. This goes on in the background.',
      learning: 'Moodline is learning. This takes a minute or so and goes on in the background.',
    },
    finding: {
      proposed: 'Your {{judged}} judgements can improve the labels: {{before}} → {{after}}',
      'no-better': 'Your {{judged}} judgements do not make the labels better beyond chance yet',
      'too-few': 'Too few judgements to measure what was learned',
      declined: 'A version learned from {{judged}} judgements was put aside',
      adopted: 'Version {{version}} has learned from {{judged}} judgements: {{before}} → {{after}}',
      outdated: 'What was learned from {{judged}} judgements is out of date',
    },
    basis: {
      own: 'Right on {{n}} comments that you were asked about, each predicted without having learned from it: {{before}} → {{after}} ({{gained}} better, {{lost}} worse; chance alone brings that about with p {{p}}).',
      known:
        'On {{n}} other comments that nothing learned from, read without your label rates, so that nothing is forgotten: {{before}} → {{after}}.',
      lost: 'It is not proposed, because on {{n}} other comments it would forget more than chance explains: {{before}} → {{after}}.',
    },
    changes: {
      title: 'Of {{n}} comments drawn at random, {{changing}} would get another label',
      move: '{{from}} → {{to}}',
      open: 'Open all {{count}} shown',
      drawer: 'Comments that would get another label',
    },
    adopt: 'Put in force',
    decline: 'Not now',
    effort: {
      time: 'Labelling all {{count}} comments again takes about {{time}} ({{rate}} a second, measured here).',
      count: '{{count}} comments would be labelled again. How long that takes could not be measured just now.',
    },
    adoptHint:
      'All comments are labelled again in the background, behind new ones; then it is switched to the new labels at once. You can go back to an older version at any time.',
    adopted: 'Version {{version}} of the label role is in force as soon as the comments are labelled again.',
    toRole: 'See how far it is, or go back',
    next: '{{fresh}} judgements since it learned last. It learns again by itself once there are {{enough}}.',
    first:
      '{{judged}} judgements, {{asked}} of them asked for by the queue. It learns by itself a minute after the last one.',
    now: 'Learn now',
    automatic: 'Put what was learned in force without asking, where it is better beyond chance',
  },
  errors: {
    'proposal-decided': 'This proposal was decided already. Look at what is proposed now.',
    'proposal-outdated': 'Another version or another model labels by now. Let Moodline learn again and decide then.',
  },
};
