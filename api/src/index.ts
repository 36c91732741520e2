/** `@sluice/api`: the server as a library, for whoever starts it from code. */
export { type App, type AppOptions, createApp } from "./app.ts";
export { type Clock, createManualClock, type ManualClock, systemClock } from "./clock.ts";
export { compose, type ProcessRole, type Server } from "./compose.ts";
export { type Config, parseConfig } from "./config.ts";
export { createDatabase, type Database, type Transaction } from "./database/database.ts";
export { AppError, type ErrorCode, errorDefinitions } from "./errors.ts";
export type { RouteEntry } from "./infra/access.ts";
export type { Evaluator } from "./reference-check/checked-rulesets.ts";
export type { RuntimePort } from "./runtime-port.ts";
