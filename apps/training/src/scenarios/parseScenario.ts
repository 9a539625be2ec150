/** Reads a scenario from a file's text, strictly, naming everything that is wrong with it at once. */
import { schemaFaultsIn } from "@safe-return/wording/schemaFaults"
import { Result, Schema } from "effect"
import { doesShapes, FORMAT, notifyShapes, Scenario, seesShapes, VERSION } from "./Scenario.ts"

/** The file is not a scenario that can be played; nothing was opened. */
export class NotAScenario extends Schema.TaggedError<NotAScenario>()("NotAScenario", {
  faults: Schema.Array(Schema.String)
}) {
  override get message() {
    return `This file is not a scenario that can be played. ${this.faults.join(". ")}.`
  }
}

const wrongIn = schemaFaultsIn({
  missing: "This must be given",
  unexpected: "There is no such field here: check its spelling"
})

const fieldAt = (path: ReadonlyArray<string | number>): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "")

interface ScenarioFault {
  readonly field: string
  readonly message: string
}

type Shapes = Readonly<Record<string, Schema.ConstraintDecoder<unknown>>>

/** Strict, so that a misspelt field is refused and not ignored in silence. */
const strictly = { errors: "all", onExcessProperty: "error" } as const

const faultsIn = (
  schema: Schema.ConstraintDecoder<unknown>,
  value: unknown,
  at: string
): ReadonlyArray<ScenarioFault> =>
  Result.match(Schema.decodeUnknownResult(schema, strictly)(value), {
    onSuccess: () => [],
    onFailure: ({ issue }) => wrongIn(issue).map(({ path, message }) => ({ field: joined(at, fieldAt(path)), message }))
  })

const joined = (at: string, field: string): string =>
  at === "" || field === "" || field.startsWith("[") ? `${at}${field}` : `${at}.${field}`

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The faults of the one shape that was meant: against all of them at once, nobody would find theirs. */
const faultsOfShape = (
  shapes: Shapes,
  kind: string | undefined,
  value: unknown,
  at: string
): ReadonlyArray<ScenarioFault> => {
  const shape = kind === undefined ? undefined : shapes[kind]
  if (shape === undefined) return [{ field: at, message: `This is one of: ${Object.keys(shapes).join(", ")}` }]
  if (kind !== "notify" || !isObject(value)) return faultsIn(shape, value, at)
  const { notify } = value
  const notifyKind = isObject(notify) && typeof notify["kind"] === "string" ? notify["kind"] : undefined
  return faultsOfShape(notifyShapes, notifyKind, notify, `${at}.notify`)
}

const firstWord = (shapes: Shapes, value: unknown): string | undefined =>
  isObject(value) ? Object.keys(shapes).find((kind) => kind in value) : undefined

const faultsOfStep = (step: unknown, at: string): ReadonlyArray<ScenarioFault> => {
  if (!isObject(step)) return []
  const { does, sees } = step
  const looked = Array.isArray(sees) ? sees : []
  return [
    ...(does === undefined ? [] : faultsOfShape(doesShapes, firstWord(doesShapes, does), does, `${at}.does`)),
    ...looked.flatMap((each, index) =>
      faultsOfShape(seesShapes, firstWord(seesShapes, each), each, `${at}.sees[${index}]`)
    )
  ]
}

/** What a step does and sees has many shapes; their faults are looked for one by one. */
const IN_A_SHAPE = /^steps\[\d+\]\.(does|sees\[\d+\])/

/** Shown at most: a file of another kind entirely would otherwise fill the screen. */
const FAULTS_SHOWN = 8

const faultsOf = (value: unknown): ReadonlyArray<string> => {
  const steps = isObject(value) && Array.isArray(value["steps"]) ? value["steps"] : []
  const faults = [
    ...faultsIn(Scenario, value, "").filter(({ field }) => !IN_A_SHAPE.test(field)),
    ...steps.flatMap((step, index) => faultsOfStep(step, `steps[${index}]`))
  ].map(({ field, message }) => (field === "" ? message : `${field}: ${message}`))
  const more = faults.length - FAULTS_SHOWN
  return more > 0 ? [...faults.slice(0, FAULTS_SHOWN), `And ${more} more`] : faults
}

const decode = Schema.decodeUnknownResult(Scenario, strictly)

const jsonIn = (text: string): Result.Result<unknown, NotAScenario> =>
  Result.try({
    try: (): unknown => JSON.parse(text),
    catch: (cause) => new NotAScenario({ faults: [`It is not JSON: ${(cause as Error).message}`] })
  })

const marked = (value: unknown): Result.Result<unknown, NotAScenario> => {
  const { format, version } = (value ?? {}) as { readonly format?: unknown; readonly version?: unknown }
  if (format !== FORMAT) {
    return Result.fail(new NotAScenario({ faults: [`A scenario begins with "format": "${FORMAT}"`] }))
  }
  return version === VERSION
    ? Result.succeed(value)
    : Result.fail(
        new NotAScenario({ faults: [`It is of version ${String(version)}; version ${VERSION} is played here`] })
      )
}

export const scenarioFrom = (value: unknown): Result.Result<Scenario, NotAScenario> =>
  Result.flatMap(marked(value), (known) =>
    Result.mapError(decode(known), () => new NotAScenario({ faults: faultsOf(known) }))
  )

export const parseScenario = (text: string): Result.Result<Scenario, NotAScenario> =>
  Result.flatMap(jsonIn(text), scenarioFrom)

/** As it stands in a file. */
export const formatScenario = (scenario: Scenario): string => `${JSON.stringify(scenario, null, 2)}\n`
