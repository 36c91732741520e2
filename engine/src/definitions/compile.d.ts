/** Compiles documents, settings and people into the one value that steps read. */
import type { ActionDefinition, Settings } from "@sluice/schemas";
import type { Definitions, People, PublishedDocument } from "./definitions.ts";
export interface DefinitionsInput {
  /** The live revision of every published document. */
  readonly live: readonly PublishedDocument[];
  /** Older revisions that open tickets are pinned to. */
  readonly pinned?: readonly PublishedDocument[];
  readonly settings: Settings;
  readonly people: People;
  readonly actions?: readonly ActionDefinition[];
  /** True for facts that a plugin fetches. */
  readonly fetched?: (fact: string) => boolean;
}
/** Compiles on first use and keeps what it compiled; documents are taken as checked. */
export declare function compileDefinitions(input: DefinitionsInput): Definitions;
