import { draftFlaws, mendDraft } from './support-draft';
import { snippetFit } from './triage';

const late = { text: 'my parcel is late again, three weeks now', language: 'en' } as const;

describe('a draft of the model', () => {
  it('stays as it is where nothing is wrong with it', () => {
    const raw = "We're sorry that your parcel is late. Please send us the order number by private message.";
    expect(mendDraft(raw, late, { tone: 'plain' })).toMatchObject({ text: raw, by: 'model' });
  });

  it('loses sentences that promise, and keeps the others', () => {
    const raw =
      "We're sorry that your parcel is late. We will refund you within 3 days. Please DM us the order number.";
    expect(draftFlaws(raw, late)).toEqual(['money', 'date', 'invented']);
    const { text, by } = mendDraft(raw, late, { tone: 'plain' });
    expect(text).toBe("We're sorry that your parcel is late. Please DM us the order number.");
    expect(by).toBe('mended');
  });

  it.each([
    ['很抱歉，我们听到您说的，很抱歉。请把订单号私信给我们。', { text: '耳机充不进电', language: 'zh' }, '很抱歉'],
    ["We're sorry, truly sorry. Please DM us the order number.", late, 'sorry'],
  ] as const)('is not sorry twice in one sentence: %s', (raw, answered, sorry) => {
    const { text } = mendDraft(raw, answered, { tone: 'plain' });
    expect(text).not.toContain(sorry);
    expect(draftFlaws(text, answered)).toEqual([]);
  });

  it('names the problem where the model did not', () => {
    const { text } = mendDraft('We are sorry. Please DM us the order number.', late, { tone: 'warm' });
    expect(text).toContain('Thank you for telling us.');
    expect(text).toContain('“my parcel is late again”');
    expect(draftFlaws(text, late)).toEqual([]);
  });

  it.each([
    ['', 'en'],
    ['这是我们的失误，马上给您退款。', 'zh'],
    ['弊社のミスです。返金いたします。', 'ja'],
    ['お詫びします', 'en'],
  ] as const)('of which nothing is left (%j) becomes the written answer', (raw, language) => {
    const text = { en: late.text, zh: '电池掉电太快了', ja: 'アプリが落ちて使えません' }[language];
    const draft = mendDraft(raw, { text, language }, { tone: 'formal' });
    expect(draft.by).toBe('written');
    expect(draft.text).toContain(draft.problem);
    expect(draftFlaws(draft.text, { text, language })).toEqual([]);
  });

  it.each([
    [
      "We're sorry you did not tell us. Please DM us your booking number and we will check.",
      { text: 'You cancelled my booking and did not even tell me', language: 'en', label: 'negative' },
      'We are sorry to read this: “You cancelled my booking and did not even tell me”. Please DM us your booking number and we will check.',
    ],
    [
      '账号被封，我们很抱歉。请把孩子和老师私信给我们，我们马上核实。',
      { text: '账号被封了', language: 'zh', label: 'negative' },
      '账号被封，我们很抱歉。请把订单号私信给我们，我们来核实。',
    ],
    [
      "We're sorry the case does not come in other colors.",
      { text: 'Does the case come in other colours?', language: 'en', label: 'neutral' },
      'Thank you for your question: “Does the case come in other colours”. Please tell us by private message which product, order or store it is about so that we can look it up.',
    ],
    [
      "We're sorry the hair dryer started smoking. Please DM us your order number so we can check.",
      { text: 'The hair dryer started smoking on the second use', language: 'en', label: 'negative' },
      "We're sorry the hair dryer started smoking. For your safety, please stop using it for now. Please DM us your order number so we can check.",
    ],
  ] as const)('of a small model says what the comment says and asks for the usual things: %s', (raw, answered, shown) =>
    expect(mendDraft(raw, answered, { tone: 'plain', isSmall: true }).text).toBe(shown),
  );

  it('of another model may say it in its own words', () => {
    const answered = { text: 'The battery is at 20% by noon', language: 'en', label: 'negative' } as const;
    const raw = "We're sorry that the battery drains so quickly. Please DM us the order number.";
    expect(mendDraft(raw, answered, { tone: 'plain' }).by).toBe('model');
    expect(mendDraft(raw, answered, { tone: 'plain', isSmall: true }).text).toContain(
      '“The battery is at 20% by noon”',
    );
  });

  it('loses the sentence that was cut', () => {
    const raw = "We're sorry that your parcel is late. Please send us your";
    expect(mendDraft(raw, late, { tone: 'plain', cut: true }).text).toBe("We're sorry that your parcel is late.");
  });
});

describe('a snippet fits', () => {
  it.each([
    ['my parcel is late', 'en', 1],
    ['parcels are late', 'en', 0],
    ['包裹还没到', 'zh', 0],
  ])('%j in %s: %i', (text, language, fit) =>
    expect(snippetFit({ language: 'en', words: ['parcel', 'courier'] }, text, language)).toBe(fit),
  );
  it('by characters where there are no spaces', () =>
    expect(snippetFit({ language: 'zh', words: ['包裹'] }, '我的包裹还没到', 'zh')).toBe(1));
});
