/** Every role at every door of the bot, on a case of their own, of somebody else, and where they are conflicted. */

import { readFileSync } from "node:fs"
import { calendars } from "@safe-return/domain/calendar"
import { ChildReference, emptyChildState, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Audit, type AuditEntry, Availabilities, Profiles } from "@safe-return/journal"
import { Effect, Logger, Option, Result, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { Casework, UnknownReference } from "../../src/casework/Casework.ts"
import { Council } from "../../src/casework/Council.ts"
import { NewIds } from "../../src/casework/NewIds.ts"
import { notificationsLayer } from "../../src/casework/Notifications.ts"
import { buttons } from "../../src/listeners/actions/index.ts"
import { findMe } from "../../src/listeners/commands/findMe.ts"
import { missing as missingCommand } from "../../src/listeners/commands/missing.ts"
import { rhi } from "../../src/listeners/commands/rhi.ts"
import { home, tryAgain } from "../../src/listeners/events/home.ts"
import { attempt, type HandlerServices, type Outcome } from "../../src/listeners/Handler.ts"
import { shortcuts } from "../../src/listeners/shortcuts/index.ts"
import { submissions } from "../../src/listeners/views/index.ts"
import { encodeCaseLink, encodeChildLink } from "../../src/messages/caseLink.ts"
import { notSetUp, notTheirs, People } from "../../src/people/People.ts"
import { type Permission, permissions, Role, reachOf } from "../../src/people/roles.ts"
import { MissingChannel } from "../../src/slack/MissingChannel.ts"
import { forms } from "../../src/views/form.ts"
import { lastReply, withChild } from "../listeners/madeUpCard.ts"
import { nothingUndelivered } from "../listeners/nothingUndelivered.ts"
import { CHANNEL, openSurface } from "../listeners/surface.ts"
import { assigned, child, episodeId, interviewer, missing, returned, tell, worker } from "../messages/madeUpCase.ts"

type Cell = "yes" | "own" | "unallocated" | "no"

const columns: ReadonlyArray<Role> = [
  "mash",
  "missing-coordinator",
  "team-manager",
  "head-of-service",
  "out-of-hours-duty",
  "interviewer",
  "worker",
  "administrator"
]

/** The published table, cell by cell. */
const published = new Map(
  readFileSync(new URL("../../../../docs/who-may-do-what.md", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => /^\| [a-z]+(-[a-z]+)* +\|/.test(line))
    .map((line) => {
      const [permission, ...cells] = line
        .split("|")
        .slice(1)
        .map((cell) => cell.trim())
      return [permission as Permission, cells.slice(0, columns.length) as ReadonlyArray<Cell>] as const
    })
)

const cellOf = (permission: Permission, role: Role): Cell => published.get(permission)?.[columns.indexOf(role)] ?? "no"

/** How somebody can stand to the one case there is; the last are conflicted: the child's worker, and its interviewer. */
const relations = {
  "the allocated worker's": { person: worker, allocatedWorker: worker },
  "the interviewer's": { person: interviewer, allocatedWorker: worker },
  "somebody else's": { person: PersonId.make("U0NEITHER"), allocatedWorker: worker },
  "both at once": { person: interviewer, allocatedWorker: interviewer }
} as const

/** A worker's own is the allocated worker's; having interviewed the child counts where interviewers may do it too. */
const isOwn = (
  name: string,
  permission: Permission,
  { person, allocatedWorker }: (typeof relations)[keyof typeof relations]
) =>
  permission === "change-availability"
    ? !name.includes("<@")
    : person === allocatedWorker || (person === interviewer && cellOf(permission, "interviewer") === "own")
type Relation = (typeof relations)[keyof typeof relations]

const { state } = tell([missing(), returned(6), assigned(7)])

const sentenceOf = (
  role: Role,
  { allocatedWorker }: Relation,
  door: Effect.Effect<Outcome<unknown>, never, HandlerServices>,
  audited: Array<AuditEntry> = []
): Promise<string> =>
  Effect.runPromise(
    door.pipe(
      Effect.map((outcome) => (Result.isFailure(outcome) ? outcome.failure.sentence : "")),
      Effect.provide(notificationsLayer(rotherham)),
      Effect.provideService(
        Casework,
        Casework.of({
          all: Effect.succeed(new Map([[child, state]])),
          allAt: () => Effect.succeed(new Map([[child, state]])),
          get: (reference) =>
            reference === child ? Effect.succeed(state) : Effect.fail(new UnknownReference({ reference })),
          carryOut: () => Effect.succeed({ events: [], state: emptyChildState }),
          carryOutAll: () => Effect.succeed({ events: [], state: emptyChildState }),
          carryOutUnder: () => Effect.succeed({ events: [], state: emptyChildState }),
          history: () => Effect.succeed([]),
          isReadWhole: () => Effect.void,
          unreadable: Effect.succeed([]),
          foldedTo: () => Effect.succeed(Option.none()),
          childOf: () => Effect.succeed(Option.none())
        })
      ),
      Effect.provideService(
        People,
        People.of({
          rolesOf: () => Effect.succeed(new Set([role])),
          holdersOf: () => Effect.succeed([]),
          allow: (_, permission) => {
            const reach = reachOf(new Set([role]), permission)
            return reach === "none" ? Effect.fail(notSetUp(permission)) : Effect.succeed(reach)
          }
        })
      ),
      Effect.provideService(
        Profiles,
        Profiles.of({
          find: (reference) => Effect.succeed(Option.some({ child: reference, allocatedWorker })),
          all: Effect.succeed([]),
          change: (reference) => Effect.succeed({ child: reference }),
          bring: () => Effect.void
        })
      ),
      Effect.provideService(
        Availabilities,
        Availabilities.of({
          all: Effect.succeed(new Map()),
          change: ({ person, by, at }) => Effect.succeed({ person, away: [], changed: { by, at } }),
          letGo: () => Effect.succeed([]),
          bring: () => Effect.void
        })
      ),
      Effect.provideService(
        Audit,
        Audit.of({ add: (entry) => Effect.sync(() => void audited.push(entry)), read: Stream.empty })
      ),
      Effect.provideService(Council, { authority: "Training council", policy: rotherham, calendars }),
      Effect.provideService(
        MissingChannel,
        MissingChannel.of({ id: "C0MISSING", mayPost: Effect.succeed(true), lookAgain: () => Effect.void })
      ),
      Effect.provide(nothingUndelivered),
      Effect.provide(NewIds.layer),
      // A request without a form's answers fails behind the door, which is not what is asked here.
      Effect.provide(Logger.layer([]))
    )
  )

const openForm = () => Effect.void
const link = encodeCaseLink({ child, episodeId })
const childLink = encodeChildLink({ child, seen: 0 })

type Door = readonly [
  name: string,
  permission: Permission | "anyone",
  open: (person: PersonId) => Effect.Effect<Outcome<unknown>, never, HandlerServices>
]

const typed: ReadonlyArray<readonly [text: string, permission: Permission, family: typeof rhi]> = [
  ["report", "report-missing", missingCommand],
  ["found LCS-10432", "record-found-and-returned", missingCommand],
  ["returned LCS-10432 now", "record-found-and-returned", missingCommand],
  ["status LCS-10432", "see-cases", missingCommand],
  ["open", "see-cases", missingCommand],
  ["screen lcs-10432", "screen", missingCommand],
  ["worker lcs-10432", "set-allocated-worker", missingCommand],
  ["correct lcs-10432", "correct-record", missingCommand],
  ["reveal lcs-10432", "reveal-profile", missingCommand],
  ["whereabouts lcs-10432", "record-found-and-returned", missingCommand],
  ["placement lcs-10432", "correct-record", missingCommand],
  ["absence lcs-10432", "correct-record", missingCommand],
  ["death lcs-10432", "record-death", missingCommand],
  ["close lcs-10432", "close-episode", missingCommand],
  ["reopen lcs-10432", "close-episode", missingCommand],
  ["LCS-10432", "record-find-me-plan", findMe],
  ["queue", "see-queue", rhi],
  ["assign LCS-10432 <@U0INTERVIEWER2>", "assign-interview", rhi],
  ["handover <@U0INTERVIEWER> <@U0INTERVIEWER2>", "assign-interview", rhi],
  ["offer LCS-10432", "log-interview", rhi],
  ["attempt LCS-10432", "log-interview", rhi],
  ["log LCS-10432", "log-interview", rhi],
  ["decline LCS-10432", "log-interview", rhi],
  ["record LCS-10432", "log-interview", rhi],
  ["consider LCS-10432", "answer-considerations", rhi],
  ["decide LCS-10432", "decide-on-trigger", rhi],
  ["why LCS-10432", "see-queue", rhi],
  ["mine", "see-queue", rhi],
  ["overdue", "see-queue", rhi],
  ["away today", "change-availability", rhi],
  ["away <@U0INTERVIEWER2> today", "change-availability", rhi],
  ["back", "change-availability", rhi],
  ["hours mon 09:00-17:00", "change-availability", rhi],
  ["hours <@U0INTERVIEWER2> none", "change-availability", rhi],
  ["back <@U0INTERVIEWER2>", "change-availability", rhi],
  ["reassign LCS-10432 <@U0INTERVIEWER2>", "assign-interview", rhi]
]

const doors: ReadonlyArray<Door> = [
  ...buttons.map(
    ([id, handler]): Door => [
      `button ${id}`,
      handler.permission,
      (person) => attempt(handler, { person, value: link, openForm })
    ]
  ),
  ...submissions.map(
    ([id, handler]): Door => [
      `form ${id}`,
      handler.permission,
      (person) =>
        attempt(handler, {
          person,
          metadata: id === forms.profile || id === forms.findMePlan ? childLink : link,
          values: { reference: { value: { value: String(child) } } }
        })
    ]
  ),
  ...shortcuts.map(
    ([id, handler]): Door => [`shortcut ${id}`, handler.permission, (person) => attempt(handler, { person, openForm })]
  ),
  ["Home", home.permission, (person) => attempt(home, { person })],
  ["button Try again", tryAgain.permission, (person) => attempt(tryAgain, { person })],
  ...typed.map(
    ([command, permission, family]): Door => [command, permission, (person) => family({ person, command, openForm })]
  )
]

/** The doors that are about several children, or about none yet. */
const aboutNoChild = [
  "shortcut report_missing",
  "shortcut report_missing_message",
  "shortcut log_interview",
  "shortcut log_interview_message",
  "report",
  "open",
  "queue",
  "mine",
  "overdue",
  "handover <@U0INTERVIEWER> <@U0INTERVIEWER2>",
  "away today",
  "away <@U0INTERVIEWER2> today",
  "back",
  "hours mon 09:00-17:00",
  "hours <@U0INTERVIEWER2> none",
  "back <@U0INTERVIEWER2>",
  "button open-away",
  "button open-hours",
  "button open-handover",
  "form away",
  "form hours",
  "form handover",
  "form handover-list",
  "form report",
  "Home",
  "button Try again"
]

describe("the published table", () => {
  it("has a row for every permission, and no other", () => {
    expect([...published.keys()].sort()).toEqual([...permissions].sort())
    expect([...columns].sort()).toEqual([...Role.literals].sort())
  })

  it("is what the bot goes by", () => {
    const words = { any: "yes", own: "own", unallocated: "unallocated", none: "no" } as const
    for (const permission of permissions) {
      const cells = columns.map((role) => words[reachOf(new Set([role]), permission)])
      expect([permission, ...cells]).toEqual([permission, ...(published.get(permission) ?? [])])
    }
  })

  it("leaves no door without a permission but the help", () => {
    expect(doors.filter(([, permission]) => permission === "anyone").map(([name]) => name)).toEqual([])
  })
})

describe.each(Object.entries(relations))("on a case that is %s", (_, relation) => {
  it.each(Role.literals)(
    "%s is let in at the doors of the table and at no other, and the audit tells of each",
    async (role) => {
      for (const [name, permission, open] of doors) {
        if (permission === "anyone") continue
        const cell = cellOf(permission, role)
        const isLetIn = cell === "yes" || (cell === "own" && isOwn(name, permission, relation))
        const audited: Array<AuditEntry> = []
        const said = await sentenceOf(role, relation, open(relation.person), audited)
        const refusals = [notSetUp(permission).message, notTheirs(permission).message]
        expect([name, refusals.includes(said)]).toEqual([name, !isLetIn])
        const outcome = isLetIn ? "allowed" : "refused"
        const about = aboutNoChild.includes(name) ? {} : { child }
        expect([name, audited]).toEqual([
          name,
          [{ at: expect.any(Number), by: relation.person, act: permission, ...about, outcome }]
        ])
      }
    }
  )
})

describe("the child's allocated worker", () => {
  it("is not its interviewer, by whoever's hand", async () => {
    await using surface = await openSurface(returned(20).now)
    await withChild(surface, missing(), returned(6))
    surface.profiles.set(child, { child, allocatedWorker: interviewer })
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER|x>")
    expect(lastReply(surface, "U0MANAGER")).toContain("The interview is for somebody independent")
    expect(surface.states.get(child)?.interviews).toEqual([])
  })

  it("is no more allowed on another child than anybody else", async () => {
    const other = ChildReference.make("LCS-10555")
    const relation = relations["the allocated worker's"]
    const said = await sentenceOf(
      "worker",
      relation,
      missingCommand({ person: worker, command: `correct ${other}`, openForm })
    )
    expect(said).toBe(notTheirs("correct-record").message)
  })
})
