import type { Term } from '@moodline/comments/contract';

const groups = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/,\s*/u));

/** Words that people use for the same thing at work: one asks with one of them, and the document has another. */
const ALIKE = {
  en: groups(`
    vacation, holiday, leave
    boss, lead, manager, supervisor
    sick, ill, illness
    money back, refund, transfer the money
    return, send back, sent back
    broken, faulty, defect, damage
    price, cost, fee, charge
    salary, wage
    laptop, computer, notebook
    repair, fix, fixed
    employee, staff
    quit, resign, leave the company
    lend, loan, borrow
    water, pool, wet
    buy, purchase, bought
    delivery, shipping, shipment
    phone, telephone, call
    home office, remote, from home
    food, meal
    car, vehicle
    train, rail
    plane, flight, fly
    hotel, night, accommodation
    delete, erase
    country, abroad`),
  zh: groups(`
    工资, 薪资, 薪水
    打车, 出租车, 网约车
    退货, 想退, 退掉
    换货, 换新, 更换
    故障, 坏, 损坏, 质量问题
    结婚, 婚假
    生病, 病假
    辞职, 离职
    打卡, 签到
    费用, 价格, 收费
    领导, 主管, 上级
    客服, 热线
    飞机, 机票
    高铁, 火车
    酒店, 住宿, 宾馆
    密码, 口令`),
  ja: groups(`
    給料, 給与, 賃金
    辞, 退職
    休み, 休暇
    壊, 故障, 不良, 破損
    怪しい, 不審
    払い戻し, 返金
    送料, 返送料
    ボーナス, 賞与
    リモート, テレワーク, 在宅勤務
    社員, 従業員
    締め切り, 期限
    ホテル, 宿泊
    飛行機, 航空
    パソコン, PC`),
} as const;

/** Other words for what a term of a question stands for. */
export function alikeTerms({ text }: Term, folded: string, language: 'zh' | 'en' | 'ja'): Term[] {
  const found = ALIKE[language].filter((group) =>
    group.some((word) => asksFor(word, folded, language) && word.includes(text)),
  );
  return found.flat().map((word) => ({ text: word, prefix: language === 'en' && !word.includes(' ') }));
}

function asksFor(word: string, folded: string, language: string): boolean {
  if (language !== 'en') return folded.includes(word);
  return new RegExp(`(?<!\\p{L})${word}(?:s|es|ed|ing|d)?(?!\\p{L})`, 'u').test(folded);
}
