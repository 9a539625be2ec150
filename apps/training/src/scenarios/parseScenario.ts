/** Reads a scenario from a file's text, strictly, naming everything that is wrong with it at once. */
import { Result, Schema, SchemaIssue } from "effect"
import { FORMAT, Scenario, VERSION } from "./Scenario.ts"

/** The file is not a scenario that can be played; nothing was opened. */
export class NotAScenario extends Schema.TaggedError<NotAScenario>()("NotAScenario", {
  faults: Schema.Array(Schema.String)
}) {
  override get message() {
    return `This file is not a scenario that can be played. ${this.faults.join(". ")}.`
  }
}

/** What a step does and sees has many shapes, told apart by the words they begin with. */
const beginnings: ReadonlyArray<readonly [RegExp, string]> = [
  [/\.does$/, "Say what is done with one of: notify, type, click, fill with press, shortcut, close, slack"],
  [
    /\.sees\[\d+\]$/,
    "Say what is seen with one of: card, thread, channel or direct with says, reply, form, noForm, field with error, home with says, intake, nothing"
  ],
  [/\.notify$/, "The kind is one of missing, found, returned, cancelled, with what belongs to it"]
]

const listIssues = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: (issue) => {
    if (issue._tag === "MissingKey") return "This must be given"
    if (issue._tag === "UnexpectedKey") return "There is no such field here: check its spelling"
    return SchemaIssue.defaultLeafHook(issue)
  }
})

const fieldOf = (path: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> = []): string =>
  path
    .map((part) => (typeof part === "object" ? part.key : part))
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "")

/** Shown at most: a file of another kind entirely would otherwise fill the screen. */
const FAULTS_SHOWN = 8

const faultsOf = (issue: SchemaIssue.Issue): ReadonlyArray<string> => {
  const faults = listIssues(issue).issues.map(({ path, message }) => {
    const field = fieldOf(path)
    const shape = message.startsWith("Expected {") ? beginnings.find(([ends]) => ends.test(field))?.[1] : undefined
    return `${field === "" ? "" : `${field}: `}${shape ?? message}`
  })
  const more = faults.length - FAULTS_SHOWN
  return more > 0 ? [...faults.slice(0, FAULTS_SHOWN), `And ${more} more`] : faults
}

const decode = Schema.decodeUnknownResult(Scenario, { errors: "all", onExcessProperty: "error" })

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
    Result.mapError(decode(known), ({ issue }) => new NotAScenario({ faults: faultsOf(issue) }))
  )

export const parseScenario = (text: string): Result.Result<Scenario, NotAScenario> =>
  Result.flatMap(jsonIn(text), scenarioFrom)

/** As it stands in a file. */
export const formatScenario = (scenario: Scenario): string => `${JSON.stringify(scenario, null, 2)}\n`
