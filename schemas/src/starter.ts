/** `@sluice/schemas/starter`: the starter pack, apart from the formats so that nobody loads it by accident. */
export { ecommerceStarter, type StarterPack } from "./starter/ecommerce.ts";
export {
  createTicketGenerator,
  type TicketGenerator,
  type TicketGeneratorOptions,
} from "./starter/generator/ticket-generator.ts";
export type { StarterPeople } from "./starter/people.ts";
export { type PlatformClockPreset, platformClockPresets } from "./starter/platform-clocks.ts";
export { type SampleTicket, sampleTickets } from "./starter/samples/sample-tickets.ts";
