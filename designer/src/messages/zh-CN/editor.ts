/** What is said about changing drawings, whatever their kind. */
export const editor = {
  commands: {
    rename: "改名",
    describe: "改说明",
    replaceJson: "改 JSON",
    merge: "合并他人的改动",
    restore: "取回版本 v{{revision}}",
  },
  refusals: {
    malformed: "这样改后文档不完整",
    otherDocument: "这是另一份文档：kind 和 key 不能改",
  },
};
