/** What is said about changing drawings, whatever their kind. */
export const editor = {
  commands: {
    rename: "Rename",
    describe: "Change the description",
    replaceJson: "Edit the JSON",
    merge: "Merge another's changes",
    restore: "Take back revision v{{revision}}",
  },
  refusals: {
    malformed: "The document would not be whole",
    otherDocument: "This is another document: kind and key cannot change",
  },
};
