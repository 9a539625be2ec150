import { badInput } from "@safe-return/exchange/reading"
import { rotateKey as encryptAnew, sealingFromFile } from "@safe-return/journal/files"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { count, print, printJson } from "../../output/print.ts"
import { showProgress } from "../../output/progress.ts"
import { json } from "../options.ts"
import { data, keyFile, sealingOf } from "./options.ts"

const newKeyFile = Flag.String("new-key-file").pipe(
  Flag.withDescription("The file with the new key: 32 random bytes in base64, as `openssl rand -base64 32` prints them")
)

export const rotateKey = Command.make(
  "rotate-key",
  { newKeyFile, data, keyFile, json },
  Effect.fn("rotateKey")(function* (given) {
    const from = yield* sealingOf(given.keyFile)
    const to = yield* Effect.catchTag(sealingFromFile(given.newKeyFile), "NoJournalKey", ({ message }) =>
      Effect.fail(badInput({ message }))
    )
    const done = yield* encryptAnew(given.data, from, to, yield* showProgress("encrypting"))
    yield* given.json
      ? printJson({ encrypted: done, key: to.keyId })
      : print(`${count(done, "file")} encrypted with the key ${to.keyId}. Start the bot with that key from now on.`)
  })
).pipe(
  Command.withDescription("Encrypts the journal with another key, or for the first time; the bot must be stopped"),
  Command.withExamples([
    { command: "safe-return journal rotate-key --new-key-file new.key", description: "Encrypt for the first time" },
    { command: "safe-return journal rotate-key --key-file old.key --new-key-file new.key" }
  ])
)
