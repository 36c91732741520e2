export {};
//# sourceMappingURL=fired.js.map