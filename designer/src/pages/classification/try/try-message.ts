/** What the page and the worker that tries tickets say to each other; plain data both ways. */
import type { Facts, NewTicket, People } from "@sluice/engine";
import type {
  AnyDocument,
  ClassificationDecision,
  ConditionTrace,
  Json,
  Settings,
  SluiceDocument,
  TicketInput,
} from "@sluice/schemas";

/** What is live beside the drawn ruleset. */
export interface TrySurroundings {
  readonly documents: readonly AnyDocument[];
  readonly settings: Settings;
  readonly people: People;
  /** Ids of facts that plugins fetch. */
  readonly fetched: readonly string[];
}

/** A ticket that comes in: typed, or a stored one as it came in. */
export interface TriedTicket {
  readonly input: TicketInput;
  /** What was known of its customer; of a typed one, what the person says. */
  readonly known: NonNullable<NewTicket["known"]>;
  /** What plugins brought, by fact id. */
  readonly facts: Facts;
  /** When it comes in, epoch ms. */
  readonly at: number;
}

/** Everything that one answer depends on; a part that did not change is left out. */
export interface TryRequest {
  readonly id: number;
  readonly surroundings?: TrySurroundings;
  readonly document?: SluiceDocument<"classification">;
  /** `null` takes the ticket away. */
  readonly ticket?: TriedTicket | null;
  /** Places of the rules that are in sight: only they are explained. */
  readonly look?: readonly number[];
}

/** What became of a rule; `not-reached`: an earlier one ended the list. */
export type TriedState = "matched" | "not-matched" | "unknown" | "disabled" | "inactive" | "not-reached";

/** One rule that a campaign puts before the drawn ones just now. */
export interface CampaignRule {
  /** Its name. */
  readonly campaign: string;
  readonly phase: string;
  readonly id: string;
  readonly name: string;
  readonly state: TriedState;
}

/** What the ticket comes out as, and why. */
export interface TryAnswer {
  readonly at: number;
  /** `ticket.text` as rules read it. */
  readonly text: string;
  readonly decision: ClassificationDecision;
  /** Of every rule of the document, in order. */
  readonly states: readonly TriedState[];
  /** Of campaigns in force, in the order in which they are asked. */
  readonly campaignRules: readonly CampaignRule[];
  /** The rule that ended the list, by its place; `null` where none did, or a campaign's. */
  readonly ender: number | null;
  /** Facts that rules read and a plugin fetches; without a value they count as not known. */
  readonly fetched: readonly string[];
  /** Facts that some rule reads. */
  readonly reads: readonly string[];
}

/** Why the draft cannot be run at present. */
export interface TryFault {
  readonly message: string;
  readonly details: Json;
}

export interface TryReply {
  readonly id: number;
  /** Something else was evaluated; where not, `answer` and `fault` are those of before and left out. */
  readonly fresh: boolean;
  /** `null` without a ticket or before everything has come in. */
  readonly answer: TryAnswer | null;
  readonly fault: TryFault | null;
  /** Of the rules that are looked at, by place. */
  readonly traces: readonly (readonly [place: number, trace: ConditionTrace])[];
}
