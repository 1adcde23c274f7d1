const UNIT = 'day|week|month|quarter|year';
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const VERSUS = '(?:vs\\.?|versus|v|and|or|than|against|to|with|compared (?:to|with)|over|,)';
const TO = '(?:-|–|—|to|through|thru|until|till)';

/** Weekdays as they are cut short. "Sun" and "sat" are words of their own. */
const DAYS: readonly (readonly [string, string])[] = [
  ['mon', 'Monday'],
  ['tues?', 'Tuesday'],
  ['weds?', 'Wednesday'],
  ['thu(?:rs?)?', 'Thursday'],
  ['fri', 'Friday'],
  ['(?<=(?:on|last|this|since|and|to|until|-|–) ?)sat', 'Saturday'],
  ['(?<=(?:on|last|this|since|and|to|until|-|–) ?)sun', 'Sunday'],
];

const ORDINALS = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth'.split('|');

/** Ways to say when, and how the rules of periods know them. Patterns are whole words; they are applied in this order. */
export const EVERYDAY_TIME: readonly (readonly [string, string])[] = [
  // The month, and no "may".
  ['how was may(?=\\s*(?:[?.!]|$))', 'how was the mood in may'],
  [
    '(\\w+ (week|month)s? ago)(?: or|,)? (?:vs\\.?|versus|and|to|compared (?:to|with)|against) (?:right )?now',
    '$1 vs this $2',
  ],
  [
    '(?:right )?now(?: or|,)? (?:vs\\.?|versus|and|compared (?:to|with)|against|than) (\\w+ (week|month)s? ago)',
    'this $2 vs $1',
  ],
  [
    '(?:right )?now (?:vs\\.?|versus|compared (?:to|with)|against)(?= (?:yesterday|last (?:mon|tues|wednes|thurs|fri|satur|sun)day))',
    'today vs',
  ],
  // "In October than now": now is the month that runs.
  [
    `(?:in )?(${MONTH}|last month),? (?:than|vs\\.?|versus|compared (?:to|with)) (?:it is |they do |they are |we are )?(?:right )?now`,
    'in $1 than this month',
  ],
  // "Mon-Wed": the days stand apart first.
  [`(mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun) ?${TO} ?(mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)`, '$1 to $2'],
  ...DAYS,
  // "Monday to Friday last week" says the week of both days.
  [`(\\w+day) ${TO} (\\w+day) ?,?(?: of)? (last|this) week`, '$3 week $1 to $3 week $2'],
  ['(last|this) week (\\w+day)', '$2 of $1 week'],
  ['weekend before last', 'weekend two weeks back'],
  ['fortnight ago', 'two weeks ago'],
  ['(?:the |a )?(last|past|previous) fortnight', '$1 two weeks'],
  ['(?:a )?fortnight', 'two weeks'],
  ['(?:since |from )?overnight', 'last night'],
  ['(last|past) 24(?! ?(?:h|d|w|m|comments?|reviews?|posts?|hours?|days?))', '$1 24 hours'],
  ['(last|past) 48(?! ?(?:h|d|w|m|comments?|reviews?|posts?|hours?|days?))', '$1 48 hours'],
  ['(last|past|previous) (?:half[- ]?(?:an )?hour|30 ?mins?)', '$1 30 minutes'],
  ['(last|past|previous) (?:hour and a half|1\\.5 hours)', '$1 90 minutes'],
  ['(last|past|previous) (couple|few) (hours|days|weeks|months)', '$1 $2 $3'],
  // "In the last week" counts back from today, "last week" is the one of the calendar.
  ['(?:over|in|within|during|for) the (?:last|past) (week|month|quarter|year)', 'in the past $1'],
  ['(?:a|one) week ago today', 'on the day 7 days ago'],
  ['(?:the )?(?:last|previous|latest|most recent) (?:full|complete|whole|entire) (week|month|quarter)', 'last $1'],
  ['(?:the )?(?:entire|whole|full|complete) (week|month|quarter|year)', 'this $1'],
  [
    '(?:all|the whole|the entire|whole|entire|throughout|during all)(?: of)?(?= (?:this|last) (?:week|month|quarter|year))',
    '',
  ],
  [
    `(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)? (and|&|or|vs\\.?|versus) (\\d{1,2})(?:st|nd|rd|th)?,? (20\\d\\d)`,
    '$1 $2, $5 $3 $1 $4, $5',
  ],
  [
    `(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (and|&|or|vs\\.?|versus) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH}),? (20\\d\\d)`,
    '$1 $4 $5 $2 $3 $4 $5',
  ],
  [`(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)? (and|&|or|vs\\.?|versus) (\\d{1,2})(?:st|nd|rd|th)?`, '$1 $2 $3 $1 $4'],
  [
    `(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (and|&|or|vs\\.?|versus) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})`,
    '$1 $4 $2 $3 $4',
  ],
  [`(${MONTH})'s (first|second|third|fourth|last) week`, '$2 week of $1'],
  [`(first|second|third|fourth|last) (week|half) (${MONTH})`, '$1 $2 of $3'],
  [`(${MONTH}),? (first|second|1st|2nd) half`, '$2 half of $1'],
  [`(first|second|1st|2nd) half (this|last) month`, '$1 half of $2 month'],
  ['weeks (\\d{1,2}) (and|or|vs\\.?|versus|to|&) (\\d{1,2})', 'week $1 $2 week $3'],
  ...ORDINALS.map((word, index): [string, string] => [`${word} of (${MONTH})`, `${index + 1}th of $1`]),
  [
    '(?:since|from) (?:the )?(?:beginning|start|very start|very beginning|get-go|outset)(?: of (?:the )?(?:data|time|it all))?(?! of)',
    'of all time',
  ],
  ['since (?:day one|forever|we started)', 'of all time'],
  ['(?:all-time|since records began|from day one|ever since we started)', 'of all time'],
  [`up (?:to|until|till)(?: and including)?(?= (?:now|today|yesterday|last|this|the \\d|\\d|${MONTH}))`, 'until'],
  [
    '(?<!days? )(?<!time )(of|for|in|during|about) the (week|month|quarter|year)(?= *(?:[?.!,;:]|$|so far|on |from |for |please))',
    '$1 this $2',
  ],
  [
    '(?:from )?(\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:' +
      MONTH +
      ')|(?:' +
      MONTH +
      ') \\d{1,2}(?:st|nd|rd|th)?) (?:on(?=\\s*(?:[?.!,;:]|$))|onwards?|and after|and later|forward)',
    'since $1',
  ],
  ['from (the \\d{1,2}(?:st|nd|rd|th)) (?:on(?=\\s*(?:[?.!,;:]|$))|onwards?|and after|forward)', 'since $1'],
  // "This week vs last" leaves the second unit unsaid.
  [
    `this (${UNIT}),? ${VERSUS} (?:the )?(?:last|previous|prior)(?: one)?(?! (?:week|month|year|quarter|day|\\d|few|two|three|four))`,
    'this $1 vs last $1',
  ],
  [`last (${UNIT}),? ${VERSUS} this(?: one)?(?! (?:week|month|year|quarter|day))`, 'last $1 vs this $1'],
  [`(?<=${VERSUS} )(?:the )?last one(?=[?.! ]*$)`, 'the week before'],
  ['(week|month)[- ]on[- ](week|month)|(w|m)(?:/|o)\\3', '$1$3 over $2$3'],
  [
    'within (?:the )?(a|one|two|three|the first|\\d+) (days?|weeks?|months?) (?:of|after|from|following)(?= (?:the|our|that))',
    'in the $1 $2 after',
  ],
  ['w over w', 'week over week'],
  ['m over m', 'month over month'],
  ['(day|week|month)[- ]over[- ](?:day|week|month)', '$1 over $1'],
  [
    '(?:vs\\.?|versus|compared (?:to|with)|against) (?:the )?(?:prev(?:ious)?|prior|preceding)(?: (week|month|period|one))?',
    'vs the previous $1',
  ],
  ['(?:the )?prev (week|month|quarter)', 'the previous $1'],
  ['(?:since|as of) (?:the )?(?:turn|top) of the month|this calendar month|the running month', 'this month'],
  ["today's", 'today'],
  ["(this|last) (week|month|quarter|year)'s", '$1 $2'],
];
