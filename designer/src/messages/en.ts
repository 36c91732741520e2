/** Every text of the app in English, gathered from one file for each part. */
import { errors, shell, signIn } from "./en/shell.ts";
import { ticket } from "./en/ticket.ts";
import { tickets } from "./en/tickets.ts";
import { why } from "./en/why.ts";
import { duration, words } from "./en/words.ts";

export const en = { duration, errors, shell, signIn, ticket, tickets, why, words };
