/** Created → first assignee. */
export const assignment = {
    id: "assignment",
    label: { zh: "分配", en: "Assignment" },
    description: { zh: "从创建到首次分配给客服", en: "From creation to the first assignee" },
    restarts: false,
    pauseOn: [],
    adjustable: true,
    onResolved: "cancel",
    startOf: ({ createdAt }) => createdAt,
    stopOf: ({ firstAssignedAt }) => firstAssignedAt,
};
//# sourceMappingURL=assignment.js.map