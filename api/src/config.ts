/** The configuration, read from the environment once; a wrong value is one clear line and the end. */
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { AppError } from "./errors.ts";

const choice = <const T extends readonly string[]>(values: T, fallback: T[number]) =>
  Type.Union(
    values.map((value) => Type.Literal(value as T[number])),
    { default: fallback, description: `one of ${values.join(", ")}` },
  );

const optional = (description: string, pattern = ".+") =>
  Type.Optional(Type.String({ pattern, description }));

const Environment = Type.Object({
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 3000, description: "a port from 0 to 65535" }),
  HOST: Type.String({ minLength: 1, default: "127.0.0.1", description: "an address to listen on" }),
  SLUICE_DATA: Type.String({ minLength: 1, default: "./data", description: "a folder" }),
  DATABASE_URL: optional("a URL such as mysql://user:password@host/name", "^(mysql|mariadb)://.+"),
  REDIS_URL: optional("a URL such as redis://host:6379", "^rediss?://.+"),
  SLUICE_BOOTSTRAP_KEY: optional("at least 16 characters", "^.{16,}$"),
  SLUICE_ADMIN_PASSWORD: optional("at least 8 characters", "^.{8,}$"),
  SLUICE_SECRET_KEY: optional("at least 16 characters", "^.{16,}$"),
  SLUICE_CLOCK: Type.String({
    pattern: "^(system|manual(@.+)?)$",
    default: "system",
    description: "one of system, manual, or manual@ and an instant such as manual@2026-03-02T10:00:00+08:00",
  }),
  SLUICE_STARTER: choice(["none", "ecommerce"], "ecommerce"),
  SLUICE_PUBLIC_URL: optional("an address such as https://help.example.com", "^https?://[^/?#]+$"),
  SLUICE_HTTP_ALLOW_HOSTS: optional("names of hosts, separated by commas"),
  LOG_LEVEL: choice(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "info"),
  NODE_ENV: Type.Optional(Type.String()),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** An API key with the role admin, for automation. */
  readonly bootstrapKey: string | undefined;
  /** The first administrator's password, instead of a generated one. */
  readonly adminPassword: string | undefined;
  /** Encrypts secrets at rest; without it one is kept in the data folder. */
  readonly secretKey: string | undefined;
  readonly clock: "system" | "manual";
  /** Where a manual clock stands first, epoch milliseconds; otherwise at the start of the server. */
  readonly clockAt: number | undefined;
  readonly starter: "none" | "ecommerce";
  /** Where customers reach the server, without a slash at its end: links in messages begin with it. */
  readonly publicUrl: string;
  /** Private hosts that the HTTP action may call although it refuses private addresses. */
  readonly httpAllowHosts: readonly string[];
  readonly logLevel: string;
  readonly production: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Empty counts as absent: compose files pass unset variables on as empty ones. */
function read(env: Env): Static<typeof Environment> {
  const given = Object.keys(Environment.properties).flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  const value = Value.Convert(Environment, Value.Default(Environment, Object.fromEntries(given)));
  if (Value.Check(Environment, value)) return value;
  const name = Value.Errors(Environment, value)[0]?.instancePath.slice(1) ?? "";
  const schema = Environment.properties[name as keyof typeof Environment.properties];
  const reason = `must be ${(schema as { description?: string } | undefined)?.description ?? "valid"}`;
  throw new AppError("config.invalid", { values: { name, reason } });
}

/** `manual` is refused where it would be a mistake, and so is what follows it when that is no instant. */
function readClock(value: string, production: boolean): Pick<Config, "clock" | "clockAt"> {
  if (value === "system") return { clock: "system", clockAt: undefined };
  const refuse = (reason: string) =>
    new AppError("config.invalid", { values: { name: "SLUICE_CLOCK", reason } });
  if (production) throw refuse("manual is for sandboxes and tests; it is refused while NODE_ENV=production");
  const text = value.split("@", 2)[1];
  const clockAt = text === undefined ? undefined : Date.parse(text);
  if (Number.isNaN(clockAt))
    throw refuse("what follows manual@ must be an instant such as 2026-03-02T10:00:00+08:00");
  return { clock: "manual", clockAt };
}

/** Reads the environment, with `overrides` (command-line options) before it. Throws `config.invalid`. */
export function parseConfig(env: Env, overrides: Env = {}): Config {
  const given = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  const values = read({ ...env, ...given });
  const production = values.NODE_ENV === "production";
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.SLUICE_DATA,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    bootstrapKey: values.SLUICE_BOOTSTRAP_KEY,
    adminPassword: values.SLUICE_ADMIN_PASSWORD,
    secretKey: values.SLUICE_SECRET_KEY,
    ...readClock(values.SLUICE_CLOCK, production),
    starter: values.SLUICE_STARTER,
    publicUrl: values.SLUICE_PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`,
    httpAllowHosts: (values.SLUICE_HTTP_ALLOW_HOSTS ?? "").split(",").flatMap((host) => host.trim() || []),
    logLevel: values.LOG_LEVEL,
    production,
  };
}
