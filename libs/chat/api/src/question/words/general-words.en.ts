import { inflections } from '../scope/inflections';

/** Verbs of questions and talk, in their base form, that are no topic of comments. Their other regular forms go with them. */
const VERBS =
  `disagree differ contradict clash diverge need want show give tell find pull see display look send pick ask describe think feel hear care accept achieve add adjust admit afford agree aim allow amount analyse analyze anticipate apply approach argue arise assess assign assist attract avoid await base beat believe belong blame boil bring brought care carry catch caught cause characterise characterize chase choose cite claim classify combine concern conclude confirm consider consist contribute create decide deduce define demand depend derive deserve determine detect differ discover distribute dive doubt draw drill drive earn echo elaborate emerge emphasise emphasize enable encourage end estimate evaluate examine exceed exist expand expect explore extract facilitate fear figure fill finish flag flip focus follow force forget forgot forward fuel gain gather generate grab group guess handle happen head hear heard highlight hint hit hold hope identify illustrate imagine imply inform inspect intend interest invite involve isolate judge justify kick lack learn leave let lift list locate manage mean meant meet mention merge mind miss name narrow nail normalise obtain occur own owe pass peak perform persist pick plan plot predict prefer prep present prevent proceed produce prompt prove provide put quantify quieten reach realise realize recall recap recognise recognize recommend refer reflect reject relate rely remain remember remind remove repeat represent require resolve restrict retrieve reveal revert revolve risk say scale score select set settle shape shout show sift simplify slice solve spark speak spoke specify spell spend split spot start state stay step strike struck struggle study submit succeed suggest surface surprise surround suspect sway tally target tend total track trace transform trend trigger try turn uncover underlie understand understood unpack use vary verify vent visualise visualize warn weigh win wonder zoom bash vibe`.split(
    /\s+/,
  );

/** Other words that only say how, how much, of whom or where in the text something stands. */
const OTHERS =
  `according accordingly aboard absent abundant accurate across active actively additional adequate adverse afterwards afterward alike almost along alot alternatively altogether amid amongst anyhow anywhere apart apparent appropriate arguably around aside aspect aspects available away awful background balance bang barely basic basis batch bearing bet bit bits blah blow brief broad broadly bucket bunch calendar category categories central certain chance chances chief chunk circumstances clear clearly close closely cohort collection collective commenter commenters commentary compact complete completely component composition concrete confidence consensus consistent constant contents context contrary core correct corresponding couple course criteria crowd cumulative cumulatively curious daily dare dear decent deck default degree dependent desc asc descending ascending detail detailed direction directions distinct distribution doubt dozen dozens driver dude dunno eh effort either element elements else elsewhere em emotion emotional emotions enough equal equally essence essential essentials etc evenly event events everywhere evidence evident exact excerpt excerpts excellent extent extreme factor factors faction fair fairly familiar favor favour feature features few field figure final finally fine firm firsthand folk footing form format former forth foul fraction frame frankly frequency front fun further furthermore gap general gist glance glimpse goal gone gonna gotta gradual gradually granular great ground grounds grouped guess guessing half halfway handful handy hardly hectic help helpful hint hmm holistic honest huge human hunch idea ideas immediate immediately impressed impression impressions incl inclusive incoming increasingly incredibly indeed indicator indicators individual individuals inform initial initially input inputs inside instance instances instant instantly intense intensity interested interesting internal interval intro isolated item items judging jury jus kick kinds kpi kpis landscape latter layer leader leaderboard leading lens level levels likelihood likely limit limits line lines listing little loads local logic loser losers magnitude mainly majority manner mass massive matter max maximum meanwhile median mere metric metrics middle mild min minimum minor minority minus mixed moderate momentum mostly motive motives multiple mutual namely narrative nasty natural nature near nearly neat necessarily neither nil nope norm nothing notable notably noteworthy numerous object occasion occasionally odds offhand ohh ok okay ongoing only oops opposite option options ordinary origin original otherwise outcome outcomes outlier outliers outright outstanding overview own pace pair paragraph parallel partial particular partly path pattern patterns peaks percentile phase phenomenon phrase phrases piece pieces plain please plenty plus pm am point polar polarity poll pool poor poorly popular populous position positioning positions possible possibly potential potentially practical precise prevailing prevalent primarily primary principal prior probably progress progression prominent proof proper properly proportionate provisional proxy purely purpose quantity random rapid rapidly rare rarely rather raw ready reality realistic rebound recurrent recurring reference regard regular regularly relation relevant repeat repeated repeatedly respective respectively respondent respondents rest reverse rough roughly round routine row rows sample samples sane scale scenario scope seasonal section segment segments semantic sense sentence sentences sentimental separate serious set sets several severe severity shade shift sight significance significant simple simply simultaneous sizable slang slice slight slot snapshot snippet snippets society solely somehow somewhat somewhere sorry sorta spectrum spot spots spread squarely standpoint standout statement static statistically stat stats steadily steep stinker straight strictly subjective subset substantial substance success sufficient suitable super superb superior supposed supposedly sure surely surprise surprised surprising target tendency tenor therefore thereof thorough thoroughly though thousand hundred hundreds thread threads threshold thrice tick tier tilt timeframe timeline tiny tons topical touchpoint toughest trait traits true truth twice twist ultimately um uh umm unclear uncommon undecided under underlying underneath understanding unexpected uniform unique unit universe unlikely unlike unusually unwell upcoming useful utmost utter utterly vague valid variety various vast verdict versus viewpoint viewpoints virtually visible visibly vital vocal volumes wave waves weird whatever whatsoever whence whenever wherever whichever whoever whopping wide widely wild willing winner winners wise wish wording workable worldwide worrisome wow wrap wtf wth yeah yep yup yay yikes lol omg lmao imo tbh imho idk btw fyi asap pls rundown ballpark nutshell headline headlines takeaway takeaways hype hyped gut hearts heart minds mind outsiders insiders newcomers regulars loyalists diehards hardcore casual`.split(
    /\s+/,
  );

/** These end in -ly and are things. */
const THINGS_IN_LY = new Set(
  'family assembly supply reply anomaly jelly belly monopoly butterfly fly rally italy july'.split(' '),
);

const WORDS: ReadonlySet<string> = new Set([...VERBS.flatMap(inflections), ...OTHERS]);

/** Whether an English word in small letters only says how or that something is told, and is no topic by itself. */
export const isGeneralWord = (word: string): boolean =>
  WORDS.has(word) || (/[a-z]{3}ly$/.test(word) && !THINGS_IN_LY.has(word));

/** General words and words of questions that people may comment on: they are topics where a thing stands ("about the display", "is the frame bad"). */
const THINGS: ReadonlySet<string> = new Set(
  `announcement background balance batch budget calendar claim component display feature form frame handle heat image lens letter limit line option pair path plan pool position reference section shade shape slot speaker step track trigger unit`
    .split(' ')
    .flatMap(inflections),
);
/** These are mostly numbers and reports of questions: topics only behind "about" and the like. */
const ONLY_BEHIND_ABOUT: ReadonlySet<string> = new Set([
  'volume',
  'volumes',
  'report',
  'reports',
  'graph',
  'slide',
  'resources',
]);
const ABOUT =
  /\b(?:about|regarding|concerning|mention(?:s|ed|ing)?|(?:issues?|problems?|trouble|complaints?|happy|unhappy) with)\s+(?:(?:the|our|its|their|your|my)\s+)?$/iu;
const BEFORE_THING = /\b(?:about|regarding|concerning|mention(?:s|ed|ing)?|to|with|the|our|its|their|your|my)\s+$/iu;
const ON_THING =
  /\b(?:comments?|opinions?|feedback|thoughts|views?|reviews?|posts?|complaints?|praise|people|stand|take) on\s+$/iu;
const OF_SOMETHING = /^\s+(?:of|in|behind|for|between|that|to|chart|graph)\b/iu;

const BEFORE_COMPLAINT =
  /^\s+(?:complaints?|issues?|problems?|comments|feedback|reviews?|opinions?|praise|mentions?|criticism|gripes?|sentiment|mood)\b/iu;
/** At the begin of a question these tell what to do. */
const ORDERS: ReadonlySet<string> = new Set(['display', 'track', 'report', 'handle']);

/** Whether such a word stands where a thing stands, so that leaving it out would answer about everything. */
export const standsForThing = (word: string, before: string, after: string): boolean =>
  !OF_SOMETHING.test(after) &&
  (THINGS.has(word)
    ? BEFORE_THING.test(before) ||
      ON_THING.test(before) ||
      (BEFORE_COMPLAINT.test(after) && !(ORDERS.has(word) && !before.trim()))
    : ONLY_BEHIND_ABOUT.has(word) && ABOUT.test(before));
