import type { CivilDay } from "@safe-return/domain/calendar"
import { isPackName } from "@safe-return/domain/policy"
import { isPackLike, noSuchPack, readPack, readPolicy } from "@safe-return/exchange/reading"
import { Effect } from "effect"
import { readText } from "./openFile.ts"

/** A policy file checked, with what in it nobody has confirmed; or every field that is wrong, by its path. */
const checkFile = Effect.fn("checkFile")(function* (name: string, today?: CivilDay) {
  const { file, text } = yield* Effect.mapError(readText(name), (error) =>
    isPackLike(name) ? noSuchPack(name) : error
  )
  return yield* Effect.fromResult(readPolicy(file, text, today))
})

/** The pack of that name that comes with us, or else the policy file, checked; its sources only where a day is given. */
export const checkedPolicy = (name: string, today?: CivilDay) =>
  isPackName(name) ? Effect.fromResult(readPack(name, today)) : checkFile(name, today)

export const choosePolicy = (name: string) => Effect.map(checkedPolicy(name), ({ policy }) => policy)
