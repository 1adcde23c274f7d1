/** Japanese words of the page of tags. */
export const tagsJa = {
  title: 'タグ',
  text: 'コメントに付ける独自の名前です。ソースや判定と同じように、絞り込みですべてのページとエクスポートの対象を絞れます。',
  name: '名前',
  placeholder: '配送の遅れ',
  color: '色',
  colors: { blue: '青', green: '緑', orange: 'オレンジ', red: '赤', purple: '紫', grey: 'グレー' },
  create: 'タグを追加',
  count: 'コメント{{count}}件',
  one: 'コメント1件',
  more: '{{count}}件以上',
  teach: '機械に学習させる',
  byMachine: '自動でも付与',
  rename: '名前を変更',
  save: '保存',
  cancel: 'キャンセル',
  remove: '削除',
  removeText:
    'コメント{{count}}件からタグ「{{name}}」を削除しますか？コメントは残りますが、このタグの付け外しの記録は元に戻せません。',
  empty: {
    title: 'タグはまだありません',
    text: '上でタグを追加し、コメントに付けてください。コメントの ⋯ メニューから1件ずつ、または検索結果のすべてのコメントにまとめて付けられます。',
    example: '例：「返金」を検索し、「選択」で表示中のコメントをすべて選び、「タグ」から「返金」を選びます。',
  },
};
