/** Who may import whom, read from the sources; the table is the house's, the counts show that something was read. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Room {
  readonly folder: string;
  /** Packages and their subpaths that may be imported; relative imports always may, within the room. */
  readonly may: RegExp;
  readonly never?: RegExp;
  readonly atLeast: number;
}

const rooms: Readonly<Record<string, Room>> = {
  schemas: { folder: "schemas/src", may: /^typebox(\/|$)/, atLeast: 40 },
  engine: {
    folder: "engine/src",
    may: /^(@sluice\/schemas(\/|$)|typebox|temporal-polyfill|chinese-days|liquidjs|opencc-js|re2js|croner|json-rules-engine)/,
    never:
      /\b(Date\.now\(|new Date\(\)|Math\.random\(|fetch\(|setTimeout\(|setInterval\(|performance\.now\(|process\.)/,
    atLeast: 100,
  },
  "plugins/sdk": { folder: "plugins/sdk/src", may: /^(@sluice\/schemas|typebox|node:)/, atLeast: 5 },
  "plugins/http": {
    folder: "plugins/http/src",
    may: /^(@sluice\/(plugin-sdk|schemas)|typebox|node:|undici|ipaddr\.js)/,
    atLeast: 3,
  },
  "plugins/channel-email": {
    folder: "plugins/channel-email/src",
    may: /^(@sluice\/(plugin-sdk|schemas)|typebox|node:|nodemailer|smtp-server|mailparser)/,
    atLeast: 3,
  },
  "plugins/channel-phone": {
    folder: "plugins/channel-phone/src",
    may: /^(@sluice\/(plugin-sdk|schemas)|typebox|node:)/,
    atLeast: 3,
  },
  "plugins/channel-web": {
    folder: "plugins/channel-web/src",
    may: /^(@sluice\/(plugin-sdk|schemas)|typebox|node:)/,
    atLeast: 2,
  },
  "plugins/erp": {
    folder: "plugins/erp/src",
    may: /^(@sluice\/(plugin-sdk|schemas)|typebox|node:)/,
    atLeast: 3,
  },
  "plugins/llm": {
    folder: "plugins/llm/src",
    may: /^(@sluice\/(plugin-sdk|schemas)|typebox|node:)/,
    atLeast: 3,
  },
  "plugins/logistics": {
    folder: "plugins/logistics/src",
    may: /^(@sluice\/(plugin-sdk|schemas)|typebox|node:)/,
    atLeast: 3,
  },
  "plugins/notify": {
    folder: "plugins/notify/src",
    may: /^(@sluice\/(plugin-sdk|schemas)|typebox|node:|nodemailer)/,
    atLeast: 3,
  },
  api: {
    folder: "api/src",
    may: /^(?!@sluice\/(designer|test))/,
    atLeast: 80,
  },
  designer: {
    folder: "designer/src",
    may: /^(?!@sluice\/(api|plugin|test)|node:|fastify|typeorm)/,
    atLeast: 30,
  },
};

const isTest = (path: string): boolean =>
  /\.test\.tsx?$|\/(testing|fixtures)(\/|\.ts$)|\.fixture\.ts$/.test(path);

/** The emitter of schemas writes files: it is a build script, named by the house. */
const buildScripts = new Set(["schemas/src/emit.ts"]);

/** Every TypeScript source below a folder, as paths from the root. */
const sourcesOf = (folder: string): readonly string[] =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`);

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)\s*import\s*["']([^"']+)["']/g;

const importsOf = (source: string): readonly string[] =>
  [...source.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");

const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/[^\n]*/g, "$1");

describe.each(Object.entries(rooms))("%s", (_name, room) => {
  const paths = sourcesOf(room.folder).filter((path) => !isTest(path) && !buildScripts.has(path));

  test("is read", () => {
    expect(paths.length).toBeGreaterThanOrEqual(room.atLeast);
  });

  test("imports only what it may", () => {
    const strangers = paths.flatMap((path) =>
      importsOf(readFileSync(`${root}/${path}`, "utf8"))
        .filter((name) => !name.startsWith(".") && !room.may.test(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(strangers).toEqual([]);
  });

  test("does nothing that its zone forbids", () => {
    const offences = paths.flatMap((path) => {
      const found = room.never?.exec(withoutComments(readFileSync(`${root}/${path}`, "utf8")));
      return found ? [`${path}: ${found[0]}`] : [];
    });
    expect(offences).toEqual([]);
  });

  test("uses no export-all and no relative import out of the room", () => {
    const base = room.folder.replace(/\/src$/, "");
    const offences = paths.filter((path) => {
      const source = readFileSync(`${root}/${path}`, "utf8");
      const leaves = importsOf(source).some(
        (name) => name.startsWith(".") && !new URL(name, `file:///${path}`).pathname.startsWith(`/${base}/`),
      );
      return leaves || /\bexport \*/.test(withoutComments(source));
    });
    expect(offences).toEqual([]);
  });
});

test("TypeORM stays under api's database and infra", () => {
  const strangers = sourcesOf("api/src").filter(
    (path) =>
      !/^api\/src\/(database|infra)\//.test(path) &&
      importsOf(readFileSync(`${root}/${path}`, "utf8")).includes("typeorm"),
  );
  expect(strangers).toEqual([]);
});
