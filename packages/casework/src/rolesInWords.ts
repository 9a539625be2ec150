/** Roles as a sentence names them, so that who may do something is said from what lets them. */
import { type Permission, type Role, rolesAllowed, rolesOnKept, roleWords } from "./roles.ts"

const either = new Intl.ListFormat("en-GB", { style: "long", type: "disjunction" })

const articleOf = (role: Role): string => {
  if (role === "mash") return "the"
  return /^[aeiou]/i.test(roleWords[role]) ? "an" : "a"
}

const withArticle = (role: Role): string => `${articleOf(role)} ${roleWords[role]}`

/** `a Missing Co-ordinator or team manager`, and of more than two each with its article. */
export const eitherOfRoles = (roles: ReadonlyArray<Role>): string => {
  const [first, second, ...more] = roles
  const isPair = first !== undefined && second !== undefined && more.length === 0
  return isPair && articleOf(first) === articleOf(second)
    ? `${withArticle(first)} or ${roleWords[second]}`
    : either.format(roles.map(withArticle))
}

/** Who may do it on every case. */
export const whoMay = (permission: Permission): string => eitherOfRoles(rolesAllowed(permission))

/** The same, where a person was left out of what an interview brought out. */
export const whoMayWhereKept = (permission: Permission): string =>
  eitherOfRoles([...rolesAllowed(permission), ...rolesOnKept(permission)])

/** The same, where a sentence begins with it. */
export const opening = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
