/** What every list takes: a page size and the cursor of the page before. */
import { Type } from "typebox";

export const Paging = {
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
};

/** The page part of a query, without `cursor` when there is none. */
export const pageOf = (query: { readonly limit: number; readonly cursor?: string }) => ({
  limit: query.limit,
  ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
});
