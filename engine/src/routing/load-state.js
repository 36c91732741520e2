import { MemoryLoadState } from "./memory-load-state.js";
export const emptySnapshot = { agents: [], cursors: {}, entries: [] };
/** Builds the state with its indexes. O(n log n) in the entries. */
export const createLoadState = (snapshot = emptySnapshot) => new MemoryLoadState(snapshot);
//# sourceMappingURL=load-state.js.map
