import type { WordTree } from '@moodline/shared/i18n';

/** Japanese words of the accounts domain. */
export const ja: WordTree = {
  accounts: {
    name: '名前',
    email: 'メールアドレス',
    password: 'パスワード',
    newPassword: '新しいパスワード',
    currentPassword: '現在のパスワード',
    save: '保存',
    saving: '保存中…',
    saved: '保存しました',
    tryAgain: '再試行',
    role: { owner: 'オーナー', analyst: 'アナリスト', viewer: '閲覧者' },
    signIn: {
      title: 'サインイン',
      action: 'サインイン',
      busy: 'サインイン中…',
      noPassword: 'パスワードをまだ設定していない場合',
      hint: 'Moodline が動いているマシンで次のコマンドを実行すると、オーナーが一度だけサインインできるリンクが表示されます。オーナー以外の方は、パスワード設定用のリンクをオーナーに依頼してください。',
    },
    noOwner: {
      title: 'この Moodline にはまだオーナーがいません',
      text: 'npm start の最後に表示されたオーナー用リンクを開いてください。リンクは15分以内に一度だけ使え、開いた方がオーナーになります。',
      hint: '期限が切れた場合や画面に残っていない場合は、Moodline が動いているマシンで次のコマンドを実行すると新しいリンクが表示されます。',
      still: 'オーナーがまだいません。先にリンクを開いてください。',
    },
    linkExpired: {
      title: 'このリンクは使えなくなりました',
      text: 'サインイン用リンクは、期限内に一度だけ使えます。このリンクは使用済みか、期限切れです。',
      hint: '招待またはパスワード再設定のリンクの場合は、送ってくれた方に新しいリンクを依頼してください。オーナー用リンクは、Moodline が動いているマシンで次のコマンドを実行すると作り直せます。',
      still: '',
      action: 'パスワードでサインイン',
    },
    ownerLink: {
      title: 'オーナーとしてサインイン',
      text: 'このリンクは発行から15分以内に一度だけ使えます。このブラウザで使うには、ボタンを押してください。',
      action: 'サインイン',
    },
    newPasswordPage: {
      title: '新しいパスワードの設定',
      text: 'ほかのブラウザではサインアウトされます。このリンクは一度だけ使えます。',
      action: '設定してサインイン',
    },
    join: {
      title: '{{workspace}}に参加',
      role: {
        owner: 'オーナーとして招待されています。すべての操作と、ほかのメンバーの招待ができます。',
        analyst:
          'アナリストとして招待されています。すべての内容を閲覧でき、ソースの追加、インポート、エクスポート、判定の修正ができます。',
        viewer: '閲覧者として招待されています。すべての内容の閲覧と質問ができますが、変更はできません。',
      },
      action: '参加する',
    },
    unreachable: {
      title: 'Moodline から応答がありません',
      text: 'ページは表示できましたが、サーバーが応答しません。npm start が動いているか確かめてください。保存済みのデータは失われていません。',
      hint: '',
      still: 'まだ応答がありません。',
    },
    settings: { title: '設定' },
    workspace: {
      title: 'ワークスペース',
      name: 'ワークスペース名',
      timeZone: 'タイムゾーン',
      timeZoneHint: '都市名または国名を入力してください。グラフの日付と時刻はすべてこのタイムゾーンで集計されます。',
    },
    account: {
      title: 'アカウント',
      text: 'メールアドレスとパスワードを設定すると、どの端末からでもサインインできます。',
      passwordHint: '12文字以上にしてください。',
      keepPassword: '12文字以上にしてください。空欄のままなら、現在のパスワードが引き続き使われます。',
    },
    roles: {
      title: '役割とプロンプト',
      text: '判定、要約、回答のためにモデルへ渡す指示です。変更はすべて版として残り、試用、評価、復元ができます。',
      action: '役割とプロンプトを開く',
    },
    display: {
      title: '表示',
      language: '言語',
      theme: '配色',
      themes: { system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },
      here: 'このブラウザだけの設定です。すぐに反映されます。',
    },
    model: {
      title: 'モデル',
      text: 'コメントを判定するモデルと、文章を書くモデルを選びます。',
      action: 'モデルを選ぶ',
    },
    demo: {
      title: 'デモデータ',
      text: 'デモ用のソースと、そのコメント、判定、取得履歴です。ご自身のデータには影響しません。',
      action: 'デモデータを削除',
      ask: 'デモのコメント{{ count }}件を、判定、修正内容、取得履歴とともに削除します。ご自身のデータは残ります。デモはあとからここで元に戻せます。',
      confirm: 'デモのコメント{{ count }}件を削除',
      keep: '残しておく',
      removing: '削除中…',
      removed: 'デモデータを削除しました。設定から元に戻せます。',
      gone: '炎上を経験した架空のブランドのデータで、機能を試せます。ご自身のデータとは別に追加されます。',
      restore: 'デモを元に戻す',
      restoring: '元に戻しています…',
      restored: 'デモを元に戻しました。コメントを判定しています。',
    },
    session: {
      title: 'セッション',
      as: '{{name}}（{{email}}）、{{role}}としてサインインしています。',
      asNameless: '{{role}}としてサインインしています。',
      noPassword:
        'パスワードが設定されていません。サインアウトすると、次回は npm run -s moodline -- owner-link で発行する新しいリンクが必要です。',
      signOut: 'サインアウト',
    },
    errors: {
      name: '名前を入力してください',
      email: 'メールアドレスを入力してください（例：name@example.com）',
      password: 'パスワードを入力してください',
      shortPassword: '12文字以上にしてください',
      commonPassword: 'このパスワードは推測されやすいものです。別の言葉にしてください',
      currentPassword: 'アカウントを変更するには、現在のパスワードを入力してください',
      workspaceName: '名前を入力してください',
      timeZone: '一覧からタイムゾーンを選んでください（例：Asia/Tokyo）',
    },
  },
  errors: {
    'owner-missing':
      'この Moodline にはまだオーナーがいません。npm start が表示したオーナー用リンクを開くか、新しいリンクを発行してください：npm run -s moodline -- owner-link',
    'sign-in-needed': 'セッションが終了しました。もう一度サインインしてください。',
    forbidden: 'この操作の権限がありません。オーナーに相談してください。',
    'foreign-origin':
      'Moodline が想定していないアドレスからのリクエストです。プロキシ経由で使う場合は、PUBLIC_URL に利用者が開くアドレスを設定してください。',
    'wrong-credentials': 'メールアドレスまたはパスワードが違います。',
    'current-password': '現在のパスワードが違います。変更は保存されていません。',
    'email-taken': 'このメールアドレスはほかのメンバーが使っています。変更は保存されていません。',
    'last-owner': 'オーナーは最低1人必要です。先にほかのメンバーをオーナーにしてください。',
    'link-ended': 'このリンクは使用済みか、期限切れです。新しいリンクを依頼してください。',
    'too-many-attempts':
      'このアカウントでパスワードの誤りが続きました。15分ほど待ってからお試しになるか、リンクをお使いください。',
  },
};
