/** Which scenarios to walk so that every kind of deed is done, without walking them all. */
import type { Scenario, Step } from "../../src/scenarios/Scenario.ts"

/** What a hand has to do differently in the page. */
const kindOf = ({ does }: Step): string => {
  if (does === undefined) return "only look"
  if ("notify" in does) return `notify ${does.notify.kind}`
  if ("click" in does) return `click ${does.on ?? "card"}`
  return Object.keys(does)[0] ?? ""
}

export const deedsOf = (scenarios: ReadonlyArray<Scenario>): ReadonlySet<string> =>
  new Set(scenarios.flatMap(({ steps }) => steps.map(kindOf)))

/** The shortest scenarios, each of which adds a deed that those before it lack. */
export const scenariosWithEveryDeed = (scenarios: ReadonlyArray<Scenario>): ReadonlyArray<Scenario> => {
  const chosen: Array<Scenario> = []
  for (;;) {
    const done = deedsOf(chosen)
    const added = (scenario: Scenario) =>
      [...deedsOf([scenario])].filter((deed) => !done.has(deed)).length / scenario.steps.length
    const [best] = scenarios.toSorted((one, other) => added(other) - added(one))
    if (best === undefined || added(best) === 0) return chosen
    chosen.push(best)
  }
}
