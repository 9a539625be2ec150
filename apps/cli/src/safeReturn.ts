import type { BadInput } from "@safe-return/exchange/reading"
import { Cause, Effect, Stdio } from "effect"
import { CliConfig, type CliError, CliOutput, Command, GlobalFlag } from "effect/cli"
import { presenterFor } from "./output/presenter.ts"
import { tell } from "./output/print.ts"

/** What a script calling us may rely on. */
export const DONE = 0
/** A fault of ours: nothing the caller can mend. */
const OUR_FAULT = 1
/** What we were given cannot be used; nothing was written to standard output. */
export const BAD_INPUT = 2

type ExitStatus = typeof DONE | typeof OUR_FAULT | typeof BAD_INPUT

const VERSION = "0.1.0"

const root = Command.make("safe-return").pipe(
  Command.withDescription(
    "The pathway for children who go missing from home, care or education, on the command line.\n" +
      "  Exit status: 0 done; 1 a fault of ours; 2 bad input, said on standard error, and nothing written."
  )
)

/** Each with the modules it alone needs, which take as much memory as a long file of returns may. */
const commands = {
  deadline: () => import("./commands/deadline.ts").then(({ deadline }) => deadline),
  deadlines: () => import("./commands/deadlines.ts").then(({ deadlines }) => deadlines),
  calendar: () => import("./commands/calendar.ts").then(({ calendar }) => calendar),
  moved: () => import("./commands/moved.ts").then(({ moved }) => moved),
  triggers: () => import("./commands/triggers.ts").then(({ triggers }) => triggers),
  scorecard: () => import("./commands/scorecard.ts").then(({ scorecard }) => scorecard),
  cme: () => import("./commands/cme/cme.ts").then(({ cme }) => cme),
  "joined-up": () => import("./commands/joinedUp.ts").then(({ joinedUp }) => joinedUp),
  "school-days": () => import("./commands/schoolDays.ts").then(({ schoolDays }) => schoolDays),
  foi: () => import("./commands/foi.ts").then(({ foi }) => foi),
  policy: () => import("./commands/policy.ts").then(({ policy }) => policy),
  doctor: () => import("./commands/doctor.ts").then(({ doctor }) => doctor),
  watch: () => import("./commands/watch.ts").then(({ watch }) => watch),
  journal: () => import("./commands/journal/journal.ts").then(({ journal }) => journal)
}

/** The command that is asked for; all of them where none is, or help or completions tell of every one. */
const asked = (args: ReadonlyArray<string>) => {
  const loaders = Object.entries(commands)
  const named = args.includes("--completions") ? [] : loaders.filter(([name]) => name === args[0])
  return Promise.all((named.length === 0 ? loaders : named).map(([, load]) => load()))
}

const invoked = Effect.fnUntraced(function* (args: ReadonlyArray<string>) {
  const loaded = yield* Effect.promise(() => asked(args))
  return yield* Command.runWith(Command.withSubcommands(root, loaded), { version: VERSION })(args)
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
      HeartbeatLost: () => Effect.succeed<ExitStatus>(OUR_FAULT),
      JournalDamaged: faultSaid,
      JournalUnavailable: faultSaid,
      MovedOtherwise: faultSaid,
      NotAudited: faultSaid,
      ReaderGone: () => Effect.succeed<ExitStatus>(DONE),
      SettingsWrong: () => Effect.succeed<ExitStatus>(BAD_INPUT),
      ShowHelp: invocationSaid
    }),
    Effect.catchCause(ourFaultSaid),
    Effect.provideService(CliOutput.Presenter, presenterFor(stdio)),
    Effect.provideService(CliConfig.CliConfig, CliConfig.make({ builtIns }))
  )
})
