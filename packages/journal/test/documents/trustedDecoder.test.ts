import { describe, expect, it } from "@effect/vitest"
import { CivilDayFromIso, InstantFromIso } from "@safe-return/domain/calendar"
import { Option, Schema } from "effect"
import fc from "fast-check"
import { trustedDecoder } from "../../src/documents/trustedDecoder.ts"
import { StoredEvent } from "../../src/lowdb/storedEvent.ts"
import { StoredDelivery } from "../../src/storedDelivery.ts"

/** Any value the schema can decode, as JSON: built from the schema, so that a new kind of event is among them. */
const encodedOf = (ast: Schema.Top["ast"]): fc.Arbitrary<unknown> => {
  if (ast.encoding?.[0]?.transformation === CivilDayFromIso.ast.encoding?.[0]?.transformation) {
    return fc.constantFrom("2026-12-24", "2012-02-29", "1999-12-31")
  }
  if (ast.encoding?.[0]?.transformation === InstantFromIso.ast.encoding?.[0]?.transformation) {
    return fc.constantFrom(
      "2026-11-20T18:00:00.000Z",
      "0001-01-01T00:00:00.000Z",
      "9999-12-31T23:59:59.999Z",
      "2026-07-01T18:00:00+01:00",
      "2026-11-20T18:00:00Z"
    )
  }
  switch (ast._tag) {
    case "Literal":
      return fc.constant(ast.literal)
    case "Boolean":
      return fc.boolean()
    case "Number":
      return fc.integer({ min: 1, max: 20 })
    case "String":
    case "TemplateLiteral":
      return fc.constantFrom(
        "LCS-1",
        "SYP-2026-0001234",
        "Sheffield City Council",
        "n5jbIPZJm2QNuoc4Y2TLsshX_GYJXqI0h_qkw1H47rM",
        "a"
      )
    case "Union":
      return fc.oneof(...ast.types.map(encodedOf))
    case "Arrays":
      return fc
        .tuple(
          fc.tuple(...ast.elements.map(encodedOf)),
          fc.array(ast.rest[0] ? encodedOf(ast.rest[0]) : fc.nat(), { maxLength: ast.rest[0] ? 3 : 0 })
        )
        .map(([first, rest]) => [...first, ...rest])
    case "Objects": {
      const fields = ast.propertySignatures.map(({ name, type }) => [String(name), encodedOf(type)] as const)
      const required = ast.propertySignatures.filter(({ type }) => type.context?.isOptional !== true)
      return fc.record(Object.fromEntries(fields), {
        requiredKeys: required.map(({ name }) => String(name)),
        noNullPrototype: true
      })
    }
    default:
      throw new Error(`no sample for ${ast._tag}`)
  }
}

const kinds = StoredEvent.fields.event.ast
const eventsOf = (ast: Schema.Top["ast"]): ReadonlyArray<Schema.Top["ast"]> => (ast._tag === "Union" ? ast.types : [])

describe("decoding on trust", () => {
  const trusted = trustedDecoder(StoredEvent)
  const strict = Schema.decodeUnknownOption(StoredEvent, { onExcessProperty: "error" })
  const recorded = (event: unknown) => ({ recordedAt: "2026-11-20T18:00:00.000Z", recordedBy: "UMADEUP1", event })

  it("gives the schema's own answer for every kind of event", () => {
    const everyKind = eventsOf(kinds)
    expect(everyKind.length).toBeGreaterThan(25)
    for (const kind of everyKind) {
      let decoded = 0
      fc.assert(
        fc.property(encodedOf(kind), (event) => {
          const expected = strict(structuredClone(recorded(event)))
          if (Option.isNone(expected)) return
          decoded += 1
          expect(trusted(structuredClone(recorded(event)))).toEqual(expected)
        }),
        { numRuns: 60, seed: 7 }
      )
      expect(decoded, JSON.stringify(kind)).toBeGreaterThan(0)
    }
  })

  it("gives the schema's own answer for every kind of delivery", () => {
    const [ours, schemas] = [trustedDecoder(StoredDelivery), Schema.decodeUnknownSync(StoredDelivery)]
    fc.assert(
      fc.property(encodedOf(StoredDelivery.ast), (delivery) => {
        expect(Option.getOrThrow(ours(structuredClone(delivery)))).toEqual(schemas(delivery))
      })
    )
  })

  it.each([
    ["a kind of event", { _tag: "ChildLost", episodeId: "E1", foundAt: "2026-11-20T18:00:00.000Z" }],
    ["a key", { _tag: "ChildFound", episodeId: "E1", foundAt: "2026-11-20T18:00:00.000Z", later: 1 }],
    ["a key's absence", { _tag: "ChildFound", episodeId: "E1" }],
    ["a time", { _tag: "ChildFound", episodeId: "E1", foundAt: "2026-11-20T18:00:00" }],
    ["a list", { _tag: "InterviewExtended", interviewId: "i-1", episodeIds: {} }],
    ["an empty list", { _tag: "InterviewExtended", interviewId: "i-1", episodeIds: [] }],
    ["a word", { _tag: "EpisodeUpdated", episodeId: "E1", risk: "towering" }]
  ])("leaves %s it does not know to the schema", (_what, event) => {
    expect(Option.isNone(trusted(recorded(event)))).toBe(true)
    expect(Option.isNone(strict(recorded(event)))).toBe(true)
  })
})
