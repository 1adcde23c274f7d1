import type { sentimentEn } from './sentiment.en';
import { relabellingZh } from './relabelling.zh';
import { rolesZh } from './roles.zh';

/** Chinese words of the sentiment domain. */
export const sentimentZh: typeof sentimentEn = {
  sentiment: {
    title: '情绪标注',
    judged: {
      share: '本工作区人工判断过的 {{n}} 条评论中，{{share}} 的标注正确（{{interval}}）。',
      few: '人工只判断过 {{n}} 条评论，还不足以说明标注准确率。',
      none: '还没有人核对过这里的标注，准确率未知。',
      more: '查看标注质量',
    },
    chip: {
      starting: '模型启动中',
      restarting: '模型重启中',
      failed: '标注已停止',
      working: '标注中 {{share}}',
      ready: '已全部标注',
      left: '还需 {{time}}',
    },
    state: {
      starting: '模型正在启动',
      restarting: '模型正在重启',
      failed: '标注已停止',
      working: '正在标注评论',
      ready: '评论已全部标注',
    },
    note: {
      starting: '新来的评论会先排队，几秒后开始标注。',
      restarting: '模型意外退出，正在恢复。数据不会丢失，处理到一半的评论会重新标注。',
      failed:
        '模型无法启动，排队的评论都还在。请按 Ctrl-C 停止 Moodline，重新运行 npm start 并查看提示；如有模型文件损坏，会指出是哪一个。',
      working: '标注在后台进行，数字和图表会随之更新，可以放心离开本页。',
      ready: '新评论一到就会自动标注。',
    },
    pending: '等待中',
    labelled: '已标注',
    unscored: '无法标注',
    rate: '速度',
    perSecond: '每秒 {{rate}} 条',
    timeLeft: '预计剩余',
  },
  roles: rolesZh,
  relabelling: relabellingZh,
  errors: {
    'role-prompt-empty': '提示词是空的，请写明模型要做什么。',
    'role-prompt-too-long': '提示词太长，请缩短。',
    'too-many-roles': '自建角色已有 50 个，请先删除一个。',
    'role-prompt-same': '已有一个版本与此完全相同。请直接使用那个版本，或再作修改。',
    'role-not-evaluated': '这个版本从未评测过。请先评测，或确认不评测直接使用。',
    'relabelling-open': '另有一次重新标注尚未结束，请先切换或丢弃。',
    'relabelling-nothing': '这段时间没有已标注的评论。',
    'relabelling-state': '重新标注的状态已经变化，请查看后再选择。',
  },
};
