/** The facts that depend on the workspace: its own ticket fields, and the choices of channel, shop and category. */
import type { FactDefinition, FactType, Label, Settings, TicketField } from "@sluice/schemas";
import { builtInFacts } from "./built-in.ts";

type Options = NonNullable<FactDefinition["options"]>;

const typeOfField: Readonly<Record<TicketField["type"], FactType>> = {
  text: "text",
  number: "number",
  boolean: "boolean",
  instant: "instant",
  select: "string",
  multiselect: "string[]",
};

const fieldFact = (field: TicketField): FactDefinition => ({
  id: `ticket.fields.${field.key}`,
  label: field.label,
  type: typeOfField[field.type],
  group: "ticket",
  ...(field.options ? { options: field.options } : {}),
});

const toOptions = <T extends { readonly label: Label }>(items: readonly T[], idOf: (item: T) => string) =>
  items.map((item) => ({ value: idOf(item), label: item.label }));

/** The built-in facts with the workspace's choices, then one fact for each ticket field. */
export function factsOfSettings(settings: Settings): readonly FactDefinition[] {
  const choices = new Map<string, Options>([
    ["ticket.channel", toOptions(settings.channels, (channel) => channel.key)],
    ["ticket.shop", toOptions(settings.shops, (shop) => shop.key)],
    ["ticket.category", toOptions(settings.categories, (category) => category.id)],
  ]);
  const withChoices = (fact: FactDefinition): FactDefinition => {
    const options = choices.get(fact.id);
    return options ? { ...fact, options } : fact;
  };
  return [...builtInFacts.map(withChoices), ...settings.fields.map(fieldFact)];
}
