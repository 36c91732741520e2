/** What people name and who names people: nothing refers to what is not there, and nothing that is named goes away. */
import { type Agent, type AnyDocument, type Group, problem, type Shift, type Skill } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import type { Queryable } from "../database/database.ts";
import { listPeople, type PeopleKind, type PersonOf } from "../database/repositories/people.ts";
import { loadSetting } from "../database/repositories/settings.ts";
import { listUsers } from "../database/repositories/users.ts";
import { identityOf } from "../documents/check.ts";
import { liveDocuments } from "../documents/publish.ts";
import { AppError, type FieldError } from "../errors.ts";

/** The name of one, for messages and audit targets. */
export const singular: Readonly<Record<PeopleKind, string>> = {
  agents: "agent",
  groups: "group",
  skills: "skill",
  shifts: "shift",
};

interface Named {
  readonly kind: PeopleKind;
  readonly key: string;
  readonly path: string;
}

const namedBy: { readonly [K in PeopleKind]: (value: PersonOf<K>) => readonly Named[] } = {
  agents: ({ groups, skills, shifts }: Agent) => [
    ...groups.map((key, at): Named => ({ kind: "groups", key, path: `/groups/${at}` })),
    ...Object.keys(skills ?? {}).map((key): Named => ({ kind: "skills", key, path: `/skills/${key}` })),
    ...(shifts ?? []).map((key, at): Named => ({ kind: "shifts", key, path: `/shifts/${at}` })),
  ],
  groups: (group: Group) =>
    (["lead", "director"] as const).flatMap((role): Named[] => {
      const key = group[role];
      return key === undefined ? [] : [{ kind: "agents", key, path: `/${role}` }];
    }),
  skills: (_: Skill) => [],
  shifts: (_: Shift) => [],
};

const keyOf = (value: { readonly id: string } | { readonly key: string }): string =>
  "id" in value ? value.id : value.key;

async function keysOf(db: Queryable, kind: PeopleKind): Promise<ReadonlySet<string>> {
  return new Set((await listPeople(db, kind)).map(keyOf));
}

/** Throws `people.reference` with the place of every name that nobody and nothing has. */
export async function requireNamed<K extends PeopleKind>(
  db: Queryable,
  kind: K,
  value: PersonOf<K>,
): Promise<void> {
  const named = namedBy[kind](value);
  const known = new Map<PeopleKind, ReadonlySet<string>>();
  for (const one of new Set(named.map((reference) => reference.kind))) known.set(one, await keysOf(db, one));
  const errors = named
    .filter((one) => !known.get(one.kind)?.has(one.key))
    .map((one) => problem(one.path, "reference.missing", { kind: singular[one.kind], key: one.key }));
  if (errors.length > 0) throw new AppError("people.reference", { errors });
}

const inUse = (message: string, path = ""): FieldError => ({ path, code: "resource.in-use", message });

async function namedByPeople(db: Queryable, kind: PeopleKind, key: string): Promise<FieldError[]> {
  const refers = (named: readonly Named[]) => named.some((one) => one.kind === kind && one.key === key);
  const agents = await listPeople(db, "agents");
  const groups = await listPeople(db, "groups");
  return [
    ...agents
      .filter((agent) => refers(namedBy.agents(agent)))
      .map(({ id }) => inUse(`agent ${id} refers to it`)),
    ...groups
      .filter((group) => refers(namedBy.groups(group)))
      .map((group) => inUse(`group ${group.key} refers to it`)),
  ];
}

async function namedByHouse(db: Queryable, kind: PeopleKind, key: string): Promise<FieldError[]> {
  if (kind === "agents")
    return (await listUsers(db))
      .filter((user) => user.agent_id === key)
      .map(({ name }) => inUse(`user ${name} is this agent`));
  if (kind !== "groups") return [];
  return (await loadSetting(db, "categories"))
    .filter(({ ownerGroup }) => ownerGroup === key)
    .map(({ id }) => inUse(`category ${id} belongs to it`));
}

/** Places of live documents that could not be published any more without it: the same checks say so. */
export async function namedByDocuments(
  { database, runtime }: Pick<AppContext, "database" | "runtime">,
  kind: PeopleKind,
  key: string,
): Promise<FieldError[]> {
  const db = database.reader;
  const documents = await liveDocuments(db);
  const people = {
    agents: await listPeople(db, "agents"),
    groups: await listPeople(db, "groups"),
    skills: await listPeople(db, "skills"),
    shifts: await listPeople(db, "shifts"),
  };
  const left: readonly (Agent | Group | Skill | Shift)[] = people[kind];
  const without = { ...people, [kind]: left.filter((one) => keyOf(one) !== key) };
  const placesOf = (document: AnyDocument, who: typeof people): readonly string[] =>
    runtime.checks.document(document, { documents, people: who }).map(({ path }) => path);
  return documents.flatMap((document) => {
    const before = new Set(placesOf(document, people));
    const broken = [...new Set(placesOf(document, without))].filter((path) => !before.has(path));
    return broken.map((path) => inUse(`${identityOf(document)} refers to it`, path));
  });
}

/** People, users and settings that name it. */
export const namedInHouse = async (db: Queryable, kind: PeopleKind, key: string): Promise<FieldError[]> => [
  ...(await namedByPeople(db, kind, key)),
  ...(await namedByHouse(db, kind, key)),
];
