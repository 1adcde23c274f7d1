import type { Lexicon } from './lexicon';

const PEOPLE =
  '(?:people|customers?|users?|they|folks|everyone|everybody|buyers?|fans|reviewers?|the public|anyone|anybody|someone)';

export const ENGLISH: Lexicon = {
  intents: [
    [
      'help',
      /^(?:help\b|what can (?:you|i|this)\b.{0,30}\b(?:do|ask)\b|how (?:do i|does this|can i) (?:use|work)\b|what (?:kinds? of )?questions\b|who are you|what are you)/i,
    ],
    ['alert', /\balerts?\b|\balarms?\b/i],
    [
      'report',
      /\b(?:create|make|generate|send|export|schedule|build|prepare)\b.{0,25}\breports?\b|\bpdf\b|\bpowerpoint\b/i,
    ],
    ['share', /\bshare of voice\b|\bsov\b/i],
    [
      'share',
      /\b(?:positive|negative|neutral|moods?|sentiments?|labels?|opinions?)\b.{0,24}\b(?:split|distribution|mix|composition|proportions?|breakdown)\b(?!.{0,12}\b(?:by|per)\b)|\b(?:split|distribution|mix|breakdown|proportions?) (?:of|between|into|among) (?:the )?(?:positives?|negatives?|neutrals?|moods?|sentiments?|labels|opinions?)\b(?!.{0,24}\b(?:by|per)\b)/i,
    ],
    [
      'fix',
      /\b(?:only|just|but) (?:do |fix |pick |change |have time for )?(?:one|1|a single) thing\b|\b(?:one|the single) thing (?:to|we|you|they|that)\b|\bwhat (?:should|do|can|must|could|needs?)\b.{0,25}\b(?:fix|improv\w+|address|tackle|work on|do (?:first|next|about)|fixing|work|attention)\b|\b(?:fix|improve|address|tackle|work on)\b.{0,25}\bfirst\b|\bpriorit\w+|\bwhere (?:should|do|must|can|could|would) (?:we|i|the team|you|one) (?:\w+ )?(?:focus|start|begin|put|spend|concentrate|invest|act)|\bwhat(?: is|'s| are)? (?:the )?(?:most pressing|most important (?:thing|issue|problem)s? to|quick wins?|low-hanging)|\bquick wins?\b|\bmost pressing\b|\baction (?:items|points)\b|\bwhat (?:should|must|can|could) (?:we|i|the team) (?:do|change)\b|\bwhat to (?:fix|improve|do|tackle|address|change)\b|\bneeds? (?:fixing|attention|work|improving)\b|\bto-?do list\b|\b(?:would|will|could) make the (?:biggest|most) difference\b|\bwhat matters (?:the )?most\b|\burgen(?:t|tly|cy)\b|\b(?:hurts?|costs?|damages?|drags?)\b.{0,30}\b(?:most|down)\b|\bbiggest (?:lever|win|impact)|\bwhat would (?:help|improve)/i,
    ],
    [
      'effect',
      /\b(?:has|have|did|does|do|is|was|were)\b.{1,60}\b(?:help(?:ed|ing)?|work(?:ed|ing)?|pa(?:y|id|ying) off|ma(?:k|d)e (?:a|any) difference|ha(?:ve|d) (?:an|any) (?:effect|impact)|calm(?:ed|ing)?|cool(?:ed)?|sooth(?:e|ed)|settle(?:d)?|quiet(?:en|ened)?|turn(?:ed)? (?:things|it) around|pan(?:ned)? out|backfired?)\b(?! (?:about|on|with))|\b(?:effect|impact) of\b|\bwhat (?:did|has|have|does)\b.{1,40}\b(?:do|done|do) to\b|\bbefore and after\b|\bpre-? and post-?/i,
    ],
    [
      'why',
      /\bwhy\b|\breasons?\b|\bwhat(?:'s| is| are|s)? (?:caused|causing|drove|driving|drives|happened|went wrong|behind|explains?|led to|changed|triggered|the (?:cause|reason))\b|\b(?:root )?causes?\b|\bdrivers?\b|\bhow come\b|\bwhat is (?:driving|behind)/i,
    ],
    [
      'ranking',
      /\b(?:which|what|whose)\b(?:(?!\b(?:last|this|past|previous|share|percent\w*|proportion|fraction|happened|changed|about|after|before)\b|%).){0,25}\b(?:source|platform|channel|site|network|store|day|date|week|month|language|monitor|brand|competitor|market)s?\b(?!.{0,20}\bsay)|\bwhere (?:are|is|do|did)\b.{0,40}\b(?:most|least|happiest|angriest|worst|best|kindest|nicest|harshest|friendliest)\b|\bwhen (?:was|were|did|is|do)\b.{0,50}\b(?:most|least|lowest|highest|worst|best|peak)\b|\brank\w*\b|\b(?:most|least) (?:talked|discussed|mentioned|common)\b|\b(?:least|most|smallest|fewest) (?:\w+ )?(?:themes?|topics?|subjects?)\b|\bhot(?:test)? topics?\b|\btrending\b(?! (?:up|down))|\bwhat (?:are|do|did|were)\b.{0,20}\btalk(?:ing|ed)? about\b(?! (?:it|the \w+)\b)|\b(?:top|main|biggest|key|hot|hottest|leading|major|principal|dominant|prominent|common|frequent|popular)(?: (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten))? (?:themes?|topics?|subjects?|discussions?|conversations?)\b|\b(?:best|worst|happiest|angriest|harshest|kindest|friendliest|nicest|top|weakest|strongest|loudest|noisiest|quietest|busiest|(?:most|least|more|less) (?:[\w-]+)) (?:\w+ )?(?:sources?|platforms?|channels?|sites?|networks?|languages?|markets?|monitors?|competitors?|brands?)\b|\b(?:which|what) (?:themes?|topics?|subjects?)\b|^(?:the |all )?(?:themes|topics)\b|\bbusiest\b|\b(?:worst|best|quietest|angriest|happiest) (?:days?|weeks?|months?)\b|\bby (?:source|platform|channel|language|day|theme|topic|subject)\b|\bper (?:source|platform|channel|language|theme|topic|subject)\b|\bbreak(?:down| down|s down)\b/i,
    ],
    [
      'compare',
      /\bcompar\w+|\bwho (?:talks?|writes?|posts?|comments?) (?:\w+ )?(?:more|less)\b|\bversus\b|\bvs\.?\b|\bdifferen(?:ce|ces|t)\b|\bcontrast\b|\b(?:better|worse|happier|angrier|more negative|more positive|nicer|kinder|harsher|friendlier|higher|lower)\b.{0,20}\b(?:than|or)\b|\bwhich (?:one )?is (?:more|better|worse|less)\b|\bor\b.{0,40}\b(?:bigger|worse|smaller|more serious) (?:problem|issue|concern|pain point|headache)\b|\bstack up\b|\b(?:more|fewer|less) (?:[\w-]+ )?(?:comments?|reviews?|complaints?|posts?|feedback)\b.{0,40}\bthan\b/i,
    ],
    ['count', /\bhow many\b|\b(?:the )?number of\b/i],
    [
      'quotes',
      /\bquot(?:e|es|ation|ations)\b|\bverbatims?\b|\b(?:show|give|list|find|pull|read|display|send|need|want|get me|let me see|can i see|share some|share a few)\b.{0,50}\b(?:comments?|reviews?|examples?|posts?|voices?|tweets?|complaints?|messages?)\b(?! (?:count|number|volume))|\b(?:show|give|let me see|can i see|read) (?:me |us )?(?:some|a few|a couple|those|them|one|two|three|four|five)\b\s*(?:of (?:them|those))?[?.!]*$|\bexamples?\b|\bin their own words\b|\bexact words\b|\bwhat exactly (?:do|did|does|are|were|is|was|have|has)\b.{0,24}\b(?:sa(?:y|id|ying)|writ(?:e|ing|ten)|wrote)\b|\bwhat did .{1,20} write\b|\b(?:newest|latest|oldest|first|most liked) (?:comments?|reviews?|posts?)\b/i,
    ],
    ['share', /\b(?:share|percentage|percent|proportion|fraction|ratio|pct)\b|%|\bhow (?:large|big|much) (?:a|of)\b/i],
    [
      'count',
      /\bhow many\b|\b(?:the )?(?:number|amount|count|volume) of\b|\bhow much (?:feedback|volume|chatter|buzz)\b|\bhow often\b|\btotal (?:number|comments|reviews|feedback|posts|mentions|volume)\b|\bcount\b|\bcomments? total\b|\btotal\b|\babsolute (?:numbers?|terms)\b|\braw (?:numbers?|counts?)\b|\bin numbers\b|\bvolume\b/i,
    ],
    [
      'summary',
      /\banything\b.{0,40}\b(?:new|worr\w+|wrong|unusual|odd|strange|notable|alarming|concern\w*|watch|know)\b|\bwhat should (?:i|we) (?:know|worry|watch|be aware)\b|\bsummar\w+|\bgist\b|\boverview\b|\brecap\b|\bup to speed\b|\bwhat(?:'s|s| is| has| was|) ?(?:been )?(?:new|going on|happening|been happening|up)\b|\bin brief\b|\bin short\b|\bin one (?:line|sentence|paragraph)\b|\b(?:any|anything|something) new\b|\bany news\b|\bin a nutshell\b|\btl;?dr\b|\bdigest\b|\bwhat(?:'s|s| is) the (?:story|gist)/i,
    ],
    [
      'praise',
      /\bprais\w+|\blov(?:e|ed|es|ing)\b|\bwhat do .{0,20}\blike\b|\blike(?:d)? (?:most|best|about)\b|\b(?:happy|happiest|pleased|satisfied|positive|excited|delighted) (?:about|with)\b|\bstrengths?\b|\benjoy\w*|\bcompliment\w*|\bwhat(?:'s| is| are) (?:going well|good|working well|we doing well|we doing right)\b|\bappreciat\w+|\bfavou?rite\b|\bpositive (?:themes|topics|things|points)\b/i,
    ],
    [
      'complaints',
      /\bcomplain\w*|\bwhin(?:e|es|ing)\b|\bpissed off|\bfed up\b|\bgrip(?:e|es|ing)\b|\bpain ?points?\b|\bdislik\w+|\bhat(?:e|es|ed|ing)\b|\bfrustrat\w+|\b(?:upset|angry|unhappy|annoyed|mad|furious|dissatisfied) (?:about|with|at|over)\b|\b(?:problems?|issues?)\b|\bwhat(?:'s|s| is) wrong\b|\bnegative (?:themes|topics|things|points)\b|\bcritici[sz]\w*|\bannoy\w+|\bbother\w*|\bweakness\w*|\brant\w*|\bmoan\w*/i,
    ],
    [
      'topic',
      new RegExp(
        `\\bwhat (?:do|did|are|is|does|have|has|were|was)\\b.{0,30}\\b(?:say|says|saying|said|think|thinks|thinking|thought|feel|feeling|write|writing|talk|talking)\\b|\\bhow (?:do|did|are|does|is)\\b.{0,20}${PEOPLE}.{0,20}\\b(?:feel|like|find|rate|react|respond|see|think)|\\bopinions?\\b|\\bwhat\\b.{0,30}\\b(?:say|think|feel|write)\\b|^any (?:[\\w-]+ ){1,3}(?:comments?|reviews?|posts?|mentions?|feedback)\\b|\\bany (?:news|word|mentions?|comments?|complaints?|opinions?|feedback)\\b|^(?:is|are) (?:the|our) .+\\b(?:good|bad|okay|ok|reliable|worth|popular|liked|fine|broken)\\b|\\bthoughts?\\b|\\bgood or bad\\b|\\bbad or good\\b|\\bhit or miss\\b|\\bhot or not\\b|\\bloved? or hated?\\b|\\bpositive or negative\\b|\\bthe buzz\\b|\\bviews? (?:on|of|about)\\b|\\b(?:do|does|did)\\b.{0,40}\\blike\\b|\\bfeedback\\b|\\bmentions?\\b|\\bmentioned\\b|\\bmentioning\\b|\\breactions?\\b|\\bstill (?:a|an|any) (?:thing|issue|problem|topic|concern)\\b|\\btell me about\\b|\\bwhat about\\b|\\bregarding\\b|\\b(?:is|are|was) (?:there|anyone|anybody|people|customers|users)\\b`,
        'i',
      ),
    ],
    [
      'trend',
      /\bmoods?\b|\bsentiments?\b|\btrend\w*|\bmov(?:e|es|ed|ing)\b|\bover time\b|\bdevelop\w*|\bgetting (?:better|worse)\b|\bgot(?:ten)? (?:better|worse)\b|\bimprov\w+|\bhow (?:are we|is it|are things|is our|was our|did we|have we|is the|was the|were the)\b|\bperception\b|\breputation\b|\bevol\w+|\b(?:go|goes|going|gone|went) (?:up|down)\b|\brecover\w*|\bincreas\w*|\bdecreas\w*|\bchang(?:e|es|ed|ing)\b|\bnet (?:mood|score|sentiment)\b|\brise|\brising\b|\bfall(?:ing|en)?\b|\bdrop\w*|\bdeclin\w+|\bbetter\b|\bworse\b|\bup or down\b|\bspik(?:e|ed|ing)\b|\bsurg(?:e|ed|ing)\b|\bsoar\w*|\bclimb(?:ed|ing)?\b|\bplung\w*|\bslump\w*|\brebound\w*|\bgr(?:ew|owing|owth)\b|\brose\b|\bfell\b|\bworsen\w*|\bpulse\b|\bhappier\b|\bangrier\b/i,
    ],
  ],
  by: [
    [
      'week',
      /\b(?:which|what) weeks?\b|\b(?:worst|best|busiest|quietest|angriest|happiest) weeks?\b|\bby week\b|\bweekly\b/i,
    ],
    [
      'month',
      /\b(?:which|what) months?\b|\b(?:worst|best|busiest|quietest|angriest|happiest) months?\b|\bby month\b|\bmonthly\b/i,
    ],
    [
      'day',
      /\b(?:which|what) (?:day|date)s?\b|\b(?:worst|best|busiest|quietest|angriest|happiest) days?\b|\bby day\b|\bon which day\b|^when\b|\bdaily\b/i,
    ],
    [
      'source',
      /\b(?:which|what)\b.{0,25}\b(?:source|platform|channel|site|network|store)s?\b|\bby (?:source|platform|channel)\b|\bper (?:source|platform|channel)\b|\b(?:each|every|all|the) (?:sources?|platforms?|channels?)\b|\b(?:best|worst|happiest|angriest|harshest|kindest|friendliest|nicest|top|weakest|strongest|loudest|noisiest|quietest|busiest|(?:most|least) [\w-]+) (?:\w+ )?(?:source|platform|channel|site|network)\b|\bsources\b|\bplatforms\b|\bchannels\b|\bwhere (?:are|is|do|did)\b/i,
    ],
    [
      'language',
      /\b(?:which|what) (?:language|market)s?\b|\b(?:best|worst|happiest|angriest|harshest|kindest|(?:most|least) [\w-]+) language\b|\bby language\b|\bper language\b|\b(?:each|all|the|between) languages?\b|\blanguages\b/i,
    ],
    [
      'monitor',
      /\b(?:which|what) (?:monitor|brand|competitor)s?\b|\bby (?:monitor|brand)\b|\bcompetitors?\b|\bshare of voice\b|\bsov\b/i,
    ],
    [
      'theme',
      /\bthemes?\b|\btopics?\b|\bsubjects?\b|\btalk(?:ing|ed)? about\b|\btrending\b|\bdiscussed\b|\bmentioned\b/i,
    ],
  ],
  makes:
    /\b(?:write|compose|draft|make up|sing|invent|translate|calculate|compute)\b(?! about).{0,25}\b(?:poem|haiku|story|song|joke|essay|code|script|python|sql|email|letter|reply|tweet|post|into|\d)|\btranslat\w+ |\btell me a (?:joke|story)|\b(?:poem|haiku|limerick)\b|\d+ ?(?:[x*+×]|times|plus|minus|divided by) ?\d+|\d{2,} ?\/ ?\d+ ?=|(?:what(?:'s| is)|calculate) \d+ ?\/ ?\d+|\bsquare root\b|\bremind me\b|\bbook (?:a|me)\b|\bplay (?:some )?music\b/i,
  moves:
    /\bmov\w+|\bspik(?:e|ed|ing)\b|\bsurg(?:e|ed|ing)\b|\bsoar\w*|\bclimb\w*|\bjump\w*|\bplung\w*|\bslump\w*|\bdip(?:s|ped|ping)?\b|\brebound\w*|\bbounc\w*|\bswing|\bswung\b|\bshift\w*|\bgr(?:ow|ew|own|owing|owth)\b|\bslid(?:e|ing)?\b|\bs(?:ink|ank|unk|inking)\b|\bcrash(?:ed|ing)?\b|\bcollaps\w*|\bworsen\w*|\btrend\w*|\bover time\b|\bdevelop\w*|\bgetting (?:better|worse)\b|\bgot(?:ten)? (?:better|worse)\b|\bimprov\w+|\bchang\w+|\brecover\w*|\b(?:in|de)creas\w*|\bris(?:e|es|ing|en)\b|\brose\b|\bf[ae]ll\w*|\bdrop\w*|\bdeclin\w+|\bevol\w+|\b(?:go|goes|going|gone|went) (?:up|down)\b|\bbetter\b|\bworse\b|\bup or down\b|\bsince\b/i,
  per: [
    ['day', /\b(?:per|each|every|by|a) day\b(?! in)|\bdaily\b|\bday[- ]by[- ]day\b/i],
    ['week', /\b(?:per|each|every|by) week\b|\bweekly\b|\bweek[- ]by[- ]week\b/i],
    ['month', /\b(?:per|each|every|by) month\b|\bmonthly\b|\bmonth[- ]by[- ]month\b/i],
  ],
  volume:
    /\b(?:most|fewest|more|fewer|least) (?:\w+ )?(?:comments?|reviews?|posts?|mentions?|complaints?|feedback|buzz|chatter)\b|\bbusiest\b|\bquietest\b|\bmost (?:talked|discussed|mentioned|common|active)\b|\bvolume\b|\bhow many\b|\bnumber of\b|\btalk(?:ing|ed)? about\b|\btrending\b|\bloud(?:er|est)\b|\bcount\b|\b(?:talk|write|post|comment|speak)(?:s|ed|ing)? (?:\w+ )?(?:the )?(?:more|most|less|least)\b(?! (?:positive|negative|kind|nic|bad|about the))|\bmore (?:vocal|talkative|active)\b/i,
  all: /\b(?:overall|in total|altogether|(?:all|every|across) (?:the )?(?:sources?|platforms?|channels?|languages?|comments)|everywhere|all time|ever|of all time)\b/i,
  elsewhere:
    /\b\d+ ?% of \d+|\b(?:what(?:'s| is) your (?:favou?rite|name|age|birthday|hobby|job)|poem|haiku|story|song|joke|essay|code|script|python|sql|translat\w+|recipes?|(?:what|how)(?:'s| is| will| was)? (?:the )?weather(?! (?:to blame|the (?:cause|reason|problem)))|weather (?:forecast|report|today|tomorrow|like|tonight)|forecast for tomorrow|stock price|share price|bitcoin|capital of|president|prime minister|world cup|super bowl|football|movie|horoscope|lottery|meaning of life|homework|calculate|square root|\d+ ?[x*+×] ?\d+|\d+ (?:times|plus|minus|divided by) \d+|(?:days|weeks|long) (?:until|till|to go)|write (?:me )?(?:a|an|some) (?!summary|overview|report)|tell me (?:a|about yourself)|who (?:won|wins|will win|is the|invented|wrote|was)|elections?|book (?:a|me)|order (?:a|me)|flight to|restaurant|who made you|are you (?:human|real|an ai|chatgpt)|how old are you|good morning|hello there|what time is it|remind me|play (?:some )?music|email (?:to|my)|reply to)\b/i,
  own: /\b(?:moods?|sentiments?|comments?|reviews?|negative|positive|neutral|feedback|complain\w*|complaints?|praise\w*|net mood|net score|mentions?|mentioned|quotes?|verbatims?|customers?|users?|voices?|opinions?|themes?|reputation|stars?|ratings?|unhappy|angry|share of voice|(?:people|folks|anyone|everyone) (?:say|saying|think|thinking|feel|like|hate|talk)|what do people)\b/i,
  exists:
    /^any\b|^(?:is|are|was|were|does|do|did|has|have)\b(?: there)?.{0,20}\b(?:any|anyone|anybody|anything|people|customers|users|someone)\b/i,
  followUp:
    /^(?:in (?:one|a|two|three|a single) (?:sentences?|lines?|words?|paragraphs?)\b|and\b|what about\b|how about\b|but\b|ok(?:ay)?,? (?:and|but|now)\b|now\b|also\b|then\b|only\b|just\b|same\b|instead\b|why\??$|so\b)|\b(?:instead|as well|too)\??$|\b(?:those|these|them|that one|the same|it)\b\??$|\b(?:of|among|amongst|from|about|for) (?:those|these|them|it)\b|\bthey\b/i,
  least: /\b(?:least|fewest|lowest|quietest|smallest|fewer|less)\b/i,
  good: /\b(?:best|happiest|most positive|nicest|kindest|friendliest|highest|better|happier|friendlier|kinder|more positive|least negative|less negative)\b/i,
  bad: /\b(?:worst|angriest|harshest|most negative|unhappiest|most unhappy|most angry|lowest|worse|angrier|more negative|least positive|most upset|less positive)\b/i,
  newest: /\b(?:newest|latest|most recent|last)\b/i,
  oldest:
    /\b(?:oldest|earliest|first)\b(?! (?:half|week|quarter))|\bwhen did\b.{1,50}\b(?:start|begin)\b|\bsince when\b/i,
};
