import { Effect, Stdio } from "effect"
import { CliOutput, TerminalCapabilities } from "effect/cli"
import { print, tell } from "./print.ts"

const present = Effect.fnUntraced(function* (event: CliOutput.Presenter.Event) {
  const { canColor } = yield* TerminalCapabilities.TerminalCapabilities
  const formatter = CliOutput.defaultFormatter({ colors: canColor })
  switch (event._tag) {
    case "Help":
      return yield* print(formatter.formatHelpDoc(event.helpDoc))
    case "Version":
      return yield* print(formatter.formatVersion(event.name, event.version))
    case "InvalidInvocation": {
      const faults = event.errors.map((error) => formatter.formatCliError(error))
      return yield* tell([...faults, `Run '${event.commandPath.join(" ")} --help' to see what it takes.`].join("\n"))
    }
  }
})

/** Help to standard output; what was typed wrongly to standard error, where it cannot be taken for an answer. */
export const presenterFor = (stdio: Stdio.Stdio): CliOutput.Presenter => ({
  present: (event) => present(event).pipe(Effect.ignore, Effect.provideService(Stdio.Stdio, stdio))
})
