// What the right numbers are, counted from the export of the comments and not by the product's queries.
import { eventDay, within } from './periods.mjs';

/** What else a thing is called: a question about one of these means all of them. English ones are whole words. */
const SAME = [
  [
    'batter(y|ies)( life)?',
    '电池',
    '電池',
    'バッテリー',
    '续航',
    '電池続航',
    '電池持ち',
    'バッテリー持ち',
    '電池の持ち',
    'バッテリーの持ち',
    '連続再生時間',
  ],
  ['charg(e|es|ed|ing)|recharge', '充电', '充電'],
  ['charging (case|box)', '充电盒', '充電盒', '充电仓', '充電仓', '充電ケース'],
  ['sounds?( quality)?|audio( quality)?', '音质', '音質', '音效', 'サウンド'],
  ['noise cancell?ing|noise cancellation|anc', '降噪', 'ノイキャン', 'ノイズキャンセリング'],
  ['spatial audio', '空间音频', '空間オーディオ'],
  ['deliver(y|ies|ed)|shipping|shipped|courier', '物流', '快递', '配送', '送货', '発送', '配達'],
  ['pric(e|es|ed|ing)', '价格', '价钱', '定价', '価格', '値段'],
  ['customer (service|support)|support|tech support', '客服', '售后', 'サポート', 'カスタマーサービス'],
  ['apps?', '客户端', '软件', 'アプリ'],
  ['updat(e|es|ed|ing)', '更新', '升级', 'アップデート', 'アプデ'],
  ['firmware', '固件', 'ファーム'],
  ['crash(es|ed|ing)?', '闪退', '崩溃', 'クラッシュ', '強制終了'],
  ['refund(s|ed)?', '退款', '返金'],
  ['returns|returned', '退货', '退貨', '返品'],
  ['replacements?|replaced', '换货', '换新', '交換'],
  ['warranty', '保修', '质保', '保証'],
  ['overheat(s|ed|ing)?', '发热', '发烫', '过热', '発熱', '過熱'],
  ['hinges?', '合页', '铰链', 'ヒンジ'],
  ['cases?', '盒子', '耳机盒', '耳机仓', 'ケース'],
  [
    'touch controls?|touch panel|touchpad|tap controls',
    '触控',
    '触摸',
    'タッチ操作',
    'タッチセンサー',
    'タッチパネル',
    'タッチコントロール',
  ],
  ['manuals?|instructions|user guide', '说明书', '使用说明', '使用手册', '説明書', '取説', 'マニュアル'],
  ['apolog(y|ies|i[sz]ed?)', '道歉', '致歉', '謝罪', 'お詫び'],
  ['bluetooth', '蓝牙', 'ブルートゥース'],
  ['multipoint', '多点连接', '双设备', 'マルチポイント'],
  ['comfort(able)?|uncomfortable', '舒适', '佩戴', '着け心地', '装着感'],
  ['design', '外观', '设计', 'デザイン', '外観'],
  ['colou?rs?', '颜色', '配色', 'カラー', '色味'],
];
/** Other words that a topic stands for. */
const TOPICS = { case: /cas(e|es|ed|ing)/ };
const isLatin = (text) => /^[\x20-\x7e]+$/.test(text);
const wholeWord = (source) => new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`, 'i');
const isCalled = (topic) => (name) => (isLatin(name) ? new RegExp(`^(?:${name})$`, 'i').test(topic) : name === topic);
const word = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function speaksOf(text, topic) {
  const alternatives = topic.split(', ');
  return alternatives.some((one) => {
    if (one.startsWith('"')) return text.toLowerCase().includes(one.replaceAll('"', '').toLowerCase());
    const same = SAME.find((names) => names.some(isCalled(one)));
    if (same) return same.some((name) => (isLatin(name) ? wholeWord(name).test(text) : text.includes(name)));
    if (!isLatin(one)) return text.toLowerCase().includes(one.toLowerCase());
    return one.split(' ').every((part) => wholeWord(TOPICS[part]?.source ?? inflected(part)).test(text));
  });
}
const inflected = (part) =>
  part.length < 3
    ? word(part)
    : `${word(part)}(s|es|ed|ing)?|${word(part.replace(/s$/, ''))}|${word(part.replace(/e$/, ''))}(ed|ing)|${word(part.replace(/(ling|ing)$/, ''))}(s|ed|e|es|led|lation)?`;

/** Comments of a scope and a period, whatever their label. */
function commentsOf(comments, scope, period) {
  return comments.filter(
    (one) =>
      !one.left_out &&
      !one.date_unknown &&
      within(one.published_at, period) &&
      (!scope.source?.length || scope.source.includes(one.source)) &&
      (!scope.lang?.length || scope.lang.includes(one.language)) &&
      (!scope.emotion?.length || scope.emotion.includes(one.emotion)) &&
      (!scope.kind?.length || scope.kind.includes(one.kind)) &&
      (!scope.stars?.length || scope.stars.includes(String(Math.round(one.stars ?? 0)))) &&
      (!scope.topic || speaksOf(one.text, scope.topic)),
  );
}

const tally = (comments) => {
  const count = (label) => comments.filter((one) => one.label === label).length;
  const [positive, neutral, negative] = ['positive', 'neutral', 'negative'].map(count);
  const n = positive + neutral + negative;
  return {
    positive,
    neutral,
    negative,
    n,
    all: comments.length,
    net: n ? Math.round((100 * (positive - negative)) / n) : 0,
    exact: n ? (positive - negative) / n : 0,
  };
};
const percent = (part, whole) => (whole ? Math.round((100 * part) / whole) : 0);
const fact = (answer, kind, fits = () => true) => answer.facts.find((one) => one.kind === kind && fits(one));
/** A number of a tally in a measure. */
const measured = (numbers, { measure, label }) =>
  measure === 'count'
    ? label
      ? numbers[label]
      : numbers.all
    : measure === 'share'
      ? percent(numbers[label], numbers.n)
      : numbers.net;

/** Faults of the numbers of an answer; empty where all that can be checked is right. */
export function faults(answer, expected, { comments, today }) {
  const chosen = commentsOf(comments, expected.scope, answer.period);
  const numbers = tally(chosen);
  const label = expected.scope.label?.[0] ?? null;
  const wrong = [];
  const must = (name, actual, right) => actual === right || wrong.push(`${name} is ${actual}, not ${right}`);
  const before = () => tally(commentsOf(comments, expected.scope, answer.compared));
  switch (expected.intent) {
    case 'count':
      if (expected.scope.avg) {
        wrong.push(...averaged(answer, expected, { comments, numbers, today }));
        break;
      }
      must('count', fact(answer, 'count', (one) => one.label === label)?.value, label ? numbers[label] : numbers.all);
      break;
    case 'share':
      if (numbers.n)
        must('share', fact(answer, 'share', (one) => one.label === label)?.value, percent(numbers[label], numbers.n));
      break;
    case 'trend':
    case 'why':
      if (expected.scope.share) {
        // The part of one theme is told beside the change of all comments.
        const whole = { ...expected.scope, topic: undefined };
        must('net', fact(answer, 'net')?.value, tally(commentsOf(comments, whole, answer.period)).net);
        if (!fact(answer, 'share-of-change')) wrong.push('no part of the change is told');
        break;
      }
      if (numbers.n < 5) must('count', fact(answer, 'count')?.value, numbers.all);
      else if (label) must('share', fact(answer, 'share')?.value, percent(numbers[label], numbers.n));
      else must('net', fact(answer, 'net')?.value, numbers.net);
      if (numbers.n >= 5 && answer.compared && before().n && !label)
        must('before', fact(answer, 'change')?.before, before().net);
      break;
    case 'topic':
      must('count', fact(answer, 'count')?.value, numbers.all);
      if (label) must('count', fact(answer, 'count', (one) => one.label === label)?.value, numbers[label]);
      break;
    case 'summary':
      must('count', fact(answer, 'count')?.value, numbers.all);
      break;
    case 'effect': {
      const day = eventDay(expected.period.split(':')[1], today);
      must('day', fact(answer, 'event')?.at, day);
      const all = { ...expected, scope: { ...expected.scope, label: [] } };
      must('now', fact(answer, 'event')?.now, tally(commentsOf(comments, all.scope, answer.period)).net);
      must('before', fact(answer, 'event')?.before, before().net);
      break;
    }
    case 'compare':
      if (expected.scope.by === 'weekend') {
        wrong.push(...weekends(answer, label, { chosen, comments, today }));
        break;
      }
      wrong.push(...compared(answer, expected, { comments, numbers, before }));
      break;
    case 'ranking':
      if (['weekday', 'hour'].includes(expected.scope.by)) {
        wrong.push(...rankedByClock(answer, expected, { chosen, comments, today }));
        break;
      }
      wrong.push(...ranked(answer, expected, chosen));
      break;
    case 'quotes': {
      const fitting = new Set(chosen.filter((one) => !label || one.label === label).map((one) => one.moodline_id));
      const wanted = Math.min(Number(expected.scope.n ?? 1), fitting.size);
      if (answer.quotes.length < wanted) wrong.push(`${answer.quotes.length} quotes, not ${wanted}`);
      if (expected.scope.n && answer.quotes.length > expected.scope.n) wrong.push('too many quotes');
      for (const { commentId } of answer.quotes)
        if (!fitting.has(commentId)) wrong.push(`quote ${commentId} is none of these`);
      break;
    }
    case 'complaints':
    case 'praise':
    case 'fix': {
      const rows = answer.facts.filter(({ kind }) => kind === 'ranking');
      if (!rows.length && !answer.quotes.length && numbers[label ?? 'negative'] >= 10) wrong.push('nothing is named');
      for (const row of rows)
        if (row.measure === 'count' && row.value > numbers[label]) wrong.push(`${row.name} has more than there are`);
      const ids = new Set(chosen.map((one) => one.moodline_id));
      for (const { commentId } of answer.quotes)
        if (!ids.has(commentId)) wrong.push(`quote ${commentId} is none of these`);
      break;
    }
  }
  if (expected.scope.each === 'month') wrong.push(...eachMonth(answer, expected, chosen));
  return wrong;
}

/** How many days of a period have been. */
const daysOf = ({ from, to }, { comments, today }) => {
  const first = comments.map((one) => one.published_at.slice(0, 10)).sort()[0];
  const days = [];
  for (
    let at = Date.parse(`${from < first ? first : from}T00:00:00Z`);
    at <= Date.parse(to < today ? to : today);
    at += 86_400_000
  )
    days.push(new Date(at));
  return days;
};
/** To one decimal; below one to two. */
const rounded = (value) => (value < 1 ? Math.round(100 * value) / 100 : Math.round(10 * value) / 10);
const isWeekend = (date) => date.getUTCDay() % 6 === 0;
const dateOf = (one) => new Date(one.published_at);

function averaged(answer, { scope }, { comments, numbers, today }) {
  const label = scope.label?.[0] ?? null;
  const days = daysOf(answer.period, { comments, today }).length;
  const right = rounded((label ? numbers[label] : numbers.all) / days);
  const told = fact(answer, 'average', (one) => one.label === label);
  return told?.value === right && told.days === days
    ? []
    : [`average is ${told?.value} of ${told?.days} days, not ${right} of ${days}`];
}

/** Comments a day, on weekends and on other days. */
function weekends(answer, label, { chosen, comments, today }) {
  const days = daysOf(answer.period, { comments, today });
  const rate = (fits) => {
    const numbers = tally(chosen.filter((one) => fits(dateOf(one))));
    return rounded((label ? numbers[label] : numbers.all) / days.filter(fits).length);
  };
  const told = fact(answer, 'comparison', (one) => one.measure === 'average');
  const right = [rate(isWeekend), rate((date) => !isWeekend(date))];
  return told && [told.left.value, told.right.value].join() === right.join()
    ? []
    : [`${told?.left.value} and ${told?.right.value} a day, not ${right}`];
}

/** Days of the week by comments a day, hours by their number; either by mood or share. */
function rankedByClock(answer, expected, { chosen, comments, today }) {
  const [first] = answer.facts.filter(({ kind }) => kind === 'ranking');
  const { by, top, label: labels } = expected.scope;
  if (first?.by !== by) return [`ordered by ${first?.by}`];
  const label = labels?.[0] ?? null;
  const keyOf = (date) => String(by === 'hour' ? date.getUTCHours() : ((date.getUTCDay() + 6) % 7) + 1);
  const days = Map.groupBy(daysOf(answer.period, { comments, today }), keyOf);
  const groups = [...Map.groupBy(chosen, (one) => keyOf(dateOf(one)))].map(([name, list]) => ({
    name,
    numbers: tally(list),
  }));
  const value = ({ name, numbers }) => {
    const count = label ? numbers[label] : numbers.all;
    if (first.measure === 'average') return count / days.get(name).length;
    if (first.measure === 'count') return count;
    return first.measure === 'share' ? count / numbers.n : numbers.exact;
  };
  const least = top === 'least';
  const best = groups.reduce((a, b) => ((least ? value(b) < value(a) : value(b) > value(a)) ? b : a));
  return value(best) === value(groups.find(({ name }) => name === first.name))
    ? []
    : [`${first.name} comes first, not ${best.name}`];
}

/** Months that are named together have a number each. */
function eachMonth(answer, { intent, scope }, chosen) {
  const label = scope.label?.[0] ?? null;
  return [...Map.groupBy(chosen, (one) => one.published_at.slice(0, 7))].flatMap(([month, list]) => {
    const right = measured(tally(list), { measure: intent, label });
    const told = answer.facts.some(
      (one) => one.kind === intent && one.label === label && one.value === right && one.period.from.startsWith(month),
    );
    return told ? [] : [`${month} is not told as ${right}`];
  });
}

function compared(answer, expected, { comments, numbers, before }) {
  const pair = fact(answer, 'comparison');
  if (!pair) {
    const change = fact(answer, 'change');
    if (!change) return ['nothing is compared'];
    const [now, then] = [measured(numbers, change), measured(before(), change)];
    return change.now === now && change.before === then
      ? []
      : [`${change.before} to ${change.now}, not ${then} to ${now}`];
  }
  const sides = expected.scope.source ?? expected.scope.lang ?? expected.scope.topic.split(', ');
  const key = expected.scope.source ? 'source' : expected.scope.lang ? 'lang' : 'topic';
  const values = sides.map((side) => {
    const scope = { ...expected.scope, [key]: key === 'topic' ? side : [side] };
    return measured(tally(commentsOf(comments, scope, answer.period)), pair);
  });
  const told = [pair.left.value, pair.right.value];
  return [...values].sort().join() === [...told].sort().join() ? [] : [`${told} and not ${values}`];
}

function ranked(answer, expected, chosen) {
  const rows = answer.facts.filter(({ kind }) => kind === 'ranking');
  const [first] = rows;
  if (!first) return ['nothing is in an order'];
  const by = expected.scope.by;
  if (first.by !== by) return [`ordered by ${first.by}`];
  if (by === 'theme') return [];
  const names = {
    language: {
      zh: ['Chinese', '中文评论', '中国語'],
      en: ['English', '英文评论', '英語'],
      ja: ['Japanese', '日文评论', '日本語'],
    },
  };
  const keyOf = (one) => (by === 'source' ? one.source : by === 'day' ? one.published_at.slice(0, 10) : one.language);
  const most = expected.scope.top ? expected.scope.top === 'most' : first.measure !== 'net';
  // A day that is not over has few comments so far: it is not the one with the fewest.
  const today = new Date().toISOString().slice(0, 10);
  const groups = [...Map.groupBy(chosen, keyOf)]
    .map(([name, list]) => ({ name, numbers: tally(list) }))
    .filter(({ name }) => most || by !== 'day' || name !== today)
    .filter(({ numbers }) => first.measure === 'count' || numbers.n >= 5);
  const value = ({ numbers }) => (first.measure === 'net' ? numbers.exact : measured(numbers, first));
  const best = groups.reduce((a, b) => ((most ? value(b) > value(a) : value(b) < value(a)) ? b : a));
  const tied = groups
    .filter((group) => value(group) === value(best))
    .flatMap(({ name }) => names[by]?.[name] ?? [name]);
  return tied.includes(first.name) ? [] : [`${first.name} comes first, not ${tied}`];
}
