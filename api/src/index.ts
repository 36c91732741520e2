/** `@sluice/api`: the server as a library. */
export { AppError, type ErrorCode, errorDefinitions } from "./errors.ts";
