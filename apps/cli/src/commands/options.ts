import { nations } from "@safe-return/domain/calendar"
import { Argument, Flag } from "effect/cli"

/** Options that several commands take. */
export const json = Flag.Boolean("json").pipe(
  Flag.withDescription("Print JSON and nothing else on standard output"),
  Flag.withoutNegation,
  Flag.withDefault(false)
)

export const nation = Flag.Literals("nation", nations).pipe(
  Flag.withDescription("Whose bank holidays are not working days (default: the policy's)"),
  Flag.optional
)

export const overridesFile = Flag.String("overrides").pipe(
  Flag.withDescription(
    "The council's own days, in its nation's calendar: NDJSON or .csv with date, change (add or strike), why, decidedBy, decidedOn"
  )
)

export const overrides = Flag.optional(overridesFile)

export const policy = Flag.String("policy").pipe(
  Flag.withDescription("The rules to work by: a policy file (JSON), or the name of a pack that comes with us"),
  Flag.withDefault("rotherham")
)

export const suppress = Flag.Boolean("suppress").pipe(
  Flag.withDescription(
    "Withhold counts of 1 to 4 and what would give them back (default but for json, whose figures are for those who may see the children's records)"
  ),
  Flag.optional
)

export const pack = (name: string) =>
  Argument.String(name).pipe(Argument.withDescription("A policy file (JSON), or the name of a pack that comes with us"))
