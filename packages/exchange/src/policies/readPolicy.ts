/** A council's policy from a file or from the packs that come with the library, with every fault where it stands. */
import type { CivilDay } from "@safe-return/domain/calendar"
import { type CheckedPolicy, checkPolicy, type PackName, type PolicyFault, packs } from "@safe-return/domain/policy"
import { Result } from "effect"
import { BadInput, badInput, type FileFault } from "../badInput.ts"
import { fieldLines } from "../text/fieldLine.ts"
import { parseJson } from "../text/json.ts"

const inFile = (file: string, faults: ReadonlyArray<PolicyFault>, lineOf?: (field: string) => number): BadInput => {
  const [first, ...rest] = faults.map(
    ({ field, message }): FileFault => ({
      file,
      ...(lineOf === undefined ? {} : { line: lineOf(field) }),
      ...(field === "" ? {} : { field }),
      message: `${message}.`
    })
  )
  return new BadInput({ faults: [first ?? { file, message: "This is no policy." }, ...rest] })
}

/** The policy in the text of a file, checked, its sources too where a day is given; or every fault with its line. */
export const readPolicy = (file: string, text: string, today?: CivilDay): Result.Result<CheckedPolicy, BadInput> => {
  const parsed = parseJson(file, text.replace(/^\uFEFF/, ""))
  if (Result.isFailure(parsed)) return Result.fail(new BadInput({ faults: [parsed.failure] }))
  return Result.mapError(checkPolicy(parsed.success, today), (faults) => inFile(file, faults, fieldLines(text)))
}

/** The pack of that name, checked as a file would be. */
export const readPack = (name: PackName, today?: CivilDay): Result.Result<CheckedPolicy, BadInput> =>
  Result.mapError(checkPolicy(packs[name], today), (faults) => inFile(name, faults))

/** A name with neither a folder nor an ending means a pack. */
export const isPackLike = (name: string): boolean => /^\w[\w-]*$/.test(name)

const WHICH = `The packs are ${Object.keys(packs).join(", ")}.`

/** What is said of a name that is meant as a pack, and is none. */
export const noSuchPack = (field?: string): BadInput =>
  badInput({
    ...(field === undefined ? {} : { field }),
    message: `There is no such policy pack, and no policy file of this name can be read. ${WHICH}`
  })
