import type { AuditedAct } from "@safe-return/journal"
import { Role } from "@safe-return/settings"

export { Role }

const everyRoleOfThePathway = ["mash", "missing-coordinator", "team-manager", "worker", "interviewer"] as const
/** Told when nobody else has answered: they act on the alert, and what follows stays with the pathway. */
const whoAreTold = [...everyRoleOfThePathway, "head-of-service", "out-of-hours-duty"] as const
/** They answer for the whole pathway, on every case or none. */
const whoReadScorecards = ["missing-coordinator", "team-manager", "head-of-service"] as const
const whoRunThePathway = ["mash", "missing-coordinator", "team-manager"] as const

/** They see nothing of the pathway, and those of the pathway see no education case. */
const theEducationTeam = ["education-officer", "attendance", "admissions", "education-manager"] as const
/** They see of a child what is on record on any strand, and nothing else of either team's. */
const theInclusionPanel = ["inclusion-panel", "inclusion-lead"] as const
const whoDecideOnEducation = ["education-officer", "education-manager"] as const

/** What a person may do whatever the child; found and returned are everybody's, as a late word costs most. */
const onAnyCase = {
  "report-missing": [...everyRoleOfThePathway, "out-of-hours-duty"],
  "record-found-and-returned": whoAreTold,
  "acknowledge-alert": whoAreTold,
  "acknowledge-for-another": whoRunThePathway,
  "assign-interview": ["missing-coordinator", "team-manager"],
  "see-queue": whoAreTold,
  "see-cases": whoAreTold,
  "see-scorecard": whoReadScorecards,
  /** Small counts tell of a child, so they are for those who may see what is held of every child. */
  "see-whole-scorecard": ["missing-coordinator", "team-manager"],
  "record-find-me-plan": everyRoleOfThePathway,
  screen: whoRunThePathway,
  "close-episode": ["missing-coordinator", "team-manager"],
  "cancel-episode": whoRunThePathway,
  "record-death": whoRunThePathway,
  /** What was told meanwhile is acted on at once, so it is not for one person among many. */
  "take-back-death": ["team-manager"],
  "open-home": [...whoAreTold, "administrator", ...theEducationTeam, ...theInclusionPanel],
  "try-undelivered-again": ["team-manager", "administrator"],
  "keep-duty-rota": ["team-manager"],
  "answer-incident": [...whoRunThePathway, "out-of-hours-duty"],
  "set-allocated-worker": whoRunThePathway,
  "move-or-join-records": whoRunThePathway,
  "see-education-cases": theEducationTeam,
  "refer-pupil": theEducationTeam,
  "work-on-education-case": theEducationTeam,
  "decide-on-education-case": whoDecideOnEducation,
  "see-census-return": whoDecideOnEducation,
  "see-joined-up": theInclusionPanel,
  /** A wrong join shows one family's facts to another child's panel, so it is for fewer. */
  "link-references": ["inclusion-lead"]
} as const satisfies Readonly<Partial<Record<AuditedAct, ReadonlyArray<Role>>>>

interface Reaches {
  /** May do it on every case. */
  readonly any: ReadonlyArray<Role>
  /** May do it only on their own cases: a worker where they are the allocated worker. */
  readonly own: ReadonlyArray<Role>
  /** May do it on a case in which they were given an interview, as a known adult may be. */
  readonly given?: ReadonlyArray<Role>
  /** May do it where the child has no allocated worker, who else would. */
  readonly unallocated?: ReadonlyArray<Role>
  /** May do it where a person was left out of what an interview brought out, in their place. */
  readonly kept?: ReadonlyArray<Role>
}

/** A child may ask for any of them, who then does what an interviewer does. */
const everyInterviewer = ["mash", "head-of-service", "out-of-hours-duty", "interviewer", "worker"] as const

/** What some may do only on cases of their own. */
const onOwnCase = {
  "answer-considerations": {
    any: ["team-manager"],
    own: ["worker"],
    unallocated: ["mash", "missing-coordinator", "out-of-hours-duty"]
  },
  /** A policy may name the Missing Co-ordinator as the owner, as of an offer that was not made. */
  "decide-on-trigger": { any: ["missing-coordinator", "team-manager"], own: ["worker"], unallocated: ["mash"] },
  /** Of triggers that are never posted: a look at them is a look at what is held of the child. */
  "decide-on-quiet-trigger": {
    any: ["team-manager"],
    own: ["worker"],
    unallocated: ["mash", "missing-coordinator"],
    kept: ["head-of-service"]
  },
  "log-interview": { any: ["interviewer", "missing-coordinator", "team-manager"], own: [], given: everyInterviewer },
  "reveal-profile": { any: whoRunThePathway, own: ["worker"], given: everyInterviewer },
  "change-profile": { any: whoRunThePathway, own: ["worker"] },
  /** Of oneself, whatever one is to the pathway. */
  "change-availability": {
    any: ["missing-coordinator", "team-manager"],
    own: ["mash", "head-of-service", "out-of-hours-duty", "interviewer", "worker", "administrator"]
  },
  /** Those who assign it, and a person who cannot carry it out. */
  "take-off-interview": { any: ["missing-coordinator", "team-manager"], own: [], given: everyInterviewer },
  "correct-record": { any: whoRunThePathway, own: ["worker"], given: everyInterviewer },
  /** Not the allocated worker's, or one who was left out of an interview would be the only one refused. */
  "correct-interview": { any: whoRunThePathway, own: [], given: everyInterviewer }
} as const satisfies Readonly<Partial<Record<AuditedAct, Reaches>>>

export type AnyCasePermission = keyof typeof onAnyCase
type OwnCasePermission = keyof typeof onOwnCase

/** What a person may do; declared beside each handler. */
export type Permission = AnyCasePermission | OwnCasePermission

/** How far a permission goes: every case, or those with such a tie to the person. */
export type Reach = "any" | "own" | "given" | "unallocated" | "kept" | "none"

const isOnOwnCase = (permission: Permission): permission is OwnCasePermission => permission in onOwnCase

const reachesOf = (permission: Permission): Reaches =>
  isOnOwnCase(permission) ? onOwnCase[permission] : { any: onAnyCase[permission], own: [] }

export const permissions = Object.keys({ ...onAnyCase, ...onOwnCase }) as ReadonlyArray<Permission>

export const roleWords: Readonly<Record<Role, string>> = {
  mash: "MASH",
  "missing-coordinator": "Missing Co-ordinator",
  "team-manager": "team manager",
  "head-of-service": "head of service",
  "out-of-hours-duty": "out-of-hours duty worker",
  interviewer: "return home interviewer",
  worker: "social worker or Early Help worker",
  administrator: "Safe Return administrator",
  "education-officer": "education officer",
  attendance: "attendance officer",
  admissions: "admissions officer",
  "education-manager": "education manager",
  "inclusion-panel": "member of the inclusion panel",
  "inclusion-lead": "inclusion lead"
}

/** The roles that may do something on cases of their own. */
export const rolesOnOwn = (permission: Permission): ReadonlyArray<Role> => reachesOf(permission).own

/** The roles that may do something on a case in which they were given an interview. */
export const rolesOnGiven = (permission: Permission): ReadonlyArray<Role> => reachesOf(permission).given ?? []

/** The roles that may do something where the child has no allocated worker. */
export const rolesOnUnallocated = (permission: Permission): ReadonlyArray<Role> =>
  reachesOf(permission).unallocated ?? []

/** The roles that may do something where a person was left out of what an interview brought out. */
export const rolesOnKept = (permission: Permission): ReadonlyArray<Role> => reachesOf(permission).kept ?? []

/** The roles that may do something on every case, for a refusal that says who to ask. */
export const rolesAllowed = (permission: Permission): ReadonlyArray<Role> => reachesOf(permission).any

export const reachOf = (roles: ReadonlySet<Role>, permission: Permission): Reach => {
  const { any, own, given = [], unallocated = [], kept = [] } = reachesOf(permission)
  if (any.some((role) => roles.has(role))) return "any"
  if (own.some((role) => roles.has(role))) return "own"
  if (given.some((role) => roles.has(role))) return "given"
  if (unallocated.some((role) => roles.has(role))) return "unallocated"
  return kept.some((role) => roles.has(role)) ? "kept" : "none"
}
