/** `node apps/console/src/main.ts settings.json < notifications.ndjson`: letters go to the file the settings name. */
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline/promises"
import { Notifications } from "@safe-return/casework"
import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { Notification, PersonId, parseReferencePatterns, type ReferencePatterns } from "@safe-return/domain/pathway"
import { lowdbLayer } from "@safe-return/journal/files"
import { Outreach } from "@safe-return/outreach"
import { policiesNamed } from "@safe-return/settings"
import { Effect, Layer, Result, Schema, Stream } from "effect"
import { consoleLayer } from "./consoleLayer.ts"

/** A list of forms, as the bot's settings have it: docs/slack-setup.md. */
const Patterns = Schema.String

const Settings = Schema.Struct({
  authority: Schema.String,
  records: Schema.String,
  letters: Schema.String,
  /** A pack or policy files, as `SAFE_RETURN_POLICY` of the bot. */
  policy: Schema.optionalKey(Schema.String),
  roles: Schema.Record(Schema.String, Schema.Array(Schema.String)),
  references: Schema.optionalKey(Schema.Struct({ child: Patterns, caseSystem: Patterns, police: Patterns }))
})

const [path = "settings.json"] = process.argv.slice(2)
const {
  references: written,
  policy: policyText = "rotherham",
  ...settings
} = Schema.decodeUnknownSync(Schema.fromJsonString(Settings))(readFileSync(path, "utf8"))

const patternsIn = (kind: keyof ReferencePatterns, text: string) =>
  Result.getOrThrowWith(parseReferencePatterns(text), (fault) => new Error(`${path}: references.${kind} ${fault}.`))

const references: ReferencePatterns | undefined = written && {
  child: patternsIn("child", written.child),
  caseSystem: patternsIn("caseSystem", written.caseSystem),
  police: patternsIn("police", written.police)
}
const { policy, policies } = Result.getOrThrowWith(
  policiesNamed(policyText, londonDayOf(Instant(Date.now()))),
  (faults) => new Error(faults.map((fault) => `${path}: policy ${fault}.`).join("\n"))
)

const decodeLine = Schema.decodeUnknownEffect(Schema.fromJsonString(Notification))

const receiveLine = Effect.fnUntraced(function* (line: string) {
  const notifications = yield* Notifications
  const notification = yield* Effect.flatMap(decodeLine(line), notifications.resolveReferences)
  yield* notifications.receive(notification, PersonId.make("police-intake"))
  yield* Effect.logInfo(`Recorded for ${notification.child.reference}.`)
})

const program = Effect.gen(function* () {
  const outreach = yield* Outreach
  yield* Effect.forkScoped(outreach.watch)
  const lines = Stream.fromAsyncIterable(createInterface({ input: process.stdin }), (cause) => new Error(String(cause)))
  yield* Stream.runForEach(lines, (line) =>
    Effect.catch(receiveLine(line), ({ message }) => Effect.logError(`Not recorded: ${message}`)).pipe(
      Effect.andThen(outreach.sweep)
    )
  )
})

await Effect.runPromise(
  Effect.scoped(program).pipe(
    Effect.provide(
      consoleLayer({ ...settings, ...definedFields({ references }), policy, policies }).pipe(
        Layer.provide(lowdbLayer({ directory: settings.records }))
      )
    )
  )
)
