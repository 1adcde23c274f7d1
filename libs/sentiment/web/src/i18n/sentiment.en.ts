import { relabellingEn } from './relabelling.en';
import { rolesEn } from './roles.en';

/** English words of the sentiment domain. */
export const sentimentEn = {
  sentiment: {
    title: 'Labelling',
    judged: {
      share: 'Of the {{n}} comments people judged here, {{share}} had the right label ({{interval}}).',
      few: 'People have judged {{n}} comments here: too few to say how right labels are.',
      none: 'Nobody has checked labels here yet, so how right they are is not known.',
      more: 'How right labels are',
    },
    chip: {
      starting: 'Model starting',
      restarting: 'Model restarting',
      failed: 'Labelling stopped',
      working: 'Labelling {{share}}',
      ready: 'All labelled',
      left: '{{time}} left',
    },
    state: {
      starting: 'The model is starting',
      restarting: 'The model is restarting',
      failed: 'Labelling has stopped',
      working: 'Labelling comments',
      ready: 'All comments are labelled',
    },
    note: {
      starting: 'Comments that arrive now wait in the queue. This takes a few seconds.',
      restarting:
        'The model stopped unexpectedly and is coming back. Nothing is lost: comments in work are tried again.',
      failed:
        'The model does not start. Waiting comments are kept. Stop Moodline with Ctrl-C, run npm start again and read its messages; a damaged model file is named there.',
      working: 'Runs in the background. Numbers and charts fill as it goes; you can leave this page.',
      ready: 'New comments are labelled as they arrive.',
    },
    pending: 'Waiting',
    labelled: 'Labelled',
    unscored: 'Without label',
    rate: 'Speed',
    perSecond: '{{rate}} per second',
    timeLeft: 'Time left',
  },
  roles: rolesEn,
  relabelling: relabellingEn,
  errors: {
    'role-prompt-empty': 'The prompt is empty. Write what the model shall do.',
    'role-prompt-too-long': 'The prompt is too long. Shorten it.',
    'too-many-roles': 'There are 50 roles of your own already. Remove one first.',
    'role-prompt-same': 'There is a version with this very prompt already. Use that one, or change something.',
    'role-not-evaluated':
      'This version was never evaluated. Evaluate it first, or confirm that it shall be used without.',
    'relabelling-open': 'Another re-labelling is open. Switch to it or discard it first.',
    'relabelling-nothing': 'There are no labelled comments in this period.',
    'relabelling-state': 'The re-labelling has moved on meanwhile. Look again and choose anew.',
  },
};
