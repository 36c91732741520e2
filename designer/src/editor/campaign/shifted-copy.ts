/** A copy of a campaign with everything in it moved by the same span: last year's sale, this year. */
import type { Editable } from "../command.ts";
import type { CampaignDocument } from "./find.ts";
import { aYearLater, spanOf } from "./instants.ts";
import { shiftSpec } from "./window-commands.ts";

export interface CopyOptions {
  readonly key: string;
  readonly name: string;
  /** When the copy begins, epoch ms. */
  readonly from: number;
}

/** The copy; its source stays as it is. */
export function shiftedCopy(source: CampaignDocument, { key, name, from }: CopyOptions): CampaignDocument {
  const copy = structuredClone(source) as Editable<"campaign">;
  shiftSpec(copy.spec, from - spanOf(source.spec).from);
  return { ...(copy as CampaignDocument), key, name };
}

const yearIn = /(?<!\d)20\d{2}(?!\d)/;

/** A text with its year counted up; without one, the text with the year added, or as it is where none fits. */
function nextYear(text: string, join: string, year: number): string {
  return yearIn.test(text) ? text.replace(yearIn, String(year)) : `${text}${join}${year}`;
}

/** What a copy is called and when it begins unless told otherwise: a year later. */
export function suggestCopy({ key, name, spec }: CampaignDocument): CopyOptions {
  const from = aYearLater(spec.from);
  const year = Number(from.slice(0, 4));
  return {
    key: nextYear(key, "-", year).slice(0, 63),
    name: nextYear(name, " ", year),
    from: Date.parse(from),
  };
}
