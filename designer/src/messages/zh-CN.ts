/** Every text of the app in Chinese, the first language, gathered from one file for each part. */
import { editor } from "./zh-CN/editor.ts";
import { errors, shell, signIn } from "./zh-CN/shell.ts";
import { ticket } from "./zh-CN/ticket.ts";
import { tickets } from "./zh-CN/tickets.ts";
import { why } from "./zh-CN/why.ts";
import { duration, words } from "./zh-CN/words.ts";

export const zhCN = { duration, editor, errors, shell, signIn, ticket, tickets, why, words };
