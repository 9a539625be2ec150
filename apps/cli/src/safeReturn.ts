import type { BadInput } from "@safe-return/exchange"
import { Cause, Effect, Stdio } from "effect"
import { CliConfig, type CliError, CliOutput, Command, GlobalFlag } from "effect/cli"
import { calendar } from "./commands/calendar.ts"
import { deadline } from "./commands/deadline.ts"
import { deadlines } from "./commands/deadlines.ts"
import { moved } from "./commands/moved.ts"
import { policy } from "./commands/policy.ts"
import { triggers } from "./commands/triggers.ts"
import { BAD_INPUT, DONE, type ExitStatus, OUR_FAULT } from "./exitStatus.ts"
import { presenterFor } from "./output/presenter.ts"
import { tell } from "./output/print.ts"

const VERSION = "0.1.0"

const root = Command.make("safe-return").pipe(
  Command.withDescription(
    "The pathway for children who go missing from home or care, on the command line.\n" +
      "  Exit status: 0 done; 1 a fault of ours; 2 bad input, said on standard error, and nothing written."
  )
)

const withoutJournal = [deadline, deadlines, calendar, moved, triggers, policy] as const

/** One of these needs none of the journal's code, which takes as much memory as a long file of returns may. */
const isWithoutJournal = (args: ReadonlyArray<string>): boolean =>
  withoutJournal.some(({ name }) => name === args[0]) && !args.includes("--completions")

const invoked = Effect.fnUntraced(function* (args: ReadonlyArray<string>) {
  const run = { version: VERSION }
  if (isWithoutJournal(args)) {
    return yield* Command.runWith(Command.withSubcommands(root, withoutJournal), run)(args)
  }
  const { journal } = yield* Effect.promise(() => import("./commands/journal/journal.ts"))
  return yield* Command.runWith(Command.withSubcommands(root, [...withoutJournal, journal]), run)(args)
})

/** No wizard and no log level: this command asks nothing and keeps no log. */
const builtIns = [GlobalFlag.Help, GlobalFlag.Version, GlobalFlag.Completions]

const say = (text: string, status: ExitStatus) => Effect.as(Effect.ignore(tell(text)), status)

const badInputSaid = (error: BadInput) => say(error.message, BAD_INPUT)

/** Nothing the caller typed: it is told in its own sentence. */
const faultSaid = (error: { readonly message: string }) => say(error.message, OUR_FAULT)

/** The command line itself was wrong (and has been told so), or help was asked for. */
const invocationSaid = (error: CliError.CliError) =>
  Effect.succeed<ExitStatus>(error._tag === "ShowHelp" && error.errors.length === 0 ? DONE : BAD_INPUT)

const ourFaultSaid = (cause: Cause.Cause<unknown>) =>
  Cause.hasInterruptsOnly(cause)
    ? Effect.interrupt
    : say(
        `safe-return stopped through a fault of its own; your input may be right. Please report this:\n${Cause.pretty(cause)}`,
        OUR_FAULT
      )

/** Runs one command line to its exit status. Whatever goes wrong has been said on standard error by then. */
export const safeReturn = Effect.fn("safeReturn")(function* (args: ReadonlyArray<string>) {
  const stdio = yield* Stdio.Stdio
  return yield* invoked(args).pipe(
    Effect.as<ExitStatus>(DONE),
    Effect.catchTags({
      BadInput: badInputSaid,
      AuditDamaged: faultSaid,
      JournalDamaged: faultSaid,
      JournalUnavailable: faultSaid,
      MovedOtherwise: faultSaid,
      NotAudited: faultSaid,
      ReaderGone: () => Effect.succeed<ExitStatus>(DONE),
      ShowHelp: invocationSaid
    }),
    Effect.catchCause(ourFaultSaid),
    Effect.provideService(CliOutput.Presenter, presenterFor(stdio)),
    Effect.provideService(CliConfig.CliConfig, CliConfig.make({ builtIns }))
  )
})
