/** What was done in a workspace since it was opened, kept as the steps of a scenario. */

import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { Result } from "effect"
import type { Opening } from "../workspace/openingCaseload.ts"
import type { PersonaKey } from "./cast.ts"
import { byHand } from "./inWords.ts"
import { NotAScenario, scenarioFrom } from "./parseScenario.ts"
import { type Does, FORMAT, type Scenario, type Step, VERSION } from "./Scenario.ts"
import { writtenTime } from "./when.ts"

const MINUTE_MS = 60_000

/** Scenarios tell time by the minute. */
const minuteOf = (moment: Instant): Instant => Instant(Math.floor(moment / MINUTE_MS) * MINUTE_MS)

export class Recording {
  readonly #opening: Opening
  readonly #isWhole: boolean
  readonly #steps: Array<Step> = []
  #last: Instant

  /** @param isWhole false when something was done in the workspace before this process took it up. */
  constructor(opening: Opening, isWhole: boolean) {
    this.#opening = opening
    this.#isWhole = isWhole
    this.#last = minuteOf(opening.at)
  }

  /** A person did something, or time was moved; `told` where it was a step of a scenario. */
  add(now: Instant, who: PersonaKey, does: Does | undefined, told?: Pick<Step, "tell" | "sees">): void {
    const minute = minuteOf(now)
    const at = minute > this.#last ? { at: writtenTime(minute) } : {}
    if (does === undefined && told === undefined && minute === this.#last) return
    this.#last = minute
    const step = { ...at, who, ...definedFields({ does }), sees: told?.sees ?? [] }
    this.#steps.push({ ...step, tell: told?.tell ?? byHand({ ...step, tell: "" }) })
  }

  /** As a scenario, checked like one from a file: only made-up children can be in it. */
  scenario(): Result.Result<Scenario, NotAScenario> {
    if (!this.#isWhole) {
      return Result.fail(
        new NotAScenario({
          faults: [
            "The training server was started again since this workspace was opened, and what came before is not recorded. Reset the workspace first"
          ]
        })
      )
    }
    if (this.#steps.length === 0) return Result.fail(new NotAScenario({ faults: ["Nothing was done here yet"] }))
    return scenarioFrom({
      format: FORMAT,
      version: VERSION,
      id: "what-was-done",
      title: "What was done in a training workspace",
      why: "Recorded in training. Say here what it shows, and add to each step what must be seen after it.",
      opensAt: writtenTime(this.#opening.at),
      caseload: this.#opening.caseload,
      steps: this.#steps
    })
  }
}
