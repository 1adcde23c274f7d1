import type { WordTree } from '@moodline/shared/i18n';

/** Chinese words of the page of tags. */
export const tagZh: WordTree = {
  tags: {
    title: '标签',
    text: '给评论起自己的名字。标签和来源、情绪一样，可以在筛选栏里限定所有页面和导出。',
    name: '名称',
    placeholder: '物流慢',
    color: '颜色',
    colors: { blue: '蓝', green: '绿', orange: '橙', red: '红', purple: '紫', grey: '灰' },
    create: '新建标签',
    count: '{{count}} 条评论',
    one: '1 条评论',
    more: '超过 {{count}}',
    teach: '教机器识别',
    byMachine: '机器也在加',
    rename: '改名',
    save: '保存',
    cancel: '取消',
    remove: '删除',
    removeText: '要从 {{count}} 条评论上删除标签“{{name}}”吗？评论会保留，这个标签的标记不能恢复。',
    empty: {
      title: '还没有标签',
      text: '先在上面新建标签，再加到评论上：用评论的 ⋯ 菜单，或者一次加到搜索结果的全部评论上。',
      example: '例如：搜索“退款”，点“选择”，选中已显示的评论，再在“加标签”里选“退款”。',
    },
  },
  errors: {
    'tag-name-taken': '已有同名标签，请换一个名称。',
    'too-many-tags': '标签太多了，请先删除一个。',
  },
};
