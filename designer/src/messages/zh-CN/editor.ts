/** What is said about changing drawings, whatever their kind. */
export const editor = {
  commands: {
    rename: "改名",
    describe: "改说明",
    replaceJson: "改 JSON",
    setWhen: "改条件",
    takeTheirs: "采用他人的草稿",
    discard: "放弃草稿，回到 v{{revision}}",
    fix: "修正：{{name}}",
    renameTo: "改名为“{{name}}”",
    merge: "合并他人的改动",
    restore: "取回版本 v{{revision}}",
  },
  refusals: {
    malformed: "这样改后文档不完整",
    fixGone: "这处刚刚变了，请等检查更新后再修正",
    emptyWhen: "条件组至少要有一个条件",
    otherDocument: "这是另一份文档：kind 和 key 不能改",
  },
};
