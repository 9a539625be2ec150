/** The policies that are frozen onto episodes, each once, in a file named after the digest of its text. */
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { Policy } from "@safe-return/domain/policy"
import { Effect, Schema } from "effect"
import { sha256 } from "../documents/checkedText.ts"
import { clearLeftovers, makeFolder, replaceFile } from "../documents/durableFile.ts"
import { faultInWords, unavailable } from "../documents/faultInWords.ts"
import { isDocumentName } from "../documents/fileName.ts"
import { textAt } from "../documents/fileText.ts"
import type { LockedDirectory } from "../documents/LockedDirectory.ts"
import type { Sealing } from "../documents/sealing.ts"
import { JournalUnavailable } from "../Journal.ts"
import { PolicyDigest } from "./storedEvent.ts"

/** The policy is the one its name stands for, and only a newer version can read it. */
export class NewerPolicy extends Error {
  override name = "NewerPolicy"
}

export interface PoliciesByDigest {
  /** Throws {@link JournalUnavailable} when it is not there, and {@link NewerPolicy}. */
  readonly policyOf: (digest: PolicyDigest) => Policy
  /** Throws what the schema says of a policy that could not be written. */
  readonly digestOf: (policy: Policy) => PolicyDigest
}

interface PolicyFiles extends PoliciesByDigest {
  /** Returns once the policy is durable. */
  readonly keep: (policy: Policy) => Effect.Effect<void, JournalUnavailable>
}

const encode = Schema.encodeSync(Policy)
const decode = Schema.decodeUnknownSync(Policy, { onExcessProperty: "error" })

const EXTENSION = ".json"

const textOf = (policy: Policy): string => JSON.stringify(encode(policy))
const digest = (text: string): PolicyDigest => PolicyDigest.make(sha256(text))

const POLICIES = "policies"
const placeOf = (fileName: string): string => `${POLICIES}/${fileName}`

const missing = (path: string) =>
  new JournalUnavailable({ path, reason: "the policy is missing, and episodes rest on it" })

const decodeText = (text: string): Policy => {
  const json: unknown = JSON.parse(text)
  try {
    return decode(json)
  } catch (cause) {
    throw new NewerPolicy(faultInWords(cause), { cause })
  }
}

/** The policy in a file of the folder; throws {@link JournalUnavailable} and {@link NewerPolicy}. */
export const policyIn = (directory: string, fileName: string, sealing: Sealing): readonly [PolicyDigest, Policy] => {
  const path = join(directory, POLICIES, fileName)
  const found = textAt(path)
  if (found === null) throw missing(path)
  try {
    const text = sealing.open(placeOf(fileName), found)
    if (`${sha256(text)}${EXTENSION}` === fileName) return [digest(text), decodeText(text)]
  } catch (cause) {
    if (cause instanceof NewerPolicy) throw cause
    throw unavailable(path, cause)
  }
  throw new JournalUnavailable({ path, reason: "the policy is not the one its name stands for: it was changed" })
}

/** The names of the policies' files; none when there is no such folder. */
const policyFileNames = (directory: string): ReadonlyArray<string> => {
  const folder = join(directory, POLICIES)
  return existsSync(folder) ? readdirSync(folder).filter(isDocumentName) : []
}

/** Policies to read by, without holding the directory. Each is read when it is first asked for. */
export const policiesToRead = (directory: string, sealing: Sealing): PoliciesByDigest => {
  const read = new Map<PolicyDigest, Policy>()
  // A policy from before says more once it is read: its file keeps the name it was written under.
  const digests = new WeakMap<Policy, PolicyDigest>()
  const policyOf = (digest: PolicyDigest): Policy => {
    const policy = read.get(digest) ?? policyIn(directory, `${digest}${EXTENSION}`, sealing)[1]
    read.set(digest, policy)
    digests.set(policy, digest)
    return policy
  }
  return { policyOf, digestOf: (policy) => digests.get(policy) ?? digest(textOf(policy)) }
}

export const openPolicyFiles = Effect.fnUntraced(function* (directory: LockedDirectory["Service"]) {
  const folder = join(directory.path, POLICIES)
  const pathOf = (digest: PolicyDigest) => join(folder, `${digest}${EXTENSION}`)
  const policies = new Map<PolicyDigest, Policy>()
  const digests = new WeakMap<Policy, PolicyDigest>()
  const newer = new Set<string>()

  const hold = (policy: Policy, digest: PolicyDigest): void => {
    policies.set(digest, policy)
    digests.set(policy, digest)
  }

  const onDisk = <A>(work: () => Promise<A>) =>
    Effect.tryPromise({ try: work, catch: (cause) => unavailable(folder, cause) })

  yield* onDisk(() => makeFolder(folder))
  yield* onDisk(() => clearLeftovers(folder))
  yield* Effect.try({
    try: () => {
      for (const fileName of policyFileNames(directory.path)) {
        try {
          const [digest, policy] = policyIn(directory.path, fileName, directory.sealing)
          hold(policy, digest)
        } catch (cause) {
          if (!(cause instanceof NewerPolicy)) throw cause
          newer.add(fileName)
        }
      }
    },
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
      if (newer.has(`${digest}${EXTENSION}`)) throw new NewerPolicy("a newer version wrote the policy")
      throw missing(pathOf(digest))
    },
    digestOf,
    keep: Effect.fnUntraced(function* (policy) {
      const digest = yield* Effect.try({
        try: () => digestOf(policy),
        catch: (cause) => unavailable(folder, cause)
      })
      if (policies.has(digest)) return
      const text = textOf(policy)
      const sealed = directory.sealing.seal(placeOf(`${digest}${EXTENSION}`), text)
      yield* directory.write(pathOf(digest), () => replaceFile(pathOf(digest), sealed))
      hold(decode(JSON.parse(text)), digest)
    })
  }
  return files
})
