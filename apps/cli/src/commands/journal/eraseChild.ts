import { definedFields } from "@safe-return/domain/definedFields"
import { foldCases, isOpenCase, PupilReference } from "@safe-return/domain/education"
import { type ChildReference, fold } from "@safe-return/domain/pathway"
import { notYetOver } from "@safe-return/domain/retention"
import { badInput } from "@safe-return/exchange/reading"
import { EducationCases, ErasureReason, Erasures, Journal, type Tombstone } from "@safe-return/journal"
import { Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { count, print, printJson, tell } from "../../output/print.ts"
import { json } from "../options.ts"
import { childOnRecord, pupilOnRecord } from "./childOnRecord.ts"
import { tombstoneAnswer } from "./erased.ts"
import { council, dataOrDatabase, education, FROM_ENVIRONMENT, keyFile, referenceFrom } from "./options.ts"
import { asker, assertReadWhole, audited, by, now, refusal, withRecords } from "./records.ts"

const child = Argument.String("child").pipe(Argument.withDescription("The case reference, in any spelling"))

const reason = Flag.Literals("reason", ErasureReason.literals).pipe(Flag.withDescription("Why, by code"))

const evenIfOpen = Flag.Boolean("even-if-open").pipe(
  Flag.withDescription("Although an episode is open or an interview is owed"),
  Flag.withoutNegation,
  Flag.withDefault(false)
)

/** A child who is missing, or is owed an interview, would be forgotten by everybody. */
const assertOver = Effect.fn("assertOver")(function* (of: ChildReference) {
  const journal = yield* Journal
  yield* assertReadWhole(of, "erased")
  const { entries } = yield* journal.read(of)
  const open = notYetOver(fold(entries.map(({ recorded }) => recorded)))
  if (open.length === 0) return
  return yield* badInput({
    message: `${count(open.length, "episode")} of ${of} ${open.length === 1 ? "is" : "are"} open, or the interview is still owed. Nothing was erased. Close what is open first; if it has to be erased all the same, add --even-if-open.`
  })
})

const removedInWords = ({ child, removed, digest }: Tombstone): string =>
  [
    `Everything held of ${child} is erased: ${count(removed.events, "event")}, ${count(removed.deliveries, "delivery", "deliveries")}, ${count(removed.reveals, "look", "looks")} at the profile, ${removed.profile === 1 ? "the profile" : "no profile"}.`,
    `What was removed had the digest ${digest}.`,
    "Left: this tombstone, the audit, holds that were released, messages in Slack and backups. docs/records.md says what to do about each."
  ].join("\n")

/** A child whose case is open would be missing from the census and from everybody's list. */
const assertCaseOver = Effect.fn("assertCaseOver")(function* (of: ChildReference) {
  const { entries } = yield* (yield* EducationCases).read(PupilReference.make(of))
  if (!foldCases(entries.map(({ recorded }) => recorded)).cases.some(isOpenCase)) return
  return yield* badInput({
    message: `The education case of ${of} is open. Nothing was erased. Close it first; if it has to be erased all the same, add --even-if-open.`
  })
})

const removedCaseInWords = ({ child, removed, digest }: Tombstone): string =>
  [
    `The education case of ${child} is erased: ${count(removed.events, "event")}. What the missing team holds is not.`,
    `What was removed had the digest ${digest}.`,
    "Left: this tombstone, the audit, holds that were released, messages in Slack and backups. docs/records.md says what to do about each."
  ].join("\n")

const FORGOTTEN =
  "Instances of the bot that are running hear of it within seconds and forget what they had read of this child."

export const eraseChild = Command.make(
  "erase-child",
  { child, reason, by, evenIfOpen, education, data: dataOrDatabase, council, keyFile, json },
  Effect.fn("erase-child")(function* (given) {
    const who = yield* asker(given.by)
    const typed = yield* referenceFrom(given.child, "child")
    const tombstone = yield* withRecords(given)(
      Effect.gen(function* () {
        const of = yield* given.education ? pupilOnRecord(typed) : childOnRecord(typed)
        const strand = given.education ? ("education" as const) : undefined
        const erasures = yield* Erasures
        const verdict = Effect.gen(function* () {
          yield* Effect.catchTag(erasures.mayErase(of, strand), ["UnderHold", "NoRecordsHeld"], refusal)
          if (!given.evenIfOpen) yield* given.education ? assertCaseOver(of) : assertOver(of)
        })
        yield* audited({ act: "erase-child", by: who, child: of }, verdict)
        return yield* Effect.catchTag(
          erasures.erase({ child: of, at: yield* now, by: who, reason: given.reason, ...definedFields({ strand }) }),
          ["UnderHold", "NoRecordsHeld"],
          refusal
        )
      })
    )
    yield* given.json
      ? printJson(tombstoneAnswer(tombstone))
      : print(given.education ? removedCaseInWords(tombstone) : removedInWords(tombstone))
    if (given.data === FROM_ENVIRONMENT) yield* tell(FORGOTTEN)
  })
).pipe(
  Command.withDescription("Erase everything held of a child for good; a tombstone stays"),
  Command.withExamples([
    { command: "safe-return journal erase-child LCS-10432 --reason retention-ended --by U012AB3CD" }
  ])
)
