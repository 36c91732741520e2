export const monaco = {
  tabHelp: "Ctrl M: let Tab leave the editor · Ctrl Space: complete · F8: next problem",
  before: "Before",
  after: "After",
} as const;
