import { expect, it } from "vitest"
import { permissions, rolesAllowed, rolesOnKept, roleWords } from "../src/roles.ts"
import { eitherOfRoles, opening, whoMay, whoMayWhereKept } from "../src/rolesInWords.ts"
import { alsoDeciding, decidingRoles } from "../src/triggerOwners.ts"

it("a sentence names every role that may do something, and no other", () => {
  for (const permission of permissions) {
    const named = Object.entries(roleWords).filter(([, words]) => whoMay(permission).includes(words))
    expect(new Set(named.map(([role]) => role))).toEqual(new Set(rolesAllowed(permission)))
    for (const role of rolesOnKept(permission)) expect(whoMayWhereKept(permission)).toContain(roleWords[role])
  }
})

it("roles are named as people speak of them", () => {
  expect(whoMay("assign-interview")).toBe("a Missing Co-ordinator or team manager")
  expect(opening(whoMay("cancel-episode"))).toBe("The MASH, a Missing Co-ordinator or a team manager")
  expect(whoMayWhereKept("decide-on-quiet-trigger")).toBe("a team manager or head of service")
  expect(eitherOfRoles(["mash", "out-of-hours-duty"])).toBe("the MASH or an out-of-hours duty worker")
})

it("who decides is said alike of what is posted and of what is not, the head included", () => {
  const posted = { owner: "Allocated worker", mayGoToChat: true }
  const quiet = { owner: "Allocated worker", mayGoToChat: false }
  expect([decidingRoles(posted, true), decidingRoles(quiet, true)]).toEqual([["team-manager"], ["team-manager"]])
  expect(decidingRoles({ ...posted, owner: "Missing Co-ordinator" }, true)).toEqual(["missing-coordinator"])
  expect(decidingRoles(quiet, false)).toEqual(["mash", "missing-coordinator"])
  // A policy may name a role that may not decide: it is not said to.
  expect(decidingRoles({ ...posted, owner: "Head of service" }, true)).toEqual(["team-manager"])
  expect(alsoDeciding).toEqual(["head-of-service"])
})
