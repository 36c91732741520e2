/** `sluice user add`: a way in when nobody can sign in any more. */
import { type Command, Option } from "commander";
import { newPassword } from "../access/passwords.ts";
import { addUser } from "../access/users.ts";
import { parseConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import { type Role, roles } from "../infra/roles.ts";
import { openContext } from "../setup/open-context.ts";
import type { Terminal } from "./terminal.ts";

interface UserOptions {
  readonly data?: string;
  readonly role: Role;
  readonly agent?: string;
}

/** The password comes from the environment, not from an option that every process listing shows. */
function passwordOf(terminal: Terminal): { readonly password: string; readonly made: boolean } {
  const given = terminal.env.SLUICE_USER_PASSWORD;
  if (given === undefined || given === "") return { password: newPassword(), made: true };
  if (given.length >= 8) return { password: given, made: false };
  throw new AppError("config.invalid", {
    values: { name: "SLUICE_USER_PASSWORD", reason: "must be at least 8 characters" },
  });
}

/** Users are read anew for every sign-in: this works beside a running server. */
async function add(name: string, options: UserOptions, terminal: Terminal): Promise<void> {
  const { password, made } = passwordOf(terminal);
  const { context, close } = await openContext(parseConfig(terminal.env, { SLUICE_DATA: options.data }));
  try {
    await addUser(context, { name, password, role: options.role, agentId: options.agent ?? null }, "cli");
    terminal.out(`Added ${name} (${options.role})${made ? ` with the password ${password}` : ""}.\n`);
  } finally {
    await close();
  }
}

export function addUserCommands(program: Command, terminal: Terminal): void {
  const user = program.command("user").description("who may sign in");
  user
    .command("add <name>")
    .description("add a user; the password is SLUICE_USER_PASSWORD, or made and shown")
    .addOption(new Option("--role <role>", "role").choices(roles).default("viewer"))
    .option("--agent <id>", "the agent that the user is")
    .option("--data <folder>", "data folder (SLUICE_DATA)")
    .action((name: string, options: UserOptions) => add(name, options, terminal));
}
