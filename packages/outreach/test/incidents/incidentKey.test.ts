import { expect, it } from "vitest"
import { incidentKey, openIncidentOf, ringingKey } from "../../src/incidents/incidentKey.ts"

it("only the key of a message that an incident is open names that incident", () => {
  const key = incidentKey({ kind: "group-unreadable", place: "S01" })
  expect(key).toBe("incident:group-unreadable:S01")
  expect(openIncidentOf(`${key}:open`)).toBe(key)
  expect(openIncidentOf(`${key}:over`)).toBeUndefined()
  expect(openIncidentOf("card:episode-1:open")).toBeUndefined()
})

it("each of several messages that ring people about one incident names that incident", () => {
  const incident = { kind: "report-not-recorded", place: "somewhere" } as const
  expect(ringingKey(incident, 1)).not.toBe(ringingKey(incident, 2))
  expect(openIncidentOf(`${ringingKey(incident, 2_974_000)}:open`)).toBe(incidentKey(incident))
})
