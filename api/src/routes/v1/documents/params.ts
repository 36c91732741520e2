/** What addresses below `/documents` have in common. */
import { documentKinds, Key } from "@sluice/schemas";
import { Type } from "typebox";

export const Kind = Type.Union(documentKinds.map((kind) => Type.Literal(kind)));
export const DocumentParams = Type.Object({ kind: Kind, key: Key });
export const tags = ["documents"];

/** Conditions may nest 32 levels, each two levels of JSON: documents go deeper than other bodies. */
export const documentDepth = 96;

export const mayRead = { roles: ["viewer"] } as const;
export const mayEdit = { roles: ["designer"], maxJsonDepth: documentDepth } as const;
export const mayPublish = { roles: ["publisher"], maxJsonDepth: documentDepth } as const;
