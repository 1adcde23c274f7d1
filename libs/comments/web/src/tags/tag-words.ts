import type { Words } from '@moodline/shared/i18n';

/** Words of the page of tags. */
export const tagWords: Words = {
  en: {
    tags: {
      title: 'Tags',
      text: 'Names of your own for comments. A tag narrows every page and export by the filter bar, as a source or a label does.',
      name: 'Name',
      placeholder: 'Late delivery',
      color: 'Color',
      colors: { blue: 'Blue', green: 'Green', orange: 'Orange', red: 'Red', purple: 'Purple', grey: 'Grey' },
      create: 'Add tag',
      count: '{{count}} comments',
      one: '1 comment',
      more: 'More than {{count}}',
      teach: 'Teach it to the machine',
      byMachine: 'the machine tags, too',
      rename: 'Rename',
      save: 'Save',
      cancel: 'Cancel',
      remove: 'Remove',
      removeText:
        'Remove the tag “{{name}}” from {{count}} comments? The comments stay; what was said of this tag goes for good.',
      empty: {
        title: 'No tags yet',
        text: 'Add a tag above. Then put it on comments: by the menu ⋯ of a comment, or on all comments of a search at once.',
        example: 'Example: search for “refund”, press “Select”, then “All shown”, and choose “Refunds” under “Tag”.',
      },
    },
    errors: {
      'tag-name-taken': 'There is a tag of this name already. Choose another name.',
      'too-many-tags': 'There are too many tags. Remove one first.',
    },
  },
  zh: {
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
  },
};
