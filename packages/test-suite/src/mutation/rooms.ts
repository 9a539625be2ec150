/** The rooms whose sources are mutated, and the tests that are asked of each. */

export interface Room {
  /** The folder of its sources, from the root of the repository. */
  readonly source: string
  readonly tests: ReadonlyArray<string>
  /** The command fails below it. */
  readonly leastPercent: number
  /** Tests of a running bot wait for what it does; a mutant under which it does nothing is not waited for as long. */
  readonly isOfApp: boolean
}

const domain = (source: string, tests: ReadonlyArray<string>): Room => ({
  source: `packages/domain/src/${source}`,
  tests: tests.map((room) => `packages/domain/test/${room}/**/*.test.ts`),
  leastPercent: 90,
  isOfApp: false
})

const bot = (source: string): Room => ({
  source: `apps/slack-bot/src/${source}`,
  tests: ["apps/slack-bot/test/**/*.test.ts"],
  leastPercent: 85,
  isOfApp: true
})

/** By the name that is asked for. */
export const rooms: Readonly<Record<string, Room>> = {
  deadlines: domain("deadlines", ["deadlines", "escalation"]),
  risk: domain("risk", ["risk", "policy"]),
  pathway: domain("pathway", ["pathway", "interview", "findMePlan"]),
  casework: {
    source: "packages/casework/src",
    tests: ["packages/casework/test/**/*.test.ts", "apps/slack-bot/test/casework/**/*.test.ts"],
    leastPercent: 85,
    isOfApp: true
  },
  forms: bot("forms"),
  handlers: bot("handlers"),
  outreach: {
    source: "packages/outreach/src",
    tests: ["packages/outreach/test/**/*.test.ts", "apps/slack-bot/test/**/*.test.ts"],
    leastPercent: 85,
    isOfApp: true
  },
  heartbeat: bot("heartbeat"),
  home: bot("home"),
  http: bot("http"),
  intake: bot("intake"),
  listeners: bot("listeners"),
  messages: bot("messages"),
  people: bot("people"),
  slack: bot("slack"),
  journal: {
    source: "packages/journal/src",
    tests: ["packages/journal/test/**/*.test.ts"],
    leastPercent: 85,
    isOfApp: true
  }
}

/** Their tests start processes, which no mutant reaches, take every hour of 17 years, or go on for minutes. */
export const neverAsked: ReadonlyArray<string> = [
  "**/*InEveryZone.test.ts",
  "**/everyHour.test.ts",
  "**/test/crash/**",
  "**/test/simulatedMonth/**",
  "**/endToEnd/killed.test.ts",
  "**/delivery/manyChildren.test.ts"
]

/** The room a folder or file belongs to, such as `pathway/decisions`, and where that is. */
export const placeOf = (asked: string): { readonly room: Room; readonly source: string } => {
  const [name = "", ...rest] = asked.split("/")
  const room = rooms[name]
  if (room === undefined) {
    throw new Error(`There is no room ${name}. Ask for one of: ${Object.keys(rooms).join(", ")}.`)
  }
  return { room, source: [room.source, ...rest].join("/") }
}
