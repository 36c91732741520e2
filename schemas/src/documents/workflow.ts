/**
 * workflow: a graph of nodes. A node's `config` is checked against its kind's own schema,
 * which the engine's catalog holds; here it is any object.
 */
import { type Static, Type } from "typebox";
import { Json, Key, strict } from "../primitives.ts";

export const Position = Type.Object({ x: Type.Number(), y: Type.Number() }, strict);
export type Position = Static<typeof Position>;

export const WorkflowNode = Type.Object(
  {
    id: Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$" }),
    type: Key,
    name: Type.Optional(Type.String()),
    position: Type.Optional(Position),
    config: Type.Optional(Type.Record(Type.String(), Json, { default: {} })),
  },
  strict,
);
export type WorkflowNode = Static<typeof WorkflowNode>;

export const WorkflowEdge = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 127 }),
    source: Type.String({ minLength: 1 }),
    sourcePort: Type.String({ minLength: 1 }),
    target: Type.String({ minLength: 1 }),
  },
  strict,
);
export type WorkflowEdge = Static<typeof WorkflowEdge>;

export const WorkflowNote = Type.Object(
  {
    id: Type.String({ minLength: 1 }),
    text: Type.String(),
    position: Type.Optional(Type.Partial(Position)),
    size: Type.Optional(Type.Object({ width: Type.Number(), height: Type.Number() }, strict)),
  },
  strict,
);

/** A box drawn around nodes; it has no meaning to the runtime. */
export const WorkflowGroup = Type.Object(
  { id: Type.String({ minLength: 1 }), name: Type.String(), nodes: Type.Array(Type.String()) },
  strict,
);

/** A name that templates can read as `vars.<name>`. */
export const variableNamePattern = "^[A-Za-z][A-Za-z0-9_]{0,62}$";

export const WorkflowVariable = Type.Object(
  {
    type: Type.Enum(["string", "number", "boolean", "instant", "array", "object"]),
    default: Type.Optional(Json),
    input: Type.Optional(Type.Boolean({ default: false })),
    output: Type.Optional(Type.Boolean({ default: false })),
  },
  strict,
);

export const WorkflowSpec = Type.Object(
  {
    variables: Type.Optional(
      Type.Record(Type.String({ pattern: variableNamePattern }), WorkflowVariable, {
        ...strict,
        default: {},
      }),
    ),
    concurrency: Type.Optional(
      Type.Union([Type.Literal("skip"), Type.Literal("queue"), Type.Literal("parallel")], {
        default: "skip",
      }),
    ),
    nodes: Type.Array(WorkflowNode),
    edges: Type.Array(WorkflowEdge),
    notes: Type.Optional(Type.Array(WorkflowNote, { default: [] })),
    groups: Type.Optional(Type.Array(WorkflowGroup, { default: [] })),
  },
  strict,
);
export type WorkflowSpec = Static<typeof WorkflowSpec>;
