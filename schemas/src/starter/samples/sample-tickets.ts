/** Three hundred tickets as buyers write them: six for each of the fifty categories. */
import type { TicketInput } from "../../ticket.ts";
import { leafCategories } from "../categories.ts";
import { makeParties } from "../generator/parties.ts";
import { createRandom, type Random } from "../generator/random.ts";
import { fillSlots } from "./slots.ts";
import { buyerTexts } from "./texts.ts";

/** A ticket, what its customer writes next, and the category a person would give it. */
export interface SampleTicket {
  readonly input: TicketInput;
  /** Further messages of the customer, in order. */
  readonly messages?: readonly string[];
  readonly expect?: { readonly category: string };
}

function toSample(text: string, category: string, index: number, random: Random): SampleTicket {
  const parties = makeParties(category, random);
  const [first = "", ...messages] = fillSlots(text, random, parties.channel).split("|");
  const input: TicketInput = {
    ...parties,
    externalId: `sample-${String(index + 1).padStart(3, "0")}`,
    subject: first,
  };
  return { input, ...(messages.length > 0 ? { messages } : {}), expect: { category } };
}

function makeSamples(): SampleTicket[] {
  const random = createRandom(20_261_111);
  const pairs = leafCategories.flatMap((category) =>
    (buyerTexts[category] ?? []).map((text) => ({ category, text })),
  );
  return pairs.map(({ category, text }, index) => toSample(text, category, index, random));
}

/** The samples; the same on every machine. */
export const sampleTickets: readonly SampleTicket[] = makeSamples();
