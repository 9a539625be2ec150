/** The house: which room may import which. A test holds every import against it. */

/** The rooms that each may import; what is not named here imports none. */
export const mayImport: Readonly<Record<string, ReadonlyArray<string>>> = {
  "packages/wording": ["packages/domain"],
  "packages/exchange": ["packages/domain", "packages/wording"],
  "packages/report": ["packages/domain", "packages/wording"],
  "packages/settings": ["packages/domain", "packages/exchange", "packages/wording"],
  "packages/journal": ["packages/domain"],
  "packages/casework": ["packages/domain", "packages/exchange", "packages/journal", "packages/settings"],
  "packages/outreach": [
    "packages/casework",
    "packages/domain",
    "packages/journal",
    "packages/report",
    "packages/settings",
    "packages/wording"
  ],
  "packages/doctor": ["packages/domain", "packages/journal", "packages/settings", "packages/wording"],
  "packages/watchdog": ["packages/domain", "packages/settings", "packages/wording"],
  "apps/slack-bot": [
    "packages/bundle",
    "packages/casework",
    "packages/domain",
    "packages/journal",
    "packages/outreach",
    "packages/settings",
    "packages/wording"
  ],
  "apps/cli": [
    "packages/bundle",
    "packages/casework",
    "packages/doctor",
    "packages/domain",
    "packages/exchange",
    "packages/journal",
    "packages/report",
    "packages/settings",
    "packages/watchdog",
    "packages/wording"
  ],
  "apps/console": [
    "packages/casework",
    "packages/domain",
    "packages/journal",
    "packages/outreach",
    "packages/settings",
    "packages/wording"
  ],
  // Decision 38: it runs the real bot in its own process, by a clock that the trainer moves.
  "apps/training": [
    "apps/slack-bot",
    "packages/bundle",
    "packages/casework",
    "packages/domain",
    "packages/exchange",
    "packages/journal",
    "packages/outreach",
    "packages/settings",
    "packages/slack-testkit",
    "packages/wording"
  ]
}

const nameOf = (room: string): string => room.split("/")[1] ?? room

/** Arrows that follow from others are left out: who imports casework may know the domain. */
const isImplied = (from: string, to: string): boolean =>
  (mayImport[from] ?? []).some((between) => between !== to && reaches(between, to))

const reaches = (from: string, to: string): boolean =>
  from === to || (mayImport[from] ?? []).some((next) => reaches(next, to))

export const roomsDiagram = (): string => {
  const arrows = Object.entries(mayImport).flatMap(([from, tos]) =>
    tos.filter((to) => !isImplied(from, to)).map((to) => `  ${nameOf(from)} --> ${nameOf(to)}`)
  )
  return ["flowchart TD", ...arrows].join("\n")
}
