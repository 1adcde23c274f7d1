/** Which way a number went. */
export type Direction = 'up' | 'down' | 'same';

const SAYS: Readonly<Record<Direction, RegExp>> = {
  up: /\b(?:up|rose|rises?|rising|risen|increas\w+|climb\w*|grew|grows?|growing|grown|higher|gain\w*|jump\w*|surg\w+|recover\w*)\b|升|上涨|涨|增|提高|提升|走高|上が|増|高ま|高く|比[^，。,]{0,16}[高多]|より(?:も)?[高多]/iu,
  down: /\b(?:down|fell|falls?|falling|fallen|drop\w*|declin\w+|decreas\w+|lower\w*|slid\w*|sank|shr\w+|plung\w+)\b|降|下滑|下跌|跌|减少|走低|回落|下が|減|低下|落ち|低く|比[^，。,]{0,16}[低少]|より(?:も)?[低少]/iu,
  same: /\b(?:unchanged|stable|steady|flat|same|no change)\b|持平|不变|没有变化|稳定|横ばい|変わら|変化な/iu,
};
/** Words that say which way the mood went, whatever the number: a higher negative share is a worse mood. */
const BETTER = /\b(?:improv\w+|better)\b|改善|好转|变好|良くな/iu;
const WORSE = /\b(?:worse\w*|deteriorat\w+)\b|恶化|变差|悪化|悪くな/iu;
/** Sizes of change that no fact carries. */
const MULTIPLES =
  /\b(?:doubl\w+|tripl\w+|halv\w+|twice|half|majority|most of)\b|翻倍|翻番|一半|半数|过半|大多数|大半|倍増|半減|倍に/iu;
/** Reasons, expectations, guesses and superlatives: facts tell what is, never why, and never what anybody expected. */
const GUESSES =
  /\b(?:because|due to|owing to|thanks to|caus\w+|expect\w*|surpris\w*|despite|likely|probabl\w+|perhaps|will|most|least|highest|lowest|worst|best)\b|因为|由于|得益于|导致|预期|预计|意料|意外|可能|或许|ため|原因|予想|おかげ|かもしれ|最[高低差好多少强大]|一番|最も|もっとも/iu;

/** Directions that a text claims. */
export function directionsIn(text: string): Direction[] {
  return (['up', 'down', 'same'] as const).filter((direction) => SAYS[direction].test(text));
}

/** Whether a text claims that the mood got better or worse; null when it does not say. */
export function moodTurnIn(text: string): 'better' | 'worse' | null {
  return BETTER.test(text) ? 'better' : WORSE.test(text) ? 'worse' : null;
}

/** Whether a text claims a share or a multiple in words ("half", 翻倍), which facts never do. */
export const claimsMultiple = (text: string): boolean => MULTIPLES.test(text);

/** Whether a text claims a reason, an expectation, a future or a first place, which no fact carries. */
export const claimsMoreThanFacts = (text: string): boolean => GUESSES.test(text);
