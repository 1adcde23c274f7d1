// What the time expressions of the question files mean, as days or instants. Written apart from the product: plain UTC arithmetic.
const DAY = 86_400_000;
const dayAt = (date) => new Date(date).toISOString().slice(0, 10);
const utc = (day) => Date.parse(`${day}T00:00:00Z`);
const plus = (day, days) => dayAt(utc(day) + days * DAY);
const monthOf = (year, month) => ({
  from: dayAt(Date.UTC(year, month - 1, 1)),
  to: dayAt(Date.UTC(year, month, 0)),
});
const weekday = (day) => ((new Date(utc(day)).getUTCDay() + 6) % 7) + 1;

/** Days after the first day of the demo on which something happened, as its files tell. */
const EVENTS = { update: 33, apology: 40, mint: 8, price: 18 };
export const DEMO_DAYS = 60;

/** @returns the day of an event of the demo */
export const eventDay = (name, today) => plus(today, 1 - DEMO_DAYS + EVENTS[name]);

function blackFriday(today) {
  const of = (year) => {
    const first = dayAt(Date.UTC(year, 10, 1));
    return plus(first, ((4 - weekday(first) + 7) % 7) + 21 + 1);
  };
  const year = Number(today.slice(0, 4));
  return of(year) <= today ? of(year) : of(year - 1);
}

/** The latest year in which a month and day have begun by today. */
const yearFor = (monthDay, today) => Number(today.slice(0, 4)) - (monthDay <= today.slice(5) ? 0 : 1);
const two = (number) => String(number).padStart(2, '0');

const READ = {
  all: (_, { first, last }) => ({ from: first, to: last }),
  today: (_, { today }) => ({ from: today, to: today }),
  yesterday: (_, { today }) => ({ from: plus(today, -1), to: plus(today, -1) }),
  'd-2': (_, { today }) => ({ from: plus(today, -2), to: plus(today, -2) }),
  recent: (_, { today }) => ({ from: plus(today, -29), to: today }),
  last: ([amount], { today, now }) => {
    const [, number, unit] = /^(\d+)(d|h|min)$/.exec(amount);
    if (unit === 'd') return { from: plus(today, 1 - number), to: today };
    return { since: now - number * (unit === 'h' ? 3_600_000 : 60_000), until: now };
  },
  week: ([back], { today }) => {
    const from = plus(today, 1 - weekday(today) + 7 * Number(back));
    return { from, to: Number(back) === 0 ? today : plus(from, 6) };
  },
  weekend: ([which], { today }) => {
    const saturday = plus(today, 6 - weekday(today));
    const back = which === 'latest' ? (weekday(today) >= 6 ? 0 : 7) : -7 * Number(which);
    return { from: plus(saturday, -back), to: plus(saturday, 1 - back) };
  },
  until: ([day], context) => ({ from: context.first, to: READ[day]([], context).to }),
  dow: ([which, number, nth], { today }) => {
    if (which === 'week') {
      const monday = plus(today, 1 - weekday(today) + 7 * Number(number));
      return { from: plus(monday, nth - 1), to: plus(monday, nth - 1) };
    }
    const back = (weekday(today) - number + 7) % 7;
    return { from: plus(today, -back), to: plus(today, -back) };
  },
  month: ([back], { today }) => {
    const [year, month] = today.split('-').map(Number);
    const whole = monthOf(year, month + Number(back));
    return Number(back) === 0 ? { from: whole.from, to: today } : whole;
  },
  M: ([month, part], { today }) => {
    const whole = monthOf(yearFor(`${two(month)}-01`, today), Number(month));
    const at = (day) => `${whole.from.slice(0, 8)}${two(day)}`;
    return (
      {
        beg: { from: at(1), to: at(10) },
        mid: { from: at(11), to: at(20) },
        end: { from: at(21), to: whole.to },
        h1: { from: at(1), to: at(15) },
        h2: { from: at(16), to: whole.to },
      }[part] ?? whole
    );
  },
  Mw: ([month, week], context) => {
    const { from } = READ.M([month], context);
    return { from: plus(from, 7 * (week - 1)), to: plus(from, 7 * week - 1) };
  },
  D: ([days], { today }) => {
    const [from, to = from] = days.split('..');
    const year = yearFor(from, today);
    return { from: `${year}-${from}`, to: `${year}-${to}` };
  },
  since: ([day], { today }) => ({
    from: day === 'BF' ? blackFriday(today) : `${yearFor(day, today)}-${day}`,
    to: today,
  }),
  Q: ([number], { today }) => {
    const year = yearFor(`${two(3 * number - 2)}-01`, today);
    return { from: monthOf(year, 3 * number - 2).from, to: monthOf(year, 3 * number).to };
  },
  H: ([number], { today }) => {
    const year = yearFor(number === '1' ? '01-01' : '07-01', today);
    return number === '1'
      ? { from: `${year}-01-01`, to: `${year}-06-30` }
      : { from: `${year}-07-01`, to: `${year}-12-31` };
  },
  quarter: (_, { today }) => {
    const month = Number(today.slice(5, 7));
    return { from: monthOf(Number(today.slice(0, 4)), month - ((month - 1) % 3)).from, to: today };
  },
  event: ([name], { today }) => ({ from: eventDay(name, today), to: today }),
};

/**
 * @param written as in the question files; two of them with `~` between are a period and what it is compared with
 * @returns `{ period, compared }`; a period has days (`from`, `to`) or instants (`since`, `until`)
 */
export function readPeriod(written, context) {
  const [period, compared] = written.split('~').map((one) => {
    const [kind, ...rest] = one.split(':');
    if (!READ[kind]) throw new Error(`No period is written "${one}".`);
    return READ[kind](rest, context);
  });
  return { period, compared: compared ?? null };
}

/** Whether the period of an answer is the expected one. Instants may differ by the minutes that asking took. */
export function samePeriod(actual, expected) {
  if (!actual) return false;
  if (expected.from) return actual.from === expected.from && actual.to === expected.to;
  const near = (instant, at) => instant.includes('T') && Math.abs(Date.parse(instant) - at) < 180_000;
  return near(actual.from, expected.since) && near(actual.to, expected.until);
}

/** Whether a comment was published in a period of an answer (days inclusive, instants without the last one). */
export function within(publishedAt, { from, to }) {
  const day = publishedAt.slice(0, 10);
  const since = from.includes('T') ? Date.parse(publishedAt) >= Date.parse(from) : day >= from;
  return since && (to.includes('T') ? Date.parse(publishedAt) < Date.parse(to) : day <= to);
}
