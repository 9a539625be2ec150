/** What a stranger writes who has only the packed package: two programs, and the settings of their compiler. */

export const modules = ["node16", "nodenext", "bundler"] as const
type Module = (typeof modules)[number]

export const compilerOptions = (module: Module) => ({
  compilerOptions: {
    target: "es2022",
    module: module === "bundler" ? "esnext" : module,
    moduleResolution: module,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
    lib: ["es2023", "dom"],
    skipLibCheck: true
  },
  files: module === "nodenext" ? ["stranger.mts", "stranger.cts"] : ["stranger.mts"]
})

/** Of the root, a room and the simple entry, with the types that each gives. */
export const program = `import { type Clocks, clocksFor, decideUnknown, emptyChildState, formatInstant, rotherham, utc } from "@safe-return/domain"
import { type Command, type Refusal, possibleRefusals } from "@safe-return/domain/pathway"
import { deadlines } from "@safe-return/domain/simple"
import * as Result from "effect/Result"

const clocks: Clocks = Result.getOrThrow(clocksFor(utc(2026, 12, 23, 20), rotherham))
console.log(formatInstant(clocks.elapsedClock.dueAt))

const command: Command["_tag"] = "RecordReturned"
const decision = decideUnknown(emptyChildState, { _tag: command, episodeId: "e", returnedAt: "2026-12-23T20:00:00Z" }, { now: utc(2026, 12, 24) })
const refused: Refusal["_tag"] | "InvalidCommand" | undefined = Result.isFailure(decision) ? decision.failure._tag : undefined
console.log(refused, possibleRefusals(command).includes("AlreadyReturned"))

const answer = deadlines({ returnedAt: "2026-12-23T20:00:00Z", policy: "rotherham" })
console.log(answer.ok ? answer.workingDayClock.dueDay : answer.faults)

// @ts-expect-error a Date is no time here
clocksFor(new Date(), rotherham)
`

/** The same in CommonJS: effect is ES modules alone, which Node lets \`require\` take from 20.19. */
export const commonJs = `const { clocksFor, formatInstant, rotherham, utc } = require("@safe-return/domain")
const { deadlines } = require("@safe-return/domain/simple")
console.log(formatInstant(clocksFor(utc(2026, 12, 23, 20), rotherham).success.elapsedClock.dueAt))
console.log(deadlines({ returnedAt: "2026-12-23T20:00:00Z", policy: "rotherham" }).workingDayClock.dueDay)
`

/** CommonJS with types, which only nodenext lets take ES modules. */
export const typedCommonJs = `import { type Clocks, clocksFor, rotherham, utc } from "@safe-return/domain"
import { Result } from "effect"

export const clocks: Clocks = Result.getOrThrow(clocksFor(utc(2026, 12, 23, 20), rotherham))
`

/** The program without its types, for a Node that strips none. */
export const programWithoutTypes = program
  .replaceAll(/\btype \w+, /g, "")
  .replaceAll(/^const (\w+): [^=]+ = /gm, "const $1 = ")

export const printedByProgram = "2026-12-26T20:00:00.000Z\nUnknownEpisode true\n2026-12-30\n"
export const printedByCommonJs = "2026-12-26T20:00:00.000Z\n2026-12-30\n"
