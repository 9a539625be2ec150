/** The key of a journal, from a file or from the environment: 32 bytes in base64. */
import { readFileSync } from "node:fs"
import { Data, Effect } from "effect"
import { type Sealing, sealedWith, unsealed } from "./sealing.ts"

export const KEY_VARIABLE = "SAFE_RETURN_JOURNAL_KEY"
export const KEY_FILE_VARIABLE = "SAFE_RETURN_JOURNAL_KEY_FILE"

/** In place of its name, which may be the key itself by mistake. */
const KEY_FILE_SETTING = `that ${KEY_FILE_VARIABLE} names`

/** What was given is no key. It never repeats what it was. */
export class NoJournalKey extends Data.TaggedError("NoJournalKey")<{ readonly message: string }> {}

const BYTES = 32

const keyFrom = (text: string, where: string): Effect.Effect<Sealing, NoJournalKey> => {
  const key = Buffer.from(text.trim(), "base64")
  return key.length === BYTES && /^[A-Za-z0-9+/_=-]+$/.test(text.trim())
    ? Effect.succeed(sealedWith(key))
    : Effect.fail(
        new NoJournalKey({
          message: `${where} holds no key: it takes 32 random bytes in base64, as \`openssl rand -base64 32\` prints them.`
        })
      )
}

/** Reads a file that holds a key. */
export const sealingFromFile = (path: string, named = path): Effect.Effect<Sealing, NoJournalKey> =>
  Effect.try({
    try: () => readFileSync(path, "utf8"),
    catch: () => new NoJournalKey({ message: `The key file ${named} cannot be read.` })
  }).pipe(Effect.flatMap((text) => keyFrom(text, `The file ${named}`)))

/** By `SAFE_RETURN_JOURNAL_KEY_FILE` or `SAFE_RETURN_JOURNAL_KEY`; without either, the journal is not encrypted. */
export const sealingFromEnvironment = (
  environment: Record<string, string | undefined>
): Effect.Effect<Sealing, NoJournalKey> => {
  const { [KEY_FILE_VARIABLE]: file, [KEY_VARIABLE]: key } = environment
  if (file !== undefined && file !== "") return sealingFromFile(file, KEY_FILE_SETTING)
  return key === undefined || key === "" ? Effect.succeed(unsealed) : keyFrom(key, KEY_VARIABLE)
}
