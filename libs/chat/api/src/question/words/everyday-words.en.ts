/** Who writes, as part of a pattern. */
export const THEY =
  '(?:people|folks?|customers?|users?|buyers?|owners?|shoppers?|consumers?|everyone|everybody|they|fans|reviewers?|commenters?|the public|the crowd|the community|guys|japanese|chinese|english)';
export const TO_BE = '(?:is|are|was|were|has|have|had|do|does|did)';
const TROUBLE =
  '(?:bugs?|bugging|bugged|irritat(?:es?|ed|ing)|bothers?|bothering|annoys?|annoying|upsets?|upsetting|angers?|angering|frustrat(?:es?|ed|ing)|disappoints?|disappointing|infuriat(?:es?|ing)|irks?|irking)';
const ANGRY =
  '(?:mad|angry|cross|furious|livid|unhappy|upset|crazy|nuts|annoyed|frustrated|up in arms|worked up|riled up|fuming|seething|disappointed|grumpy|sour|negative|salty|pissed|pissed off|ticked off)';
const HAPPY = '(?:happy|smile|glad|pleased|excited|delighted|satisfied|enthusiastic|grateful|impressed|thrilled)';
const WRITINGS =
  '(?:comments?|reviews?|posts?|feedback|mentions?|quotes?|ones|messages?|remarks?|opinions?|voices?|verbatims?|stuff|things|reactions?|takes?)';
const NASTY =
  '(?:nasty|hostile|hateful|scathing|bitter|grumpy|livid|fuming|mean|brutal|ugly|awful|terrible|horrible|savage|salty|toxic|damning|rude|disgruntled|irate|raging|enraged|irritated|displeased|fed-up|discontented|unsatisfied|dissatisfied|unfriendly|bad-tempered|outraged)';
const KIND =
  '(?:kind|sweet|lovely|friendly|glowing|gushing|raving|upbeat|cheerful|thrilled|heartwarming|warm|grateful|impressed|stoked|cheery|complimentary|appreciative|joyful|delighted|content|contented|wonderful|fantastic|encouraging)';

/**
 * Everyday words and turns of phrase, and the plain words for them that the rules of intents, labels and measures know. Patterns are whole
 * words, applied in this order to what stands outside of quotes.
 */
export const EVERYDAY_WORDS: readonly (readonly [string, string])[] = [
  // Ways to begin that say nothing.
  [
    '(?:any|have you (?:got )?any|got any) (?:idea|ideas|clue|clues|insight|insights)(?= (?:why|what|how|where|which|who|when))',
    '',
  ],
  [
    '(?:any|got any) (?:idea|ideas|clue|insight|insights) (?:on|about|into|as to)(?= (?:why|what|how|where|which|when))',
    '',
  ],
  [
    '(?:can|could|would|will) (?:you|u|we|someone|anyone|i) (?:please |kindly |possibly |quickly )*(?:tell|let|remind) (?:me|us)(?: know)?',
    '',
  ],
  [
    '(?:do|does) (?:you|we|anyone|anybody) (?:happen to )?know(?= (?:why|what|how|where|which|who|when|if|whether))',
    '',
  ],
  ["(?:i'd|i would|we'd|we would) (?:like|love|want|need) to (?:know|find out|understand|hear|learn|see)", 'show'],
  ['(?:i|we) (?:want|need|wanna|would want) to (?:know|find out|understand|hear|learn)', ''],
  [
    "(?:i'm|i am|we're|we are|just)? ?(?:wondering|curious|interested)(?: to know| about)?(?= (?:why|what|how|where|which|who|when|if|whether))",
    '',
  ],
  ['(?:quick|short|one|small|dumb|silly) (?:question|q|one)\\s*[:,–-]', ''],
  [
    '(?:btw|fyi|asap|urgent(?:ly)?:|real quick|super quick|if possible|if you can|for a second|for my (?:boss|manager|team|ceo)|for the (?:boss|team|board|ceo|meeting|deck|report))',
    '',
  ],
  ['(?:i mean|you know|kind of|kinda|sort of|sorta|basically|literally|honestly|actually|so like)', ''],
  [
    "for (?:a|an|the|my|our|this|tomorrow's|today's|next|monday's) (?:(?:mon|tues|wednes|thurs|fri)day |morning |weekly |monthly |quick |board |team |client |all-hands |marketing |press |exec |executive |investor )*(?:meeting|call|deck|slides?|standup|stand-up|presentation|sync|newsletter|board|boss|ceo|memo|press release|all-hands|email|e-mail|talk|workshop)",
    '',
  ],
  [
    "(?<=^)(?:we're|we are|i'm|i am|we|i|my boss|marketing|the team) (?:just |currently |now )?(?:drafting|preparing|writing|working on|making|putting together|in|building|need|needs|going into|about to|have|got|finishing|planning) [^:?]{2,80}:",
    '',
  ],
  [
    '(most|least|more|less|lot of|lots of|any|some|biggest) (?:stick|flak|heat|grief|hate|shade|abuse|bad press|backlash|bashing)',
    '$1 complaints',
  ],
  ['(most|least|more|less|lot of|lots of|any|some|biggest) (?:love|applause|kudos)', '$1 praise'],
  [
    "(?<=^)(?:(?:before|while|as|because|if|when|so|for|and|ok|hey|hi|well),? )?(?:i|we|i'm|we're|my|our|the (?:boss|ceo|team|board|press))(?= )[^:?]{2,80}:",
    '',
  ],
  // Numbers.
  [
    'how (?:noisy|loud|busy|quiet|active|hectic|chatty|talkative|vocal|heavy)(?= (?:was|is|were|are|did|has)\\b)',
    'how many comments',
  ],
  ['select (?:count ?(?:\\(.?\\)|\\*)|count)(?: from (?:the )?(?:comments?|reviews?|posts?))?', 'how many comments'],
  ['count ?\\((?:\\*|comments?|reviews?)?\\)', 'how many comments'],
  ['(?:the |a )?(?:tally|tallies|nr\\.?|num|cnt|headcount|quantity|no\\.)(?= (?:of|for))', 'number'],
  ['(?:the )?(?:how many|number of) (?:percent|%|percentage)', 'what percentage'],
  ['(?:in|as) (?:a )?(?:percent|percentages?|%|pct)', 'percentage'],
  [
    '(?:the )?(?:portion|chunk|slice|bit|part|segment|section) of(?= (?:\\w+ )*(?:comments?|reviews?|posts?|feedback|people|customers?|users?|them|those|mentions?))',
    'share of',
  ],
  [
    '(?<=how (?:big|large) (?:is|was|are) (?:the |our )?)(negative|positive|neutral) (?:portion|chunk|slice|part|proportion|fraction)',
    '$1 share',
  ],
  ['(negative|positive|neutral) (?:portion|chunk|slice|proportion|fraction|ratio|quota)', '$1 share'],
  [
    'negativity (?:rate|share|level|ratio|score|percentage|%|pct)|(?:complaint|dissatisfaction|unhappiness) (?:rate|share|ratio|percentage)',
    'negative share',
  ],
  [
    'positivity (?:rate|share|level|ratio|score|percentage|%|pct)|(?:approval|satisfaction|happiness) (?:rate|share|ratio|percentage)',
    'positive share',
  ],
  ['how (?:much|big|large|high|low|strong) (?:is|was|are|were) (?:the |our )?negativity', 'what is the negative share'],
  ['how (?:much|big|large|high|low|strong) (?:is|was|are|were) (?:the |our )?positivity', 'what is the positive share'],
  [
    'how much (?:of (?:the |a )?)?(?:hate|flak|criticism|negativity|heat|backlash|complaining|moaning|grief|stick|anger|whining|grumbling|griping|unhappiness|discontent)',
    'how many complaints',
  ],
  ['how much (?:love|praise|positivity|applause|appreciation|good press)', 'how many positive comments'],
  [
    `how much (negative|positive|neutral|bad|good|angry|nasty|nice|happy) (?:stuff|feedback|content|talk|chatter|noise|commentary|press|buzz|traffic|response|coverage)`,
    'how many $1 comments',
  ],
  [
    'how much (?:did|do|does|have|has|was|is) (.{2,40}?) (?:written|posted|said|come in|commented)',
    'how many comments $1',
  ],
  ['how often (?:was|were|is|are|do|did|does|has|have)', 'how many comments:'],
  ['thumbs[- ]down|down-?votes|one-star energy', 'negative comments'],
  ['thumbs[- ]up|up-?votes', 'positive comments'],
  // Comments of a mood.
  [`${NASTY}(?= (?:\\w+ ){0,2}${WRITINGS}\\b)`, 'negative'],
  [`${KIND}(?= (?:\\w+ ){0,2}${WRITINGS}\\b)`, 'positive'],
  [`${NASTY}(?= ${THEY}\\b)`, 'unhappy'],
  [`${KIND}(?= ${THEY}\\b)`, 'happy'],
  ['(?:haters|critics|naysayers|moaners|whiners|complainers|grumblers|detractors)', 'unhappy customers'],
  ['(?:admirers|advocates|promoters|supporters)', 'happy customers'],
  // Mood.
  [
    '(?:are|is) (?:people|they|users|customers|everyone|everybody|folks) still (?:angry|mad|upset|unhappy|furious|annoyed|cross)(?! (?:about|at|with|over))',
    'has the negative share changed lately',
  ],
  [
    '(?:if|whether) (?:people|they|users|customers|everyone|everybody|folks) (?:are )?still (?:angry|mad|upset|unhappy|furious|annoyed|cross)(?! (?:about|at|with|over))',
    'has the negative share changed lately',
  ],
  ['search (?:for|the comments for)|look for|look up|grep', 'how many comments mention'],
  ['(?:trouble|troubles|hassle|bother|difficulty|difficulties) with', 'complaints about'],
  [
    '(?:gloomier|grumpier|nastier|crankier|crosser|sourer|meaner|sadder|bleaker|darker|rougher|bitterer|uglier|moodier|saltier|snarkier|ruder)',
    'more negative',
  ],
  [
    '(?:gloomiest|grumpiest|nastiest|crankiest|crossest|sourest|meanest|saddest|bleakest|darkest|roughest|bitterest|ugliest|moodiest|saltiest|rudest)',
    'most negative',
  ],
  ['(?:sunnier|cheerier|rosier|brighter|warmer|sweeter|lovelier|gentler|jollier|merrier)', 'more positive'],
  ['(?:sunniest|cheeriest|rosiest|brightest|warmest|sweetest|loveliest|gentlest|jolliest)', 'most positive'],
  ['(?:talked|written|discussed|complained|raved)-about', 'talked about'],
  [
    '(?:the |our )?(?:vibes?|atmosphere|general feeling|overall feeling|overall impression|mood music|mood state|emotional state|temperature in the room|public feeling|morale|zeitgeist)',
    'the mood',
  ],
  ['(?:the |our )?(?:overall|general) (?:tone|attitude|climate|opinion of us|perception)', 'the mood'],
  ['(?:check|gauge|read|measure) (?:on )?the (?:mood|temperature|room)', 'the mood'],
  [
    `how(?: is| are|'s|'re| was| were) (?:the |our )?(?:${THEY}) (?:feeling|doing|faring)`,
    'how is the mood among people',
  ],
  [
    `how (?:do|did|does|are|have) ${THEY} (?:feel|felt|feeling)(?: about us| overall| in general)?(?=\\s*(?:$|[?.!,]|today|now|right|lately|these|this|last|in|on|since|over|during|yesterday|recently))`,
    'how is the mood',
  ],
  [
    `(?:${TO_BE} )(${THEY}|we) (?:warming (?:up )?to us|coming round|coming around|winning (?:them|people) (?:over|back)|coming back to us|liking us more|softening)`,
    'is the mood getting better',
  ],
  [
    `(?:${TO_BE} )(${THEY}|we) (?:cooling on us|souring(?: on us)?|turning (?:against|on) us|going off us|losing (?:them|people|patience|faith)|liking us less)`,
    'is the mood getting worse',
  ],
  [
    '(?:has|have|did|is|are|was) (?:the )?(?:negativity|anger|negative sentiment|discontent|unhappiness)(?= (?:\\w+ ){0,2}(?:go|gone|going|went|grow|grew|grown|ris|rose|f[ae]ll|drop|increas|decreas|eas|shr[iau]nk|clim|declin|spik|get|got|subsid|up|down)\\w*)',
    'has the negative share',
  ],
  [
    '(?:has|have|did|is|are|was) (?:the )?(?:positivity|positive sentiment|happiness)(?= (?:\\w+ ){0,2}(?:go|gone|going|went|grow|grew|grown|ris|rose|f[ae]ll|drop|increas|decreas|shr[iau]nk|clim|declin|spik|get|got|up|down)\\w*)',
    'has the positive share',
  ],
  [
    '(?:on the (?:up|mend|rise)|looking up|picking up|perking up|brightening|turning the corner|bouncing back|recuperating|on an upswing|heading (?:up|north))',
    'getting better',
  ],
  [
    '(?:on the (?:slide|decline|wane)|going (?:south|downhill|sideways|sour)|heading (?:down|south)|tanking|deteriorating|worsening|slipping|sinking|nosediving|on a downswing)',
    'getting worse',
  ],
  // What is wrong.
  [
    `what(?:'s| is| was| has been| have been| got| gets| keeps)? ?(?:really |actually |currently |most )?${TROUBLE} (?:our |the |most )?${THEY}(?: off)?`,
    'what do people complain about',
  ],
  [
    `what(?:'s| is| are|'re)? (?:really |currently )?(?:making|makes?|driving|drives?|getting|gets?|has|keeps) (?:our |the )?(\\w+ )?${THEY} (?:so |that |this |really |most |the most )?${ANGRY}(?: at us| with us)?`,
    'what do $1people complain about',
  ],
  [
    `what (?:got|made|set|drove|turned|had) (?:our |the )?(?:\\w+ )?${THEY} (?:so |that |this |really )?${ANGRY}`,
    'why were people so angry',
  ],
  [
    `what(?:'s| is| are|'re| was| were)? ${THEY} (?:so |most |all |really )?(?:mad|angry|cross|furious|livid|unhappy|upset|annoyed|frustrated|grumbling|grumpy|fuming|seething|worked up|riled up|up in arms|kicking off|disappointed|dissatisfied|whinging|beefing|bitching|ranting|moaning|griping|whining|grousing) (?:about|over|at|with|by)`,
    'what do people complain about',
  ],
  [
    `what(?:'s| is| are| was| were| do| did)? (?:the |our )?(\\w+ ${THEY}|${THEY}) (?:grumbl|grip|whin|whing|beef|bitch|grous|mutter|bellyach|kick(?:ing)? off|moan|rant|object|take issue|struggl|stumbl|push back|pushing back)\\w*(?: (?:about|over|at|with|to|on))?`,
    'what do $1 complain about',
  ],
  [
    `what (?:really )?(?:turns?|puts?|drives?|chases?|scares?) (?:our )?${THEY} (?:off|away)`,
    'what do people complain about',
  ],
  [
    `what (?:does|do|did|is|are|has|have)(?:n't| not) (?:work|working|worked|go well|going well|please|pleas|sit well|sitting well|land|landing)(?: (?:for|with) (?:our |the )?${THEY})?`,
    'what do people complain about',
  ],
  [
    `(?:where|how|in what way) (?:do|are|did|have) we (?:fall|falling|fell|fallen|come up|coming up) short`,
    'what do people complain about',
  ],
  [
    `(?:where|how) (?:do|are|did|have) we (?:let|letting|disappoint|fail|losing|lose|annoy)\\w* (?:our |the )?${THEY}(?: down)?`,
    'what do people complain about',
  ],
  [
    `what (?:do|did|does) (?:our |the )?(\\w+ )?${THEY} (?:hate|dislike|loathe|detest|resent|despise|can't stand|not like|find (?:annoying|bad|wrong|frustrating|disappointing))`,
    'what do $1people complain about',
  ],
  [`what (?:do|did|does)(?:n't| not) (?:our |the )?(\\w+ )?${THEY} like`, 'what do $1people complain about'],
  [
    "what(?:'s| is| are) (?:so )?(?:bad|broken|lacking|missing|failing|not working|not right|going wrong|annoying|lousy|the trouble)(?= |[?.!]|$)",
    'what do people complain about',
  ],
  [
    'what (?:sucks|stinks|hurts|fails|falls short|goes wrong|lets (?:us|people) down)(?= |[?.!]|$)',
    'what do people complain about',
  ],
  [
    `(?:the )?(?:worst|bad|negative|nasty|ugly|harsh|critical|unfavou?rable) (?:things|stuff|bits|points|feedback) (?:that )?(?:${THEY} (?:\\w+ )?)?(?:say|said|saying|mention|mentioned|report|reported|write|wrote|have to say|had to say|bring up|brought up)`,
    'what do people complain about',
  ],
  [
    `(?:the )?(?:best|nice|positive|good|great|nicest|kind) (?:things|stuff|bits|points) (?:that )?(?:${THEY} (?:\\w+ )?)?(?:say|said|saying|mention|mentioned|report|reported|write|wrote|have to say|had to say|bring up|brought up)`,
    'what do people praise',
  ],
  [
    '(?:gripes?|grievances?|annoyances?|niggles?|(?:pet )?peeves?|bugbears?|beefs?|frustrations?|dissatisfactions?|flak|criticisms?|grumbles|groans|moans|whines|sore (?:points?|spots?)|sticking points?|drawbacks?|shortcomings?|turn-?offs?|deal-?breakers?|let-?downs?|pain areas?|bad points|low ?lights|sources? of (?:frustration|annoyance|anger|irritation)|reasons? (?:people|customers|users) (?:complain|are unhappy|are angry)|cons|negatives(?= (?:people|customers|users|they)))',
    'complaints',
  ],
  [
    '(?:griped|grumbled|moaned|whined|whinged|bitched|groused|ranted|kicked off|vented|venting|vent|kvetch\\w*|bellyach\\w*)(?: (?:about|over|at|on))',
    'complained about',
  ],
  // What is right.
  [
    `what (?:do|did|does|are|is|were) (?:our |the )?(\\w+ )?${THEY} (?:really |actually |most )?(?:dig|rave about|raving about|gush about|gushing about|swear by|adore|enjoy|applaud|cheer|cherish|big up|fond of|keen on|into|delighted (?:with|by|about)|impressed (?:with|by)|grateful for|pleased (?:with|about)|thrilled (?:with|about)|excited about|fans of|happy (?:with|about))`,
    'what do $1people praise',
  ],
  [
    "what(?:'s| is| are|'re|) ?(?:we|we're) (?:getting|doing|have been getting) (?:right|well)|what (?:did|do|have) we (?:get|do|got|done) (?:right|well)|where (?:do|are|did) we (?:shine|shining|win|winning|excel|excelling|do well|doing well)",
    'what do people praise',
  ],
  [`what (?:makes?|made|keeps?|is making|gets?) (?:our |the )?(\\w+ )?${THEY} ${HAPPY}`, 'what do $1people praise'],
  [
    `what (?:wins?|won|delights?|delighted|impress(?:es|ed)|pleases?|pleased|excites?|excited|charms?) (?:our |the )?(\\w+ )?${THEY}(?: over)?`,
    'what do $1people praise',
  ],
  ["what(?:'s| is) (?:so )?(?:good|great|nice|working|going well|working well)(?= |[?.!]|$)", 'what do people praise'],
  [
    '(?:selling points?|plus points?|pluses|pros|upsides?|bright spots?|strong (?:points?|suits?)|strengths?|crowd[- ]pleasers?|good points?|best[- ]liked (?:things?|features?|aspects?)|most[- ]loved (?:things?|features?|aspects?)|highlights people praise|love letters)',
    'praise',
  ],
  [`(?:rav(?:e|es|ed|ing)|gush(?:ed|ing|es)?|swoon(?:ed|ing)?|enthus(?:e|ed|ing)) (?:about|over)`, 'praising'],
];
