/** The policies that are frozen onto episodes, each once, in a file named after the digest of its text. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Policy } from "@safe-return/domain/policy"
import { Effect, Schema } from "effect"
import { sha256 } from "../documents/checkedText.ts"
import { clearLeftovers, makeFolder, replaceFile } from "../documents/durableFile.ts"
import { unavailable } from "../documents/faultInWords.ts"
import { isDocumentName } from "../documents/fileName.ts"
import type { LockedDirectory } from "../documents/LockedDirectory.ts"
import { JournalUnavailable } from "../Journal.ts"
import { PolicyDigest } from "./storedEvent.ts"

export interface PolicyFiles {
  /** Throws {@link JournalUnavailable} when it is not there. */
  readonly policyOf: (digest: PolicyDigest) => Policy
  /** Throws what the schema says of a policy that could not be written. */
  readonly digestOf: (policy: Policy) => PolicyDigest
  /** Returns once the policy is durable. */
  readonly keep: (policy: Policy) => Effect.Effect<void, JournalUnavailable>
}

const encode = Schema.encodeSync(Policy)
const decode = Schema.decodeUnknownSync(Policy, { onExcessProperty: "error" })

const EXTENSION = ".json"

const textOf = (policy: Policy): string => JSON.stringify(encode(policy))
const digest = (text: string): PolicyDigest => PolicyDigest.make(sha256(text))

export const openPolicyFiles = Effect.fnUntraced(function* (directory: LockedDirectory["Service"]) {
  const folder = join(directory.path, "policies")
  const pathOf = (digest: PolicyDigest) => join(folder, `${digest}${EXTENSION}`)
  const policies = new Map<PolicyDigest, Policy>()
  const digests = new WeakMap<Policy, PolicyDigest>()

  const hold = (policy: Policy, digest: PolicyDigest): void => {
    policies.set(digest, policy)
    digests.set(policy, digest)
  }

  const read = (fileName: string): void => {
    const path = join(folder, fileName)
    const text = readFileSync(path, "utf8")
    if (`${sha256(text)}${EXTENSION}` !== fileName) {
      throw new JournalUnavailable({ path, reason: "the policy is not the one its name stands for: it was changed" })
    }
    try {
      hold(decode(JSON.parse(text)), digest(text))
    } catch (cause) {
      throw unavailable(path, cause)
    }
  }

  const onDisk = <A>(work: () => Promise<A>) =>
    Effect.tryPromise({ try: work, catch: (cause) => unavailable(folder, cause) })

  yield* onDisk(() => makeFolder(folder))
  yield* onDisk(() => clearLeftovers(folder))
  yield* Effect.try({
    try: () => readdirSync(folder).filter(isDocumentName).forEach(read),
    catch: (cause) => unavailable(folder, cause)
  })

  const digestOf = (policy: Policy): PolicyDigest => {
    const known = digests.get(policy)
    if (known !== undefined) return known
    const found = digest(textOf(policy))
    digests.set(policy, found)
    return found
  }

  const files: PolicyFiles = {
    policyOf: (digest) => {
      const policy = policies.get(digest)
      if (policy !== undefined) return policy
      throw new JournalUnavailable({ path: pathOf(digest), reason: "the policy is missing, and episodes rest on it" })
    },
    digestOf,
    keep: Effect.fnUntraced(function* (policy) {
      const digest = yield* Effect.try({
        try: () => digestOf(policy),
        catch: (cause) => unavailable(folder, cause)
      })
      if (policies.has(digest)) return
      const text = textOf(policy)
      yield* directory.write(pathOf(digest), () => replaceFile(pathOf(digest), text))
      hold(decode(JSON.parse(text)), digest)
    })
  }
  return files
})
