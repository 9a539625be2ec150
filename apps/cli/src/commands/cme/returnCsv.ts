import {
  type CensusReturn,
  publishedLinesOf,
  roundedLinesOf,
  suppressCensusReturn
} from "@safe-return/domain/education"
import { badInput, writeCensusReturn } from "@safe-return/exchange"
import { Effect, Option, Stream } from "effect"
import { Flag } from "effect/cli"

const NEW_CODE = /^E0[6-9]\d{6}$/
const OLD_CODE = /^\d{3}$/

/** What only the CSV takes. */
export const csvFlags = {
  rounded: Flag.Boolean("rounded").pipe(
    Flag.withDescription("For csv: to the nearest 10, as DfE publishes councils' counts, low for 1 to 4"),
    Flag.withoutNegation,
    Flag.withDefault(false)
  ),
  laCode: Flag.String("la-code").pipe(
    Flag.withDescription("For csv: the council's code, such as E08000018 (new_la_code); blank without it"),
    Flag.optional
  ),
  oldLaCode: Flag.String("old-la-code").pipe(
    Flag.withDescription("For csv: the council's code of three digits, such as 372 (old_la_code); blank without it"),
    Flag.optional
  ),
  laName: Flag.String("la-name").pipe(
    Flag.withDescription("For csv: the council's name, such as Rotherham (la_name); blank without it"),
    Flag.optional
  )
}

interface CsvOptions {
  readonly rounded: boolean
  readonly laCode: Option.Option<string>
  readonly oldLaCode: Option.Option<string>
  readonly laName: Option.Option<string>
}

const wrong = (field: string, message: string) => badInput({ field, message })

/** Fails for what cannot be meant: an option of the CSV for another format, or a code of another form. */
export const checkCsvOptions = Effect.fn("checkCsvOptions")(function* (
  given: CsvOptions & { readonly suppress: Option.Option<boolean> },
  isCsv: boolean
) {
  const named = [
    ...(given.rounded ? ["--rounded"] : []),
    ...(Option.isSome(given.laCode) ? ["--la-code"] : []),
    ...(Option.isSome(given.oldLaCode) ? ["--old-la-code"] : []),
    ...(Option.isSome(given.laName) ? ["--la-name"] : [])
  ]
  const [first] = named
  if (!isCsv && first !== undefined) return yield* wrong(first, "This is for --format csv. Give both, or neither.")
  if (given.rounded && Option.isSome(given.suppress)) {
    return yield* wrong(
      "--rounded",
      "Rounding withholds small counts in DfE's own way. Leave out --suppress and --no-suppress."
    )
  }
  if (Option.exists(given.laCode, (code) => !NEW_CODE.test(code))) {
    return yield* wrong("--la-code", "This is not a council's code. Write it as E08000018.")
  }
  if (Option.exists(given.oldLaCode, (code) => !OLD_CODE.test(code))) {
    return yield* wrong("--old-la-code", "This is not a code of three digits. Write it as 372.")
  }
})

/** A return in the columns of DfE's published table. */
export const returnCsv = (census: CensusReturn, given: CsvOptions, isSuppressed: boolean) => {
  const shown = isSuppressed ? suppressCensusReturn(census) : census
  const lines = given.rounded ? roundedLinesOf(census) : publishedLinesOf(shown)
  const [oldCode, newCode, name] = [given.oldLaCode, given.laCode, given.laName].map(Option.getOrElse(() => ""))
  return Stream.mkString(
    writeCensusReturn(lines, {
      censusDay: census.censusDay,
      authority: { oldCode: oldCode ?? "", newCode: newCode ?? "", name: name ?? "" }
    })
  )
}
