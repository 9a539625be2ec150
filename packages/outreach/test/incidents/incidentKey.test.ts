import { expect, it } from "vitest"
import { incidentKey, openIncidentOf } from "../../src/incidents/incidentKey.ts"

it("only the key of a message that an incident is open names that incident", () => {
  const key = incidentKey({ kind: "group-unreadable", place: "S01" })
  expect(key).toBe("incident:group-unreadable:S01")
  expect(openIncidentOf(`${key}:open`)).toBe(key)
  expect(openIncidentOf(`${key}:over`)).toBeUndefined()
  expect(openIncidentOf("card:episode-1:open")).toBeUndefined()
})
