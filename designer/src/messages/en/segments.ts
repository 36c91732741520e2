/** The pages of segments. */
export const segments = {
  empty:
    "A segment is a condition with a name, such as “VIP customers”. Classification, SLA, routing and workflows can use it; change it once and it changes everywhere.",
  when: "Holds when",
  uses: "Used in",
  usesHelp: "Once published, these documents change with it.",
  unused: "No document uses it yet.",
  times_one: "{{count}} place",
  times_other: "{{count}} places",
} as const;
