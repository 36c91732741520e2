/** What is said about changing drawings, whatever their kind. */
export const editor = {
  commands: {
    rename: "Rename",
    describe: "Change the description",
    replaceJson: "Edit the JSON",
    setWhen: "Change the condition",
    takeTheirs: "Take the other draft",
    discard: "Discard the draft, back to v{{revision}}",
    fix: "Fix: {{name}}",
    renameTo: "Rename to “{{name}}”",
    merge: "Merge another's changes",
    restore: "Take back revision v{{revision}}",
  },
  refusals: {
    malformed: "The document would not be whole",
    fixGone: "This place has just changed; wait for the check to catch up",
    emptyWhen: "A segment needs at least one condition",
    otherDocument: "This is another document: kind and key cannot change",
  },
};
