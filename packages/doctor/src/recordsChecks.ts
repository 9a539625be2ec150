/** Where the records are kept: a folder of this machine, or PostgreSQL. */
import { randomUUID } from "node:crypto"
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync
} from "node:fs"
import { join } from "node:path"
import { fitsPatterns, parseReferencePatterns } from "@safe-return/domain/pathway"
import { folderHolder, inspectJournal, sealingFromEnvironment } from "@safe-return/journal/files"
import { Effect, Redacted, Result } from "effect"
import { type Finding, notSet, reasonOf, type Values, warning, well, wrong } from "./Finding.ts"

/** Below this, a busy month may fill the disk; half of it is a warning no longer. Working choices, in bytes. */
const LEAST_SPACE = 1024 ** 3

/** How long the journal is looked through before that is left to `journal verify`, in milliseconds. */
const VERIFY_WITHIN = 6_000

/** How far this machine's clock may be from the database's, in milliseconds. A working choice. */
const MOST_SKEW = 60_000

const folderOf = (values: Values): string => values["SAFE_RETURN_DATA"] ?? ".safe-return/data"

const checkWritable = (folder: string): Finding => {
  const check = "journal.writable"
  const file = join(folder, `doctor-${randomUUID()}.tmp`)
  try {
    const handle = openSync(file, "wx")
    try {
      writeSync(handle, "written to see whether it can be")
      fsyncSync(handle)
    } finally {
      closeSync(handle)
      rmSync(file, { force: true })
    }
    return well(check, `${folder} can be written.`)
  } catch (cause) {
    const remedy = "Let this account write there, make room, and see that the disk is not mounted read-only."
    return wrong(check, `${folder} cannot be written (${reasonOf(cause)}).`, remedy)
  }
}

const checkSpace = (folder: string): Finding => {
  const check = "journal.disk-space"
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const gigabytes = (free / 1024 ** 3).toFixed(1)
  const remedy = "Make room on the disk, or move the journal to a larger one."
  if (free < LEAST_SPACE / 2) return wrong(check, `Only ${gigabytes} GB are free.`, remedy)
  return free < LEAST_SPACE
    ? warning(check, `Only ${gigabytes} GB are free.`, remedy)
    : well(check, `${gigabytes} GB are free.`)
}

/** Neither record is at fault, but what is recorded of one child may be on both. */
const checkReferences = (check: string, ambiguous: ReadonlyArray<ReadonlyArray<string>>): Finding => {
  if (ambiguous.length === 0) return well(check, "No two references differ only in how they are written.")
  const pairs = ambiguous.map((references) => references.join(" and ")).join("; ")
  const remedy = "Find out which is right: docs/records.md says how to bring the records together."
  return warning(check, `On record apart, though they differ only in how they are written: ${pairs}.`, remedy)
}

/** A reference from before the council gave its forms may hold a name, so that none of those found is repeated. */
const checkForms = (check: string, references: Iterable<string>, values: Values): Finding => {
  const patterns = parseReferencePatterns(values["SAFE_RETURN_CASE_REFERENCES"] ?? "")
  if (Result.isFailure(patterns))
    return notSet(check, "SAFE_RETURN_CASE_REFERENCES gives no form to hold references to.")
  const all = [...references]
  const others = all.filter((reference) => !fitsPatterns(reference, patterns.success)).length
  if (others === 0) return well(check, `All ${all.length} children on record have a reference of the council's form.`)
  const remedy =
    "If the case system has another form too, add it to SAFE_RETURN_CASE_REFERENCES. If one may be a name, find it among the journal's children and move its record: docs/records.md."
  return warning(
    check,
    `${others} of ${all.length} children on record have a reference of none of the council's forms. They are not shown here.`,
    remedy
  )
}

const verifyQuickly = async (folder: string, values: Values): Promise<ReadonlyArray<Finding>> => {
  const check = "journal.whole"
  const inspected = await Effect.runPromise(
    Effect.result(
      Effect.gen(function* () {
        const sealing = yield* sealingFromEnvironment(values)
        return yield* inspectJournal(folder, sealing)
      }).pipe(Effect.timeoutOption(VERIFY_WITHIN))
    )
  )
  if (Result.isFailure(inspected)) {
    const { message } = inspected.failure as { readonly message: string }
    return [wrong(check, message, "Run `safe-return journal verify`, and compare with a backup.")]
  }
  if (inspected.success._tag === "None") {
    return [warning(check, "The journal is too large to be looked through here.", "Run `safe-return journal verify`.")]
  }
  const { faults, events, ambiguousReferences, references } = inspected.success.value
  const remedy = "Run `safe-return journal verify`, and compare with a backup."
  return [
    faults.length === 0
      ? well(check, `All ${events} events are as they were written.`)
      : wrong(check, `${faults.length} faults in the journal.`, remedy),
    checkReferences("journal.references", ambiguousReferences),
    checkForms("journal.reference-forms", references, values)
  ]
}

/** Only one process may use a folder: who does is worth knowing before a start, and when one is refused. */
const checkLock = async (folder: string): Promise<Finding> => {
  const check = "journal.lock"
  try {
    const holder = await folderHolder(folder)
    switch (holder._tag) {
      case "Nobody":
        return well(check, "The folder is free: no process is using it.")
      case "Gone":
        return warning(
          check,
          `The folder was not let go of: ${holder.process} ended without doing so.`,
          "The next start takes it over by itself. If the bot should be running, see in its log why it ended, and start it."
        )
      case "Living":
        return holder.isElsewhere
          ? warning(
              check,
              `The folder is held by ${holder.process}, which cannot be seen from here.`,
              "Where that is the bot in its container, all is well. Else stop it: one folder is for one machine, on a disk of its own."
            )
          : well(check, `The folder is held by ${holder.process}: no second bot can start on it.`)
    }
  } catch (cause) {
    return wrong(
      check,
      `Who holds ${folder} cannot be found out (${reasonOf(cause)}).`,
      "Run this under the account that runs the bot."
    )
  }
}

const checkFolder = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const folder = folderOf(values)
  if (!existsSync(folder)) {
    const remedy = "The first start makes it. If there was a journal, set SAFE_RETURN_DATA to where it is."
    return [warning("journal.folder", `There is no folder ${folder} yet.`, remedy)]
  }
  if (!statSync(folder).isDirectory()) {
    return [wrong("journal.folder", `${folder} is not a folder.`, "Set SAFE_RETURN_DATA to a folder.")]
  }
  const begun = readdirSync(folder).length > 0
  return [
    checkWritable(folder),
    checkSpace(folder),
    await checkLock(folder),
    ...(begun
      ? await verifyQuickly(folder, values)
      : [notSet("journal.whole", "The folder is empty: the first start begins it.")])
  ]
}

const checkDatabase = async (url: string, values: Values): Promise<ReadonlyArray<Finding>> => {
  const { examineDatabase } = await import("@safe-return/journal/postgres")
  const { SAFE_RETURN_DATABASE_CA: caFile } = values
  const place = { url: Redacted.make(url), ...(caFile === undefined ? {} : { caFile }) }
  const examined = await Effect.runPromise(Effect.result(examineDatabase(place)))
  if (Result.isFailure(examined)) {
    const remedy = "Check SAFE_RETURN_DATABASE_URL, the server, and the way to it."
    return [wrong("database.reachable", `The database does not answer: ${examined.failure.message}`, remedy)]
  }
  const {
    now,
    version,
    newestVersion,
    isReadOnly,
    synchronousCommit,
    council,
    mayMigrate,
    ambiguousReferences,
    references
  } = examined.success
  const ahead = Date.now() - now
  const named = values["SAFE_RETURN_AUTHORITY"] ?? "Rotherham"
  return [
    well("database.reachable", "The database answers."),
    isReadOnly
      ? wrong(
          "database.writable",
          "This server takes no writes: it is a standby, or was set read-only.",
          "Set SAFE_RETURN_DATABASE_URL to the primary, as after a failover, or end the read-only mode."
        )
      : well("database.writable", "The server takes writes."),
    version > newestVersion
      ? wrong("database.migrations", "A newer program has changed the database.", "Start the newer program.")
      : version === newestVersion || mayMigrate
        ? well(
            "database.migrations",
            version === newestVersion ? "Every migration is applied." : "The next start applies what is missing."
          )
        : wrong(
            "database.migrations",
            `The database has version ${version} of ${newestVersion}, and this user may not change it.`,
            "Start the bot once as the owner of the schema, or let the owner run it."
          ),
    /^(?:on|remote_apply)$/.test(synchronousCommit)
      ? well("database.synchronous-commit", `synchronous_commit is ${synchronousCommit}.`)
      : wrong(
          "database.synchronous-commit",
          `synchronous_commit is ${synchronousCommit}: the server answers before what it was given is safe.`,
          "Set synchronous_commit to on for this role and database: docs/postgresql.md."
        ),
    council === undefined || council === named
      ? well("database.council", "The user speaks for this council, or for none yet.")
      : wrong(
          "database.council",
          `The user speaks for another council than ${named}.`,
          "Set SAFE_RETURN_AUTHORITY to the name it was admitted under, or use a user of its own."
        ),
    checkReferences("database.references", ambiguousReferences),
    checkForms("database.reference-forms", references, values),
    Math.abs(ahead) <= MOST_SKEW
      ? well("clock.database", `This machine's clock is within ${MOST_SKEW / 1_000} seconds of the database's.`)
      : wrong(
          "clock.database",
          `This machine's clock is ${Math.round(Math.abs(ahead) / 1_000)} seconds ${ahead > 0 ? "ahead of" : "behind"} the database's.`,
          "Turn on the time service (NTP) on both machines."
        )
  ]
}

export const checkRecords = (values: Values): Promise<ReadonlyArray<Finding>> => {
  const { SAFE_RETURN_DATABASE_URL: url } = values
  return url === undefined ? checkFolder(values) : checkDatabase(url, values)
}

export const checkJournalKey = async (values: Values): Promise<ReadonlyArray<Finding>> => {
  const check = "journal.key"
  const sealing = await Effect.runPromise(Effect.result(sealingFromEnvironment(values)))
  if (Result.isFailure(sealing))
    return [wrong(check, sealing.failure.message, "Set the key that the journal was made with.")]
  const isSet = "SAFE_RETURN_JOURNAL_KEY" in values || "SAFE_RETURN_JOURNAL_KEY_FILE" in values
  return [
    isSet
      ? well(check, "The journal's key can be read.")
      : { check, status: "not set", found: "No key is set: a folder's journal is not encrypted." }
  ]
}
