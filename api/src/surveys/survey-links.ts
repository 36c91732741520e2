/**
 * Links of surveys. A token is made from the server's secret key and the survey's id: whoever reads the database, where
 * its hash is, cannot answer for a customer, and a step that runs again makes the same link.
 */
import { createHash, createHmac } from "node:crypto";

/** A survey's token and the address that it leads to. */
export interface SurveyLink {
  /** As stored. */
  readonly hash: string;
  readonly url: string;
}

export type SurveyLinks = (survey: string) => SurveyLink;

/** What is stored of a token. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** `origin` is where customers reach the server, without a slash at its end. */
export function createSurveyLinks(key: Buffer, origin: string): SurveyLinks {
  return (survey) => {
    const token = createHmac("sha256", key)
      .update(`sluice.survey:${survey}`)
      .digest("base64url")
      .slice(0, 32);
    return { hash: hashToken(token), url: `${origin}/api/v1/public/survey/${token}` };
  };
}

/** Links of a runtime that takes no tickets. */
export const noSurveyLinks: SurveyLinks = (survey) => ({ hash: survey, url: "" });
