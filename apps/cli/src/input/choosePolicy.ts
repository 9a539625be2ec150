import { checkPolicy, isPackName, packs } from "@safe-return/domain/policy"
import { BadInput, badInput, type Fault, parseJson } from "@safe-return/exchange"
import { Effect, Result } from "effect"
import { readText } from "./openFile.ts"

const policyFaults = (file: string, input: unknown) =>
  Result.mapError(checkPolicy(input), (faults) => {
    const [first, ...rest] = faults.map(
      ({ field, message }): Fault => ({ file, ...(field === "" ? {} : { field }), message: `${message}.` })
    )
    return new BadInput({ faults: [first ?? { file, message: "This is no policy." }, ...rest] })
  })

/** Somebody who names neither a folder nor an ending meant a pack. */
const isPackLike = (name: string): boolean => /^\w[\w-]*$/.test(name)

const noSuchPack = (name: string) =>
  badInput({
    field: name,
    message: `There is no such policy pack, and no policy file of this name can be read. The packs are ${Object.keys(packs).join(", ")}.`
  })

/** A policy file checked, with what in it nobody has confirmed; or every field that is wrong, by its path. */
const checkFile = Effect.fn("checkFile")(function* (name: string) {
  const { file, text } = yield* Effect.mapError(readText(name), (error) =>
    isPackLike(name) ? noSuchPack(name) : error
  )
  const parsed = parseJson(file, text)
  if (Result.isFailure(parsed)) return yield* new BadInput({ faults: [parsed.failure] })
  return yield* Effect.fromResult(policyFaults(file, parsed.success))
})

/** The pack of that name that comes with us, or else the policy file, checked. */
export const checkedPolicy = (name: string) =>
  isPackName(name) ? Effect.fromResult(policyFaults(name, packs[name])) : checkFile(name)

export const choosePolicy = (name: string) => Effect.map(checkedPolicy(name), ({ policy }) => policy)
