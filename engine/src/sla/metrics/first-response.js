/** Created → first human public reply, or anybody's with `stopsOn: "any"`. */
export const firstResponse = {
    id: "firstResponse",
    label: { zh: "首次响应", en: "First response" },
    description: { zh: "从创建到人工首次公开回复", en: "From creation to the first public reply of a human" },
    restarts: false,
    pauseOn: [],
    adjustable: true,
    onResolved: "cancel",
    startOf: ({ createdAt }) => createdAt,
    stopOf: (situation, _, { stopsOn }) => stopsOn === "any" ? situation.firstReplyAt : situation.firstHumanReplyAt,
};
//# sourceMappingURL=first-response.js.map