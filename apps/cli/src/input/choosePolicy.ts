import type { CivilDay } from "@safe-return/domain/calendar"
import { checkPolicy, isPackName, packs } from "@safe-return/domain/policy"
import { BadInput, badInput, type Fault, parseJson } from "@safe-return/exchange/reading"
import { Effect, Result } from "effect"
import { readText } from "./openFile.ts"

const policyFaults = (file: string, input: unknown, today?: CivilDay) =>
  Result.mapError(checkPolicy(input, today), (faults) => {
    const [first, ...rest] = faults.map(
      ({ field, message }): Fault => ({ file, ...(field === "" ? {} : { field }), message: `${message}.` })
    )
    return new BadInput({ faults: [first ?? { file, message: "This is no policy." }, ...rest] })
  })

/** A name with neither a folder nor an ending means a pack. */
const isPackLike = (name: string): boolean => /^\w[\w-]*$/.test(name)

const noSuchPack = (name: string) =>
  badInput({
    field: name,
    message: `There is no such policy pack, and no policy file of this name can be read. The packs are ${Object.keys(packs).join(", ")}.`
  })

/** A policy file checked, with what in it nobody has confirmed; or every field that is wrong, by its path. */
const checkFile = Effect.fn("checkFile")(function* (name: string, today?: CivilDay) {
  const { file, text } = yield* Effect.mapError(readText(name), (error) =>
    isPackLike(name) ? noSuchPack(name) : error
  )
  const parsed = parseJson(file, text)
  if (Result.isFailure(parsed)) return yield* new BadInput({ faults: [parsed.failure] })
  return yield* Effect.fromResult(policyFaults(file, parsed.success, today))
})

/** The pack of that name that comes with us, or else the policy file, checked; its sources only where a day is given. */
export const checkedPolicy = (name: string, today?: CivilDay) =>
  isPackName(name) ? Effect.fromResult(policyFaults(name, packs[name], today)) : checkFile(name, today)

export const choosePolicy = (name: string) => Effect.map(checkedPolicy(name), ({ policy }) => policy)
