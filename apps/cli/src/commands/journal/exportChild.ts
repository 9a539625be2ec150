import { join } from "node:path"
import { badInput } from "@safe-return/exchange/reading"
import { Effect, FileSystem, type PlatformError } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { print } from "../../output/print.ts"
import { childRecord, isEmpty, pupilRecord, pupilRecordJson, recordJson } from "../../records/childRecord.ts"
import { pupilRecordHtml, recordHtml } from "../../records/recordHtml.ts"
import { childOnRecord, pupilOnRecord } from "./childOnRecord.ts"
import { council, dataOrDatabase, education, keyFile, referenceFrom } from "./options.ts"
import { asker, assertReadWhole, audited, by, now, withRecords } from "./records.ts"

const child = Argument.String("child").pipe(Argument.withDescription("The case reference, in any spelling"))

const out = Flag.String("out").pipe(
  Flag.withDescription("The folder to put the page and the JSON in; a file that is there already is not overwritten")
)

/** For the account that ran the command alone. */
const OWNER_ONLY = { flag: "wx", mode: 0o600 } as const

const notWritten = ({ reason }: PlatformError.PlatformError) =>
  badInput({
    field: "--out",
    message:
      reason._tag === "AlreadyExists"
        ? "This child's record is there already. Name another folder, or remove it first."
        : "The files cannot be written there. Name a folder you may write to."
  })

export const exportChild = Command.make(
  "export-child",
  { child, out, by, education, data: dataOrDatabase, council, keyFile },
  Effect.fn("export-child")(function* (given) {
    const who = yield* asker(given.by)
    const typed = yield* referenceFrom(given.child, "child")
    const {
      child: of,
      html,
      json
    } = yield* withRecords(given)(
      Effect.gen(function* () {
        const of = yield* given.education ? pupilOnRecord(typed) : childOnRecord(typed)
        yield* audited({ act: "export-child", by: who, child: of }, Effect.void)
        if (given.education) {
          const record = yield* pupilRecord(of, yield* now, who)
          return { child: of, html: pupilRecordHtml(record), json: pupilRecordJson(record) }
        }
        yield* assertReadWhole(of, "exported")
        const record = yield* childRecord(of, yield* now, who)
        if (isEmpty(record)) {
          return yield* badInput({ message: `Nothing is held of ${of}. Check the reference against the case system.` })
        }
        return { child: of, html: recordHtml(record), json: recordJson(record) }
      })
    )
    const files = yield* FileSystem.FileSystem
    const name = join(given.out, of.replaceAll("/", "_"))
    const write = Effect.gen(function* () {
      yield* files.makeDirectory(given.out, { recursive: true, mode: 0o700 })
      yield* files.writeFileString(`${name}.html`, html, OWNER_ONLY)
      yield* files.writeFileString(`${name}.json`, `${JSON.stringify(json, null, 2)}\n`, OWNER_ONLY)
    })
    yield* Effect.mapError(write, notWritten)
    yield* print(
      `Everything held of ${of}${given.education ? " as a child missing education" : ""} is in ${name}.html, to be read and redacted before it is released, and in ${name}.json.`
    )
  })
).pipe(
  Command.withDescription("Everything held of a child as one page and as JSON, for a subject access request"),
  Command.withExamples([{ command: "safe-return journal export-child LCS-10432 --out subject-access/2026-17" }])
)
