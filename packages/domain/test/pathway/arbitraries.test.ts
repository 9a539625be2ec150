import { Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PathwayEvent } from "../../src/pathway/index.ts"
import * as refusals from "../../src/pathway/refusals.ts"
import { streams } from "./arbitraries.ts"
import { histories } from "./histories.ts"

const eventTags = PathwayEvent.members.map((member) => member.fields._tag.schema.literal).sort()

describe("the made-up histories", () => {
  const sample = fc.sample(histories, { numRuns: 6_000, seed: 20_261_116 })
  const turns = sample.flatMap((history) => history.turns)

  it("come to every kind of event, so that no property holds for want of a case", () => {
    expect([...new Set(sample.flatMap(({ recorded }) => recorded.map(({ event }) => event._tag)))].sort()).toEqual(
      eventTags
    )
  })

  it("come to every kind of refusal", () => {
    const met = new Set(turns.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal._tag])))
    expect([...met].sort()).toEqual(Object.keys(refusals).sort())
  })
})

it("the made-up streams hold every kind of event, each as the journal would", () => {
  const sample = fc.sample(streams, { numRuns: 100, seed: 20_261_116 }).flat()
  expect([...new Set(sample.map(({ event }) => event._tag))].sort()).toEqual(eventTags)
  for (const { event } of sample) expect(Schema.is(PathwayEvent)(event)).toBe(true)
})
