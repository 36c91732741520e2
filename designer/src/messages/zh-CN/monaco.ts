/** What is said around the JSON editor. */
export const monaco = {
  tabHelp: "Ctrl M：让 Tab 键离开编辑器 · Ctrl 空格：补全 · F8：下一个问题",
  before: "之前",
  after: "之后",
} as const;
