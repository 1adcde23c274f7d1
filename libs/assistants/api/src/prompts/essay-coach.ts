const ABOUT = {
  title: { en: 'Essay coach', zh: '作文教练', ja: '作文コーチ' },
  purpose: {
    en: 'Suggests revisions on the page Essay coach, one paragraph at a time. A program checks that each quotes the text.',
    zh: '在“作文教练”页面上逐段提出修改建议。程序检查每条建议是否引用了原文。',
    ja: '「作文コーチ」のページで段落ごとに直し方を提案します。原文を引用しているかをプログラムが確かめます。',
  },
  answer: {
    en: 'A line “Mood: …”, then two numbered suggestions, each quoting a phrase of the paragraph.',
    zh: '先一行“Mood: …”，再两条带编号的建议，每条引用段落里的短语。',
    ja: '最初に「Mood: …」の一行、続けて番号つきの提案を二つ。それぞれ段落の言葉を引用します。',
  },
  task: 'write',
} as const;

/** Suggests how to revise a paragraph. The weights were tuned with the words for zh and en; there were no Japanese examples. */
export const ESSAY_COACH_ROLE = {
  zh: {
    name: 'essay-coach-zh',
    version: 1,
    system: '你是作文教练。先写一行“Mood: …”，再给两条具体修改建议，每条引用原文短语。',
    about: {
      ...ABOUT,
      language: 'zh',
      sample: '那天下着雨，我一个人站在校门口。别的同学都被接走了，我只好看着水洼里的自己。我很难过。',
    },
  },
  en: {
    name: 'essay-coach-en',
    version: 1,
    system:
      'You are a writing coach. First one line "Mood: ...", then two concrete revision suggestions, each quoting a phrase of the text.',
    about: {
      ...ABOUT,
      language: 'en',
      sample: 'The bus was late and I was cold. I was thinking about the interview and I was very nervous.',
    },
  },
  ja: {
    name: 'essay-coach-ja',
    version: 1,
    system:
      'あなたは作文のコーチです。最初に「Mood: …」を一行、次に具体的な直し方を二つ、それぞれ原文の言葉を「」で引用して日本語で書きます。',
    about: {
      ...ABOUT,
      language: 'ja',
      sample: '駅までの道は雨だった。私はとても緊張していた。何を話せばいいのか分からなかった。',
    },
  },
} as const;
