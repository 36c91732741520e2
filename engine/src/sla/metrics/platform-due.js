/** The platform's own deadline: an instant that a fact gives; never paused, scaled or loosened by anything. */
export const platformDue = {
    id: "platformDue",
    label: { zh: "平台时限", en: "Platform deadline" },
    description: {
        zh: "平台规定的截止时间，不暂停、不放宽",
        en: "The platform's own deadline; nothing moves it",
    },
    restarts: false,
    pauseOn: [],
    adjustable: false,
    onResolved: "stop",
    startOf: ({ createdAt }) => createdAt,
    stopOf: () => null,
};
//# sourceMappingURL=platform-due.js.map