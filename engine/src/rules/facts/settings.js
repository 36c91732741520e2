import { builtInFacts } from "./built-in.js";
const typeOfField = {
    text: "text",
    number: "number",
    boolean: "boolean",
    instant: "instant",
    select: "string",
    multiselect: "string[]",
};
const fieldFact = (field) => ({
    id: `ticket.fields.${field.key}`,
    label: field.label,
    type: typeOfField[field.type],
    group: "ticket",
    ...(field.options ? { options: field.options } : {}),
});
const toOptions = (items, idOf) => items.map((item) => ({ value: idOf(item), label: item.label }));
/** The built-in facts with the workspace's choices, then one fact for each ticket field. */
export function factsOfSettings(settings) {
    const choices = new Map([
        ["ticket.channel", toOptions(settings.channels, (channel) => channel.key)],
        ["ticket.shop", toOptions(settings.shops, (shop) => shop.key)],
        ["ticket.category", toOptions(settings.categories, (category) => category.id)],
    ]);
    const withChoices = (fact) => {
        const options = choices.get(fact.id);
        return options ? { ...fact, options } : fact;
    };
    return [...builtInFacts.map(withChoices), ...settings.fields.map(fieldFact)];
}
//# sourceMappingURL=settings.js.map