import { formatInstant } from "@safe-return/domain/calendar"
import { CaseSystemReference, fitsPatterns, patternsInWords } from "@safe-return/domain/pathway"
import { badInput } from "@safe-return/exchange/reading"
import { type Hold, HoldReason, Holds, holdReasonWords } from "@safe-return/journal"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Effect, Option, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { print, printJsonList } from "../../output/print.ts"
import { json } from "../options.ts"
import { childOnRecord } from "./childOnRecord.ts"
import { council, dataOrDatabase, keyFile, referenceFrom } from "./options.ts"
import { asker, audited, by, now, refusal, withRecords } from "./records.ts"
import { setPatterns } from "./setPatterns.ts"

const child = Argument.String("child").pipe(Argument.withDescription("The case reference, such as LCS-10432"))

const reason = Flag.Literals("reason", HoldReason.literals).pipe(Flag.withDescription("Why, by code"))

const reference = Flag.String("reference").pipe(
  Flag.withDescription("Where the case system tells why; it names the hold")
)

const holdReference = (text: string) =>
  Option.match(Schema.decodeUnknownOption(CaseSystemReference)(text), {
    onNone: () =>
      Effect.fail(
        badInput({
          field: "--reference",
          message: "This is no case system reference: letters, digits, - . _ / and at least one digit, no spaces."
        })
      ),
    onSome: Effect.succeed
  })

/** A new hold's reference has one of the forms that the council has set, where it has set any. */
const newHoldReference = Effect.fnUntraced(function* (text: string) {
  const reference = yield* holdReference(text)
  const patterns = yield* setPatterns("SAFE_RETURN_CASE_SYSTEM_REFERENCES")
  if (Option.isNone(patterns) || fitsPatterns(reference, patterns.value)) return reference
  return yield* badInput({
    field: "--reference",
    message: `This has not a form of SAFE_RETURN_CASE_SYSTEM_REFERENCES: ${patternsInWords(patterns.value)}.`
  })
})

const set = Command.make(
  "set",
  { child, reason, reference, by, data: dataOrDatabase, council, keyFile },
  Effect.fn("hold set")(function* (given) {
    const who = yield* asker(given.by)
    const typed = yield* referenceFrom(given.child, "child")
    const why = { reason: given.reason, reference: yield* newHoldReference(given.reference) }
    const hold = yield* withRecords(given)(
      Effect.gen(function* () {
        const hold: Hold = { child: yield* childOnRecord(typed), ...why, setAt: yield* now, setBy: who }
        const holds = yield* Holds
        yield* audited({ act: "hold-records", by: who, child: hold.child }, Effect.void)
        yield* Effect.catchTag(holds.set(hold), "HoldRefused", refusal)
        return hold
      })
    )
    yield* print(
      `The records of ${hold.child} are under a hold for ${holdReasonWords[hold.reason]} (${hold.reference}). They cannot be erased until it is released.`
    )
  })
).pipe(Command.withDescription("Hold a child's records: they cannot be erased while the hold stands"))

const release = Command.make(
  "release",
  { child, reference, by, data: dataOrDatabase, council, keyFile },
  Effect.fn("hold release")(function* (given) {
    const who = yield* asker(given.by)
    const typed = yield* referenceFrom(given.child, "child")
    const which = yield* holdReference(given.reference)
    const of = yield* withRecords(given)(
      Effect.gen(function* () {
        const of = yield* childOnRecord(typed)
        const holds = yield* Holds
        yield* audited({ act: "release-hold", by: who, child: of }, Effect.void)
        yield* Effect.catchTag(
          holds.release({ child: of, reference: which, at: yield* now, by: who }),
          "HoldRefused",
          refusal
        )
        return of
      })
    )
    yield* print(`The hold ${which} on the records of ${of} is released. It stays in the history.`)
  })
).pipe(Command.withDescription("Release a hold; it stays in the history"))

const answer = ({ child, reason, reference, setAt, setBy, released }: Hold) => ({
  child,
  reason,
  reference,
  setAt: formatInstant(setAt),
  setBy,
  releasedAt: released === undefined ? null : formatInstant(released.at),
  releasedBy: released?.by ?? null
})

const inWords = ({ child, reason, reference, setAt, setBy, released }: Hold): string =>
  `  ${child}: ${holdReasonWords[reason]} (${reference}), set ${londonDateTimeInFull(setAt)} by ${setBy}` +
  (released === undefined ? "" : `, released ${londonDateTimeInFull(released.at)} by ${released.by}`)

const list = Command.make(
  "list",
  { child: Argument.optional(child), by, data: dataOrDatabase, council, keyFile, json },
  Effect.fn("hold list")(function* (given) {
    const who = yield* asker(given.by)
    const typed = yield* Effect.transposeOption(Option.map(given.child, (text) => referenceFrom(text, "child")))
    const found = yield* withRecords(given)(
      Effect.gen(function* () {
        const of = yield* Effect.transposeOption(Option.map(typed, childOnRecord))
        const holds = yield* Holds
        const child = Option.match(of, { onNone: () => ({}), onSome: (child) => ({ child }) })
        yield* audited({ act: "see-holds", by: who, ...child }, Effect.void)
        if (Option.isSome(of)) return yield* holds.of(of.value)
        const newer = (yield* holds.unreadable).join(", ")
        if (newer === "") return yield* holds.all
        return yield* badInput({
          message: `A newer version wrote down holds on the records of ${newer}: this list would lack them. Use the newest version.`
        })
      })
    )
    const standing = found.filter(({ released }) => released === undefined).length
    yield* given.json
      ? printJsonList(found.map(answer))
      : print([`${standing} of the ${found.length} holds on record stand`, ...found.map(inWords)].join("\n"))
  })
).pipe(Command.withDescription("Every hold, released ones among them, of one child or of all"))

export const hold = Command.make("hold").pipe(
  Command.withDescription("Legal holds: whose records may not be erased for now"),
  Command.withExamples([
    {
      command: "safe-return journal hold set LCS-10432 --reason court-proceedings --reference LEGAL-2026-17",
      description: "Hold a child's records"
    }
  ]),
  Command.withSubcommands([set, list, release])
)
