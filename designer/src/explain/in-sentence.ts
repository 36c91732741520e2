/** A label within a sentence: English begins it small, unless its first word is an abbreviation or a name of its own. */
export const inSentence = (label: string): string =>
  /^[A-Z][a-z]+(?:[ ,(/]|$)/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** A clause that stands alone: English begins it large. */
export const asSentence = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1);
