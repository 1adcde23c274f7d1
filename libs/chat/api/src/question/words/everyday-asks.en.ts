import { THEY, TO_BE } from './everyday-words.en';

/** Whoever the comments are about, as a stranger would call them. */
const US_AS_THIRD =
  '(?:airline|company|brand|carrier|firm|hotel|restaurant|bank|provider|operator|vendor|manufacturer|business|retailer|team)';

/** Everyday ways to ask what is new, why, which is first, what is said, for quotes and what something changed; as in {@link EVERYDAY_WORDS}. */
export const EVERYDAY_ASKS: readonly (readonly [string, string])[] = [
  // Before and after.
  ['before (the (?:\\w+ )?\\w+) (?:or|and|versus|vs) after(?: (?:it|that))?', 'before and after $1'],
  // No feeling is a label, too.
  [
    '(?:that )?(?:(?:have|has|had|show|shows|with|express) )?no (?:clear |strong |real |particular )?(?:feelings?|opinions?|sentiment|stance|view)(?: (?:either way|one way or (?:the )?(?:other|another)|at all))?|neither (?:good|positive|happy) (?:n?or) (?:bad|negative|unhappy)|(?:on|sitting on) the fence',
    'neutral',
  ],
  [
    `(?:want|wants|need|needs|would like|wish) (?:to (?:have|see|be) )?(?:fixed|sorted|repaired|changed|improved)(?= (?:in|on|about|with|at|last|this|since|most)\\b|\\s*[?.!,]|\\s*$)`,
    'complain about',
  ],
  // The one that most people agree with.
  [
    '(?:single )?most[- ](?:re-?tweeted|shared|viral)(?= (?:complaint|criticism|gripe|rant|praise|compliment|comment|review|post|tweet))',
    'most liked',
  ],
  [
    "(?:(?:which|what)(?: is| was|'s)? )?(?:the |our )?most[- ](?:liked|upvoted|up-voted) (?:complaint|criticism|gripe|rant)s?|(?:the )?(?:complaint|criticism|gripe|rant)s? with (?:the )?most (?:likes|upvotes|hearts)",
    'show the most liked negative comments',
  ],
  [
    "(?:(?:which|what)(?: is| was|'s)? )?(?:the |our )?most[- ](?:liked|upvoted|up-voted) (?:praise|compliment)s?|(?:the )?(?:praise|compliment)s? with (?:the )?most (?:likes|upvotes|hearts)",
    'show the most liked positive comments',
  ],
  [
    "(?:(?:which|what)(?: is| was|'s)? )?(?:the |our )?most[- ](?:upvoted|up-voted) (?:comment|review|post)s?|(?:which |what |the )?(?:comment|review|post)s?(?: (?:has|have|had|got|gets|with))? (?:the )?most (?:likes|upvotes|hearts)",
    'show the most liked comments',
  ],
  // Words for comments.
  ['tweets', 'comments'],
  // The day with the most of them.
  [
    'when (?:was|is|were) (?:the |our )?(?:overall )?(?:peak|high point|busiest (?:time|point|moment))(?: (?:of|in) (?:the )?(?:activity|volume|discussion|conversation|comments|traffic|feedback))?(?=\\s*(?:[?.!]|$)| (?:in|during|of|on|since|this|last) )',
    'which day had the most comments',
  ],
  [
    'when did (?:the |our )?(?:number of )?(?:comments|volume|activity|discussion|conversation|traffic|feedback|mentions|posts) (?:peak|reach (?:its|their) (?:peak|highest))',
    'which day had the most comments',
  ],
  // Whose comments these are.
  [
    `(?:is|was|are) there anything (?:good|positive|nice)(?: (?:said|to say|to read))? (?:about|on) (?:us|(?:the|this|our) ${US_AS_THIRD})`,
    'what do people like',
  ],
  [
    `(?:is|was|are) there anything (?:bad|negative|wrong)(?: (?:said|to say|to read))? (?:about|on|with) (?:us|(?:the|this|our) ${US_AS_THIRD})`,
    'what do people complain about',
  ],
  [`what (?:does|do|did) (?:the|this|our|your) ${US_AS_THIRD}s? do (?:well|right|best)`, 'what do people like'],
  [
    `what (?:does|do|did) (?:the|this|our|your) ${US_AS_THIRD}s? do (?:wrong|badly|worst)`,
    'what do people complain about',
  ],
  [
    `(should|could|must|can) (?:the|this|our|your) ${US_AS_THIRD}s?(?= (?:need to |have to )?(?:fix|do|improv\\w*|work on|change|address|tackle|prioriti[sz]e|focus|start)\\b)`,
    '$1 we',
  ],
  [`is (?:the|this|our) ${US_AS_THIRD}(?= (?:doing|getting|becoming|improving)\\b)`, 'are we'],
  [
    `(like|love|hate|dislike|appreciate|enjoy|good|bad|wrong)( most| best)? about (?:the|this|our) ${US_AS_THIRD}`,
    '$1$2 about us',
  ],
  // Now, against before.
  [
    `(?:is|are) (?:the |our )?(?:${THEY}|things|everything|mood|sentiment|it) (?:any |much |a bit |getting )?(?:calmer|happier|nicer|kinder|better|angrier|worse|unhappier|more (?:positive|negative|relaxed)) (?:now|these days|yet)(?=\\s*(?:[?.!]|$))`,
    'has the mood changed recently',
  ],
  // What moves people.
  ['what (?:saddens|upsets and saddens|is saddening)', 'what makes sad'],
  ['what (?:scares|frightens|terrifies)', 'what makes scared'],
  [
    'what (?:surprises|surprised|astonishes|is surprising|amazes)(?= (?:people|customers|users|them|everyone|folks|passengers|buyers))',
    'what makes surprised',
  ],
  // What is new.
  ['(?:catch|bring|get) (?:me|us) up(?: to (?:speed|date))?(?: (?:on|with|about))?', 'summary of'],
  [
    '(?:fill (?:me|us) in|clue (?:me|us) in|brief (?:me|us)|update (?:me|us)|walk (?:me|us) through|run (?:me|us) through|talk (?:me|us) through)(?: (?:on|about|with))?',
    'summary of',
  ],
  [
    '(?:the |a |some |any )?(?:key |main |quick |short )?(?:highlights|low-?down|run-?down|round-?up|wrap-?up|debrief|briefing|take-?aways?|take-?away points|bullet points|main points|big picture|scoop|headlines?|skinny|cliff notes|cliffnotes|cheat sheet|synopsis|executive view|state of play|status report|sitrep|status update)(?= (?:of|on|for|from|about|in|last|this|since|yesterday|today|please)|\\s*[?.!,:]|$)',
    'summary',
  ],
  ['what (?:did|have|has) (?:i|we) (?:miss|missed)(?: out on)?', "what's new"],
  [
    'anything (?:interesting|big|major|juicy|going on|happening|cooking|brewing|exciting|special|important|notable|newsworthy|noteworthy|worth (?:knowing|a look|noting|mentioning|flagging)|(?:i|we) should (?:know|worry about|be aware of)|(?:to|we need to) (?:report|know|worry about|flag))',
    'anything new',
  ],
  ["what(?:'s| is|) ?up (?:with|on|in|at)|how(?:'s| is) it going (?:with|on|in|at)", "what's going on with"],
  // Up and down.
  [
    '(?:shoot|shoots|shot|shooting|jump\\w*|climb\\w*|creep\\w*|crept|inch\\w*|edg(?:e|ed|ing)|tick\\w*|spik(?:e|ed|ing)|surg(?:e|ed|ing)) up(?:wards?)?|skyrocket\\w*|rocketed|balloon(?:ed|ing)?|mushroomed|snowball\\w*',
    'rise',
  ],
  [
    '(?:plummet\\w*|nose-?div\\w*|tumbl\\w*|crater(?:ed|ing)|dwindl\\w*|subsid(?:e|ed|ing)|abat(?:e|ed|ing)|taper\\w* off|tail\\w* off|(?:die|dies|died|dying) (?:down|off)|fizzl\\w*(?: out)?|eas(?:e|ed|ing) (?:off|up))',
    'fall',
  ],
  // Why.
  [
    'what (?:triggered|sparked|prompted|set off|fuel+ed|ignited|started|kicked off|brought (?:on|about)|provoked|precipitated|is to blame for|was to blame for|lies behind|lay behind|is responsible for|was responsible for|accounts for|is the story behind|was the story behind|gives)',
    'what caused',
  ],
  [
    "what(?:'s| is| was) (?:to blame|responsible|the story|up|the deal|the matter)(?= (?:for|behind|with) (?:the |this |that )?(?:\\w+ )?(?:drop|fall|dip|decline|slump|plunge|spike|rise|jump|surge|peak|increase|decrease|recovery|improvement|rebound|backlash|uproar|outrage|change|swing|turn|shift|numbers?)\\b) (?:for|behind|with)",
    'what caused',
  ],
  [
    '(?:please )?(?:explain|account for|elaborate on|shed light on)(?: to me| me)?(?= (?:the|this|that|our|why|what) )(?=.*\\b(?:drop|fall|dip|decline|slump|plunge|spike|rise|jump|surge|peak|increase|decrease|recovery|improvement|rebound|backlash|uproar|outrage|change|swing|turn|shift|why|crash|collapse|low|high|bump)\\b)',
    'what caused',
  ],
  ['(?:for what reason|on what grounds|what for|how so)', 'why'],
  // Orders.
  ['(?:who|which (?:one )?|what) (?:hates?|loathes?|dislikes?) us(?: the)? most', 'which source is the most negative'],
  ['(?:who|which (?:one )?|what) (?:loves?|likes?|adores?) us(?: the)? most', 'which source is the most positive'],
  [
    '(?:who|which (?:one )?|what) (source|platform|channel|site|network) (?:hates?|loathes?|dislikes?) us(?: the)? most',
    'which $1 is the most negative',
  ],
  [
    '(?:which|what) (source|platform|channel|site|network) (?:loves?|likes?|adores?) us(?: the)? most',
    'which $1 is the most positive',
  ],
  [
    'where (?:do|are|did|have) we (?:get|getting|catch|take|have|see|hear|got)(?:ting)?(?: the)? (most|worst|least|fewest|biggest) (?:flak|hate|criticism|complaints|heat|backlash|negativity|grief|stick|bashing)',
    'which source has the $1 complaints',
  ],
  [
    'where (?:do|are|did|have) we (?:get|getting|have|see|hear|got)(?:ting)?(?: the)? (most|best|least|fewest) (?:love|praise|applause|positive comments|compliments)',
    'which source has the $1 positive comments',
  ],
  [
    `(?:what|which)(?:'s| is| was| are| were| has|) ?(?:been )?(?:everybody|everyone|${THEY}) (?:been )?(?:talking|chatting|buzzing|discussing|posting|writing|on|going on) ?(?:about)?(?= |[?.!]|$)`,
    'what are people talking about',
  ],
  [
    '(?:the )?(?:talk of the town|talking points?|conversation topics?|hot(?:test)? (?:themes|subjects|issues|potatoes)|biggest (?:conversations?|discussions?)|buzzing topics?|viral topics?)',
    'top topics',
  ],
  // What is said about something.
  [
    "what(?:'s| is| was) the (?:word|verdict|feeling|consensus|talk|opinion|view|buzz|take|general view|reaction|chatter|reception|feedback|gossip|deal|latest)(?: on the street)? (?:on|about|around|regarding|with|to|for|of)",
    'what do people say about',
  ],
  [`(?:${THEY}'?s?'?|the|any|your|our) take on`, 'opinions on'],
  [
    `how (?:did|do|does|have|has) (?:the |our )?(\\w+ ${THEY}|${THEY}) (?:take|taken|took|receive|received|respond to|responded to|react to|reacted to|perceive|view|judge|like|rate|find|welcome|see)(?= )`,
    'what do $1 say about',
  ],
  [`what (?:do|did|does) (?:the |our )?(\\w+ ${THEY}|${THEY}) make of`, 'what do $1 say about'],
  [
    "how(?: is| was| are| were|'s) (.{2,40}?) (?:going down|being received|received|landing|faring|perceived|viewed|seen|rated|holding up|performing|coming across|working out|regarded|judged)(?: (?:with|by|according to|among|for|in the eyes of))?",
    'what do people say about $1',
  ],
  [
    'how did (.{2,40}?) (?:go down|land|come across|fare|go over|play out|do)(?: (?:with|among|for))?(?= |[?.!]|$)',
    'what do people say about $1',
  ],
  [
    `(?:${TO_BE}) (?:the |our )?(\\w+ ${THEY}|${THEY}) (?:ok|okay|fine|cool|good|alright|on board|comfortable|happy enough|at peace) with`,
    'what do $1 say about',
  ],
  [
    '(?:any|is there any|was there any) (?:buzz|chatter|talk|gossip|discussion|discussions|conversation|noise|love|feedback|comments?|mentions?|word|news|reactions?|opinions?) (?:about|on|around|regarding|for|of|to)',
    'any comments about',
  ],
  // Quotes.
  [
    `(?:can|could|may) (?:i|we) (?:see|read|hear|have|get|look at) what (.{2,50}?) (?:wrote|said|say|write|posted)`,
    'show comments of $1',
  ],
  [
    `(?:show|read|let me (?:see|read|hear)|give) (?:me |us )?(?:exactly )?what (.{2,50}?) (?:wrote|said|say|write|posted|are saying|were saying)(?= about)`,
    'show comments of $1',
  ],
  [
    '(?:got|have you got|do (?:you|we) have|are there) (?:any |some )?(quotes?|examples?|verbatims?|samples?)',
    'show some $1',
  ],
  [
    '(?:a )?(?:sample|samples|sampling|selection|handful|bunch) of(?= (?:\\w+ ){0,3}(?:comments?|reviews?|posts?|quotes?))',
    'show a few',
  ],
  // Events.
  [
    'what (?:kind of |sort of )?(?:impact|effect|difference|result)s? (?:did|has|have|does) (.{2,40}?) (?:have|had|make|made)',
    'what was the effect of $1',
  ],
  [
    'how (?:did|have|has) (?:things|the mood|it|sentiment|people|our reputation|opinions?) (?:change|changed|react|reacted|develop|developed|shift|shifted) (?:after|following)',
    'what was the effect of',
  ],
  [
    '(?:before ?/ ?after|pre ?/ ?post|pre-and post|pre vs\\.? post|before vs\\.? after|before versus after)(?:-|[ :])?',
    'before and after ',
  ],
  [
    '(?:move|moved|moving) the needle|do (?:the trick|anything|any good)|done (?:the trick|anything|any good)|land well|fix (?:things|anything|it|the mood)|(?:make|made|making) (?:things|it|stuff|matters) (?:any )?(?:better|worse)|turn (?:things|it|the mood) around|pay dividends|worth it|worth the (?:effort|trouble)|(?:hurt|harm|damage|cost|burn) (?:us|our reputation|the brand|our image)|bring (?:the mood|people|us) (?:back|up|down)|boost(?:ed)? (?:the mood|us|sentiment)|(?:win|won) (?:people|them|customers|users) (?:back|over)',
    'make a difference',
  ],
  [
    "(?:(?:they|these|those|it)(?:(?:'| a)?re|'?s| is) |(?:is|are) (?:it|they|these|those) )?worth (?:the money|the price|the cost|every penny|what (?:i|we|they) paid)",
    'about the price',
  ],
];
