/** Names of what is cached; one place, so that live events can say what has gone stale. */
export const queryKeys = {
  me: ["me"],
  tickets: ["tickets"],
  ticketList: (filter: object) => ["tickets", "list", filter],
  ticketSearch: (text: string) => ["tickets", "search", text],
  ticket: (id: string) => ["ticket", id],
  timeline: (id: string) => ["ticket", id, "timeline"],
  agents: ["agents"],
  groups: ["groups"],
  pools: ["pools"],
  settings: (name: string) => ["settings", name],
  catalog: ["catalog"],
  documentList: (kind: string) => ["documents", kind],
  people: (name: string) => ["people", name],
  announcements: ["announcements"],
  notifications: ["notifications"],
} as const;
