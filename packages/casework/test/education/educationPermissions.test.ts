import { CmeCommand } from "@safe-return/domain/education"
import { expect, it } from "vitest"
import { educationPermissions, permissions, Role, reachOf } from "../../src/index.ts"

const ofEducation: ReadonlySet<string> = new Set([
  ...Object.values(educationPermissions),
  "see-education-cases",
  "see-census-return"
])

it("nobody of the pathway sees or records an education case by that, nor the other way round", () => {
  for (const role of Role.literals) {
    // The Home shows each what their role lets them see.
    const may = permissions.filter(
      (permission) => permission !== "open-home" && reachOf(new Set([role]), permission) !== "none"
    )
    const education = may.filter((permission) => ofEducation.has(permission))
    expect([role, [0, may.length].includes(education.length)]).toEqual([role, true])
  }
  const see = Role.literals.filter((role) => reachOf(new Set([role]), "see-education-cases") !== "none")
  expect(see).toEqual(["education-officer", "attendance", "admissions", "education-manager"])
})

it("every command about a child missing education has a permission", () => {
  const commands = CmeCommand.members.map(({ fields }) => fields._tag.schema.literal)
  expect(Object.keys(educationPermissions)).toEqual(commands)
})
