/** The pages of segments. */
export const segments = {
  empty: "条件组是起了名字的条件，例如“VIP 客户”。分类、SLA、分配和流程里都能直接用它，改一处处处生效。",
  when: "满足这些条件",
  uses: "用在哪里",
  usesHelp: "发布后，下面这些文档会跟着变。",
  unused: "还没有文档用到它。",
  times_one: "{{count}} 处",
  times_other: "{{count}} 处",
} as const;
