/** Japanese words of translations. */
export const translationJa = {
  title: '翻訳',
  translate: '翻訳する',
  again: 'もう一度翻訳する',
  stop: '止める',
  writing: '翻訳しています…',
  leaves: '本文は {{ host }} に送られます',
  by: 'モデルによる翻訳です。原文が優先します',
  none: 'モデルはこのコメントを翻訳できませんでした。',
  tooSmall: '同梱のモデルは小さく、十分に翻訳できません。',
  choose: '文章用に大きなモデルを選ぶ',
  flaw: {
    language: '別の言語で書かれています。',
    echo: '原文を繰り返しただけです。',
    repetition: '同じ内容を繰り返しています。',
    cut: '長すぎて途中で切れています。',
    empty: '何も書かれていません。',
    numbers: '原文の数字の一部が訳文にありません。見比べてください。',
  },
};

export const translationErrorsJa = {
  'translation-needs-model': '同梱のモデルは小さく、十分に翻訳できません。設定で文章用に大きなモデルを選んでください。',
};
