/** Roles as a sentence names them, so that who may do something is said from what lets them. */
import { type Permission, type Role, rolesAllowed, roleWords } from "./roles.ts"

const either = new Intl.ListFormat("en-GB", { style: "long", type: "disjunction" })

const withArticle = (role: Role): string => {
  const words = roleWords[role]
  if (role === "mash") return `the ${words}`
  return `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`
}

/** `the MASH, a Missing Co-ordinator or a team manager` */
export const eitherOfRoles = (roles: ReadonlyArray<Role>): string => either.format(roles.map(withArticle))

/** Who may do it on every case. */
export const whoMay = (permission: Permission): string => eitherOfRoles(rolesAllowed(permission))

/** The same, where a sentence begins with it. */
export const opening = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
