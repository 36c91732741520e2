/** Created → resolved; reopening resumes the same clock, and the time spent resolved does not count. */
export const resolution = {
    id: "resolution",
    label: { zh: "解决", en: "Resolution" },
    description: {
        zh: "从创建到解决；重新打开后继续计时",
        en: "From creation to resolved; reopening resumes it",
    },
    restarts: false,
    pauseOn: ["pending_customer", "on_hold"],
    adjustable: true,
    onResolved: "stop",
    startOf: ({ createdAt }) => createdAt,
    stopOf: () => null,
};
//# sourceMappingURL=resolution.js.map