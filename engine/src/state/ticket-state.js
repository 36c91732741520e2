export {};
//# sourceMappingURL=ticket-state.js.map